"""A referral as it was sent, for each of its readers."""

from __future__ import annotations

from flask import Response, url_for

from pprg.cases.rules import look_into_case
from pprg.people.forms import PurposeForm
from pprg.people.queries import people_of
from pprg.people.rules import reveal_person
from pprg.referrals import queries
from pprg.referrals import rules as may
from pprg.referrals.forms import AuthoriseForm
from pprg.referrals.models import Referral
from pprg.referrals.services import apart
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
        "referrals/own.html" if may.write_referral(reader, referral) else "referrals/read.html",
        referral=referral,
        parts=queries.words_for(reader, referral, as_written=as_written),
        people=why,
        form=form or PurposeForm(formdata=None, prefix="words"),
        as_written=as_written,
        masked=not (as_written or may.is_of_its_agency(reader, referral)),
        may_read_as_written=may.read_as_written(reader, referral),
        may_return=may.return_referral(reader, referral),
        works_on_case=referral.case is not None and look_into_case(reader, referral.case),
    )


def to_authorise(referral: Referral, form: AuthoriseForm) -> Response:
    """The words with the names in them, and what a safeguarding lead may say of them."""
    leads = apart.leads(referral)
    return page(
        "referrals/authorise.html",
        referral=referral,
        parts=queries.words_for(me(), referral),
        form=form,
        alone=not any(lead.id == me().id for lead in leads),
        others=[lead for lead in leads if lead.id != me().id],
    )
