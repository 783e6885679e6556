"""Who sees and sets how many it takes to decide, and who notes who is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.meetings.rules.sitting import list_meetings, prepare_meeting, sits_for_all_of

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import Meeting, Seat


def read_quorum(reader: Account | None) -> bool:
    """Members of the group read who must be there for a decision."""
    return list_meetings(reader)


def set_quorum(reader: Account | None) -> bool:
    """Coordinators and chairs set who must be there for a decision, from a day on."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)


def see_attendance(reader: Account | None, meeting: Meeting) -> bool:
    """Who sees the meeting, and is not invited for one item alone, sees who is in the room."""
    return sits_for_all_of(reader, meeting)


def note_attendance(reader: Account | None, seat: Seat) -> bool:
    """Coordinators note who comes and who leaves."""
    return prepare_meeting(reader, seat.meeting)
