"""The words of the decision log."""

from enum import StrEnum


class Stands(StrEnum):
    """How far a decision has come, in one word."""

    RECORDED = "to be signed"
    PENDING = "to be confirmed"
    WITH_OWNERS = "with the decision-makers"
    NOT_AGREED = "not agreed"
    FINAL = "final"
    AMENDED = "replaced by an amendment"


class TakenFor(StrEnum):
    """Why somebody takes the log away. Fixed words: the trail tells no story."""

    FOLLOW_UP = "To follow decisions up"
    MEETING = "To prepare a meeting"
    REPORT = "For the annual report"
    INSPECTION = "For an audit or an inspection"
    LEGAL = "Because the law or a court asks for it"
