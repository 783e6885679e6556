"""PDFs opened for reading and for drawing. PDFium must never be entered by two threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2

_ONE_AT_A_TIME = RLock()


class CannotOpen(ValueError):  # noqa: N818 - a sentence to a person
    """Not a PDF that can be opened. The words say what is wrong with it."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, for as long as the block lasts; other threads wait."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            raise CannotOpen("This PDF cannot be opened. It may be damaged or locked.") from None
        try:
            yield document
        finally:
            document.close()
