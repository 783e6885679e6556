"""The life of a referral, as a table, and the steps in which it is written."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    DRAFT = "draft"
    RECEIVED = "received"
    RETURNED = "returned for more information"
    TABLED = "on an agenda"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    SEND = "send"
    RETURN = "return"
    TABLE = "table"
    TAKE_OFF = "take off the agenda"
    DECIDE = "decide"
    WITHDRAW = "withdraw"


LIFE = {
    # from            what happens      to
    (State.DRAFT,     Event.SEND):      State.RECEIVED,
    (State.RECEIVED,  Event.RETURN):    State.RETURNED,
    (State.RETURNED,  Event.SEND):      State.RECEIVED,
    (State.RECEIVED,  Event.TABLE):     State.TABLED,
    (State.TABLED,    Event.TAKE_OFF):  State.RECEIVED,
    (State.TABLED,    Event.DECIDE):    State.DECIDED,
    (State.DRAFT,     Event.WITHDRAW):  State.WITHDRAWN,
    (State.RECEIVED,  Event.WITHDRAW):  State.WITHDRAWN,
    (State.RETURNED,  Event.WITHDRAW):  State.WITHDRAWN,
}  # fmt: skip

BEING_WRITTEN = frozenset({State.DRAFT, State.RETURNED})
WITH_THE_GROUP = frozenset({State.RECEIVED, State.TABLED, State.DECIDED})


class Step(StrEnum):
    """One page of the form. The value is its address."""

    YOU = "you"
    ASK = "ask"
    PERSON = "person"
    HAPPENED = "happened"
    WHY = "why"


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a referral that is {state}.") from None
