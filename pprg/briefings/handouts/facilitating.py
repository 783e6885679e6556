"""For whoever leads the talk, on one page: before, running order, one question, do and do not."""

from __future__ import annotations

from pprg.briefings import compose
from pprg.briefings import house_sentences as ours
from pprg.briefings.choosing.picks import Choices, as_it_stands
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind, Imprint, Line
from pprg.briefings.handouts import house
from pprg.briefings.handouts.content import Handout, Part, PartKind
from pprg.briefings.handouts.supervision import led
from pprg.briefings.orders import LENGTHS, STEPS
from pprg.publications.record import LearningRecord


def facilitator_sheet(record: LearningRecord, choices: Choices, imprint: Imprint) -> Handout:
    """One page to hold in the hand. Its questions are those that were chosen for the briefing."""
    before = led(house.BEFORE_LINES, name=record.pseudonym)
    pairs = Part(
        kind=PartKind.PAIRS,
        heading=house.DO_AND_DO_NOT,
        columns=(house.DO, house.DO_NOT),
        rows=house.DO_AND_DO_NOT_ROWS,
    )
    return Handout(
        imprint=imprint,
        care=compose.care(record),
        name=house.FACILITATOR,
        for_whom=house.FOR_FACILITATOR,
        parts=(
            Part(kind=PartKind.LINES, heading=house.BEFORE, lines=before),
            _order(),
            Part(kind=PartKind.ASKED, heading=house.ASK, lines=_questions(record, choices)),
            pairs,
        ),
        pages=1,
    )


def _order() -> Part:
    return Part(
        kind=PartKind.ORDER,
        heading=house.ORDER,
        intro=house.ORDER_INTRO,
        columns=(house.ORDER_DO, *(house.ORDER_MINUTES.format(minutes=length) for length in LENGTHS)),
        rows=tuple(
            (do, *(str(many) if many else house.LEFT_OUT for many in minutes)) for do, minutes in STEPS
        ),
    )


def _questions(record: LearningRecord, choices: Choices) -> tuple[Line, ...]:
    """Those that were chosen to talk about; the standing ones where nothing was."""
    chosen = compose.lines_of(as_it_stands(offered(record), choices)[BoxKind.TALK])
    return chosen or tuple(Line(text=question) for question in ours.STANDING_QUESTIONS)
