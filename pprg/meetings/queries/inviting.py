"""Invitations: to a meeting as a member of the group, or for one item as whoever presents it.

An invitation is its holder's from the moment it is made; the agenda opens later.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import contains_eager

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import accounts_of_agency
from pprg.accounts.states import Role
from pprg.database import db
from pprg.meetings.models import AgendaItem, Meeting, Presenter, Seat
from pprg.meetings.queries.membership import RANK, core_member_on, people_who_may_sit
from pprg.meetings.queries.sitting import item_visible_to
from pprg.meetings.rules.inviting import answer_invitation, take_invitation
from pprg.meetings.states import SITS, MeetingState, Reply
from pprg.notices.calendar import Entry
from pprg.publications.disclosure.folding import folded
from pprg.referrals.queries import referral_visible_to
from pprg.referrals.rules import is_of_its_agency, read_referral

PRESENTING = timedelta(minutes=30)
"""How long somebody who presents an item is needed: ten minutes to present it, then questions."""
MEETING, ITEM = "Group meeting", "Group meeting: your item"


@dataclass(frozen=True)
class Invited:
    """What somebody is invited to, for their own list. One of the two ids leads to its page."""

    held_on: date
    starts_at: str
    ends_at: str
    place: str
    capacity: str
    reply: Reply
    seat_id: uuid.UUID | None = None
    presenter_id: uuid.UUID | None = None

    @property
    def waits(self) -> bool:
        return self.reply == Reply.NONE


def my_invitations(reader: Account | None) -> list[Invited]:
    """To what this reader is invited from today on, the next first."""
    if reader is None or not reader.active:
        return []
    seats = select(Seat).join(Seat.meeting).where(Seat.account_id == reader.id, *_to_come())
    mine = [seat for seat in db.session.scalars(seats) if answer_invitation(reader, seat)]
    found = [_sitting(seat) for seat in mine]
    found += [_presenting(one) for one in _to_present(reader)]
    return sorted(found, key=lambda one: (one.held_on, one.starts_at))


def invitation_visible_to(reader: Account | None, seat_id: uuid.UUID) -> Seat | None:
    """Their own, or any for coordinators, who answer for those who telephone."""
    seat = db.session.get(Seat, seat_id)
    return seat if seat is not None and answer_invitation(reader, seat) else None


def meeting_invited_to(reader: Account | None, meeting_id: uuid.UUID) -> Meeting | None:
    """A meeting that this reader has a seat at, its agenda open or not."""
    seat = seat_of(reader, meeting_id) if reader else None
    return seat.meeting if seat else None


def seat_of(account: Account, meeting_id: uuid.UUID) -> Seat | None:
    """The seat of somebody who may sit today, and may hear of the meeting."""
    seat = db.session.scalar(select(Seat).where(Seat.meeting_id == meeting_id, Seat.account_id == account.id))
    return seat if seat is not None and take_invitation(account, seat.meeting) else None


def presenter_visible_to(reader: Account | None, presenter_id: uuid.UUID) -> Presenter | None:
    """rules.read_presenting for themselves; for coordinators as they see the item."""
    presenter = db.session.get(Presenter, presenter_id)
    if reader is None or presenter is None:
        return None
    if presenter.account_id == reader.id:
        return presenter if _may_present(presenter) and not presenter.item.meeting.over else None
    item = item_visible_to(reader, presenter.item_id) if reader.holds(Role.COORDINATOR) else None
    return presenter if item else None


def presented_by(account: Account, meeting: Meeting) -> list[Presenter]:
    """What they are asked to present at a meeting, as far as they may know of it, in order."""
    asked = select(Presenter).join(Presenter.item).options(contains_eager(Presenter.item))
    mine = asked.where(Presenter.account_id == account.id, AgendaItem.meeting_id == meeting.id)
    in_order = db.session.scalars(mine.order_by(AgendaItem.place))
    return [presenter for presenter in in_order if _may_present(presenter)]


def people_to_present(item: AgendaItem) -> Sequence[Account]:
    """Who of the referring agency may be asked: its writer, who wrote with them, its leads; nobody in it."""
    referral = item.referral
    if referral is None:
        return []
    theirs = accounts_of_agency(referral.agency_id)
    return [one for one in theirs if read_referral(one, referral) and is_of_its_agency(one, referral)]


def people_to_send(seat: Seat) -> list[Account]:
    """Who may come for somebody: the deputy in the register first, then who else represents their agency."""
    known = core_member_on(seat.account, seat.meeting.held_on)
    named = known.deputy if known else None
    seated = {one.account_id for one in seat.meeting.invited if one.in_place_of_id != seat.account_id}
    able = [named] if named is not None and named.holds(*SITS) else []
    able += [
        one
        for one in accounts_of_agency(seat.account.agency_id)
        if seat.account.agency_id and one.holds(Role.REPRESENTATIVE) and one not in able
    ]
    return [one for one in able if one.id not in seated and one.id != seat.account_id]


def people_to_seat(meeting: Meeting) -> list[Account]:
    """Everybody who may sit at a meeting and is not invited to this one yet, by name."""
    invited = {seat.account_id for seat in meeting.invited}
    return [account for account in people_who_may_sit() if account.id not in invited]


def seats_in_order(meeting: Meeting) -> list[Seat]:
    """The chair first, as the register has them, and whoever comes for somebody right after them."""
    own = sorted((one for one in meeting.invited if one.in_place_of_id is None), key=_by_rank)
    for_whom = {seat.in_place_of_id: seat for seat in meeting.invited if seat.in_place_of_id}
    return [each for seat in own for each in (seat, for_whom.get(seat.account_id)) if each is not None]


def entry_of_seat(seat: Seat) -> Entry:
    """For one item a co-opted member is needed only then."""
    item = db.session.get(AgendaItem, seat.only_item_id) if seat.only_item_id else None
    if item is None or not item.starts_at:
        return entry_of_meeting(seat.meeting)
    return _entry(seat.meeting, seat.meeting.id, MEETING, (item.starts_at, _later(item.starts_at)))


def entry_of_meeting(meeting: Meeting) -> Entry:
    return _entry(meeting, meeting.id, MEETING, (meeting.starts_at, meeting.ends_at))


def entry_of_slot(meeting: Meeting, presented: Sequence[Presenter]) -> Entry:
    """From the first to the last item that they present. One appointment, however many those are."""
    slots = sorted(one.item.starts_at for one in presented if one.item.starts_at)
    hours = (slots[0], _later(slots[-1])) if slots else (meeting.starts_at, meeting.ends_at)
    return _entry(meeting, uuid.uuid5(meeting.id, "presenting"), ITEM, hours)


def _entry(meeting: Meeting, uid: uuid.UUID, title: str, hours: tuple[str, str]) -> Entry:
    return Entry(
        uid=uid,
        sequence=meeting.sequence,
        day=meeting.held_on,
        starts_at=hours[0],
        ends_at=hours[1],
        title=title,
        place=meeting.place,
    )


def _later(starts_at: str) -> str:
    return f"{datetime.strptime(starts_at, '%H:%M') + PRESENTING:%H:%M}"  # noqa: DTZ007 - a time of day


def _by_rank(seat: Seat) -> tuple[int, str, str]:
    return RANK[seat.capacity], seat.account.agency_name, folded(seat.account.name)


def _to_come() -> tuple[ColumnElement[bool], ...]:
    """Not Meeting.over, said in SQL."""
    return Meeting.held_on >= clock.today(), Meeting.state != MeetingState.CALLED_OFF


def _to_present(reader: Account) -> list[Presenter]:
    asked = select(Presenter).join(Presenter.item).join(AgendaItem.meeting)
    coming = asked.where(Presenter.account_id == reader.id, *_to_come())
    return [one for one in db.session.scalars(coming) if _may_present(one)]


def _may_present(presenter: Presenter) -> bool:
    """Whether they may still know of what they present."""
    referral_id = presenter.item.referral_id
    return referral_id is not None and referral_visible_to(presenter.account, referral_id) is not None


def _sitting(seat: Seat) -> Invited:
    entry = entry_of_seat(seat)
    return Invited(
        entry.day, entry.starts_at, entry.ends_at, entry.place, seat.capacity, seat.reply, seat_id=seat.id
    )


def _presenting(presenter: Presenter) -> Invited:
    entry = entry_of_slot(presenter.item.meeting, [presenter])
    as_what = "presents an item"
    return Invited(
        entry.day, entry.starts_at, entry.ends_at, entry.place, as_what, presenter.reply,
        presenter_id=presenter.id,
    )  # fmt: skip
