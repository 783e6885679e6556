"""The life of a review, as a table."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    COMMISSIONED = "commissioned"
    UNDER_WAY = "under way"
    CONCLUDED = "concluded"
    STOPPED = "stopped"


class Event(StrEnum):
    BEGIN = "begin"
    CONCLUDE = "conclude"
    STOP = "stop"


LIFE = {
    # from                what happens       to
    (State.COMMISSIONED,  Event.BEGIN):      State.UNDER_WAY,
    (State.UNDER_WAY,     Event.CONCLUDE):   State.CONCLUDED,
    (State.COMMISSIONED,  Event.STOP):       State.STOPPED,
    (State.UNDER_WAY,     Event.STOP):       State.STOPPED,
}  # fmt: skip


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a review that is {state}.") from None
