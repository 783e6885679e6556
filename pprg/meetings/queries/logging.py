"""The log of decisions: what the group decided, as far as its reader may read it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.cases.models import Case
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings.models import AgendaItem, Decision, Meeting
from pprg.meetings.queries.deciding import decisions_visible_to
from pprg.meetings.states import MeetingKind, Outcome, RatifyingState, State
from pprg.meetings.states.logging import Stands
from pprg.referrals.models import Referral

ON_A_PAGE = 25


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for. Empty: everything."""

    reference: str = ""
    route: Route | None = None
    outcome: Outcome | None = None
    stands: Stands | None = None
    agency_id: uuid.UUID | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Logged:
    decision: Decision
    stands: Stands

    @property
    def by_the_chair(self) -> bool:
        return self.decision.item.meeting.kind == MeetingKind.CHAIRS_ACTION


def log_of(reader: Account | None, wanted: Wanted, *, number: int = 1) -> tuple[list[Logged], int]:
    """One page of the log, newest first, and how many pages there are."""
    found = _whole_log(reader, wanted)
    pages = max(1, -(-len(found) // ON_A_PAGE))
    first = (min(max(number, 1), pages) - 1) * ON_A_PAGE
    return found[first : first + ON_A_PAGE], pages


def log_to_take_away(reader: Account | None, wanted: Wanted) -> list[Logged]:
    """The whole of it. Restricted cases are never on it, whoever takes it."""
    return [one for one in _whole_log(reader, wanted) if not one.decision.case.restricted]


def agencies_in_log(reader: Account | None) -> Sequence[Agency]:
    """Whose referrals this reader can look for."""
    ids = {
        item.referral.agency_id
        for item in (one.decision.item for one in _whole_log(reader, Wanted()))
        if item.referral
    }
    return db.session.scalars(select(Agency).where(Agency.id.in_(ids)).order_by(Agency.name)).all()


def _whole_log(reader: Account | None, wanted: Wanted) -> list[Logged]:
    found = _wanted(decisions_visible_to(reader), wanted)
    decisions = db.session.scalars(found).unique().all()
    replaced = _replaced({decision.id for decision in decisions})
    logged = [Logged(one, _stands(one, replaced=one.id in replaced)) for one in decisions]
    return [one for one in logged if wanted.stands in (None, one.stands)]


def _wanted(found: Select[Decision], wanted: Wanted) -> Select[Decision]:
    found = (
        found.join(Decision.item)
        .join(AgendaItem.meeting)
        .outerjoin(AgendaItem.referral)
        .where(Decision.state != State.DRAFT)
        .options(
            contains_eager(Decision.case),
            contains_eager(Decision.item).contains_eager(AgendaItem.meeting),
            contains_eager(Decision.item)
            .contains_eager(AgendaItem.referral)
            .options(joinedload(Referral.agency)),
            selectinload(Decision.ratifications),
        )
        .order_by(Meeting.held_on.desc(), Decision.created_at.desc())
    )
    if wanted.reference:
        found = found.where(func.upper(Case.reference).contains(wanted.reference.upper(), autoescape=True))
    if wanted.route:
        found = found.where(Decision.route == wanted.route)
    if wanted.outcome:
        found = found.where(Decision.outcome == wanted.outcome)
    if wanted.agency_id:
        found = found.where(Referral.agency_id == wanted.agency_id)
    if wanted.since:
        found = found.where(Meeting.held_on >= wanted.since)
    if wanted.until:
        found = found.where(Meeting.held_on <= wanted.until)
    return found


def _replaced(ids: set[uuid.UUID]) -> set[uuid.UUID | None]:
    later = select(Decision.amends_id).where(Decision.amends_id.in_(ids), Decision.state == State.SIGNED)
    return set(db.session.scalars(later)) if ids else set()


def _stands(decision: Decision, *, replaced: bool) -> Stands:
    if replaced:
        return Stands.AMENDED
    if decision.state == State.RECORDED:
        return Stands.RECORDED
    if decision.state == State.PENDING:
        return Stands.PENDING
    if decision.is_ratified:
        return Stands.FINAL
    refused = {RatifyingState.NOT_AGREED, RatifyingState.ESCALATED}
    if any(answer.state in refused for answer in decision.ratifications):
        return Stands.NOT_AGREED
    return Stands.WITH_OWNERS
