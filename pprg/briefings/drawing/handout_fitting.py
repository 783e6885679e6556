"""How large a handout's letters can be, and how much room there is for a pen, so that it keeps to its pages.

Heights are reckoned from the widths of the letters, as for the briefing: Word and PDF then break alike.
Lengths are points unless they say mm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from pprg.briefings.drawing import fitting
from pprg.briefings.drawing.fitting import mm
from pprg.briefings.handouts.content import Handout, Part, PartKind
from pprg.documents import measuring
from pprg.documents.measuring import Font

COLUMN = mm(174)
PAGE = fitting.PAGE - mm(3)
"""A little less than there is: Word adds a hair to every row of a table."""
SMALL, SMALL_LEADING = 10, 13


@dataclass(frozen=True)
class Step:
    """Body size on its leading, and the height of a line of handwriting."""

    size: float
    leading: float
    pen_mm: float


STEPS = (Step(12, 15, 11), Step(11.5, 14.5, 11), Step(11.5, 14.5, 9.5), Step(11, 14, 9.5), Step(11, 14, 8))
"""From the largest down; there is none below 11 points, nor less room than a pen needs."""


@lru_cache(maxsize=64)
def fit(words: Handout) -> Step:
    """The largest step that keeps to the pages it is meant for; the smallest where none does."""
    return next((step for step in STEPS if _keeps(words, step)), STEPS[-1])


def pages(words: Handout) -> int:
    """How many pages it takes at the step that it will stand in."""
    step = fit(words)
    return sum(max(1, -(-round(height) // round(PAGE))) for height in _sheets(words, step))


def _keeps(words: Handout, step: Step) -> bool:
    sheets = _sheets(words, step)
    return len(sheets) <= words.pages and all(height <= PAGE for height in sheets)


def _sheets(words: Handout, step: Step) -> list[float]:
    """The height of what must stand on each page."""
    heights = [_part(part, step) for part in words.parts]
    cut = (words.new_page_before or 1) - 1
    top, end = _top(words), _closing(words)
    if not cut:
        return [top + sum(heights) + end]
    return [top + sum(heights[:cut]), sum(heights[cut:]) + end]


def _top(words: Handout) -> float:
    inside = COLUMN - mm(10)
    said = words.imprint
    meta = _lines(f"{words.for_whom} · {said.review_type} · {said.published}", SMALL, inside)
    notice = _lines(words.care.notice, 11, inside) if words.care.notice else 0
    title = _lines(said.title, 20, inside, Font.BOLD)
    return 28 + SMALL_LEADING * meta + 24 * title + (mm(3.5) + 9 + 14 * notice if notice else 0)


def _closing(words: Handout) -> float:
    people = " · ".join(f"{one.name}, {one.contact}" for one in words.care.support)
    return mm(3.4) + 14 * (2 + _lines(f"If this has affected you. {people}", 11, COLUMN))


def _part(part: Part, step: Step) -> float:
    inside: dict[PartKind, Callable[[Part, Step], float]] = {
        PartKind.LINES: _run,
        PartKind.ASKED: _asked,
        PartKind.ORDER: _order,
        PartKind.PAIRS: _pairs,
        PartKind.FORM: _form,
        PartKind.AGREED: _agreed,
        PartKind.SEND: _send,
    }
    heading = 17 * _lines(part.heading, 14, COLUMN, Font.BOLD) + mm(4.4)
    intro = 14 * _lines(part.intro, 11, COLUMN) + mm(1) if part.intro else 0
    return heading + intro + inside[part.kind](part, step)


def _run(part: Part, step: Step, width: float = COLUMN) -> float:
    texts = (f"{line.lead}. {line.text}" if line.lead else line.text for line in part.lines)
    return sum(_lines(text, step.size, width) * step.leading + mm(1) for text in texts)


def _asked(part: Part, step: Step) -> float:
    return _run(part, step, COLUMN - mm(5))


def _table(rows: Iterable[tuple[tuple[str, float], ...]], step: Step, air: float) -> float:
    """Rows of words with the widths of their columns, under a row of heads."""
    tall = (max(_lines(text, step.size, width) for text, width in row) * step.leading + air for row in rows)
    return SMALL_LEADING + air + sum(tall)


def _order(part: Part, step: Step) -> float:
    return _table((((row[0], mm(122)),) for row in part.rows), step, mm(1.4) + 0.5)


def _pairs(part: Part, step: Step) -> float:
    return _table((tuple((text, mm(83)) for text in row) for row in part.rows), step, mm(1.4) + 0.5)


def _form(part: Part, step: Step) -> float:
    asked = (
        step.leading * _lines(line.lead, step.size, mm(64), Font.BOLD)
        + (SMALL_LEADING * _lines(line.text, SMALL, mm(64)) if line.text else 0)
        + mm(1.8)
        for line in part.lines
    )
    rows = (max(words, mm(tall * step.pen_mm)) for words, tall in zip(asked, part.tall, strict=True))
    return SMALL_LEADING + mm(1.8) + sum(row + 0.5 for row in rows)


def _agreed(part: Part, step: Step) -> float:
    return SMALL_LEADING + mm(1.8) + len(part.rows) * (mm(2 * step.pen_mm) + 0.5)


def _send(part: Part, step: Step) -> float:
    return SMALL_LEADING + mm(7.6) + max(_run(part, step, mm(126)) + 2 * step.leading, mm(27))


def _lines(text: str, size: float, width: float, font: Font = Font.REGULAR) -> int:
    return len(measuring.lines(text, font, size, width))
