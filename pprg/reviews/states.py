"""The life of a review, as a table."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    COMMISSIONED = "commissioned"
    UNDER_WAY = "under way"
    CONCLUDED = "concluded"


class Event(StrEnum):
    BEGIN = "begin"
    CONCLUDE = "conclude"


LIFE = {
    # from                what happens       to
    (State.COMMISSIONED,  Event.BEGIN):      State.UNDER_WAY,
    (State.UNDER_WAY,     Event.CONCLUDE):   State.CONCLUDED,
    # Written before or outside this house, and taken in whole.
    (State.COMMISSIONED,  Event.CONCLUDE):   State.CONCLUDED,
}  # fmt: skip


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a review that is {state}.") from None
