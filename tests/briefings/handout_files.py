"""Handouts as files: made, read back, and opened as a reader would."""

from __future__ import annotations

from pprg.briefings.handouts.content import Handout, PartKind
from pprg.briefings.products import drawn, product_called
from pprg.documents import reading
from pprg.publications.record import LearningRecord
from tests.briefings.records import imprint

SUFFIXES = ("docx", "pdf")


def composed(product: str, read: LearningRecord, choices=None) -> Handout:
    return product_called(product).composes(read, choices or {}, imprint(read))


def made(product: str, suffix: str, read: LearningRecord, choices=None) -> bytes:
    return drawn(product_called(product), suffix, read, choices or {}, imprint(read))


def squeezed(text: str) -> str:
    return "".join(text.split())


def all_of(content: bytes, suffix: str) -> str:
    return squeezed("".join(place.text for place in reading.places(content, f".{suffix}")))


def in_order(words: Handout) -> list[str]:
    """Every text of the parts, in the order in which somebody reads it."""
    said: list[str] = []
    for part in words.parts:
        said += [part.heading, part.intro, *part.columns, *(cell for row in part.rows for cell in row)]
        if part.kind is not PartKind.SEND:
            said += [text for line in part.lines for text in (line.lead, line.text)]
    return [squeezed(text) for text in said if text]


def stands_in_order(texts: list[str], whole: str) -> bool:
    at = 0
    for text in texts:
        at = whole.find(text, at)
        if at < 0:
            return False
        at += len(text)
    return True
