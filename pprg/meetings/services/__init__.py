"""The verbs of the room: arranging a meeting and its agenda, deciding, and what members are told."""

from pprg.meetings.services.arranging import (
    arrange_meeting,
    change_meeting,
    invite_member,
    move_item,
    open_agenda,
    put_on_agenda,
    step_out,
    take_off_agenda,
    take_seat_away,
)
from pprg.meetings.services.deciding import (
    Overtaken,
    hand_back_decision,
    record_decision,
    remove_decision,
    save_decision,
    sign_decision,
    start_decision,
    take_back_decision,
)

__all__ = [
    "Overtaken",
    "arrange_meeting",
    "change_meeting",
    "hand_back_decision",
    "invite_member",
    "move_item",
    "open_agenda",
    "put_on_agenda",
    "record_decision",
    "remove_decision",
    "save_decision",
    "sign_decision",
    "start_decision",
    "step_out",
    "take_back_decision",
    "take_off_agenda",
    "take_seat_away",
]
