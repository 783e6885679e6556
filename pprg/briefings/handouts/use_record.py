"""One page on which a team writes down what it did with the learning and what it will change."""

from __future__ import annotations

from pprg.briefings import compose
from pprg.briefings.choosing.picks import Choices
from pprg.briefings.content import Imprint, Line
from pprg.briefings.handouts import house
from pprg.briefings.handouts.content import Handout, Part, PartKind
from pprg.publications.record import LearningRecord


def record_of_use(record: LearningRecord, _: Choices, imprint: Imprint) -> Handout:
    """The same questions for every review; the first five are those that the hub asks."""
    return Handout(
        imprint=imprint,
        care=compose.care(record),
        name=house.RECORD_OF_USE,
        for_whom=house.FOR_TEAM,
        parts=(
            Part(
                kind=PartKind.FORM,
                heading=house.WHAT_WE_DID,
                intro=house.NO_NAMES,
                columns=house.ASKED_COLUMNS,
                lines=tuple(Line(lead=asked, text=hint) for asked, hint, _ in house.ASKED_OF_TEAM),
                tall=tuple(tall for _, _, tall in house.ASKED_OF_TEAM),
            ),
            Part(
                kind=PartKind.SEND,
                heading=house.SEND,
                columns=house.SEND_COLUMNS,
                lines=tuple(Line(text=sentence) for sentence in house.SEND_LINES),
            ),
        ),
        pages=1,
    )
