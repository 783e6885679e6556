"""The life of a review, as a table."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    COMMISSIONED = "commissioned"
    UNDER_WAY = "under way"
    CONCLUDED = "concluded"
    DISCONTINUED = "discontinued"
    """Ended before a report: it was decided anew, or is held elsewhere. The reason is kept."""


class Event(StrEnum):
    BEGIN = "begin"
    CONCLUDE = "conclude"
    DISCONTINUE = "discontinue"
    TAKE_UP = "take up again"


LIFE = {
    # from                what happens       to
    (State.COMMISSIONED,  Event.BEGIN):      State.UNDER_WAY,
    (State.UNDER_WAY,     Event.CONCLUDE):   State.CONCLUDED,
    # Written before or outside this house, and taken in whole.
    (State.COMMISSIONED,  Event.CONCLUDE):   State.CONCLUDED,
    (State.COMMISSIONED,  Event.DISCONTINUE): State.DISCONTINUED,
    (State.UNDER_WAY,     Event.DISCONTINUE): State.DISCONTINUED,
    # Decided anew: it begins again where it was commissioned, with what was written kept.
    (State.DISCONTINUED,  Event.TAKE_UP):    State.COMMISSIONED,
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


MEANS = {
    Method.AUTHOR_AND_REPORTS: "Agencies report on their own part; an author from outside weighs them.",
    Method.SILP: "Those who did the work say how it looked to them then, and test what is found.",
    Method.LEARNING_TOGETHER: "Trained reviewers look at how the system shaped what people did.",
    Method.RAPID_TIME: "A few weeks, a set of questions and a short report on the system.",
    Method.EVENT_ANALYSIS: "One event: what happened, why, and what changes.",
    Method.CHRONOLOGY: "One merged chronology, talked through in one meeting.",
    Method.APPRECIATIVE: "Begins from what went well, and asks how to have more of it.",
    Method.PEER: "Colleagues from another area look at it with fresh eyes.",
    Method.TABLE_TOP: "Managers go through the records together around one table.",
    Method.AFTER_ACTION: "The team itself compares what was meant to happen with what did.",
    Method.THEMATIC: "Several cases with one theme, looked at side by side.",
    Method.SINGLE_AGENCY: "One agency reviews its own part and reports back to the group.",
}
"""What each method is, in a line."""

QUESTIONS = (3, 6)
"""How many key questions a review has, at least and at most."""


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
