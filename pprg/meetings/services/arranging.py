"""A meeting, who is invited, what is on its agenda, and from when its members know of the cases."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db, take_turns
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.again import decided_before, to_look_at_again
from pprg.meetings.queries.agenda import section_for
from pprg.meetings.services import telling
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.agenda import add_item, bring_chairs_actions
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.services.inviting import ask_again
from pprg.meetings.services.presenting import item_goes
from pprg.meetings.states import MeetingEvent, MeetingKind, MeetingState
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral

LOOK_AGAIN = "The decision was challenged. The group is asked to look at it again."


def arrange_meeting(
    *,
    held_on: date,
    starts_at: str,
    place: str,
    by: Account,
    ends_at: str = "12:30",
    kind: MeetingKind = MeetingKind.ORDINARY,
    because: str = "",
) -> Meeting:
    """Set a day, times (24 hours, "10:00") and a place. Nobody but coordinators and chairs sees it yet.

    What the chair decided since the last meeting comes on the agenda of the next by itself.
    """
    _not_gone(held_on)
    meeting = Meeting(
        held_on=held_on, starts_at=starts_at, ends_at=ends_at, place=place, kind=kind, because=because
    )
    db.session.add(meeting)
    record("arranged", meeting, by=by, kind=kind.name)
    db.session.flush()
    bring_chairs_actions(meeting, by=by)
    return meeting


def arrange_once(*, held_on: date, starts_at: str, ends_at: str, place: str, by: Account) -> Meeting:
    """The meeting of that day, time and place, which is there already where a button was pressed twice."""
    take_turns()
    same = select(Meeting).where(
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.state != MeetingState.CALLED_OFF,
        Meeting.held_on == held_on,
        Meeting.starts_at == starts_at,
        Meeting.ends_at == ends_at,
        Meeting.place == place,
    )
    there = db.session.scalars(same.limit(1)).first()
    return there or arrange_meeting(held_on=held_on, starts_at=starts_at, ends_at=ends_at, place=place, by=by)


def change_meeting(
    meeting: Meeting, *, held_on: date, starts_at: str, place: str, by: Account, ends_at: str = ""
) -> None:
    """Move a meeting. Its day stays once a decision is begun: the criteria of that day are being weighed."""
    if meeting.called_off:
        raise Refused("This meeting is called off. Arrange another.")
    if held_on != meeting.held_on:
        _not_gone(held_on)
        if any(item.decisions for item in meeting.items):
            raise Refused("The day cannot change: a decision has been started at this meeting.")
    before = (meeting.held_on, meeting.starts_at, meeting.ends_at), meeting.place
    after = (held_on, starts_at, ends_at or meeting.ends_at), place
    (meeting.held_on, meeting.starts_at, meeting.ends_at), meeting.place = after
    record("changed", meeting, by=by)
    _members_know(meeting, by)
    if before != after:
        ask_again(meeting, another_time=before[0] != after[0])


def put_on_agenda(meeting: Meeting, referral: Referral, *, by: Account) -> AgendaItem:
    """Put a referral that waits at the end of the agenda. Members of an opened one know at once.

    Put on twice is put on once.
    """
    for item in meeting.items:
        if item.referral_id == referral.id:
            return _still_on(item)
    if meeting.over:
        raise Refused(f"This meeting is {meeting.ended}. Put the referral on the agenda of another.")
    if referral.case is None:
        raise Refused("A referral that was not sent cannot be on an agenda.")
    if any(one.decision.item.referral_id == referral.id for one in to_look_at_again(by)):
        return put_before_again(referral, meeting, asked=LOOK_AGAIN, by=by)
    section = section_for(referral)
    referrals.table_referral(referral, by=by)
    return add_item(meeting, referral.case, section, by=by, referral=referral)


def take_off_agenda(item: AgendaItem, *, by: Account) -> None:
    """Let the referral wait again, unless it was carried over from a meeting that is still to come.

    An item on which a decision was begun stays where it was weighed. Taken off twice is taken off once.
    """
    if db.session.scalar(select(AgendaItem.id).where(AgendaItem.id == item.id).with_for_update()) is None:
        return
    if item.decisions:
        raise Refused("A decision has been started on this item, so it stays on the agenda.")
    if item.carried_on:
        raise Refused("This item was carried over, so it stays in the record.")
    _has_no_notes(item)
    meeting, case, earlier = item.meeting, item.case, item.carried_from
    record("took off agenda", item, by=by, meeting=meeting.id)
    item_goes(item, by=by)
    if item.referral is not None and not item.confirms and not _stands_otherwise(item):
        referrals.take_off_agenda(item.referral, by=by)
    db.session.delete(item)
    db.session.flush()
    db.session.expire(meeting, ["items"])
    if earlier is not None:
        db.session.expire(earlier, ["carried_to"])
    if meeting.is_open:
        for seat in meeting.invited:
            let_member_know(case, seat.account, by=by)
        telling.members(telling.CHANGED, meeting)


def _has_no_notes(item: AgendaItem) -> None:
    """Boxes that were written in and emptied again go with the item."""
    for minute in [minute for minute in item.meeting.minutes if minute.item_id == item.id]:
        if minute.words:
            raise Refused("The minutes have notes on this item, so it stays on the agenda.")
        db.session.delete(minute)


def open_agenda(meeting: Meeting, *, by: Account) -> None:
    """Show the agenda to its members, who know of its cases from now until 30 days after the meeting."""
    if meeting.is_open:
        return
    bring_chairs_actions(meeting, by=by)
    if not meeting.items:
        raise Refused("There is nothing on the agenda yet. Put a referral on it first.")
    if not meeting.invited:
        raise Refused("Nobody is invited yet. Invite the members first.")
    meeting.move(MeetingEvent.OPEN)
    meeting.agenda_opened_at = clock.now()
    record("opened agenda of", meeting, by=by)
    _members_know(meeting, by)
    telling.members(telling.OPENED, meeting)


def _stands_otherwise(item: AgendaItem) -> bool:
    """Whether it was decided before, or a meeting that is still to come hears it once this one does not."""
    if decided_before(item):
        return True
    earlier = item.carried_from.meeting if item.carried_from else None
    return earlier is not None and not earlier.over and earlier.state != MeetingState.CLOSED


def _still_on(item: AgendaItem) -> AgendaItem:
    if item.settled:
        raise Refused("The group has decided to wait at this meeting. Put it on the agenda of another.")
    return item


def _not_gone(day: date) -> None:
    if day < clock.today():
        raise Refused("The day of the meeting must be today or later.")


def _members_know(meeting: Meeting, by: Account) -> None:
    """Once the agenda is open, its members may know of the cases on it.

    Each of them says first, case by case, whether they have an interest in it.
    """
    if not meeting.is_open:
        return
    for seat in meeting.invited:
        for item in meeting.items:
            let_member_know(item.case, seat.account, by=by)
