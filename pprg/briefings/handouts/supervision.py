"""For supervision: who it was, what was found, what worked; questions, and room for what is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from pprg.briefings import compose
from pprg.briefings import house_sentences as ours
from pprg.briefings.choosing.picks import Choices, as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind, Imprint, Line
from pprg.briefings.handouts import house
from pprg.briefings.handouts.content import Handout, Part, PartKind
from pprg.publications.record import LearningRecord


def supervision_pack(record: LearningRecord, choices: Choices, imprint: Imprint) -> Handout:
    """Page 1 tells of the review, page 2 is for the conversation and can be used alone."""
    boxes = as_it_stands(offered(record), choices)
    first = [_how_to()]
    for kind in (BoxKind.PERSON, BoxKind.LEARNED, BoxKind.WORKED):
        if lines := compose.lines_of(boxes[kind]):
            heading = compose.heading(record, boxes[kind])
            first.append(Part(kind=PartKind.LINES, heading=heading, lines=lines, intro=_said(kind, imprint)))
    return Handout(
        imprint=imprint,
        care=compose.care(record),
        name=house.SUPERVISION,
        for_whom=house.FOR_SUPERVISION,
        parts=(*first, *_conversation(record)),
        pages=2,
        new_page_before=len(first) + 1,
    )


def led(lines: tuple[tuple[str, str], ...], **slots: str) -> tuple[Line, ...]:
    """Sentences of ours, each with its bold words."""
    return tuple(Line(lead=lead, text=text.format(**slots)) for lead, text in lines)


def _how_to() -> Part:
    return Part(kind=PartKind.LINES, heading=house.HOW_TO, lines=led(house.HOW_TO_LINES))


def _said(kind: BoxKind, imprint: Imprint) -> str:
    return ours.NO_BLAME.format(kind=imprint.review_type) if kind is BoxKind.LEARNED else ""


def _conversation(record: LearningRecord) -> Iterator[Part]:
    prompts = tuple(Line(text=prompt) for prompt in record.supervision_prompts)
    if prompts:
        yield Part(kind=PartKind.ASKED, heading=house.STORY, lines=prompts)
    moment = tuple(Line(text=question) for question in house.MOMENT_QUESTIONS)
    yield Part(kind=PartKind.ASKED, heading=house.MOMENT, intro=house.MOMENT_INTRO, lines=moment)
    empty = (("",) * len(house.AGREED_COLUMNS),) * house.AGREED_ROWS
    yield Part(kind=PartKind.AGREED, heading=house.AGREED, columns=house.AGREED_COLUMNS, rows=empty)
    yield Part(kind=PartKind.LINES, heading=house.BEFORE_LEAVING, lines=led(house.BEFORE_LEAVING_LINES))
