"""A slide pack as plain data: sheets on named layouts, filled by named boxes. `slides.write` makes the file.

This is all that the rest of the program knows of PowerPoint, so that another writer can take its place.
Lengths are points from the top left corner of the slide; colours are names of the template's theme.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pprg.documents.measuring import Block
from pprg.documents.properties import Properties


class TemplateLacks(Exception):  # noqa: N818 - a sentence to whoever made the template
    """A template cannot be used. The words say what to add, by layout and box."""


@dataclass(frozen=True)
class Frame:
    """Where a thing stands."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def inside(self, margin: float) -> Frame:
        """What is left when a margin is kept free on all four sides."""
        return Frame(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A real table; its first row holds the headings. `heights` are the rows', as measured."""

    columns: tuple[float, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    heights: tuple[float, ...]
    alt: str
    style: str = "Ruled"
    """The name of a table style in the template."""
    air: float = 6
    """Kept free above and below the words of each cell."""
    gutter: float = 14
    """Kept free at the right of each cell."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    png: bytes
    alt: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A piece of colour that says nothing: screen readers pass it by."""

    form: str
    """"bar" or "dot"."""
    frame: Frame
    colour: str
    """A name of the theme's: "accent1"."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One slide. Boxes of its layout that are not filled are not on the slide."""

    layout: str
    boxes: Mapping[str, tuple[Block, ...] | Table | Picture]
    frames: Mapping[str, Frame] = field(default_factory=dict)
    """Boxes that stand elsewhere than in the layout."""
    marks: tuple[Mark, ...] = ()
    notes: tuple[Block, ...] = ()
    section: str = ""


@dataclass(frozen=True, kw_only=True)
class Deck:
    """What goes into the file: its sheets, and what the file says of itself."""

    sheets: tuple[Sheet, ...]
    about: Properties


@dataclass(frozen=True)
class Room:
    """The boxes of a template: where each stands, and what it keeps free inside."""

    frames: Mapping[tuple[str, str], Frame]
    insets: Mapping[tuple[str, str], float]
    notes: Frame
    """Where the presenter's notes stand on their printed page."""

    def frame(self, layout: str, box: str) -> Frame:
        return self.frames[layout, box]

    def inset(self, layout: str, box: str) -> float:
        return self.insets[layout, box]

    def raised(self, boxes: Collection[tuple[str, str]], by: float) -> Room:
        """The same template with the tops of those boxes higher up, where what stands above them is short."""
        higher = {
            at: Frame(frame.left, frame.top - by, frame.width, frame.height + by) if at in boxes else frame
            for at, frame in self.frames.items()
        }
        return Room(higher, self.insets, self.notes)
