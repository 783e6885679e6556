"""Who is in the room, from when until when."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import Attendance, Seat
from pprg.meetings.states import MeetingState


def note_arrival(seat: Seat, *, by: Account) -> None:
    """They are in the room. Noted twice is noted once."""
    _not_closed(seat)
    if not seat.is_there:
        db.session.add(Attendance(seat=seat, came_at=clock.now()))
        record("noted arrival", seat.meeting, by=by, account=seat.account_id)


def leave(seat: Seat, *, by: Account) -> None:
    """They have left the room."""
    _not_closed(seat)
    for attendance in seat.attendances:
        if attendance.left_at is None:
            attendance.left_at = clock.now()
            record("noted leaving", seat.meeting, by=by, account=seat.account_id)


def undo_last(seat: Seat, *, by: Account) -> None:
    """Take back what was noted last of somebody: that they left, or else that they came."""
    _not_closed(seat)
    if not seat.attendances:
        return
    last = seat.attendances[-1]
    if last.left_at is not None:
        last.left_at = None
    else:
        seat.attendances.remove(last)
    record("took back a note of attendance", seat.meeting, by=by, account=seat.account_id)


def _not_closed(seat: Seat) -> None:
    if seat.meeting.called_off:
        raise Refused("This meeting is called off, so nobody is in the room.")
    if seat.meeting.state == MeetingState.CLOSED:
        raise Refused("This meeting is closed. Reopen it first, with a reason.")
