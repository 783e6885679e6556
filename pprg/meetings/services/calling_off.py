"""A meeting does not take place: its cases wait for another, and everybody invited hears of it."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings import rules
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries import inviting as queries
from pprg.meetings.queries.agenda import next_ordinary_meeting
from pprg.meetings.services import calling, telling
from pprg.meetings.services.agenda import bring_chairs_actions
from pprg.meetings.services.arranging import take_off_agenda
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.services.presenting import item_goes
from pprg.meetings.states import MeetingEvent
from pprg.notices.calendar import Entry, Method
from pprg.notices.services import Words, put_in, was_sent, worded_by

CALLED_OFF = "meeting called off"
NOT_HEARD = "item not heard"


def call_off_meeting(meeting: Meeting, *, because: str, by: Account) -> None:
    """Let everything on its agenda go and tell everybody invited. Called off twice is called off once.

    What the chair decided between meetings goes to the next ordinary one, if that is arranged.
    """
    _hold(meeting)
    if meeting.called_off:
        return
    _can_be_called_off(meeting)
    if not because.strip():
        raise Refused("Say why the meeting is called off.")
    meeting.move(MeetingEvent.CALL_OFF)
    meeting.because = because.strip()
    meeting.sequence += 1
    record("called off", meeting, by=by)
    _tell_everybody(meeting)
    for item in list(meeting.items):
        _let_go(item, by)
    coming = next_ordinary_meeting(clock.today())
    if coming is not None:
        bring_chairs_actions(coming, by=by)


def _can_be_called_off(meeting: Meeting) -> None:
    if meeting.over:
        raise Refused("This meeting is over.")
    if any(item.decisions for item in meeting.items):
        raise Refused(
            "A decision has been started at this meeting. Carry that item over to another meeting first."
        )
    if any(seat.attendances for seat in meeting.invited):
        raise Refused("Somebody is noted as being in the room. Take that back first.")


def _let_go(item: AgendaItem, by: Account) -> None:
    """What was carried over stays in the record here; all else waits again. Nobody knows of it from here."""
    if item.carried_on is None:
        take_off_agenda(item, by=by)
        return
    item_goes(item, by=by)
    for seat in item.meeting.invited:
        let_member_know(item.case, seat.account, by=by)


def _tell_everybody(meeting: Meeting) -> None:
    for seat in meeting.invited:
        put_in(CALLED_OFF, to=seat.account_id, about=meeting.id)
    for account_id in {one.account_id for item in meeting.items for one in item.presenters}:
        put_in(NOT_HEARD, to=account_id, about=meeting.id)


def _hold(meeting: Meeting) -> None:
    """One after the other, each seeing what the one before has done."""
    db.session.flush()
    held = select(Meeting).where(Meeting.id == meeting.id).with_for_update()
    db.session.scalars(held, execution_options={"populate_existing": True}).one()
    db.session.expire(meeting, ["items", "invited"])


def _called_off(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    meeting, heard_by = db.session.get(Meeting, meeting_id), (*calling.A_MEETING, telling.OPENED)
    if meeting is None or not any(was_sent(kind, to_id, meeting_id) for kind in heard_by):
        return None
    account = account_by_id(to_id)
    path = f"/meetings/{meeting_id}" if rules.read_meeting(account, meeting) else ""
    said = "The meeting of the group on {when} is called off. You need not come."
    return _words(account, meeting, said, queries.entry_of_meeting(meeting), path)


def _not_heard(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    meeting = db.session.get(Meeting, meeting_id)
    if meeting is None or not any(was_sent(kind, to_id, meeting_id) for kind in calling.AN_ITEM):
        return None
    said = (
        "The meeting of the group on {when} is called off, so your item is not heard then. You need not "
        "come. You are told when it is to be heard at another."
    )
    return _words(account_by_id(to_id), meeting, said, queries.entry_of_slot(meeting, []))


def _words(
    account: Account | None, meeting: Meeting, said: str, entry: Entry, path: str = ""
) -> Words | None:
    if account is None or not account.active or meeting.held_on < clock.today():
        return None
    when = f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
    return Words(
        address=account.email,
        subject=f"Meeting on {when}",
        body=said.format(when=when),
        path=path,
        calendar=entry,
        method=Method.CANCEL,
    )


worded_by(CALLED_OFF, _called_off)
worded_by(NOT_HEARD, _not_heard)
