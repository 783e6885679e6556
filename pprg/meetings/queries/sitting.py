"""Meetings, who sits at them and what is on their agendas."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, false, func, or_, select, true
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case, SteppingOut
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.meetings.models import AgendaItem, Decision, Interest, Meeting, Seat
from pprg.meetings.states import KNOWS_FOR, SITS, MeetingKind, MeetingState, Ruling, State
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState


@dataclass(frozen=True)
class Line:
    """One line of an agenda as one reader sees it. Of a case they stepped out of it says nothing more."""

    number: int
    item: AgendaItem | None
    waits: bool = False
    """Closed to them until they have said whether they have an interest in it."""


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


def items_of_case(reader: Account | None, case_id: uuid.UUID) -> Sequence[AgendaItem]:
    """Where a case stood on agendas that this reader sees, by the day of the meeting."""
    found = _items_visible_to(reader).where(AgendaItem.case_id == case_id)
    return db.session.scalars(found.order_by(Meeting.held_on)).all()


def items_to_decide(reader: Account | None) -> Sequence[AgendaItem]:
    """Items of meetings that have come, on which a decision is still to be begun or recorded."""
    found = (
        _items_visible_to(reader)
        .join(AgendaItem.referral)
        .where(Meeting.held_on <= clock.today(), Meeting.state != MeetingState.CALLED_OFF)
        .where(Referral.state.in_((ReferralState.TABLED, ReferralState.DECIDED)), not_all_signed())
        .options(contains_eager(AgendaItem.meeting), contains_eager(AgendaItem.case))
        .order_by(Meeting.held_on, AgendaItem.place)
    )
    items = db.session.scalars(found).unique()
    return [i for i in items if not (i.carried_on or i.confirms) and (not i.decisions or _has_a_draft(i))]


def not_all_signed() -> ColumnElement[bool]:
    """That nothing is decided on an item yet, or something begun on it is not signed."""
    of_item = select(Decision.id).where(Decision.item_id == AgendaItem.id)
    return or_(~of_item.exists(), of_item.where(Decision.state != State.SIGNED).exists())


def _has_a_draft(item: AgendaItem) -> bool:
    return any(decision.state == State.DRAFT for decision in item.decisions)


def agenda_of(reader: Account | None, meeting: Meeting) -> list[Line]:
    """The lines this reader sees, numbered as they see them: a gap would tell that there is more."""
    seen = _items_visible_to(reader).where(AgendaItem.meeting_id == meeting.id)
    loaded = seen.options(
        contains_eager(AgendaItem.case),
        joinedload(AgendaItem.referral).joinedload(Referral.agency),
        selectinload(AgendaItem.decisions),
    )
    places: list[tuple[tuple[int, object], AgendaItem | None, bool]] = [
        ((item.place, item.created_at), item, False) for item in db.session.scalars(loaded)
    ]
    places += [((item.place, item.created_at), item, True) for item in items_to_declare(reader, meeting)]
    places += [((place, made), None, False) for place, made in _stepped_out_of(reader, meeting)]
    places.sort(key=lambda line: line[0])
    return [Line(number, item, waits) for number, (_, item, waits) in enumerate(places, start=1)]


def items_to_declare(reader: Account | None, meeting: Meeting) -> Sequence[AgendaItem]:
    """Items of an open agenda that wait for this member to say whether they have an interest, in order.

    Nothing of the case is theirs to read yet, but its reference and its label.
    """
    found = _items_to_declare(reader).where(AgendaItem.meeting_id == meeting.id)
    return db.session.scalars(found.order_by(AgendaItem.place, AgendaItem.created_at)).all()


def last_day_of_knowing(account_id: uuid.UUID, case_id: uuid.UUID) -> date | None:
    """For services: until when opened agendas, and what they said of themselves, let a member know of it.

    Whoever comes for somebody who stepped out of it knows of it only once the chair has said so.
    """
    said = select(Interest.id).where(Interest.item_id == AgendaItem.id, Interest.account_id == account_id)
    principal_is_out = select(SteppingOut.id).where(
        SteppingOut.case_id == AgendaItem.case_id, SteppingOut.account_id == Seat.in_place_of_id
    )
    let_stay = said.where(Interest.ruling == Ruling.STAY)
    last = (
        select(func.max(Meeting.held_on))
        .join(Seat, Seat.meeting_id == Meeting.id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            Seat.account_id == account_id,
            or_(Seat.only_item_id.is_(None), Seat.only_item_id == AgendaItem.id),
            AgendaItem.case_id == case_id,
            Meeting.agenda_opened_at.is_not(None),
            Meeting.state != MeetingState.CALLED_OFF,
            said.exists(),
            or_(~principal_is_out.exists(), let_stay.exists()),
        )
    )
    held_on = db.session.scalar(last)
    return held_on + KNOWS_FOR if held_on else None


def _seen_by(reader: Account | None) -> ColumnElement[bool]:
    """rules.read_meeting, said again in SQL. A test holds the two together."""
    if reader is None or not reader.holds(*SITS):
        return false()
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return _may_hear_of(reader)
    mine = aliased(Seat)  # a seat may itself be what is asked for
    seat = select(mine.id).where(mine.meeting_id == Meeting.id, mine.account_id == reader.id)
    not_long_ago = Meeting.held_on >= clock.today() - KNOWS_FOR
    return seat.exists() & Meeting.agenda_opened_at.is_not(None) & not_long_ago & _may_hear_of(reader)


def _may_hear_of(reader: Account) -> ColumnElement[bool]:
    """rules.sitting.may_hear_of_meeting, said again in SQL."""
    item, of = aliased(AgendaItem), aliased(Case)
    out = select(SteppingOut.id).where(SteppingOut.case_id == of.id, SteppingOut.account_id == reader.id)
    quietly = out.where(SteppingOut.quiet)
    looks_in = select(Case.id).where(Case.id == of.id, open_to(reader)).correlate(of)
    on_it = select(item.id).join(of, of.id == item.case_id).where(item.meeting_id == Meeting.id)
    heard = on_it.where(~quietly.exists(), or_(~of.restricted, out.exists(), looks_in.exists()))
    return or_(Meeting.kind == MeetingKind.ORDINARY, ~on_it.exists(), heard.exists())


def _items_visible_to(reader: Account | None) -> Select[AgendaItem]:
    """rules.read_item, said again in SQL. A test holds the two together."""
    items = select(AgendaItem).join(AgendaItem.meeting).join(AgendaItem.case)
    return items.where(_seen_by(reader), _within_seat(reader), open_to(reader))


def _within_seat(reader: Account | None) -> ColumnElement[bool]:
    """Whoever is invited for one item sees that line of the agenda, and no other."""
    if reader is None:
        return false()
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return true()
    mine = aliased(Seat)
    for_it = or_(mine.only_item_id.is_(None), mine.only_item_id == AgendaItem.id)
    seat = select(mine.id).where(
        mine.meeting_id == AgendaItem.meeting_id, mine.account_id == reader.id, for_it
    )
    return seat.exists()


def _items_to_declare(reader: Account | None) -> Select[AgendaItem]:
    """rules.declare_interest, said again in SQL, of those who have not said it yet."""
    items = select(AgendaItem).join(AgendaItem.meeting).join(AgendaItem.case)
    if reader is None:
        return items.where(false())
    mine = aliased(Seat)
    seat = select(mine.id).where(
        mine.meeting_id == Meeting.id,
        mine.account_id == reader.id,
        or_(mine.only_item_id.is_(None), mine.only_item_id == AgendaItem.id),
    )
    said = select(Interest.id).where(Interest.item_id == AgendaItem.id, Interest.account_id == reader.id)
    out = select(SteppingOut.id).where(SteppingOut.case_id == Case.id, SteppingOut.account_id == reader.id)
    takes_place = Meeting.state != MeetingState.CALLED_OFF
    closed = ~out.exists() & ~Case.restricted & ~open_to(reader)
    return items.where(_seen_by(reader), takes_place, seat.exists(), ~said.exists(), closed)


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
        .where(_within_seat(reader))
    )
    return [(place, made) for place, made in db.session.execute(out)]
