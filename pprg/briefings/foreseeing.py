"""What will not fit, said to an author before it happens: on which page, on which slide, and what would help.

Reckoned from the widths of the letters as the drawing reckons it, without making a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from pprg.briefings.choosing.picks import BoxChosen, Choices, as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind, Briefing, Imprint, Slide, SlideKind, SlidePack
from pprg.briefings.counting import words_in
from pprg.briefings.drawing import slides
from pprg.briefings.drawing.fitting import STEPS, fit, lines_over
from pprg.briefings.slides import packs
from pprg.briefings.slides.story import WORDS
from pprg.documents.lettering import without_a_shape
from pprg.publications.record import LearningRecord

_LABELS = "A label of at most eight words for each event lets the back row read it."


def on_pages(words: Briefing) -> tuple[str, ...]:
    """Of the briefing on paper."""
    return tuple(_on_pages(words))


def on_slides(record: LearningRecord, choices: Choices, imprint: Imprint) -> tuple[str, ...]:
    """Of both packs: what goes on over several slides, is long for one, or stays in the notes."""
    standing = as_it_stands(offered(record), choices)
    pack = packs.team_meeting_slides(record, choices, imprint)
    short = packs.short_slides(record, choices, imprint)
    said = [*_in_the_notes(pack, standing[BoxKind.PERSON]), *_spread(pack), *_spread(short)]
    return tuple(dict.fromkeys(said))


def _on_pages(words: Briefing) -> Iterator[str]:
    if boxes := without_a_shape(
        " ".join(f"{line.lead} {line.text}" for box in words.boxes for line in box.lines)
    ):
        yield f"The PDF shows an empty box for {_letters(boxes)}: our letters have no shape for it."
    stood = fit(words)
    for place in stood.too_tall:
        yield f"“{words.boxes[place - 1].heading}” is longer than a page, and goes on over the next one."
    story, team = lines_over(words)
    if story:
        yield f"The story is {_lines(story)} longer than its page, in the smallest letters that there are."
    if team:
        yield f"Our team’s page is {_lines(team)} too long, in the smallest letters that there are."
    if not (story or team) and stood.step == STEPS[-1]:
        yield f"It is set in {stood.step.size:g} point, the smallest that there is: the pages are full."


def _in_the_notes(pack: SlidePack, chosen: BoxChosen) -> Iterator[str]:
    """Facts about the person that the slide has no room for; a presenter still says them."""
    for slide in pack.slides:
        if slide.kind is SlideKind.PERSON and len(slide.lines) < min(3, len(chosen.lines)):
            said = f"shows {len(slide.lines)} of {len(chosen.lines)} facts; the notes have the others"
            yield f"The slide “{slide.title}” {said}. Three fit if together they have {WORDS} words."


def _spread(pack: SlidePack) -> Iterator[str]:
    for slide, sheets in zip(pack.slides, slides.spread(pack), strict=True):
        if sheets > 1:
            yield f"“{slide.title}” goes on over {sheets} slides ({pack.name.lower()})."
        elif _crowded(slide):
            yield f"The slide “{slide.title}” has {_words(slide)} words ({pack.name.lower()}). {_LABELS}"


def _crowded(slide: Slide) -> bool:
    """A table of actions is looked up, an appendix read at a desk; all else is read from the back row."""
    return slide.kind is SlideKind.TIMELINE and _words(slide) > WORDS


def _words(slide: Slide) -> int:
    return words_in(*(line.text for line in slide.lines))


def _letters(those: set[str]) -> str:
    """The first few of them, as a writer can look for them."""
    few = sorted(those)[:6]
    return ", ".join(few) + (" and others" if len(those) > len(few) else "")


def _lines(many: int) -> str:
    return "a line" if many == 1 else f"{many} lines"
