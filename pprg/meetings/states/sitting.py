"""The life of a meeting, who sits at it and as what, what is on its agenda, and interests."""

from datetime import timedelta
from enum import StrEnum

from pprg.accounts.states import Role
from pprg.errors import Refused

SITS = frozenset({Role.REPRESENTATIVE, Role.CHAIR, Role.COORDINATOR})
"""Whose holders may be invited to a meeting."""

KNOWS_FOR = timedelta(days=30)
"""How long after the meeting a member still knows of its cases."""


class MeetingKind(StrEnum):
    ORDINARY = "meeting"
    EXTRAORDINARY = "extraordinary meeting"
    """For one case that cannot wait: a rapid review."""
    CHAIRS_ACTION = "chair’s action"
    """No meeting at all: the chair decides between two, and the next one confirms it."""


class MeetingState(StrEnum):
    PREPARED = "being prepared"
    OPENED = "agenda open to members"
    SITTING = "in session"
    CLOSED = "closed"
    CALLED_OFF = "called off"
    """It does not take place, and nothing is heard at it."""


class MeetingEvent(StrEnum):
    OPEN = "open the agenda of"
    BEGIN = "begin"
    CLOSE = "close"
    REOPEN = "reopen"
    CALL_OFF = "call off"


MEETING_LIFE = {
    # from                    what happens          to
    (MeetingState.PREPARED,   MeetingEvent.OPEN):   MeetingState.OPENED,
    (MeetingState.OPENED,     MeetingEvent.BEGIN):  MeetingState.SITTING,
    (MeetingState.PREPARED,   MeetingEvent.BEGIN):  MeetingState.SITTING,
    (MeetingState.SITTING,    MeetingEvent.CLOSE):  MeetingState.CLOSED,
    (MeetingState.CLOSED,     MeetingEvent.REOPEN): MeetingState.SITTING,
    (MeetingState.PREPARED,   MeetingEvent.CALL_OFF): MeetingState.CALLED_OFF,
    (MeetingState.OPENED,     MeetingEvent.CALL_OFF): MeetingState.CALLED_OFF,
}  # fmt: skip


def after_event(state: MeetingState, event: MeetingEvent) -> MeetingState:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return MEETING_LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a meeting that is {state}.") from None


class Voice(StrEnum):
    """For whom a core member speaks, where a rule of quorum asks for them."""

    ADULT_SOCIAL_CARE = "the council’s adult social care"
    CHILDRENS_SERVICES = "the council’s children’s services"
    HEALTH = "the integrated care board"
    POLICE = "the police"
    COMMUNITY_SAFETY = "the Community Safety Partnership"
    PROBATION = "probation"


class Capacity(StrEnum):
    """As what somebody sits at a meeting."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy chair"
    CORE = "core member"
    DEPUTY = "deputy"
    CO_OPTED = "co-opted"
    ADVISER = "adviser"
    OBSERVER = "observer"
    CLERK = "takes the minutes"


COUNTS = frozenset({Capacity.CHAIR, Capacity.DEPUTY_CHAIR, Capacity.CORE, Capacity.DEPUTY})
"""Who counts towards the quorum. Advisers and observers have no vote; the co-opted help with one case."""


CHAIRS = frozenset({Capacity.CHAIR, Capacity.DEPUTY_CHAIR})
"""Who leads a meeting, and rules on what others at it have said of themselves."""


class Reply(StrEnum):
    NONE = "no answer yet"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DEPUTY = "sends a deputy"


class Section(StrEnum):
    """The parts of an agenda, in the usual order."""

    WELCOME = "Welcome, attendance and apologies"
    INTERESTS = "Interests"
    MINUTES = "Minutes and decision log"
    ARISING = "Matters arising"
    URGENT = "Urgent: rapid reviews and running clocks"
    NEW = "New referrals"
    RETURNED = "Referrals that come back with information"
    LIVE = "Reviews under way"
    REPORTS = "Reports for sign-off"
    ACTIONS = "Actions due and overdue"
    LEARNING = "Learning and dissemination"
    DEMAND = "What is asked of agencies"
    DATES = "Dates"


ORDER = {section: place for place, section in enumerate(Section, start=1)}


class InterestKind(StrEnum):
    """What somebody says of themselves and a case before its pack opens to them."""

    NONE = "no interest"
    MANAGES = "I manage somebody who was involved"
    INVOLVED = "I was involved myself"
    CARE = "I was responsible for care that is looked at"
    RELATIONSHIP = "I know somebody in it personally"
    AGENCY = "My agency is the focus of concern"
    VIEW = "I have said publicly what I think of it"
    REVIEWER = "I am or was commissioned to review it"


STANDS_ASIDE = frozenset(
    {InterestKind.MANAGES, InterestKind.INVOLVED, InterestKind.CARE, InterestKind.RELATIONSHIP}
)
"""Said, these close the case to whoever says them from the next request."""

ASKS_AT_ONCE = frozenset({InterestKind.AGENCY, InterestKind.VIEW, InterestKind.REVIEWER})
"""Said, these let them give facts and no vote until the chair has ruled. An agency that is merely involved is normal, and no interest."""  # noqa: E501


class Ruling(StrEnum):
    """What the chair makes of an interest."""

    STAY = "stays and takes part"
    FACTS = "gives facts only"
    LEAVES = "leaves for the decision"
    OUT = "steps out"
