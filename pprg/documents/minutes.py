"""Minutes on the house's paper, as Word and as PDF. Words in, files out: it knows no meeting and no case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from pprg.documents import pdf, word
from pprg.documents.letters import TEMPLATES, Piece
from pprg.documents.properties import Properties


@dataclass(frozen=True, kw_only=True)
class MinutesOnPaper:
    """Everything on the paper. Pieces are headings, items, points and paragraphs."""

    title: str
    lead: str
    stands: str
    pieces: Sequence[Piece]
    dated: date
    house: str
    marking: str
    reference: str
    """At the foot of each page."""


def as_docx(minutes: MinutesOnPaper) -> bytes:
    """Same words, same bytes."""
    return word.render(TEMPLATES / "minutes.docx", _words(minutes), _properties(minutes), whole_parts=False)


def as_pdf(minutes: MinutesOnPaper) -> bytes:
    """The same words, tagged and fixed."""
    return pdf.render(TEMPLATES / "minutes.typ", {**_words(minutes), "document": _properties(minutes).plain})


DRAWS: Mapping[str, Callable[[MinutesOnPaper], bytes]] = {"docx": as_docx, "pdf": as_pdf}


def _words(minutes: MinutesOnPaper) -> dict[str, object]:
    return {
        **asdict(minutes),
        "pieces": [asdict(piece) for piece in minutes.pieces],
        "dated": f"{minutes.dated.day} {minutes.dated:%B %Y}",
    }


def _properties(minutes: MinutesOnPaper) -> Properties:
    return Properties(title=minutes.title, subject=minutes.lead, author=minutes.house, dated=minutes.dated)
