"""The verbs of the room: writing, sending, authorising, screening, and noting who read."""

from pprg.referrals.services.authorising import authorise_referral
from pprg.referrals.services.noting import note_reading, note_reading_as_written, note_taking
from pprg.referrals.services.screening import (
    acknowledge_referral,
    close_referral,
    redirect_referral,
    return_referral,
    screen_referral,
    table_referral,
    take_off_agenda,
)
from pprg.referrals.services.sending import (
    NotReady,
    add_to_referral,
    say_that_is_all,
    send_referral,
    send_the_rest,
    withdraw_referral,
)
from pprg.referrals.services.writing import (
    Overtaken,
    add_rows,
    enter_referral,
    remove_row,
    save_row,
    save_step,
    share_draft,
    start_referral,
    stop_sharing,
)

__all__ = [
    "NotReady",
    "Overtaken",
    "acknowledge_referral",
    "add_rows",
    "add_to_referral",
    "authorise_referral",
    "close_referral",
    "enter_referral",
    "note_reading",
    "note_reading_as_written",
    "note_taking",
    "redirect_referral",
    "remove_row",
    "return_referral",
    "save_row",
    "save_step",
    "say_that_is_all",
    "screen_referral",
    "send_referral",
    "send_the_rest",
    "share_draft",
    "start_referral",
    "stop_sharing",
    "table_referral",
    "take_off_agenda",
    "withdraw_referral",
]
