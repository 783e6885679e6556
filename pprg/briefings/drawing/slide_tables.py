"""The kinds of slide that are a real table: what to do, and what we commit to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pprg.briefings.content import Imprint, Line, Slide
from pprg.briefings.drawing.slide_flow import ACCENT, MM, Step, broken, said
from pprg.briefings.drawing.slide_kinds import CLOSE, Page, asked, asking_room, ground
from pprg.documents import codes
from pprg.documents.measuring import Block, Font, balanced, height, width
from pprg.documents.sheets import Picture, Room, Table

ROWS = 6
SIZES = (Step(24, 31, 7), Step(22, 28, 6), Step(20, 25.5, 5))
"""Of the words in a table; the gap is the air above and below them in each cell."""
TIGHT = Step(20, 24, 3)
"""For a story, or for what everyone looks up in one place, that would otherwise be cut in two."""
TIGHTEST = Step(20, 23.5, 2.5)
HEADING = Step(18, 23, 0)
TO_TYPE_IN = Step(20, 25.5, 3)
GUTTER = 5 * MM


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table of two columns, before it is known which rows stand on which slide."""

    columns: tuple[float, float]
    heading: tuple[str, str]
    tall: float
    """The height that a slide has for it."""
    rows: int = 100
    style: str = "Ruled"
    sizes: tuple[Step, ...] = SIZES

    def over_slides(self, lines: Sequence[Line]) -> list[tuple[Step, Sequence[Line]]]:
        """The rows of each slide: first as few slides as will do, then letters as large as will do."""
        for slides in range(1, len(lines) + 1):
            for step in self.sizes:
                weights = [heights([cells(line, step)], self.columns, step)[0] for line in lines]
                runs = cut(lines, balanced(weights, slides))
                if all(self._holds(run, step) for run in runs):
                    return [(step, run) for run in runs]
        smaller = [part for line in lines for part in self._parts(line)]
        return (
            self.over_slides(smaller)
            if len(smaller) > len(lines)
            else [(self.sizes[-1], [one]) for one in lines]
        )

    def table(self, run: Sequence[Line], step: Step, alt: str) -> Table:
        rows = [tuple((_bold(text, HEADING),) for text in self.heading), *(cells(line, step) for line in run)]
        return Table(
            columns=self.columns, rows=tuple(rows), heights=tuple(heights(rows, self.columns, step)), alt=alt,
            style=self.style, air=step.gap, gutter=GUTTER,
        )  # fmt: skip

    def _holds(self, run: Sequence[Line], step: Step) -> bool:
        return len(run) <= self.rows and sum(self.table(run, step, "").heights) <= self.tall

    def _parts(self, line: Line) -> list[Line]:
        """A row that no slide holds, as several; each says again what leads it."""
        first, *rest = broken(line, lambda part: self._holds([part], self.sizes[-1]), again=line.lead)
        return [first, *rest]


def actions(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """Who does what from today: six rows at most, and on one slide if they can, for people to find theirs."""
    stand = ground(slide, room, "Actions", "Table")
    lines = said(slide.lines)
    grid = Grid(
        columns=two_columns([line.lead for line in lines], stand.area.width),
        heading=("If you work in", "From today"), tall=stand.area.height, rows=ROWS,
        sizes=(*SIZES, TIGHT, TIGHTEST),
    )  # fmt: skip
    pages = []
    for step, run in grid.over_slides(lines):
        table = grid.table(run, step, f"Who does what from today, in {len(run)} rows.")
        pages.append(stand.page.having("Table", table, replace(stand.area, height=sum(table.heights))))
    return pages or [stand.page]


def commitment(slide: Slide, room: Room, imprint: Imprint) -> list[Page]:
    """A table with three empty rows to type in, and where to record what was decided."""
    top = room.frame("Commitment", "Question")
    area = room.frame("Commitment", "Table")
    area = replace(area, top=top.top, height=area.bottom - top.top)
    page = Page("Commitment")
    words = asked(slide, area.width, asking_room(slide, room))
    if words:
        tall = height(words, area.width)
        page = page.having("Question", words, replace(area, height=tall))
        area = replace(area, top=area.top + tall + CLOSE, height=area.height - tall - CLOSE)
    first = HEADING.leading + 2 * TO_TYPE_IN.gap
    row = (area.height - first) / 3
    empty = ((Block("", TO_TYPE_IN.size, TO_TYPE_IN.leading),),) * 3
    table = Table(
        columns=(0.56 * area.width, 0.24 * area.width, 0.2 * area.width),
        rows=(tuple((_bold(text, HEADING),) for text in ("The change", "Who", "By when")), *(empty,) * 3),
        heights=(first, row, row, row),
        air=TO_TYPE_IN.gap,
        alt="Three empty rows for what the team will change, who will do it and by when.",
    )
    return [_with_code(page.having("Table", table, area), imprint)]


def two_columns(leads: Sequence[str], area: float) -> tuple[float, float]:
    """The first column as wide as its widest words need, within reason."""
    needed = max((width(lead, Font.BOLD, SIZES[0].size) for lead in leads), default=0.0) + GUTTER + 2
    first = min(max(needed, 0.16 * area), 0.23 * area)
    return first, area - first


def cells(line: Line, step: Step) -> tuple[tuple[Block, ...], ...]:
    return (Block(line.lead, step.size, step.leading, Font.BOLD),), (
        Block(line.text, step.size, step.leading),
    )


def heights(rows: Sequence[Sequence[tuple[Block, ...]]], columns: Sequence[float], step: Step) -> list[float]:
    """How tall each row stands."""
    return [
        max(height(cell, wide - GUTTER) for cell, wide in zip(row, columns, strict=True)) + 2 * step.gap
        for row in rows
    ]


def cut(lines: Sequence[Line], counts: Sequence[int]) -> list[Sequence[Line]]:
    """The lines in runs of those lengths."""
    ends = [sum(counts[: place + 1]) for place in range(len(counts))]
    return [lines[end - count : end] for end, count in zip(ends, counts, strict=True)]


def _bold(text: str, step: Step) -> Block:
    return Block(text, step.size, step.leading, Font.BOLD, colour=ACCENT)


def _with_code(page: Page, imprint: Imprint) -> Page:
    if not imprint.use_address:
        return page
    words = (
        Block("Record that your team used this", 22, 30, Font.BOLD, colour=ACCENT, link=imprint.use_address),
        Block(imprint.use_address.removeprefix("https://").removeprefix("http://"), 18, 24, before=4),
    )
    alt = f"Square code for a telephone's camera. It opens {imprint.use_address}"
    code = Picture(png=codes.png(imprint.use_address), alt=alt)
    return replace(page, boxes={**page.boxes, "Body": words, "Code": code})
