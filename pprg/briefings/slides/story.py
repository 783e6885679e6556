"""One review and what was chosen of it, ready to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pprg.briefings import compose
from pprg.briefings import house_sentences as house
from pprg.briefings.choosing.picks import BoxChosen, Chosen
from pprg.briefings.content import BoxKind, Imprint, Line
from pprg.briefings.counting import words_in
from pprg.publications.record import LearningRecord

WORDS = 40
"""Of a slide's own lines. A longer line stands alone."""


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


def whole_lines(lines: Iterable[Line], *, at_most: int = 100, words: int = WORDS) -> tuple[Line, ...]:
    """The first lines that a slide holds, each whole; one at least."""
    taken: list[Line] = []
    for line in lines:
        crowded = words_in(*(said.text for said in taken), line.text) > words
        if taken and (crowded or len(taken) == at_most):
            break
        taken.append(line)
    return tuple(taken)
