"""The verbs of the room: asking, writing, sending, authorising, screening, and noting who read."""

from pprg.referrals.services.advising import answer_advice, ask_team
from pprg.referrals.services.authorising import authorise_referral
from pprg.referrals.services.documents import (
    add_documents,
    describe_document,
    put_back_document,
    read_document,
    remove_document,
    send_documents,
)
from pprg.referrals.services.elsewhere import note_elsewhere
from pprg.referrals.services.later import add_to_referral, say_that_is_all, withdraw_referral
from pprg.referrals.services.noting import note_reading, note_reading_as_written, note_taking
from pprg.referrals.services.screening import (
    acknowledge_referral,
    change_outcome,
    close_referral,
    redirect_referral,
    return_referral,
    screen_referral,
    table_referral,
    take_off_agenda,
    take_up_referral,
)
from pprg.referrals.services.sending import NotReady, send_referral, send_the_rest
from pprg.referrals.services.tidying import tidy_drafts
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
    "add_documents",
    "add_rows",
    "add_to_referral",
    "answer_advice",
    "ask_team",
    "authorise_referral",
    "change_outcome",
    "close_referral",
    "describe_document",
    "enter_referral",
    "note_elsewhere",
    "note_reading",
    "note_reading_as_written",
    "note_taking",
    "put_back_document",
    "read_document",
    "redirect_referral",
    "remove_document",
    "remove_row",
    "return_referral",
    "save_row",
    "save_step",
    "say_that_is_all",
    "screen_referral",
    "send_documents",
    "send_referral",
    "send_the_rest",
    "share_draft",
    "start_referral",
    "stop_sharing",
    "table_referral",
    "take_off_agenda",
    "take_up_referral",
    "tidy_drafts",
    "withdraw_referral",
]
