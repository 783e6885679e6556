"""The verbs of the room: arranging a meeting and its agenda, deciding, and what members are told."""

from pprg.meetings.services.agenda import carry_over, move_item, put_review_on_agenda
from pprg.meetings.services.arranging import (
    arrange_meeting,
    arrange_once,
    change_meeting,
    open_agenda,
    put_on_agenda,
    take_off_agenda,
)
from pprg.meetings.services.attending import leave, note_arrival
from pprg.meetings.services.beginning import start_decision
from pprg.meetings.services.deciding import (
    Overtaken,
    hand_back_decision,
    record_decision,
    remove_decision,
    save_decision,
    take_back_decision,
)
from pprg.meetings.services.interests import declare_interest, rule_on_interest, step_out
from pprg.meetings.services.inviting import invite_member, take_seat_away
from pprg.meetings.services.ratifying import answer_ratification
from pprg.meetings.services.signing import sign_decision

__all__ = [
    "Overtaken",
    "answer_ratification",
    "arrange_meeting",
    "arrange_once",
    "carry_over",
    "change_meeting",
    "declare_interest",
    "hand_back_decision",
    "invite_member",
    "leave",
    "move_item",
    "note_arrival",
    "open_agenda",
    "put_on_agenda",
    "put_review_on_agenda",
    "record_decision",
    "remove_decision",
    "rule_on_interest",
    "save_decision",
    "sign_decision",
    "start_decision",
    "step_out",
    "take_back_decision",
    "take_off_agenda",
    "take_seat_away",
]
