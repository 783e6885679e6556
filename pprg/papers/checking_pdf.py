"""PDFs: they open, they have pages, and they hold nothing that acts, and no other files."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from pprg.documents import pdf_pages
from pprg.errors import Refused

AGAIN = "Open it, print it to a new PDF, and choose that one."
DAMAGED = f"This PDF is damaged and cannot be read whole. {AGAIN}"
PARTS = 400_000
"""More than a bundle of three thousand pages has."""
_ACTS = {"/JS", "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/XFA"}
"""Keys, or kinds of action: scripts, programs to start, forms that send themselves away."""
_HOLDS = {"/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/GoToE"}


def look(content: bytes) -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would repeat what stands in the file
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("This PDF has a password. Save it without one and choose it again.")
        for thing in _things(reader):
            _refuse_what_acts(set(_named(thing)))
        with pdf_pages.opened(content) as document:
            if not len(document):
                raise Refused(f"This PDF has no pages. {AGAIN}")
    except (
        PyPdfError,
        pdf_pages.CannotOpen,
        RecursionError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ):
        raise Refused(DAMAGED) from None


def _refuse_what_acts(names: set[str]) -> None:
    if names & _ACTS:
        raise Refused(f"This PDF holds commands that would run when somebody opens it. {AGAIN}")
    if names & _HOLDS:
        raise Refused("This PDF carries other files inside. Send each of them on its own.")


def _things(reader: PdfReader) -> Iterator[Any]:
    """Every object of the file, those that no page leads to as well."""
    plain = [(number, generation) for generation, found in reader.xref.items() for number in found]
    packed = [(number, 0) for number in reader.xref_objStm]
    if len(plain) + len(packed) > PARTS:
        raise Refused(f"This PDF has more parts than we can look through. {AGAIN}")
    yield reader.trailer
    for number, generation in plain + packed:
        if number:
            yield IndirectObject(number, generation, reader).get_object()


def _named(thing: Any) -> Iterator[str]:
    """Keys of an object and what kind of action it is. References are not followed: each has its turn."""
    if isinstance(thing, DictionaryObject):
        yield from thing
        for key in ("/S", "/Type", "/Subtype"):
            yield str(thing.raw_get(key)) if key in thing else ""
        for key in thing:
            yield from _named(thing.raw_get(key))
    elif isinstance(thing, ArrayObject):
        for value in list.__iter__(thing):
            yield from _named(value)
