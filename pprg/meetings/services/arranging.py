"""A meeting, who is invited, what is on its agenda, and from when its members know of the cases."""

from __future__ import annotations

from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings import queries
from pprg.meetings.models import AgendaItem, Meeting, Seat
from pprg.meetings.services import telling
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.states import SITS, MeetingEvent
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral


def arrange_meeting(*, held_on: date, starts_at: str, place: str, by: Account) -> Meeting:
    """Set a day, a time (24 hours, "10:00") and a place. Nobody but coordinators and chairs sees it yet."""
    _not_gone(held_on)
    meeting = Meeting(held_on=held_on, starts_at=starts_at, place=place)
    db.session.add(meeting)
    record("arranged", meeting, by=by)
    return meeting


def change_meeting(meeting: Meeting, *, held_on: date, starts_at: str, place: str, by: Account) -> None:
    """Move a meeting. Its day stays once a decision is begun: the criteria of that day are being weighed."""
    if held_on != meeting.held_on:
        _not_gone(held_on)
        if any(item.decisions for item in meeting.items):
            raise Refused("The day cannot change: a decision has been started at this meeting.")
    meeting.held_on, meeting.starts_at, meeting.place = held_on, starts_at, place
    record("changed", meeting, by=by)
    _members_know(meeting, by)
    telling.members(telling.CHANGED, meeting)


def invite_member(meeting: Meeting, account: Account, *, by: Account) -> Seat:
    """Give somebody a seat. Invited twice is invited once."""
    for seat in meeting.invited:
        if seat.account_id == account.id:
            return seat
    if not account.holds(*SITS):
        raise Refused("That person is not a member of the group today.")
    seat = Seat(meeting=meeting, account=account, account_id=account.id)
    db.session.add(seat)
    record("invited", meeting, by=by, account=account.id)
    _members_know(meeting, by, seats=[seat])
    if meeting.is_open:
        telling.member(telling.OPENED, seat)
    return seat


def take_seat_away(seat: Seat, *, by: Account) -> None:
    """Take an invitation back: whoever had it knows of these cases no longer, from the next request."""
    meeting, account = seat.meeting, seat.account
    db.session.delete(seat)
    db.session.flush()
    db.session.expire(meeting, ["invited"])
    record("took invitation back", meeting, by=by, account=account.id)
    if meeting.is_open:
        for item in meeting.items:
            let_member_know(item.case, account, by=by)


def put_on_agenda(meeting: Meeting, referral: Referral, *, by: Account) -> AgendaItem:
    """Put a referral that waits at the end of the agenda. Members of an opened one know at once.

    Put on twice is put on once.
    """
    for item in meeting.items:
        if item.referral_id == referral.id:
            return _still_on(item)
    if meeting.over:
        raise Refused("This meeting is over. Put the referral on the agenda of another.")
    if referral.case is None or referral.case_id is None:
        raise Refused("A referral that was not sent cannot be on an agenda.")
    referrals.table_referral(referral, by=by)
    item = AgendaItem(
        meeting=meeting,
        referral=referral,
        case=referral.case,
        case_id=referral.case_id,
        place=max((other.place for other in meeting.items), default=0) + 1,
    )
    db.session.add(item)
    record("put on agenda", item, by=by, meeting=meeting.id)
    _members_know(meeting, by, items=[item])
    telling.members(telling.CHANGED, meeting)
    return item


def take_off_agenda(item: AgendaItem, *, by: Account) -> None:
    """Let the referral wait again. An item on which a decision was begun stays where it was weighed."""
    if item.decisions:
        raise Refused("A decision has been started on this item, so it stays on the agenda.")
    meeting, case = item.meeting, item.case
    record("took off agenda", item, by=by, meeting=meeting.id)
    if item.referral is not None:
        referrals.take_off_agenda(item.referral, by=by)
    db.session.delete(item)
    db.session.flush()
    db.session.expire(meeting, ["items"])
    if meeting.is_open:
        for seat in meeting.invited:
            let_member_know(case, seat.account, by=by)
        telling.members(telling.CHANGED, meeting)


def move_item(item: AgendaItem, *, up: bool, by: Account) -> None:
    """Move an item one line up or down, as the agenda reads for whoever moves it. At the end it stays."""
    lines = [line.item for line in queries.agenda_of(by, item.meeting)]
    seen = [line for line in lines if line is not None]
    there = seen.index(item) + (-1 if up else 1)
    if not 0 <= there < len(seen):
        return
    order = list(item.meeting.items)
    order.remove(item)
    order.insert(order.index(seen[there]) + (0 if up else 1), item)
    for place, moved in enumerate(order, start=1):
        moved.place = place
    item.meeting.items.sort(key=lambda moved: moved.place)
    record("moved", item, by=by, place=item.place)


def open_agenda(meeting: Meeting, *, by: Account) -> None:
    """Show the agenda to its members, who know of its cases from now until 30 days after the meeting."""
    if meeting.is_open:
        return
    if not meeting.items:
        raise Refused("There is nothing on the agenda yet. Put a referral on it first.")
    if not meeting.invited:
        raise Refused("Nobody is invited yet. Invite the members first.")
    meeting.move(MeetingEvent.OPEN)
    meeting.agenda_opened_at = clock.now()
    record("opened agenda of", meeting, by=by)
    _members_know(meeting, by)
    telling.members(telling.OPENED, meeting)


def _still_on(item: AgendaItem) -> AgendaItem:
    if item.settled:
        raise Refused("The group has decided to wait at this meeting. Put it on the agenda of another.")
    return item


def _not_gone(day: date) -> None:
    if day < clock.today():
        raise Refused("The day of the meeting must be today or later.")


def _members_know(
    meeting: Meeting, by: Account, *, seats: list[Seat] | None = None, items: list[AgendaItem] | None = None
) -> None:
    """Once the agenda is open, its members (or these) may know of the cases on it (or of these).

    Each of them says first, case by case, whether they have an interest in it.
    """
    if not meeting.is_open:
        return
    for seat in meeting.invited if seats is None else seats:
        for item in meeting.items if items is None else items:
            let_member_know(item.case, seat.account, by=by)
