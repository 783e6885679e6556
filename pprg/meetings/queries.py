from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, false, func, or_, select, true
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.cases.models import Case, SteppingOut
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.guidance.labels import route_names
from pprg.meetings.models import AgendaItem, Decision, Meeting, Seat
from pprg.meetings.states import KNOWS_FOR, SITS, Outcome, State
from pprg.referrals.models import Referral
from pprg.referrals.queries import words_for
from pprg.referrals.states import State as ReferralState
from pprg.referrals.states import Step


@dataclass(frozen=True)
class Line:
    """One line of an agenda as one reader sees it. Of a case they stepped out of it says nothing more."""

    number: int
    item: AgendaItem | None


def meeting_visible_to(reader: Account | None, meeting_id: uuid.UUID) -> Meeting | None:
    return db.session.scalar(select(Meeting).where(Meeting.id == meeting_id, _seen_by(reader)))


def meetings_visible_to(reader: Account | None) -> Sequence[Meeting]:
    """Latest first."""
    found = select(Meeting).where(_seen_by(reader))
    return db.session.scalars(found.order_by(Meeting.held_on.desc(), Meeting.starts_at.desc())).all()


def seat_visible_to(reader: Account | None, seat_id: uuid.UUID) -> Seat | None:
    found = select(Seat).join(Seat.meeting).where(Seat.id == seat_id, _seen_by(reader))
    return db.session.scalar(found)


def item_visible_to(reader: Account | None, item_id: uuid.UUID) -> AgendaItem | None:
    return db.session.scalar(_items_visible_to(reader).where(AgendaItem.id == item_id))


def decision_visible_to(reader: Account | None, decision_id: uuid.UUID) -> Decision | None:
    return db.session.scalar(_decisions_visible_to(reader).where(Decision.id == decision_id))


def decisions_of_case(reader: Account | None, case: Case) -> Sequence[Decision]:
    """What this reader may read of what was decided about a case, oldest first."""
    found = _decisions_visible_to(reader).where(Decision.case_id == case.id)
    return db.session.scalars(found.order_by(Decision.created_at)).all()


def decisions_that_are(reader: Account | None, state: State) -> Sequence[Decision]:
    """Decisions of this reader's cases that stand so, oldest first."""
    found = _decisions_visible_to(reader).where(Decision.state == state)
    return db.session.scalars(
        found.options(contains_eager(Decision.case)).order_by(Decision.created_at)
    ).all()


def items_of_case(reader: Account | None, case_id: uuid.UUID) -> Sequence[AgendaItem]:
    """Where a case stood on agendas that this reader sees, by the day of the meeting."""
    found = _items_visible_to(reader).where(AgendaItem.case_id == case_id)
    return db.session.scalars(found.order_by(Meeting.held_on)).all()


def items_to_decide(reader: Account | None) -> Sequence[AgendaItem]:
    """Items of meetings that have come, on which a decision is still to be begun or recorded."""
    found = (
        _items_visible_to(reader)
        .join(AgendaItem.referral)
        .where(Meeting.held_on <= clock.today(), Referral.state == ReferralState.TABLED)
        .options(contains_eager(AgendaItem.meeting), contains_eager(AgendaItem.case))
        .order_by(Meeting.held_on, AgendaItem.place)
    )
    items = db.session.scalars(found).unique()
    return [i for i in items if not i.decisions or any(d.state == State.DRAFT for d in i.decisions)]


def agenda_of(reader: Account | None, meeting: Meeting) -> list[Line]:
    """The lines this reader sees, numbered as they see them: a gap would tell that there is more."""
    seen = _items_visible_to(reader).where(AgendaItem.meeting_id == meeting.id)
    loaded = seen.options(
        contains_eager(AgendaItem.case),
        joinedload(AgendaItem.referral).joinedload(Referral.agency),
        selectinload(AgendaItem.decisions),
    )
    places: list[tuple[tuple[int, object], AgendaItem | None]] = [
        ((item.place, item.created_at), item) for item in db.session.scalars(loaded)
    ]
    places += [((place, made), None) for place, made in _stepped_out_of(reader, meeting)]
    places.sort(key=lambda line: line[0])
    return [Line(number, item) for number, (_, item) in enumerate(places, start=1)]


def what_the_referral_says(reader: Account | None, decision: Decision) -> dict[str, str]:
    """By criterion, what the referrer gave as showing it, without names.

    How agencies worked together is asked there once for all routes.
    """
    said = _answers(reader, decision.item.referral, Step.WHY)
    keys = [criterion.key for criterion in decision.criteria.criteria]
    own = {key: said.get(f"{decision.route}_{key}_shown_by", "") for key in keys}
    return own | {"worked_together": said.get("together", "")}


def routes_asked_for(reader: Account | None, item: AgendaItem) -> list[Route]:
    """The routes that the referrer asked the group to think about."""
    asked = set(_answers(reader, item.referral, Step.ESSENTIALS).get("types", "").splitlines())
    return [route for route in Route if asked & route_names(route)]


def people_to_invite(meeting: Meeting) -> Sequence[Account]:
    """Everybody who may sit at a meeting and is not invited to this one yet, by name."""
    invited = {seat.account_id for seat in meeting.invited}
    able = {account.id: account for role in sorted(SITS) for account in active_accounts_with(role)}
    return sorted((a for a in able.values() if a.id not in invited), key=lambda account: account.name)


def last_day_of_knowing(account_id: uuid.UUID, case_id: uuid.UUID) -> date | None:
    """For services: until when opened agendas let this member know of the case."""
    last = (
        select(func.max(Meeting.held_on))
        .join(Seat, Seat.meeting_id == Meeting.id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            Seat.account_id == account_id,
            AgendaItem.case_id == case_id,
            Meeting.agenda_opened_at.is_not(None),
        )
    )
    held_on = db.session.scalar(last)
    return held_on + KNOWS_FOR if held_on else None


def settled_decisions_on(referral: Referral) -> Sequence[Decision]:
    """For services: what was signed on a referral at any meeting, but for waiting, oldest first."""
    found = (
        select(Decision)
        .join(Decision.item)
        .where(
            AgendaItem.referral_id == referral.id,
            Decision.state == State.SIGNED,
            Decision.outcome != Outcome.WAIT,
        )
    )
    return db.session.scalars(found.order_by(Decision.signed_at)).all()


def signed_decisions() -> Sequence[Decision]:
    """For the nightly command. It has no reader, so no page may call it."""
    return db.session.scalars(select(Decision).where(Decision.state == State.SIGNED)).all()


def _answers(reader: Account | None, referral: Referral, step: Step) -> dict[str, str]:
    parts = (part for part in words_for(reader, referral) if part.step == step)
    return {answer.key: answer.words for part in parts for answer in part.said}


def _seen_by(reader: Account | None) -> ColumnElement[bool]:
    """rules.read_meeting, said again in SQL. A test holds the two together."""
    if reader is None or not reader.holds(*SITS):
        return false()
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return true()
    mine = aliased(Seat)  # a seat may itself be what is asked for
    seat = select(mine.id).where(mine.meeting_id == Meeting.id, mine.account_id == reader.id)
    not_long_ago = Meeting.held_on >= clock.today() - KNOWS_FOR
    return seat.exists() & Meeting.agenda_opened_at.is_not(None) & not_long_ago


def _items_visible_to(reader: Account | None) -> Select[AgendaItem]:
    """rules.read_item, said again in SQL. A test holds the two together."""
    items = select(AgendaItem).join(AgendaItem.meeting).join(AgendaItem.case)
    return items.where(_seen_by(reader), open_to(reader))


def _decisions_visible_to(reader: Account | None) -> Select[Decision]:
    """rules.read_decision, said again in SQL. A test holds the two together."""
    decisions = select(Decision).join(Decision.case).where(open_to(reader))
    if reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR):
        return decisions
    readable = []
    if reader is not None and reader.holds(Role.REPRESENTATIVE, Role.AUTHOR, Role.DECISION_MAKER):
        readable.append(Decision.state == State.SIGNED)
    if reader is not None and reader.holds(Role.REPRESENTATIVE):
        readable.append(Decision.state == State.RECORDED)
    return decisions.where(or_(false(), *readable))


def _stepped_out_of(reader: Account | None, meeting: Meeting) -> Sequence[tuple[int, object]]:
    """Where items stand whose case this reader stepped out of: the places, and nothing else.

    Of one that was closed to them quietly not even that there is one.
    """
    if reader is None:
        return []
    out = (
        select(AgendaItem.place, AgendaItem.created_at)
        .join(SteppingOut, SteppingOut.case_id == AgendaItem.case_id)
        .where(AgendaItem.meeting_id == meeting.id, SteppingOut.account_id == reader.id, ~SteppingOut.quiet)
    )
    return [(place, made) for place, made in db.session.execute(out)]
