"""Who says of themselves, or of somebody else, that they have an interest, and who rules on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.rules.sitting import arrange_item, read_item, read_meeting
from pprg.meetings.states import CHAIRS

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import AgendaItem, Interest, Meeting, Seat


def say_interests(reader: Account | None, meeting: Meeting) -> bool:
    """Who sits at a meeting that they see says of each of its cases whether they have an interest."""
    return read_meeting(reader, meeting) and any(_sits(seat, reader) for seat in meeting.invited)


def declare_interest(reader: Account | None, item: AgendaItem) -> bool:
    """Who sits at the meeting for this item says whether they have an interest, before the case opens to them and later; not of one that they stepped out of or that is restricted."""  # noqa: E501
    if reader is None or item.meeting.called_off or not sits_for(reader, item):
        return False
    if not read_meeting(reader, item.meeting):
        return False
    if any(out.account_id == reader.id for out in item.case.steppings_out):
        return False
    return not item.case.restricted or cases.look_into_case(reader, item.case)


def sits_for(reader: Account, item: AgendaItem) -> bool:
    """Whether they have a seat at the meeting that this item is part of."""
    return any(_sits(seat, reader) and seat.only_item_id in (None, item.id) for seat in item.meeting.invited)


def declare_for_another(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators who read the item say of somebody who sits at the meeting that they have an interest, with a reason."""  # noqa: E501
    return arrange_item(reader, item)


def see_interests(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators and chairs who read the item see what everybody said, and what the chair made of it."""
    return reader is not None and (
        read_item(reader, item) and (reader.holds(Role.COORDINATOR, Role.CHAIR) or _chairs(reader, item))
    )


def rule_on_interest(reader: Account | None, said: Interest) -> bool:
    """Chairs who read the item, and whoever chairs or deputises at this meeting, rule on an interest; nobody on their own."""  # noqa: E501
    if reader is None or said.account_id == reader.id or not read_item(reader, said.item):
        return False
    return reader.holds(Role.CHAIR) or _chairs(reader, said.item)


def _chairs(reader: Account, item: AgendaItem) -> bool:
    return any(_sits(seat, reader) and seat.capacity in CHAIRS for seat in item.meeting.invited)


def _sits(seat: Seat, reader: Account | None) -> bool:
    return reader is not None and seat.account_id == reader.id
