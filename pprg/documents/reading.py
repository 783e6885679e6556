"""The words of a finished file, wherever they stand or hide.

The disclosure check reads what is handed out, not what was meant to be: a name may be left in a comment, in a
deleted line, in the alternative text of a picture or in the workbook behind a chart. Everything is read, and
each place is named in words by which a reviewer finds it. A file that cannot be read is never clean.
"""

from __future__ import annotations

from collections.abc import Callable

from pprg.documents import reading_deck, reading_page, reading_pdf, reading_word, reading_zip
from pprg.documents.places import CannotRead, Place

__all__ = ["CannotRead", "Place", "places"]

_READERS: dict[str, Callable[[bytes], list[Place]]] = {
    ".docx": reading_word.places,
    ".pptx": reading_deck.places,
    ".pdf": reading_pdf.places,
    ".html": reading_page.places,
    ".zip": reading_zip.places,
}


def places(file: bytes, suffix: str) -> list[Place]:
    """Every place with words in it, pages first and hidden corners after. Raises CannotRead, in words."""
    reader = _READERS.get(suffix.lower())
    if reader is None:
        raise CannotRead(f"Files that end in {suffix or 'nothing'} cannot be read.")
    return [place for place in reader(file) if place.text.strip()]
