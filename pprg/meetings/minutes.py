"""The words of the minutes of one meeting for one reader: what was recorded, and what was noted.

Frozen and complete: whatever is not in them is not on the page, not in the Word file and not in the PDF.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pprg.documents.letters import Piece, pieces_of


@dataclass(frozen=True, kw_only=True)
class ItemNotes:
    """One case at the meeting, or a line that says only that its reader stepped out."""

    number: int
    key: str = ""
    reference: str = ""
    about: str = ""
    path: str = ""
    facts: tuple[str, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Item {self.number}: {self.reference}" if self.reference else f"Item {self.number}"


@dataclass(frozen=True, kw_only=True)
class SectionNotes:
    """One heading of the agenda, what was recorded under it, and its items."""

    number: int
    key: str
    title: str
    facts: tuple[str, ...] = ()
    note: str = ""
    items: tuple[ItemNotes, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.facts or self.note or self.items)


@dataclass(frozen=True, kw_only=True)
class Minutes:
    title: str
    held_on: date
    lead: str
    stands: str
    """Whether they are still being written, and why they were opened again."""
    sections: tuple[SectionNotes, ...]

    @property
    def notes(self) -> Mapping[str, str]:
        """What is noted by hand, by its place."""
        return {part.key: part.note for part in self._parts if part.key}

    @property
    def places(self) -> Mapping[str, str]:
        """What each place is called."""
        return {part.key: part.title for part in self._parts if part.key}

    @property
    def _parts(self) -> Iterator[SectionNotes | ItemNotes]:
        for section in self.sections:
            yield section
            yield from section.items

    @property
    def pieces(self) -> Sequence[Piece]:
        """As they stand on paper. Headings under which nothing was said are left out."""
        return [piece for section in self.sections if not section.empty for piece in _section(section)]


@dataclass(frozen=True)
class Clash:
    """One place at which somebody else wrote something else meanwhile."""

    key: str
    theirs: str
    mine: str


def mark_of(words: str) -> str:
    """A short mark of a text: tells whether it is the one that a page began with."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def marks_of(notes: Mapping[str, str]) -> str:
    return ",".join(f"{key}:{mark_of(words)}" for key, words in notes.items())


def read_marks(typed: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in typed.split(",") if ":" in pair)


def merged(
    said: Mapping[str, str], now: Mapping[str, str], began_with: Mapping[str, str]
) -> tuple[dict[str, str], list[Clash]]:
    """What of `said` is to be saved over what stands `now`, and where two people wrote.

    What a writer did not touch is never sent over somebody else's newer words.
    """
    changed, clashes = {}, []
    for key, words in said.items():
        there, began = now.get(key, ""), began_with.get(key, mark_of(""))
        if words == there or mark_of(words) == began:
            continue
        if mark_of(there) == began:
            changed[key] = words
        else:
            clashes.append(Clash(key, there, words))
    return changed, clashes


def _section(section: SectionNotes) -> Iterator[Piece]:
    yield Piece("heading", f"{section.number}. {section.title}")
    yield from (Piece("point", fact) for fact in section.facts)
    yield from _noted(section.note)
    for item in section.items:
        yield Piece("item", " – ".join(part for part in (item.title, item.about) if part))
        yield from (Piece("point", fact) for fact in item.facts)
        yield from _noted(item.note)


def _noted(note: str) -> Iterator[Piece]:
    """A heading that somebody typed into a note stands as text: the agenda has the headings."""
    for piece in pieces_of(note):
        yield Piece("text", piece.words) if piece.kind == "heading" else piece
