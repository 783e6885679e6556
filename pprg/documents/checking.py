"""What in a finished file would shut somebody out, in sentences.

The rules are those of the accessibility checkers of Word and PowerPoint, of PDF/UA and of WCAG, and a few of
the house. They are asked of the very bytes that readers would get: a template that a partnership changed
is checked like our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pprg.documents import checking_deck, checking_page, checking_pdf, checking_word, checking_zip
from pprg.documents.places import CannotRead

_CHECKS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".docx": checking_word.faults,
    ".pptx": checking_deck.faults,
    ".pdf": checking_pdf.faults,
    ".html": checking_page.faults,
    ".zip": checking_zip.faults,
}


def faults(file: bytes, suffix: str) -> list[str]:
    """Every fault that keeps a file from being released, once each. Empty means that none was found."""
    check = _CHECKS.get(suffix.lower())
    if check is None:
        return [f"Files that end in {suffix or 'nothing'} cannot be checked."]
    try:
        return list(dict.fromkeys(check(file)))
    except CannotRead as wrong:
        return [str(wrong)]
