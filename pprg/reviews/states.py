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


class Method(StrEnum):
    """How a review is done."""

    AUTHOR_AND_REPORTS = "independent author with agency reports"
    SILP = "learning event with front-line staff and their managers"
    LEARNING_TOGETHER = "systems review by trained reviewers"
    RAPID_TIME = "review in rapid time"
    EVENT_ANALYSIS = "significant event analysis"
    CHRONOLOGY = "joint chronology and a meeting"
    APPRECIATIVE = "appreciative inquiry"
    PEER = "peer review"
    TABLE_TOP = "table-top review"
    AFTER_ACTION = "after-action review"
    THEMATIC = "thematic review of several cases"
    SINGLE_AGENCY = "review by one agency that reports back"


class CostBand(StrEnum):
    NONE = "within what agencies do anyway"
    SMALL = "under £5,000"
    MIDDLE = "£5,000 to £15,000"
    LARGE = "£15,000 to £30,000"
    OVER = "over £30,000"


class Intention(StrEnum):
    """What is meant to become of the report. Settled anew before anything is released."""

    IN_FULL = "publish the report and a briefing"
    BRIEFING = "publish a briefing only"
    NOT = "do not publish; share the learning inside"
    OPEN = "decide when the report is there"
