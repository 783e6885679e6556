"""A sensible choice to begin with, so that a draft can be made at once. A person decides after it.

Only whole lines, by plain rules: the first and the last event are always in, every finding keeps its heading,
the story's own questions come before the standing ones. The same record gives the same choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from pprg.briefings.choosing.budgets import BUDGETS
from pprg.briefings.choosing.sources import Offered, Source
from pprg.briefings.content import BoxKind

FACTS = 3
"""Measured: with a fourth the story no longer stands on its page at a size that is easy to read."""
EVENTS = 5
ACTIONS = 6
QUESTIONS = 3
AIM, STORY = 640, 370
"""Words of the whole, and of the boxes that tell the story: measured, so that each half keeps to its page."""
STORY_BOXES = (BoxKind.PERSON, BoxKind.WHY, BoxKind.HAPPENED, BoxKind.LEARNED)

Lines = tuple[Source, ...]


def first_choice(offered: Offered) -> Mapping[BoxKind, Lines]:
    """Whole lines for each box, in the order in which they would be read."""
    chosen = {
        BoxKind.PERSON: _person(offered[BoxKind.PERSON]),
        BoxKind.WHY: _why(offered[BoxKind.WHY]),
        BoxKind.HAPPENED: _events(offered[BoxKind.HAPPENED], BUDGETS[BoxKind.HAPPENED].most),
        BoxKind.LEARNED: _findings(offered[BoxKind.LEARNED], BUDGETS[BoxKind.LEARNED].most),
        BoxKind.WORKED: _fitting(offered[BoxKind.WORKED], BUDGETS[BoxKind.WORKED].most),
        BoxKind.DO_NOW: _fitting(offered[BoxKind.DO_NOW], BUDGETS[BoxKind.DO_NOW].most, at_most=ACTIONS),
        BoxKind.TALK: _questions(offered[BoxKind.TALK]),
    }
    return _with_what_is_left(offered, chosen)


def length(lines: Iterable[Source]) -> int:
    return sum(line.length for line in lines)


def _named(lines: Iterable[Source], part: str) -> Lines:
    return tuple(line for line in lines if line.address.startswith(f"{part}/"))


def _fitting(lines: Iterable[Source], room: int, *, at_most: int = 100) -> Lines:
    """The lines in their order, each that still has room; where none has, the shortest alone."""
    lines = tuple(lines)
    taken: list[Source] = []
    for line in lines:
        if len(taken) < at_most and length(taken) + line.length <= room:
            taken.append(line)
    return tuple(taken) or _shortest(lines)


def _shortest(lines: Sequence[Source]) -> Lines:
    return (min(lines, key=lambda line: line.length),) if lines else ()


def _person(lines: Lines) -> Lines:
    return _fitting(_named(lines, "pen_picture"), BUDGETS[BoxKind.PERSON].most, at_most=FACTS)


def _why(lines: Lines) -> Lines:
    """The number, and as many of the first sentences as stand beside it."""
    number = tuple(line for line in lines if line.address == "statistic")
    reasons: list[Source] = []
    for line in _named(lines, "why_reviewed"):
        if length((*number, *reasons, line)) > BUDGETS[BoxKind.WHY].most:
            break
        reasons.append(line)
    return (*(reasons or _named(lines, "why_reviewed")[:1]), *number)


def _events(lines: Lines, room: int) -> Lines:
    """First and last whatever they take; the last but one, on which the end rests; a spread of others."""
    if len(lines) <= 2:
        return lines
    first, *between, last = lines
    left = room - length((first, last))
    fitting = [
        some
        for many in range(EVENTS - 1)
        for some in combinations(range(len(between)), many)
        if length(between[place] for place in some) <= left
    ]
    worth = [
        (len(between) - 1 in some, len(some), -_unevenness(some, len(between)), some) for some in fitting
    ]
    best = max(worth, default=(False, 0, 0, ()))[-1]
    return (first, *(between[place] for place in best), last)


def _unevenness(places: Sequence[int], many: int) -> int:
    """Small when the gaps between the places are alike."""
    stops = [-1, *places, many]
    return sum((after - before) ** 2 for before, after in pairwise(stops))


def _findings(lines: Lines, room: int) -> Lines:
    """Every heading; then what good looks like, finding by finding, while there is room for it whole."""
    taken = [line for line in lines if line.heads_a_finding]
    for line in lines:
        if line.address.endswith("/in_practice") and length(taken) + line.length <= room:
            taken.append(line)
    return tuple(line for line in lines if line in taken)


def _questions(lines: Lines) -> Lines:
    """Three or four of the story's own; standing ones only where the story has too few."""
    own, standing = _named(lines, "questions"), _named(lines, "house")
    taken = _fitting(own, BUDGETS[BoxKind.TALK].most, at_most=QUESTIONS + 1)
    return (*taken, *standing[: max(0, QUESTIONS - len(taken))])


def _with_what_is_left(offered: Offered, chosen: Mapping[BoxKind, Lines]) -> Mapping[BoxKind, Lines]:
    """Words that other boxes did not need go to findings that have a heading alone, then to what worked."""
    full = dict(chosen)
    spare_in_story = STORY - sum(length(full[box]) for box in STORY_BOXES)
    full[BoxKind.LEARNED] = _wider(full[BoxKind.LEARNED], offered[BoxKind.LEARNED], _findings, spare_in_story)
    spare = AIM - sum(length(lines) for lines in full.values())
    full[BoxKind.WORKED] = _wider(full[BoxKind.WORKED], offered[BoxKind.WORKED], _fitting, spare)
    return full


def _wider(chosen: Lines, lines: Lines, choose: Callable[[Lines, int], Lines], spare: int) -> Lines:
    return choose(lines, length(chosen) + spare) if spare > 0 else chosen
