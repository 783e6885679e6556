"""Where the words of a slide stand: the frames in the file, and the letters as LibreOffice prints them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
from pptx import Presentation
from pptx.oxml.ns import qn

from pprg.documents.pictures import as_pdf

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass(frozen=True)
class Where:
    """A stretch of a slide, in points from its top left corner."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Where, slack: float) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def crosses(self, other: Where, slack: float) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left) > slack
        return across and min(self.bottom, other.bottom) - max(self.top, other.top) > slack


def opened(file: bytes):
    return Presentation(BytesIO(file))


def is_decorative(shape) -> bool:
    return next(shape._element.iter(DECORATIVE), None) is not None


def frames(slide) -> list[Where]:
    """What may hold words. Insets are taken off: letters that touch a panel's edge have run over."""
    layout = [box for box in slide.slide_layout.placeholders if box.has_text_frame]
    insets = {box.placeholder_format.idx: box.text_frame.margin_left / 12700 for box in layout}
    found = []
    for shape in slide.shapes:
        if is_decorative(shape):
            continue
        left, top, wide, tall = (side / 12700 for side in (shape.left, shape.top, shape.width, shape.height))
        inset = insets.get(shape.placeholder_format.idx, 0) if shape.has_text_frame else 0
        found.append(Where(shape.name, left + inset, top + inset, left + wide - inset, top + tall - inset))
    return found


def letters(file: bytes) -> list[list[Where]]:
    """Each page's visible letters. Boxes are those of the ink, as PDFium finds them."""
    with pypdfium2.PdfDocument(as_pdf(file, ".pptx")) as document:
        return [_letters(page) for page in document]


def _letters(page) -> list[Where]:
    words, tall = page.get_textpage(), page.get_height()
    found = []
    for place in range(words.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(words, place))
        if letter.isspace() or not letter.isprintable():
            continue
        left, bottom, right, top = words.get_charbox(place)
        found.append(Where(letter, left, tall - top, right, tall - bottom))
    return found


def all_words(file: bytes) -> str:
    """The words on all slides, box after box, without what is not a person's: white space."""
    found = []
    for slide in opened(file).slides:
        for paragraph in slide._element.iter(qn("a:p")):
            found.append("".join(text.text or "" for text in paragraph.iter(qn("a:t"))))
    return "\n".join(found)


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text
