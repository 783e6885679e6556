"""A letter on the house's paper, as Word and as PDF. Words in, files out: it knows no case.

In the words a blank line begins a paragraph, a line that begins with "## " is a heading, and lines that
begin with "- " are the points of a list.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from pprg.documents import pdf, word
from pprg.documents.properties import Properties

log = logging.getLogger(__name__)

TEMPLATES = Path(__file__).parents[2] / "briefing_templates"
HEADING, POINT, TEXT = "heading", "point", "text"
_MARKS = {"## ": HEADING, "- ": POINT}


class NotDrawn(RuntimeError):  # noqa: N818 - what went wrong, for whoever sends the letter
    """A file of the letter could not be made. Why is in the log."""


@dataclass(frozen=True)
class Piece:
    """One heading, one point of a list, or one paragraph."""

    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class LetterOnPaper:
    """Everything on the paper, and nothing else of the case."""

    reference: str
    to: str
    dated: date
    subject: str
    words: str
    signed: str
    house: str
    contact: str
    marking: str
    about: str = "A letter"
    """What the file says of itself, where a computer lists files."""
    draft: bool = False
    """Whether it was never sent: every page says so."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces_of(self.words)


def pieces_of(words: str) -> tuple[Piece, ...]:
    """What is typed, as it stands on the paper. A paragraph keeps the line ends within it."""
    found: list[Piece] = []
    for part in re.split(r"\n\s*\n", words):
        lines: list[str] = []
        for line in part.strip().splitlines():
            mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
            if not mark:
                lines.append(line.rstrip())
                continue
            found += _text(lines)
            lines = []
            if said := line.removeprefix(mark).strip():
                found.append(Piece(_MARKS[mark], said))
        found += _text(lines)
    return tuple(found)


def as_docx(letter: LetterOnPaper) -> bytes:
    """For somebody who wants to send it on from their own desk. Same words, same bytes."""
    return word.render(TEMPLATES / "letter.docx", _words(letter), _properties(letter), whole_parts=False)


def as_pdf(letter: LetterOnPaper) -> bytes:
    """The same words, tagged and fixed."""
    return pdf.render(TEMPLATES / "letter.typ", {**_words(letter), "document": _properties(letter).plain})


DRAWS: Mapping[str, Callable[[LetterOnPaper], bytes]] = {"docx": as_docx, "pdf": as_pdf}


def drawn(letter: LetterOnPaper) -> dict[str, bytes]:
    """Every file there is of a letter, or NotDrawn: a template may be replaced, and be wrong."""
    try:
        return {suffix: draw(letter) for suffix, draw in DRAWS.items()}
    except Exception as wrong:  # whatever it was, the letter must not count as sent
        log.exception("a letter could not be drawn")
        raise NotDrawn(type(wrong).__name__) from wrong


def _text(lines: list[str]) -> list[Piece]:
    said = "\n".join(lines).strip()
    return [Piece(TEXT, said)] if said else []


def _words(letter: LetterOnPaper) -> dict[str, object]:
    day = f"{letter.dated.day} {letter.dated:%B %Y}"
    return {
        **asdict(letter),
        "pieces": [asdict(piece) for piece in letter.pieces],
        "dated": f"Draft of {day}, not sent" if letter.draft else day,
        "marking": f"{letter.marking} · DRAFT" if letter.draft else letter.marking,
    }


def _properties(letter: LetterOnPaper) -> Properties:
    title = f"Draft: {letter.subject}" if letter.draft else letter.subject
    return Properties(title=title, subject=letter.about, author=letter.house, dated=letter.dated)
