"""What the group can say about a criterion and about a case, and the lives of a meeting and a decision."""

from datetime import timedelta
from enum import StrEnum

from pprg.accounts.states import Role
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType, Route

SITS = frozenset({Role.REPRESENTATIVE, Role.CHAIR, Role.COORDINATOR})
"""Whose holders may be invited to a meeting."""

KNOWS_FOR = timedelta(days=30)
"""How long after the meeting a member still knows of its cases."""


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
    NO_REVIEW = "hold no review"
    WAIT = "wait for more information"


OPEN_TO = {
    Route.SAR: (
        Outcome.MANDATORY_SAR, Outcome.DISCRETIONARY_SAR, Outcome.LEARNING_REVIEW,
        Outcome.NO_REVIEW, Outcome.WAIT,
    ),
    Route.CHILD: (
        Outcome.RAPID_REVIEW, Outcome.LCSPR, Outcome.LEARNING_REVIEW, Outcome.NO_REVIEW, Outcome.WAIT,
    ),
    Route.DHR: (Outcome.DHR, Outcome.LEARNING_REVIEW, Outcome.NO_REVIEW, Outcome.WAIT),
    Route.LEARNING: (Outcome.LEARNING_REVIEW, Outcome.NO_REVIEW, Outcome.WAIT),
}  # fmt: skip
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
    SIGNED = "signed"


class Event(StrEnum):
    SAVE = "save"
    RECORD = "record"
    SIGN = "sign"
    HAND_BACK = "hand back"


LIFE = {
    # from             what happens        to
    (State.DRAFT,      Event.SAVE):        State.DRAFT,
    (State.DRAFT,      Event.RECORD):      State.RECORDED,
    (State.RECORDED,   Event.SAVE):        State.DRAFT,
    (State.RECORDED,   Event.HAND_BACK):   State.DRAFT,
    (State.RECORDED,   Event.SIGN):        State.SIGNED,
}  # fmt: skip


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a decision that is {state}.") from None
