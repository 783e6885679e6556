"""Who sees meetings and their items, and who prepares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg import clock
from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.states import SITS, MeetingKind

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.meetings.models import AgendaItem, Meeting, Seat


def list_meetings(reader: Account | None) -> bool:
    """Members of the group see a list; an invitation decides what is on it."""
    return reader is not None and reader.holds(*SITS)


def arrange_meeting(reader: Account | None) -> bool:
    """Coordinators arrange meetings."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def read_meeting(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators and chairs see every meeting, but one called for a case that they may not hear of; members those they are invited to, from the opening of the agenda until 30 days after."""  # noqa: E501
    if reader is None or not reader.holds(*SITS) or not may_hear_of_meeting(reader, meeting):
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return True
    seated = any(seat.account_id == reader.id for seat in meeting.invited)
    return seated and meeting.is_open and clock.today() <= meeting.members_know_until


def may_hear_of_meeting(account: Account, meeting: Meeting) -> bool:
    """That there is a meeting for one case tells that there is the case: who is kept out of it quietly, or is not named on it, hears of neither."""  # noqa: E501
    if meeting.kind == MeetingKind.ORDINARY or not meeting.items:
        return True
    return any(_may_hear_of(account, item.case) for item in meeting.items)


def sits_for_all_of(reader: Account | None, meeting: Meeting) -> bool:
    """Who sees the meeting and is not invited for one item alone."""
    if reader is None or not read_meeting(reader, meeting):
        return False
    mine = next((seat for seat in meeting.invited if seat.account_id == reader.id), None)
    return reader.holds(Role.COORDINATOR, Role.CHAIR) or (mine is not None and mine.only_item_id is None)


def prepare_meeting(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators prepare a meeting: its day, its members, its agenda, and when members see it."""
    return arrange_meeting(reader) and read_meeting(reader, meeting)


def take_seat_away(reader: Account | None, seat: Seat) -> bool:
    """Coordinators take an invitation back."""
    return prepare_meeting(reader, seat.meeting)


def read_item(reader: Account | None, item: AgendaItem) -> bool:
    """Who sees the meeting, is not invited for another item alone, and may look into the case; nobody who has stepped out of it."""  # noqa: E501
    return (
        read_meeting(reader, item.meeting)
        and _within_seat(reader, item)
        and cases.look_into_case(reader, item.case)
    )


def arrange_item(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators move an item that they may read, or take it off the agenda."""
    return arrange_meeting(reader) and read_item(reader, item)


def step_out(reader: Account | None, item: AgendaItem) -> bool:
    """Everyone who reads an item may step out of its case, for themselves alone."""
    return read_item(reader, item)


def _within_seat(reader: Account | None, item: AgendaItem) -> bool:
    if reader is None or reader.holds(Role.COORDINATOR, Role.CHAIR):
        return reader is not None
    mine = next((seat for seat in item.meeting.invited if seat.account_id == reader.id), None)
    return mine is not None and mine.only_item_id in (None, item.id)


def _may_hear_of(account: Account, case: Case) -> bool:
    out = [gone for gone in case.steppings_out if gone.account_id == account.id]
    if out:
        return not any(gone.quiet for gone in out)
    return not case.restricted or cases.look_into_case(account, case)
