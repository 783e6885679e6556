"""A referral as it was sent, for each of its readers."""

from __future__ import annotations

from typing import Any

from flask import Response, url_for

from pprg import clock
from pprg.cases.queries import clocks_of
from pprg.people.forms import PurposeForm
from pprg.people.queries import people_of, possible_matches_of
from pprg.people.rules import reveal_person
from pprg.referrals import completeness, queries
from pprg.referrals import rules as may
from pprg.referrals.models import Referral
from pprg.referrals.pages.screening import for_its_agency, grid_of, letter_of, told_elsewhere
from pprg.referrals.standing import standing_of
from pprg.referrals.steps.asking import TITLES
from pprg.web.fragments import page
from pprg.web.sessions import me


def to_read(referral: Referral, *, form: PurposeForm | None = None, as_written: bool = False) -> Response:
    """What was sent, as this reader may read it. `form` asks why they want to read it with the names."""
    reader, here = me(), url_for(".show", referral_id=referral.id)
    why = {
        person: PurposeForm(formdata=None, prefix=person.id.hex, data={"back": here})
        if reveal_person(reader, person)
        else None
        for person in (people_of(reader, referral.case_id) if referral.case_id else [])
    }
    return page(
        "referrals/read.html",
        referral=referral,
        parts=queries.words_for(reader, referral, as_written=as_written),
        people=why,
        form=form or PurposeForm(formdata=None, prefix="words"),
        as_written=as_written,
        masked=not (as_written or may.is_of_its_agency(reader, referral)),
        may_read_as_written=may.read_as_written(reader, referral),
        added=queries.added_to(reader, referral, as_written=as_written),
        follows=_to_follow(referral),
        handed_in=len(queries.documents_for(reader, referral)),
        **(_for_the_case(referral) if may.weigh_referral(reader, referral) else for_its_agency(referral)),
    )


def _for_the_case(referral: Referral) -> dict[str, Any]:
    """What only those read who work on the case: whom it waits for, its clocks, the grid."""
    reader = me()
    return {
        **grid_of(referral),
        "works_on_case": True,
        "screens": may.screen_referral(reader, referral),
        "standing": standing_of(referral),
        "clocks": clocks_of(reader, referral.case_id) if referral.case_id else [],
        "told_elsewhere": told_elsewhere(referral),
        "letter": letter_of(referral),
        "matches": possible_matches_of(reader, referral.case_id) if referral.case_id else 0,
    }


def _to_follow(referral: Referral) -> list[str]:
    """The pages that its writer may still send, by title."""
    if not referral.rest_is_open:
        return []
    open_still = completeness.to_follow(referral.answers, on=clock.today())
    return [TITLES[step] for step in open_still if step not in referral.sent_steps]
