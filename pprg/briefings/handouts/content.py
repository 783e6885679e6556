"""What stands on a handout, in plain frozen words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pprg.briefings.content import Care, Imprint, Line


class PartKind(StrEnum):
    """How a part is laid out."""

    LINES = "lines"
    """Sentences, each with a few bold words before it or none."""
    ASKED = "asked"
    """Questions, one under the other, each with a mark before it."""
    ORDER = "order"
    """A table: what to do, and how many minutes in each of three lengths of time."""
    PAIRS = "pairs"
    """A table of two columns: what to do beside what not to do."""
    FORM = "form"
    """A table to write in: what is asked, and room for the answer."""
    AGREED = "agreed"
    """A table of empty rows to write in."""
    SEND = "send"
    """Sentences beside the square code that opens the page where a use is recorded."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One headed part. A part without words is left out by whoever composes it."""

    kind: PartKind
    heading: str
    intro: str = ""
    """A sentence under the heading; empty where there is none."""
    lines: tuple[Line, ...] = ()
    """LINES and SEND sentences; ASKED questions; FORM lead = what is asked, text = a hint."""
    columns: tuple[str, ...] = ()
    """The heads of a table's columns."""
    rows: tuple[tuple[str, ...], ...] = ()
    """ORDER and PAIRS: the cells. AGREED: how many empty rows there are."""
    tall: tuple[int, ...] = ()
    """FORM: for each line, how many lines of handwriting it leaves room for."""


@dataclass(frozen=True, kw_only=True)
class Handout:
    """A paper of one page or two."""

    imprint: Imprint
    care: Care
    name: str
    """What it is: "Facilitator sheet"."""
    for_whom: str
    """Who uses it, in a few words under the title."""
    parts: tuple[Part, ...]
    pages: int
    """How many pages it is meant to take."""
    new_page_before: int | None = None
    """The number of the part, counted from 1, that starts the second page."""
