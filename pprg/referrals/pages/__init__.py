"""What each page about a referral shows. The views say when; the templates say how."""

from pprg.referrals.pages.asking_the_team import asked_of_the_team, to_answer
from pprg.referrals.pages.authorising import to_authorise
from pprg.referrals.pages.documents import documents_of, form_of_document, one_document, take_in
from pprg.referrals.pages.lists import the_list
from pprg.referrals.pages.pasting import add_pasted, after_pasting, keep_paste, paste_form, to_paste
from pprg.referrals.pages.reading import to_read
from pprg.referrals.pages.rows import Entry, back_to_list, entry_of, one_row, save_row
from pprg.referrals.pages.screening import (
    elsewhere_form,
    letter_of,
    question_form,
    the_grid,
    to_note_elsewhere,
    to_redirect,
    with_letter,
)
from pprg.referrals.pages.sending import to_check, to_its_writer, what_is_left
from pprg.referrals.pages.sharing import not_named_yet, to_share
from pprg.referrals.pages.writing import (
    both_texts,
    form_for,
    is_open,
    kept,
    one_step,
    onwards,
    save,
)

__all__ = [
    "Entry",
    "add_pasted",
    "after_pasting",
    "asked_of_the_team",
    "back_to_list",
    "both_texts",
    "documents_of",
    "elsewhere_form",
    "entry_of",
    "form_for",
    "form_of_document",
    "is_open",
    "keep_paste",
    "kept",
    "letter_of",
    "not_named_yet",
    "one_document",
    "one_row",
    "one_step",
    "onwards",
    "paste_form",
    "question_form",
    "save",
    "save_row",
    "take_in",
    "the_grid",
    "the_list",
    "to_answer",
    "to_authorise",
    "to_check",
    "to_its_writer",
    "to_note_elsewhere",
    "to_paste",
    "to_read",
    "to_redirect",
    "to_share",
    "what_is_left",
    "with_letter",
]
