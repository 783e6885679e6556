"""The life of a publication's words, and of a release of them."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    DRAFT = "draft"
    WITH_CHECKER = "with the checker"
    RELEASED = "released"


class Event(StrEnum):
    CHANGE = "change"
    ASK = "ask for release of"
    SEND_BACK = "send back"
    RELEASE = "release"
    WITHDRAW = "withdraw"


LIFE = {
    # from                what happens       to
    (State.DRAFT,         Event.CHANGE):     State.DRAFT,
    (State.DRAFT,         Event.ASK):        State.WITH_CHECKER,
    (State.WITH_CHECKER,  Event.CHANGE):     State.DRAFT,
    (State.WITH_CHECKER,  Event.SEND_BACK):  State.DRAFT,
    (State.WITH_CHECKER,  Event.RELEASE):    State.RELEASED,
    (State.RELEASED,      Event.CHANGE):     State.DRAFT,
    (State.RELEASED,      Event.ASK):        State.WITH_CHECKER,
    (State.RELEASED,      Event.WITHDRAW):   State.DRAFT,
    (State.DRAFT,         Event.WITHDRAW):   State.DRAFT,
    (State.WITH_CHECKER,  Event.WITHDRAW):   State.WITH_CHECKER,
}  # fmt: skip


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a publication that is {state}.") from None


class ProofState(StrEnum):
    OPEN = "open"
    STALE = "overtaken by a change"
    SENT_BACK = "sent back"
    RELEASED = "released"


class ProofEvent(StrEnum):
    OVERTAKE = "overtake"
    SEND_BACK = "send back"
    RELEASE = "release"


PROOF_LIFE = {
    # from             what happens            to
    (ProofState.OPEN,  ProofEvent.OVERTAKE):   ProofState.STALE,
    (ProofState.OPEN,  ProofEvent.SEND_BACK):  ProofState.SENT_BACK,
    (ProofState.OPEN,  ProofEvent.RELEASE):    ProofState.RELEASED,
}  # fmt: skip


def proof_after(state: ProofState, event: ProofEvent) -> ProofState:
    """The state that `event` leads a proof to, or a refusal a person can read."""
    try:
        return PROOF_LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a proof that is {state}.") from None
