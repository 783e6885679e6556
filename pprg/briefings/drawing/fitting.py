"""How large the letters can be, and where page 2 begins, so that a briefing is two pages and no more.

Word does not say how it will break a page, so the height of everything is reckoned from the widths of the
letters. PDF and web page take the same answer: all three break alike. Lengths are points unless they say mm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from pprg.briefings.content import Box, BoxKind, Briefing, Imprint, Line
from pprg.documents import measuring
from pprg.documents.measuring import HAIR, Font

PAGES = 2
TEAM = {BoxKind.WORKED, BoxKind.DO_NOW, BoxKind.TALK}
"""The boxes of our team's page, which can be handed round alone; the others tell the story."""


@dataclass(frozen=True)
class Step:
    """Body size on its leading, and the air kept at the right so that lines are not too long to read."""

    size: float
    leading: float
    air_mm: float


STEPS = (Step(12, 15, 8), Step(11.5, 14.5, 8), Step(11.5, 14.5, 0), Step(11, 14, 0))
"""From the largest down; there is none below 11 points."""
MORE_ABOUT_THE_PERSON, MORE_LEADING = 1.5, 2.5
"""The person comes first and is set larger than everything that follows."""


@dataclass(frozen=True)
class Fit:
    """How a briefing stands on paper. `new_page_before` is a box's number, None where pages just run on."""

    step: Step
    pages: int
    new_page_before: int | None
    too_tall: tuple[int, ...] = ()
    """Numbers of boxes that no page can hold whole."""


@lru_cache(maxsize=16)
def fit(words: Briefing) -> Fit:
    """The largest step that keeps to two pages; the smallest where none does, and it says how many pages."""
    for step in STEPS:
        stood = _stand(words, step)
        if stood.pages <= PAGES:
            break
    return stood


def lines_over(words: Briefing) -> tuple[int, int]:
    """How many lines the story, and our team's part, are longer than the page that each should have.

    In the smallest letters that there are. Nothing is over where the whole stands on two pages.
    """
    if fit(words).pages <= PAGES:
        return 0, 0
    step = STEPS[-1]
    page = PAGE - _foot(words.imprint)
    story = _top(words) + sum(_box(box, step) for box in words.boxes if box.kind not in TEAM)
    team = _closing(words, step) + sum(_box(box, step) for box in words.boxes if box.kind in TEAM)
    return max(0, ceil((story - page) / step.leading)), max(0, ceil((team - page) / step.leading))


def imprint_line(said: Imprint) -> str:
    """What the foot of every page says: which, which version, since when, how it is marked."""
    version = (said.version,) if said.draft else (f"version {said.version}", said.released_on)
    return " · ".join(part for part in (said.reference, *version, said.marking, said.fingerprint) if part)


def told_apart_by(said: Imprint) -> str:
    """For the properties of a file: which version it is, since when, and its fingerprint."""
    version = f"version {said.version}" if said.version and not said.draft else said.version
    fingerprint = f"fingerprint {said.fingerprint}" if said.fingerprint else ""
    return ", ".join(part for part in (version, said.released_on, fingerprint) if part)


def mm(length: float) -> float:
    return length * 72 / 25.4


PAGE = mm(269)
ALMOST = 0.95
"""A box this near to a whole page may be cut, rather than run off its foot."""
COLUMN, NUMERAL, EDGE = mm(174), mm(13), mm(4)
TEXT = COLUMN - NUMERAL


def _stand(words: Briefing, step: Step) -> Fit:
    heights = [_box(box, step) for box in words.boxes]
    ours = next((place for place, box in enumerate(words.boxes) if box.kind in TEAM), 0)
    page = PAGE - _foot(words.imprint)
    tall = tuple(place for place, height in enumerate(heights, 1) if height > page * ALMOST)
    top, end = _top(words), _closing(words, step)
    runs_on = _pages([top, *heights, end], page)
    parted = _pages([top, *heights[:ours]], page) + _pages([*heights[ours:], end], page)
    if ours and runs_on > 1 and parted <= runs_on:
        return Fit(step, parted, ours + 1, tall)
    return Fit(step, runs_on, None, tall)


def _foot(said: Imprint) -> float:
    """What a foot of more than one line takes from the page: Word lifts the text above it."""
    lines = _lines([(f"{imprint_line(said)} Page 10 of 10", Font.REGULAR)], 10, COLUMN)
    return 13 * (lines - 1)


def _pages(heights: Iterable[float], page: float) -> int:
    """Pages filled from the top, nothing cut that can stand whole on one."""
    pages, room = 1, page
    for height in heights:
        if height > room and room < page:
            pages, room = pages + 1, page
        pages += max(0, ceil(height / page) - 1)
        room -= height % page if height > page else height
    return pages


def _top(words: Briefing) -> float:
    title = _lines([(words.imprint.title, Font.BOLD)], 20, TEXT - EDGE)
    notice = _lines([(words.care.notice, Font.REGULAR)], 11, TEXT - EDGE) if words.care.notice else 0
    return 40 + 24 * title + (mm(3.5) + 9 + 14 * notice if notice else 0)


def _closing(words: Briefing, step: Step) -> float:
    """Whom to turn to, where to record its use, the whole review, whom to ask."""
    support = "".join(f"{one.name}, {one.contact} · " for one in words.care.support)
    lines = _lines(
        [("If this has affected you.", Font.BOLD), (support, Font.REGULAR)], 11, TEXT - mm(step.air_mm)
    )
    return mm(4) + 14 * (lines + 3)


def _box(box: Box, step: Step) -> float:
    inside: dict[BoxKind, Callable[[Box, Step], float]] = {
        BoxKind.PERSON: _person,
        BoxKind.WHY: _why,
        BoxKind.DO_NOW: _do_now,
        BoxKind.TALK: _talk,
    }
    heading = 21 * _lines([(box.heading, Font.BOLD)], 15, TEXT - mm(8)) + mm(4) + 0.5
    return heading + inside.get(box.kind, _run)(box, step)


def _run(box: Box, step: Step) -> float:
    return sum(_led(line, step.size, step.leading, TEXT - mm(step.air_mm)) + mm(1) for line in box.lines)


def _person(box: Box, step: Step) -> float:
    return _run(box, Step(step.size + MORE_ABOUT_THE_PERSON, step.leading + MORE_LEADING, step.air_mm))


def _why(box: Box, step: Step) -> float:
    width = TEXT - mm(step.air_mm)
    joined = " ".join(f"{line.lead} {line.text}" for line in box.lines)
    tall = _lines([(joined, Font.REGULAR)], step.size, width) * step.leading + mm(1) if joined else 0
    if box.statistic:
        tall += _lines([(box.statistic.text, Font.BOLD)], step.size, width) * step.leading + mm(1)
        tall += _lines([(box.statistic.source, Font.REGULAR)], 10, width) * 13 + mm(0.5)
    return tall


def _do_now(box: Box, step: Step) -> float:
    rows = (
        max(
            _lines([(line.lead, Font.BOLD)], step.size, mm(35)),
            _lines([(line.text, Font.REGULAR)], step.size, mm(116)),
        )
        for line in box.lines
    )
    return 13 + sum(row * step.leading + mm(1.8) + 0.6 for row in rows) + mm(1.8) + 1


def _talk(box: Box, step: Step) -> float:
    asked = sum(_led(line, step.size, step.leading, mm(105)) + mm(2) for line in box.lines)
    code = mm(28 + 1) + step.leading + 3 * 13
    return 13 + mm(2.6) + max(asked + mm(3 * 8.5), code) + mm(3.8)


def _led(line: Line, size: float, leading: float, width: float) -> float:
    return leading * _lines(
        [(line.lead and f"{line.lead}.", Font.BOLD), (line.text, Font.REGULAR)], size, width
    )


def _lines(parts: Iterable[tuple[str, Font]], size: float, width: float) -> int:
    """How many lines the words take, bold and plain ones in one run, filled greedily as Word does."""
    room, full, taken = (width - HAIR) / size, 1, 0.0
    for word, font in _words(parts):
        wide = _wide(word, font)
        gap = _wide(" ", font) if taken else 0.0
        if word == "\n" or taken + gap + wide > room:
            full, taken, gap = full + (taken > 0 or word == "\n"), 0.0, 0.0
        full += int(wide / room)
        taken += gap + wide % room
    return full


@lru_cache(maxsize=20_000)
def _wide(word: str, font: Font) -> float:
    """In parts of the size. Every step asks again for the same words."""
    return measuring.width(word, font, 1)


def _words(parts: Iterable[tuple[str, Font]]) -> Iterator[tuple[str, Font]]:
    """Each word with its font; a line end stands as a word of its own."""
    for text, font in parts:
        for word in text.replace("\n", " \n ").split(" "):
            if word:
                yield word, font
