"""Lines into paragraphs of a size that fits, over as few slides as will hold them.

Nothing is shrunk below what the back row reads, nothing is cut and nothing runs over: what does not fit
goes on, at the same size, on a slide that says "continued".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pprg.briefings.content import Line
from pprg.documents.lettering import printable
from pprg.documents.measuring import Block, Font, balanced, height, leaves_a_word_alone, pieces
from pprg.documents.sheets import Frame

MM = 72 / 25.4
"""Points in a millimetre."""
WORDS = 60
"""More on one slide than this is not read but endured (house rule: aim for 40, split above 60)."""
NEAR = 4
"""Points by which a sentence may be set smaller only to look better."""
FEW = 3
"""Sentences that are seen as a picture, and so must look well; more are a text."""
ACCENT = "accent1"


@dataclass(frozen=True)
class Step:
    """One size that is allowed: of letters, of lines, and of the air between one item and the next."""

    size: float
    leading: float
    gap: float
    font: Font = Font.REGULAR

    def blocks(self, line: Line) -> tuple[Block, ...]:
        """A line as it will stand: what leads it in bold above it."""
        found = []
        if line.lead:
            found.append(Block(line.lead, self.size, self.leading, Font.BOLD, self.gap, colour=ACCENT))
        if line.text:
            found.append(Block(line.text, self.size, self.leading, self.font, 0 if line.lead else self.gap))
        return tuple(found)

    def paragraphs(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        return tuple(block for line in lines for block in self.blocks(line))


BODY = (Step(26, 34, 24), Step(24, 32, 20), Step(22, 29, 16), Step(20, 26, 13))
LISTED = (Step(28, 36, 32), Step(28, 36, 24), *BODY)
"""A few lines, each led by whose it is, may fill the slide that they have to themselves."""
HELP = (Step(26, 32, 22), Step(24, 30, 18), Step(22, 27, 14), Step(20, 24, 10))
FACTS = (
    Step(34, 43, 14 * MM), Step(30, 38, 14 * MM), Step(30, 38, 10 * MM), Step(28, 36, 10 * MM),
    Step(26, 34, 8 * MM), Step(26, 34, 6 * MM), Step(24, 32, 7 * MM), Step(22, 29, 6 * MM),
    Step(20, 26, 5 * MM),
)  # fmt: skip
STATEMENT = (Step(36, 44, 24), Step(32, 40, 22), Step(30, 38, 20), Step(28, 36, 18), *BODY)
PRACTICE = (Step(32, 41, 18), Step(30, 38, 17), Step(28, 36, 16), *BODY)
BIG_QUESTION = tuple(Step(size, size * 1.25, 24, Font.BOLD) for size in (40, 36, 32, 30, 28, 26, 24, 22, 20))


def flow(
    lines: Sequence[Line], frame: Frame, steps: Sequence[Step], *, words: int = WORDS
) -> list[tuple[Block, ...]]:
    """The paragraphs of each slide: as few slides as will do, and then letters as large as will do."""
    there = said(lines)
    for slides in range(1, len(there) + 1):
        for step in steps:
            runs = _runs(there, slides, step, frame, words)
            if runs:
                return [_tidier(step, steps, frame, runs).paragraphs(run) for run in runs]
    smaller = [
        part for line in there for part in broken(line, lambda part: _holds([part], steps[-1], frame, words))
    ]
    if len(smaller) > len(there):
        return flow(smaller, frame, steps, words=words)
    return [steps[-1].blocks(line) for line in there]  # a template's box too small for one letter


def _tidier(step: Step, steps: Sequence[Step], frame: Frame, runs: Sequence[Sequence[Line]]) -> Step:
    """For a sentence or three: hardly smaller, if the larger size leaves a word alone on a last line."""
    lines = [line for run in runs for line in run]
    if len(lines) > FEW or any(line.lead for line in lines):
        return step
    near = [other for other in steps[steps.index(step) :] if step.size - NEAR <= other.size]
    alone = [sum(_leaves_alone(line, one, frame) for line in lines) for one in near]
    return near[alone.index(min(alone))]


def _leaves_alone(line: Line, step: Step, frame: Frame) -> bool:
    return leaves_a_word_alone(line.text, step.font, step.size, frame.width)


def said(lines: Sequence[Line]) -> list[Line]:
    """The lines that say something, as a file can hold them."""
    clean = [Line(lead=printable(line.lead).strip(), text=printable(line.text).strip()) for line in lines]
    return [line for line in clean if line.lead or line.text]


def counted(lines: Sequence[Line]) -> int:
    """How many words the lines say; the few that lead them are found, not read."""
    return sum(len(line.text.split()) for line in lines)


def broken(line: Line, holds: Callable[[Line], bool], again: str = "") -> list[Line]:
    """A line that no slide holds, in pieces that one does: at sentence ends where there are any.

    `again` leads each further piece, where a piece alone would not say whose it is.
    """
    if holds(line):
        return [line]
    if not holds(Line(lead=line.lead, text="")):
        leads = pieces(line.lead, lambda text: holds(Line(text=text)))
        return [*(Line(text=part) for part in leads), *broken(Line(text=line.text), holds)]
    first, *rest = pieces(line.text, lambda text: holds(replace(line, text=text)))
    return [replace(line, text=first), *(Line(lead=again, text=part) for part in rest)]


def _runs(
    lines: Sequence[Line], slides: int, step: Step, frame: Frame, words: int
) -> list[Sequence[Line]] | None:
    """The lines in that many runs, if each of them fits."""
    tall = [height(step.blocks(line), frame.width) for line in lines]
    runs, start = [], 0
    for count in balanced(tall, slides, step.gap):
        run = lines[start : start + count]
        if not _holds(run, step, frame, words):
            return None
        runs.append(run)
        start += count
    return runs


def _holds(run: Sequence[Line], step: Step, frame: Frame, words: int) -> bool:
    return counted(run) <= words and height(step.paragraphs(run), frame.width) <= frame.height
