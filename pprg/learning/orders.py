"""Running orders: what to do with a team in seven, ten or thirty minutes."""

from __future__ import annotations

from dataclasses import dataclass


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


ORDERS = {
    7: Order(
        minutes=7,
        title="Seven minutes at a team meeting",
        slides="short-slides",
        before="Print the second page of the briefing, or open the four slides.",
        steps=(
            Step(minutes=1, do="Say what it is about, that people may step out, and who they can talk to."),
            Step(minutes=2, do="Tell the story: who the person was and what happened."),
            Step(minutes=1, do="Read out what was learned."),
            Step(minutes=2, do="Ask one question. In pairs, then together."),
            Step(minutes=1, do="Agree one change, who makes it and by when. Record your use."),
        ),
    ),
    10: Order(
        minutes=10,
        title="Ten minutes, with time to talk",
        slides="short-slides",
        before="Open the four slides and hand out the briefing.",
        steps=(
            Step(minutes=1, do="Say what it is about, that people may step out, and who they can talk to."),
            Step(minutes=3, do="Everybody reads the briefing, quietly."),
            Step(minutes=1, do="Ask what surprised them."),
            Step(minutes=4, do="Take one question. In pairs first, then together."),
            Step(minutes=1, do="Agree one change, who makes it and by when. Record your use."),
        ),
    ),
    30: Order(
        minutes=30,
        title="Half an hour, with the whole deck",
        slides="team-meeting-slides",
        before="Read the speaker notes the day before. Send the briefing round if your team prepares.",
        steps=(
            Step(minutes=2, do="Say what it is about, that people may step out, and who they can talk to."),
            Step(minutes=5, do="Who the person was, and what happened. Pause after it."),
            Step(minutes=3, do="What worked. Ask who does this here already."),
            Step(minutes=9, do="What we learned, one finding at a time, with its question."),
            Step(minutes=3, do="What changes now, and what that means for your role."),
            Step(minutes=6, do="In our team: pairs for three minutes, then together."),
            Step(minutes=2, do="Agree one change, who makes it and by when. Record your use."),
        ),
    ),
}
