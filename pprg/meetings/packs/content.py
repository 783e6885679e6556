"""A pack as plain words, frozen. Nothing else reaches a page, a print view or a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pprg.guidance.criterion import Criterion


@dataclass(frozen=True)
class Said:
    """One question and what was said to it: a line of the page each."""

    label: str
    lines: tuple[str, ...]
    entries: tuple[tuple[Said, ...], ...] = ()
    """Of a list: what was said of each entry."""


@dataclass(frozen=True)
class Part:
    title: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """Something handed in. It is named here and read where it is kept."""

    name: str
    about: str
    """How long it is, when it came."""


@dataclass(frozen=True, kw_only=True)
class Return:
    """One agency that was asked, and what it answered."""

    agency: str
    stands: str
    tone: str
    words: str
    """When it came; of what did not come, since when it is due and how often it was asked for."""
    said: tuple[Said, ...]
    files: tuple[str, ...]

    @property
    def came(self) -> bool:
        return self.tone == "done" or bool(self.said or self.files)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line of the merged chronology."""

    when: str
    what: str
    source: str
    """Whose line it is, and whose record says so."""
    matters: str = ""
    unread: bool = False
    """Its day cannot be put in order: it stands where its agency put it."""


@dataclass(frozen=True, kw_only=True)
class Process:
    """Something else under way about the same events."""

    name: str
    stands: str
    known: str = ""


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A local review whose learning is out and whose themes are these."""

    reference: str
    title: str
    release_id: str
    themes: str
    stands: str


@dataclass(frozen=True, kw_only=True)
class BlankForm:
    """What the group weighs on one route, with room to write."""

    route: str
    basis: str
    criteria: tuple[Criterion, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Clock:
    what: str
    owner: str
    due: str
    stands: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """Everything of one case that one reader may read before the meeting."""

    id: str
    case_id: str
    referral_id: str
    """Empty: it comes as a review."""
    review_id: str
    number: int
    reference: str
    label: str
    """Whom it is about, by words that tell nothing: "Adult, 79"."""
    facts: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]
    asked_by_us: bool
    """Nobody has written what the group is asked: these words follow from the referral."""
    urgent: bool
    clocks: tuple[Clock, ...]
    referral: tuple[Part, ...]
    documents: tuple[Document, ...]
    returns: tuple[Return, ...]
    chronology: tuple[Event, ...]
    family: tuple[Said, ...]
    processes: tuple[Process, ...]
    earlier: tuple[Earlier, ...]
    notes: tuple[str, ...]
    forms: tuple[BlankForm, ...]
    for_owners: bool = False
    """It is before those whose decision it finally is: they read this, and nothing else of the case."""

    @property
    def missing(self) -> tuple[Return, ...]:
        """Who was asked and has told nothing that is here."""
        return tuple(one for one in self.returns if not one.came)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the agenda as this reader sees it."""

    number: int
    said: str
    """The label and the agency; of a case that is closed to them, why it is not here."""
    id: str = ""
    """Empty: the case is not in this pack, and nothing here says which it is."""
    reference: str = ""
    slot: str = ""
    urgent: bool = False
    waits: bool = False
    """It opens once they have said whether they have an interest in it."""


@dataclass(frozen=True)
class Heading:
    """A standing heading of the agenda, and what is under it."""

    number: int
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Invited:
    name: str
    agency: str
    capacity: str


@dataclass(frozen=True, kw_only=True)
class Front:
    """What stands before the items: when, where, the agenda, who is invited."""

    id: str
    day: str
    facts: tuple[tuple[str, str], ...]
    agenda: tuple[Heading, ...]
    invited: tuple[Invited, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for heading in self.agenda for line in heading.lines)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Whose copy it is, on every page of it."""

    reader: str
    at: str

    @property
    def words(self) -> str:
        return f"For {self.reader}, {self.at}"


@dataclass(frozen=True, kw_only=True)
class Pack:
    """The copy of one reader, of one moment."""

    title: str
    house: str
    marking: str
    mark: Mark
    front: Front | None
    """None: it is the pack of one item."""
    items: tuple[Item, ...]
    document: dict[str, Any] = field(default_factory=dict)
    """What the file says of itself. Never a name."""
