"""What each page about a request shows. The views say when; the templates say how."""

from pprg.requests.pages.answering import (
    both_texts,
    closed,
    form_of_part,
    form_of_writers,
    kept,
    one_part,
    onwards,
    returned,
    signs,
    to_answer,
    to_name_writers,
    to_return,
)
from pprg.requests.pages.asking import (
    asked,
    form_to_ask,
    is_id,
    of_case,
    overseen,
    said_of_chasing,
    to_ask,
)
from pprg.requests.pages.documents import documents_of, take_in
from pprg.requests.pages.reading import act, as_returned, asked_again

__all__ = [
    "act",
    "as_returned",
    "asked",
    "asked_again",
    "both_texts",
    "closed",
    "documents_of",
    "form_of_part",
    "form_of_writers",
    "form_to_ask",
    "is_id",
    "kept",
    "of_case",
    "one_part",
    "onwards",
    "overseen",
    "returned",
    "said_of_chasing",
    "signs",
    "take_in",
    "to_answer",
    "to_ask",
    "to_name_writers",
    "to_return",
]
