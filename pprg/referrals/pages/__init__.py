"""What each page about a referral shows. The views say when; the templates say how."""

from pprg.referrals.pages.documents import documents_of, form_of_document, one_document, take_in
from pprg.referrals.pages.lists import the_list
from pprg.referrals.pages.reading import to_authorise, to_read
from pprg.referrals.pages.rows import Entry, back_to_list, entry_of, one_row, save_row, to_a_new_row
from pprg.referrals.pages.writing import (
    both_texts,
    form_for,
    is_open,
    kept,
    one_step,
    onwards,
    save,
    to_check,
    what_is_left,
)

__all__ = [
    "Entry",
    "back_to_list",
    "both_texts",
    "documents_of",
    "entry_of",
    "form_for",
    "form_of_document",
    "is_open",
    "kept",
    "one_document",
    "one_row",
    "one_step",
    "onwards",
    "save",
    "save_row",
    "take_in",
    "the_list",
    "to_a_new_row",
    "to_authorise",
    "to_check",
    "to_read",
    "what_is_left",
]
