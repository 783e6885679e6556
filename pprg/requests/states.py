"""The life of a request for information, as a table, and on whose word it may be asked."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    SENT = "sent"
    OPENED = "opened"
    NOTHING_KNOWN = "nothing known"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    OPEN = "open"
    SAY_NOTHING_KNOWN = "say that nothing is known for"
    RETURN = "return"
    ASK_AGAIN = "ask again about"
    WITHDRAW = "withdraw"


LIFE = {
    # from                   what happens                to
    (State.SENT,           Event.OPEN):                State.OPENED,
    (State.OPENED,         Event.OPEN):                State.OPENED,
    (State.SENT,           Event.SAY_NOTHING_KNOWN):   State.NOTHING_KNOWN,
    (State.OPENED,         Event.SAY_NOTHING_KNOWN):   State.NOTHING_KNOWN,
    (State.SENT,           Event.RETURN):              State.RETURNED,
    (State.OPENED,         Event.RETURN):              State.RETURNED,
    (State.RETURNED,       Event.ASK_AGAIN):           State.OPENED,
    (State.NOTHING_KNOWN,  Event.ASK_AGAIN):           State.OPENED,
    (State.SENT,           Event.WITHDRAW):            State.WITHDRAWN,
    (State.OPENED,         Event.WITHDRAW):            State.WITHDRAWN,
}  # fmt: skip

OPEN = frozenset({State.SENT, State.OPENED})
"""Still to be answered."""
ANSWERED = frozenset({State.NOTHING_KNOWN, State.RETURNED})


class Stand(StrEnum):
    """How a request stands in the coordinators' table: its state, or that it is late."""

    SENT = "sent"
    OPENED = "opened"
    LATE = "late"
    RETURNED = "returned"
    NOTHING_KNOWN = "nothing known"
    WITHDRAWN = "withdrawn"


class Part(StrEnum):
    """One page of the form that an agency fills in. The value is its address."""

    KNOWN = "known"
    DATES = "dates"
    PERSON = "person"
    PRACTICE = "practice"
    TELLING = "telling"


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a request that is {state}.") from None


class LegalBasis(StrEnum):
    """On whose word an agency may tell, and has to."""

    CARE_ACT = "Care Act 2014 section 45"
    CHILDREN_ACT = "Children Act 2004 section 16H"
    DHR = "Domestic Violence, Crime and Victims Act 2004 section 9"
    TASK = "UK GDPR Article 6(1)(e): a task in the public interest"
