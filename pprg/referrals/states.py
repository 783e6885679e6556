"""The life of a referral, as a table, and the pages on which it is written."""

from enum import StrEnum

from pprg.errors import Refused


class State(StrEnum):
    DRAFT = "draft"
    AWAITING = "waiting for authorisation"
    SENT_BACK = "sent back by the safeguarding lead"
    RECEIVED = "received"
    RETURNED = "returned for more information"
    TABLED = "on an agenda"
    DECIDED = "decided"
    REDIRECTED = "sent another way"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    SEND = "send"
    SEND_BACK = "send back"
    AUTHORISE = "authorise"
    RETURN = "return"
    FOLLOW_UP = "send the rest of"
    ADD = "add to"
    TABLE = "table"
    TAKE_OFF = "take off the agenda"
    DECIDE = "decide"
    TAKE_UP = "take up again"
    REDIRECT = "send another way"
    WITHDRAW = "withdraw"


LIFE = {
    # from             what happens        to
    (State.DRAFT,      Event.SEND):        State.AWAITING,
    (State.AWAITING,   Event.SEND_BACK):   State.SENT_BACK,
    (State.SENT_BACK,  Event.SEND):        State.AWAITING,
    (State.AWAITING,   Event.AUTHORISE):   State.RECEIVED,
    (State.RECEIVED,   Event.RETURN):      State.RETURNED,
    (State.RETURNED,   Event.SEND):        State.RECEIVED,
    (State.AWAITING,   Event.FOLLOW_UP):   State.AWAITING,
    (State.RECEIVED,   Event.FOLLOW_UP):   State.RECEIVED,
    (State.TABLED,     Event.FOLLOW_UP):   State.TABLED,
    (State.AWAITING,   Event.ADD):         State.AWAITING,
    (State.RECEIVED,   Event.ADD):         State.RECEIVED,
    (State.TABLED,     Event.ADD):         State.TABLED,
    (State.DECIDED,    Event.ADD):         State.DECIDED,
    (State.RECEIVED,   Event.TABLE):       State.TABLED,
    (State.TABLED,     Event.TAKE_OFF):    State.RECEIVED,
    (State.TABLED,     Event.DECIDE):      State.DECIDED,
    (State.DECIDED,    Event.TAKE_UP):     State.RECEIVED,
    (State.RECEIVED,   Event.REDIRECT):    State.REDIRECTED,
    (State.DRAFT,      Event.WITHDRAW):    State.WITHDRAWN,
    (State.AWAITING,   Event.WITHDRAW):    State.WITHDRAWN,
    (State.SENT_BACK,  Event.WITHDRAW):    State.WITHDRAWN,
    (State.RECEIVED,   Event.WITHDRAW):    State.WITHDRAWN,
    (State.RETURNED,   Event.WITHDRAW):    State.WITHDRAWN,
}  # fmt: skip

BEING_WRITTEN = frozenset({State.DRAFT, State.SENT_BACK, State.RETURNED})
"""Every page is open to its writer."""
UNDER_WAY = frozenset({State.AWAITING, State.RECEIVED, State.TABLED})
"""With others; its writer may still send what was to follow."""
WITH_THE_GROUP = frozenset({State.RECEIVED, State.TABLED, State.DECIDED})
SENT = frozenset({State.AWAITING, *WITH_THE_GROUP})
OVER = frozenset({State.DECIDED, State.REDIRECTED, State.WITHDRAWN})


class Step(StrEnum):
    """One page of the form. The value is its address."""

    ESSENTIALS = "essentials"
    HAPPENED = "happened"
    YOU = "you"
    ASK = "ask"
    PERSON = "person"
    CHILD = "child"
    NEEDS = "needs"
    EQUALITY = "equality"
    FAMILY = "family"
    HARM = "harm"
    KINDS = "kinds"
    ALLEGED = "alleged"
    BACKGROUND = "background"
    DATES = "dates"
    WHY = "why"
    THEMES = "themes"
    AGENCIES = "agencies"
    DONE = "done"
    PROCESSES = "processes"
    TOLD = "told"


ESSENTIALS = (Step.ESSENTIALS, Step.HAPPENED)
"""What can be sent on a Friday afternoon; the other pages may follow."""


class CameBy(StrEnum):
    """How a referral reached us that its sender did not type."""

    TELEPHONE = "telephone"
    LETTER = "letter"
    EMAIL = "e-mail"
    IN_PERSON = "in person"


class LeadsView(StrEnum):
    """What a safeguarding lead says of a referral."""

    AGREE = "agrees"
    LEARNING_ONLY = "agrees, for learning only"
    SENT_BACK = "sends it back"


class Screening(StrEnum):
    """What a coordinator makes of a referral before a meeting."""

    FOR_THE_GROUP = "for the group"
    MORE_NEEDED = "more is needed first"
    ANOTHER_WAY = "another route"


class AnotherWay(StrEnum):
    """Where a referral goes that is not for the group."""

    SAFEGUARDING = "the council’s safeguarding front door"
    OTHER_AREA = "the partnership of another area"
    LEDER = "LeDeR"
    CHILD_DEATH_REVIEW = "the child death review"
    COMPLAINT = "the agency’s complaints process"
    SINGLE_AGENCY = "a review by one agency"
    OTHER = "another process"


class DocumentKind(StrEnum):
    CHRONOLOGY = "chronology"
    AGENCY_REPORT = "agency report or 72-hour report"
    ENQUIRY = "record of a section 42 or section 47 enquiry"
    NOTIFICATION = "serious incident notification"
    PREVENTION = "prevention of future deaths report"
    CARE_PLAN = "care plan"
    BODY_MAP = "body map"
    OTHER = "other"


def after(state: State, event: Event) -> State:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a referral that is {state}.") from None
