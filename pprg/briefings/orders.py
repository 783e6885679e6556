"""Running orders: what to do with a team in seven, ten or thirty minutes.

The facilitator sheet prints all three beside one another, the hub shows the one that was asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LENGTHS = (7, 10, 30)


@dataclass(frozen=True, kw_only=True)
class Step:
    minutes: int
    do: str


@dataclass(frozen=True, kw_only=True)
class Order:
    """A length of time, the product that fits it best, and the steps."""

    minutes: int
    title: str
    slides: str
    """The slide pack that fits."""
    before: str
    steps: tuple[Step, ...]


STEPS: tuple[tuple[str, tuple[int, int, int]], ...] = (
    ("Say what it is about, that people may step out, and whom to talk to.", (1, 1, 2)),
    ("Everybody reads the briefing, quietly. Ask what surprised them.", (0, 4, 0)),
    ("Tell the story: who the person was, what happened. Pause after it.", (2, 0, 5)),
    ("Say what worked. Ask who does this here already.", (0, 0, 3)),
    ("Say what was learned, one finding at a time.", (1, 0, 9)),
    ("Say what changes now, and what that means for your role.", (0, 0, 3)),
    ("Ask one question. In pairs first, then together.", (2, 4, 6)),
    ("Agree one change, who makes it and by when. Record your use.", (1, 1, 2)),
)
"""What is done, and how many minutes it takes in each length; 0 where it is left out."""


def _steps(place: int) -> tuple[Step, ...]:
    return tuple(Step(minutes=minutes[place], do=do) for do, minutes in STEPS if minutes[place])


ORDERS: Mapping[int, Order] = {
    7: Order(
        minutes=7,
        title="Seven minutes at a team meeting",
        slides="short-slides",
        before="Print the second page of the briefing, or open the four slides.",
        steps=_steps(0),
    ),
    10: Order(
        minutes=10,
        title="Ten minutes, with time to talk",
        slides="short-slides",
        before="Open the four slides and hand out the briefing.",
        steps=_steps(1),
    ),
    30: Order(
        minutes=30,
        title="Half an hour, with the whole deck",
        slides="team-meeting-slides",
        before="Read the speaker notes the day before. Send the briefing round if your team prepares.",
        steps=_steps(2),
    ),
}
