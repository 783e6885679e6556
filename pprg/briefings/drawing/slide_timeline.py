"""What happened: a line with a dot for each event.

The words stand once, in a real table whose headings say when, so a screen reader reads each event with its
time; the line and the dots are colour around that table and say nothing of their own. A picture with a table
beside it would be two truths to keep alike, and an edit in PowerPoint would change only one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pprg.briefings.content import Imprint, Line, Slide
from pprg.briefings.drawing.slide_flow import ACCENT, MM, Step, said
from pprg.briefings.drawing.slide_kinds import RULE, Page, ground
from pprg.briefings.drawing.slide_tables import GUTTER, HEADING, SIZES, TIGHT, Grid, cut, heights, two_columns
from pprg.documents.measuring import Block, Font, balanced, keeps_words_whole
from pprg.documents.sheets import Frame, Mark, Room, Table

COLUMNS = 5
"""Events side by side on one slide, at most."""
LABEL = 12
"""Words: an event longer than this is a sentence, and stands in a row instead of a column."""
DOT, LINE, INDENT = 6 * MM, 3 * MM, 12 * MM
TRACK = "accent2"


def timeline(slide: Slide, room: Room, _: Imprint) -> list[Page]:
    """Short labels stand side by side under a line of dots; sentences stand one below another beside it."""
    stand = ground(slide, room, "Timeline", "Table")
    events = said(slide.lines)
    if not events:
        return [stand.page]
    short = all(len(event.text.split()) <= LABEL for event in events)
    across = _across(events, stand.area, stand.page) if short else []
    return across or _down(events, stand.area, stand.page)


def _across(events: Sequence[Line], area: Frame, page: Page) -> list[Page]:
    """Nothing, if a word is too long for its column or a label too long for the slide."""
    counts = balanced([1.0] * len(events), -(-len(events) // COLUMNS))
    runs, wide = cut(events, counts), area.width / max(counts)
    for step in SIZES:
        if all(_holds(run, step, wide, area) for run in runs):
            return [_columns(run, step, wide, area, page) for run in runs]
    return []


def _holds(run: Sequence[Line], step: Step, wide: float, area: Frame) -> bool:
    rows = _in_columns(run, step)
    whole = all(
        keeps_words_whole(block.text, block.font, block.size, wide - GUTTER)
        for row in rows
        for (block,) in row
    )
    return whole and DOT + sum(heights(rows, [wide] * len(run), step)) <= area.height


def _in_columns(run: Sequence[Line], step: Step) -> list[tuple[tuple[Block, ...], ...]]:
    return [
        tuple((Block(event.lead, HEADING.size, HEADING.leading, Font.BOLD, colour=ACCENT),) for event in run),
        tuple((Block(event.text, step.size, step.leading),) for event in run),
    ]


def _columns(run: Sequence[Line], step: Step, wide: float, area: Frame, page: Page) -> Page:
    rows = _in_columns(run, step)
    tall = heights(rows, [wide] * len(run), step)
    # A little above the middle, which the eye takes for the middle.
    top = area.top + 0.4 * (area.height - DOT - sum(tall))
    table = Table(
        columns=(wide,) * len(run), rows=tuple(rows), heights=tuple(tall), alt=_told(run),
        style="Open", air=step.gap, gutter=GUTTER,
    )  # fmt: skip
    line = Mark(
        form="bar",
        frame=Frame(area.left + DOT / 2, top + (DOT - LINE) / 2, area.width - DOT / 2, LINE),
        colour=TRACK,
    )
    dots = (_dot(area.left + place * wide, top) for place in range(len(run)))
    return page.having("Table", table, Frame(area.left, top + DOT, area.width, sum(tall)), line, *dots)


def _down(events: Sequence[Line], area: Frame, page: Page) -> list[Page]:
    """A story cut in two is worse than a full slide, so words are not counted here."""
    area = replace(area, left=area.left + INDENT, width=area.width - INDENT)
    grid = Grid(
        columns=two_columns([event.lead for event in events], area.width),
        heading=("When", "What happened"), tall=area.height, style="Open", sizes=(*SIZES, TIGHT),
    )  # fmt: skip
    return [
        _rows(grid.table(run, step, _told(run)), step, area, page) for step, run in grid.over_slides(events)
    ]


def _rows(table: Table, step: Step, area: Frame, page: Page) -> Page:
    starts = [area.top + sum(table.heights[:place]) for place in range(1, len(table.heights))]
    tops = [start + table.air + step.leading * 0.55 - DOT / 2 for start in starts]
    dots = [_dot(area.left - INDENT, top) for top in tops]
    line = Frame(area.left - INDENT + (DOT - RULE) / 2, tops[0] + DOT / 2, RULE, tops[-1] - tops[0])
    track = Mark(form="bar", frame=line, colour=TRACK)
    return page.having("Table", table, replace(area, height=sum(table.heights)), track, *dots)


def _dot(left: float, top: float) -> Mark:
    return Mark(form="dot", frame=Frame(left, top, DOT, DOT), colour=ACCENT)


def _told(run: Sequence[Line]) -> str:
    return f"What happened, in {len(run)} steps: from {run[0].lead} to {run[-1].lead}."
