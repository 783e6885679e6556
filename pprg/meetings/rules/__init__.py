"""Who may do what at a meeting. *When* they may is in states."""

from pprg.meetings.rules.deciding import (
    read_decision,
    read_decisions_of_case,
    record_decision,
    sign_decision,
    start_decision,
)
from pprg.meetings.rules.sitting import (
    arrange_item,
    arrange_meeting,
    list_meetings,
    prepare_meeting,
    read_item,
    read_meeting,
    step_out,
    take_seat_away,
)

__all__ = [
    "arrange_item",
    "arrange_meeting",
    "list_meetings",
    "prepare_meeting",
    "read_decision",
    "read_decisions_of_case",
    "read_item",
    "read_meeting",
    "record_decision",
    "sign_decision",
    "start_decision",
    "step_out",
    "take_seat_away",
]
