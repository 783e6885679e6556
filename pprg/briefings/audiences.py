"""Your role first: what one audience should do stands above what others should. Nothing else changes.

The same lines in another order: no line is added, dropped or reworded, so no fact can differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pprg.briefings.content import BoxKind, Briefing, Line, SlideKind, SlidePack
from pprg.guidance.codes import AUDIENCE_LABELS, Audience


def audiences_in(words: Any) -> tuple[Audience, ...]:
    """Those with lines of their own in these words, in the order of the list of audiences."""
    led = {line.lead for line in _to_do(words)}
    return tuple(one for one in Audience if one is not Audience.ALL and AUDIENCE_LABELS[one] in led)


def first_for(words: Any, audience: Audience) -> Any:
    """The same words with the lines of one audience first, everyone's next, all others as they were."""
    if isinstance(words, Briefing):
        boxes = (
            replace(box, lines=tuple(_sorted(box.lines, audience))) if box.kind is BoxKind.DO_NOW else box
            for box in words.boxes
        )
        return replace(words, boxes=tuple(boxes))
    if isinstance(words, SlidePack):
        return replace(words, slides=tuple(_dealt(words, _sorted(list(_to_do(words)), audience))))
    return words


def _to_do(words: Any) -> Iterator[Line]:
    """What to do, line by line, wherever it stands; nothing in words that tell nobody what to do."""
    if isinstance(words, Briefing):
        yield from (line for box in words.boxes if box.kind is BoxKind.DO_NOW for line in box.lines)
    if isinstance(words, SlidePack):
        yield from (line for one in words.slides if one.kind is SlideKind.ACTIONS for line in one.lines)


def _sorted(lines: Sequence[Line], audience: Audience) -> list[Line]:
    """Sorting keeps the order of what ranks alike."""
    ranks = {AUDIENCE_LABELS[audience]: 0, AUDIENCE_LABELS[Audience.ALL]: 1}
    return sorted(lines, key=lambda line: ranks.get(line.lead, 2))


def _dealt(pack: SlidePack, lines: Sequence[Line]) -> Iterator[Any]:
    """The slides, those with actions holding as many lines as before."""
    at = 0
    for slide in pack.slides:
        if slide.kind is SlideKind.ACTIONS:
            many = len(slide.lines)
            yield replace(slide, lines=tuple(lines[at : at + many]))
            at += many
        else:
            yield slide
