"""A case in every stage of its life, with everything that can hang from one, made as people make it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from sqlalchemy import Uuid, select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.services import open_case, propose_opening, restrict
from pprg.database import Base, commit, db
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services as meetings
from pprg.meetings.models import AgendaItem
from pprg.meetings.services.challenging import enter_challenge
from pprg.meetings.services.confirming import ask_to_confirm
from pprg.meetings.services.letters import propose_letter, send_letter
from pprg.meetings.services.presenting import ask_to_present
from pprg.meetings.states import ChallengeBy, LetterKind
from pprg.meetings.words import ActionWords
from pprg.papers import services as papers
from pprg.people.models import Match
from pprg.people.services import join, keep_out
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView
from pprg.requests.models import InfoRequest
from pprg.reviews import services as reviews
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.meetings.builders import (
    a_decision,
    a_meeting,
    a_ratified_decision,
    without_interest,
    words,
)
from tests.people import an_account
from tests.publications.builders import a_proof, a_publication, a_release, a_web_page, made
from tests.requests.builders import asked, with_a_file
from tests.requests.builders import returned as answered


@dataclass(frozen=True)
class World:
    """Those who work on the cases, and those who are kept out of every one of them."""

    coordinator: Account
    chair: Account
    member: Account
    referrer: Account
    author: Account
    kept_out: Sequence[Account]


def cases_in_every_stage(world: World) -> dict[str, Case]:
    """By the stage that they have come to. Everything is committed."""
    stages = {
        "awaiting authorisation": _awaiting(world),
        "received": _received(world),
        "on an agenda": _on_an_agenda(world).case,
        "decided": _decided(world),
        "recommended by too few": _recommended_by_too_few(world),
        "restricted": _restricted(world),
        "being written about": _written_about(world),
    }
    stages["joined"] = _joined(world)
    for case in stages.values():
        _close(case, world)
    commit()
    return stages


def _close(case: Case, world: World) -> None:
    for account in world.kept_out:
        keep_out(case, account, label="Niece", by=world.coordinator)


def rows_of(case: Case) -> dict[str, uuid.UUID]:
    """Of every table that hangs from the case, one row's id, by the table's name."""
    found, fresh = {"case_file": case.id}, {"case_file": [case.id]}
    while fresh:
        below: dict[str, list[uuid.UUID]] = {}
        for table in Base.metadata.sorted_tables:
            if table.name in found or "id" not in table.c or not isinstance(table.c.id.type, Uuid):
                continue
            for key in table.foreign_keys:
                parents = fresh.get(key.column.table.name)
                if not parents:
                    continue
                if rows := db.session.scalars(select(table.c.id).where(key.parent.in_(parents))).all():
                    found[table.name], below[table.name] = rows[0], list(rows)
        fresh = below
    return found


def _awaiting(world: World) -> Case:
    return _case(an_awaited_referral(by=world.referrer))


def _received(world: World) -> Case:
    """With a document, something added later, a question back, a row of its chronology and a letter."""
    draft = a_draft(by=world.referrer)
    arrived = papers.receive(BytesIO(b"Seen on 3 May."), "Notes.txt")
    referrals.add_documents(draft, [arrived], by=world.referrer)
    referrals.send_referral(draft, by=world.referrer)
    lead = an_account("Lee Lead", Role.SAFEGUARDING_LEAD, world.referrer.agency_name)
    referrals.authorise_referral(draft, LeadsView.AGREE, alone_because="Nobody else is there", by=lead)
    referrals.add_to_referral(draft, "The inquest is on 4 December.", by=world.referrer)
    send_letter(
        propose_letter(LetterKind.ACKNOWLEDGEMENT, referral=draft, by=world.coordinator), by=world.coordinator
    )
    answered(with_a_file(_asked(_case(draft), world), by=lead), by=lead)
    return _case(draft)


def _on_an_agenda(world: World) -> AgendaItem:
    """With a decision half written, and whoever made the referral asked to present it."""
    item = _tabled(world)
    ask_to_present(item, [world.referrer], starts_at="10:40", by=world.coordinator)
    a_decision(item, by=world.coordinator)
    return item


def _decided(world: World) -> Case:
    """Signed, ratified, questioned by the family; something has to be done at once."""
    item = _tabled(world)
    today, by = clock.today(), world.coordinator
    agency = world.referrer.agency_id
    act = ActionWords(what="Check cases.", agency_id=agency, owner="Head of service", due_on=today)
    decision = a_ratified_decision(item, by=world.coordinator, chair=world.chair, actions=(act,))
    enter_challenge(decision, ChallengeBy.FAMILY, received_on=today, words="Nobody asked us.", by=by)
    return item.case


def _recommended_by_too_few(world: World) -> Case:
    """A member who was not there is asked to confirm it."""
    item = _tabled(world)
    decision = meetings.start_decision(item, Route.SAR, by=world.coordinator)
    meetings.save_decision(decision, words(), version=decision.version, by=world.coordinator)
    meetings.record_decision(decision, by=world.coordinator)
    meetings.sign_decision(decision, by=world.chair)
    ask_to_confirm(decision, [world.member.id], by=world.coordinator)
    return item.case


def _tabled(world: World) -> AgendaItem:
    meeting = a_meeting(by=world.coordinator, members=[world.member])
    item = meetings.put_on_agenda(meeting, a_sent_referral(by=world.referrer), by=world.coordinator)
    meetings.open_agenda(meeting, by=world.coordinator)
    without_interest(item, [world.member])
    return item


def _restricted(world: World) -> Case:
    case = _case(a_sent_referral(by=world.referrer))
    restrict(case, by=world.coordinator, members=[world.coordinator])
    propose_opening(case, None, reason="The trial is over.", by=world.coordinator)
    _asked(case, world)
    return case


def _asked(case: Case, world: World) -> InfoRequest:
    """The agency of whoever referred it is asked what it knows."""
    return asked(case, world.referrer.agency_name, by=world.coordinator)[0]


def _joined(world: World) -> Case:
    """The later of two cases of one person."""
    later = _case(a_sent_referral(by=world.referrer))
    match = db.session.scalars(select(Match).order_by(Match.created_at.desc())).first()
    assert match is not None, "Two referrals of one person are a possible match."
    join(match, reason="It is the same woman.", by=world.coordinator)
    return later


def _written_about(world: World) -> Case:
    publication = a_publication(by=world.author)
    a_proof(publication, by=world.author, files=[made(a_web_page(), "html")])
    db.session.flush()
    return publication.review.case


def a_released_case(world: World) -> Case:
    """What readers have is for everybody; what is behind it is not."""
    publication = a_publication(by=world.author, record="lcspr-wren")
    a_release(publication, by=world.coordinator, asked_by=world.author)
    db.session.flush()
    _close(publication.review.case, world)
    commit()
    return publication.review.case


def _case(referral: Referral) -> Case:
    db.session.flush()
    assert referral.case is not None
    return referral.case


def an_author_elsewhere(world: World) -> Account:
    """Somebody who writes the review of another case."""
    author = an_account("Olive Other", Role.AUTHOR)
    review = reviews.commission_review(
        open_case(by=world.coordinator), ReviewType.SAR_MANDATORY, by=world.coordinator
    )
    reviews.appoint_author(review, author, by=world.coordinator)
    return author
