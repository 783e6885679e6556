"""One review and what was chosen of it, ready to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from pprg.briefings import compose
from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import BoxChosen, Chosen
from pprg.briefings.content import BoxKind, Imprint, Line
from pprg.briefings.counting import words_in
from pprg.publications.record import LearningRecord

WORDS = 40
"""Of a slide's own lines. A longer line stands alone."""
MANY = 10
"""Lines among which a slide looks for those that it holds together."""


@dataclass(frozen=True, kw_only=True)
class Story:
    record: LearningRecord
    boxes: Mapping[BoxKind, BoxChosen]
    imprint: Imprint

    def lines(self, box: BoxKind) -> tuple[Line, ...]:
        """What the briefing says in that box."""
        return compose.lines_of(self.boxes[box])

    def findings(self) -> list[tuple[str, list[Chosen]]]:
        """The findings that were chosen, each with its lines, in the author's order."""
        return list(compose.by_finding(self.boxes[BoxKind.LEARNED].lines).items())

    @property
    def name(self) -> str:
        return self.record.pseudonym

    @property
    def about(self) -> str:
        """What the review is about, in its content warnings' words; nothing if it gives none."""
        warnings = "; ".join(self.record.content_warnings)
        return house.ABOUT.format(about=warnings) if warnings else ""

    def questions(self) -> list[str]:
        """What was chosen to ask; a standing question where nothing was."""
        chosen = [line.text for line in self.lines(BoxKind.TALK)]
        return chosen or [house.STANDING_QUESTIONS[0]]


def beginning(lines: Iterable[Line]) -> tuple[Line, ...]:
    """How an account begins, as far as a slide holds it: nothing is left out in between."""
    there = tuple(lines)
    many = (many for many in range(len(there), 1, -1) if _held(there[:many]))
    return there[: next(many, 1)]


def whole_lines(lines: Iterable[Line], *, at_most: int = 3) -> tuple[Line, ...]:
    """As many lines as a slide holds, each whole, in their order; one at least.

    Of two choices that are as many, the one that keeps more of what the author put first.
    """
    there = tuple(lines)[:MANY]
    for many in range(min(at_most, len(there)), 1, -1):
        for taken in combinations(there, many):
            if _held(taken):
                return taken
    return there[:1]


def _held(lines: Iterable[Line]) -> bool:
    return words_in(*(line.text for line in lines)) <= WORDS
