"""What the group can say about a criterion and about a case, and the life of a decision."""

from enum import StrEnum

from pprg.errors import Refused
from pprg.guidance.codes import ReviewType, Route


class Answer(StrEnum):
    MET = "met"
    NOT_MET = "not met"
    NOT_ENOUGH = "not enough information"


class Agreement(StrEnum):
    ALL = "everyone agreed"
    MOST = "most agreed"
    CHAIR = "the chair decided"


class Outcome(StrEnum):
    MANDATORY_SAR = "recommend a Safeguarding Adults Review that must be held"
    DISCRETIONARY_SAR = "recommend a discretionary Safeguarding Adults Review"
    RAPID_REVIEW = "hold a rapid review"
    LCSPR = "recommend a Local Child Safeguarding Practice Review"
    DHR = "recommend a Domestic Homicide Review"
    LEARNING_REVIEW = "hold a learning review outside the statutory routes"
    NATIONAL = "recommend to the national Panel that it considers a national review"
    SINGLE_AGENCY = "ask one agency to review its own part and to report back"
    BRIEFING = "share the learning in a briefing, without a review"
    OTHER_ROUTE = "pass the case to another process"
    NO_REVIEW = "hold no review"
    WAIT = "wait for more information"


_OTHERWISE = (
    Outcome.LEARNING_REVIEW, Outcome.SINGLE_AGENCY, Outcome.BRIEFING, Outcome.OTHER_ROUTE,
    Outcome.NO_REVIEW, Outcome.WAIT,
)  # fmt: skip
OPEN_TO = {
    Route.SAR: (Outcome.MANDATORY_SAR, Outcome.DISCRETIONARY_SAR, *_OTHERWISE),
    Route.CHILD: (Outcome.RAPID_REVIEW, Outcome.LCSPR, Outcome.NATIONAL, *_OTHERWISE),
    Route.DHR: (Outcome.DHR, *_OTHERWISE),
    Route.LEARNING: _OTHERWISE,
}
"""The outcomes each route can have."""

COMMISSIONS = {
    Outcome.MANDATORY_SAR: ReviewType.SAR_MANDATORY,
    Outcome.DISCRETIONARY_SAR: ReviewType.SAR_DISCRETIONARY,
    Outcome.RAPID_REVIEW: ReviewType.RAPID_REVIEW,
    Outcome.LCSPR: ReviewType.LCSPR,
    Outcome.DHR: ReviewType.DHR,
    Outcome.LEARNING_REVIEW: ReviewType.LEARNING_REVIEW,
}
"""The review that each outcome commissions; the others commission none."""


class State(StrEnum):
    DRAFT = "draft"
    RECORDED = "recorded"
    PENDING = "signed, to be confirmed"
    """The meeting had no quorum: named members confirm it in writing."""
    SIGNED = "signed"


class Event(StrEnum):
    SAVE = "save"
    RECORD = "record"
    SIGN = "sign"
    SIGN_PENDING = "sign without a quorum"
    CONFIRM = "confirm"
    HAND_BACK = "hand back"


LIFE = {
    # from             what happens        to
    (State.DRAFT,      Event.SAVE):        State.DRAFT,
    (State.DRAFT,      Event.RECORD):      State.RECORDED,
    (State.RECORDED,   Event.SAVE):        State.DRAFT,
    (State.RECORDED,   Event.HAND_BACK):   State.DRAFT,
    (State.RECORDED,   Event.SIGN):        State.SIGNED,
    (State.RECORDED,   Event.SIGN_PENDING): State.PENDING,
    (State.PENDING,    Event.CONFIRM):     State.SIGNED,
    (State.PENDING,    Event.HAND_BACK):   State.DRAFT,
}  # fmt: skip


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a decision that is {state}.") from None
