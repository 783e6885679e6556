"""Who finally owns a decision, what they answer, who challenges it, and the letters that go out."""

from collections.abc import Iterable
from enum import StrEnum

from pprg.agencies.states import LegalOwner
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.meetings.states.deciding import Outcome

RECONSIDERED_WITHIN = 20
"""How many working days after the outcome a referrer or a family may ask for it to be looked at again."""

PARTNERS = (LegalOwner.PARTNER_LOCAL_AUTHORITY, LegalOwner.PARTNER_HEALTH, LegalOwner.PARTNER_POLICE)
OWNERS = {
    Route.SAR: (LegalOwner.SAFEGUARDING_ADULTS_BOARD,),
    Route.CHILD: PARTNERS,
    Route.DHR: (LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP,),
    Route.LEARNING: (LegalOwner.REVIEW_GROUP,),
}
"""Care Act 2014 s.44; Children Act 2004 s.16E and 16F; Domestic Violence, Crime and Victims Act 2004 s.9."""

EXECUTIVE = LegalOwner.SAFEGUARDING_ADULTS_BOARD
"""The partnership's executive acts as the Safeguarding Adults Board. What partners cannot settle comes before it."""  # noqa: E501


def owners_of(route: Route, outcome: Outcome | None) -> tuple[LegalOwner, ...]:
    """Whose decision it finally is. Waiting for information is the group's own."""
    return (LegalOwner.REVIEW_GROUP,) if outcome == Outcome.WAIT else OWNERS[route]


class RatifyingState(StrEnum):
    """How far a recommendation has come with one legal owner."""

    WITH_OWNER = "with the decision-maker"
    RATIFIED = "ratified"
    CHANGED = "ratified with changes"
    NOT_AGREED = "not agreed"
    ESCALATED = "escalated"


AGREED = frozenset({RatifyingState.RATIFIED, RatifyingState.CHANGED})


LEAST_FIRST = (
    RatifyingState.NOT_AGREED,
    RatifyingState.ESCALATED,
    RatifyingState.WITH_OWNER,
    RatifyingState.CHANGED,
    RatifyingState.RATIFIED,
)


def least_of(said: Iterable[RatifyingState]) -> RatifyingState:
    """How far several legal owners have come together. Where nobody is asked it stands at once."""
    states = set(said) or {RatifyingState.RATIFIED}
    return next(state for state in LEAST_FIRST if state in states)


ASKS = frozenset({RatifyingState.WITH_OWNER, RatifyingState.ESCALATED})
"""An answer is wanted."""
STUCK = frozenset({RatifyingState.NOT_AGREED, RatifyingState.ESCALATED})


class RatifyingEvent(StrEnum):
    RATIFY = "ratify"
    CHANGE = "ratify with changes"
    REFUSE = "not agree to"
    ESCALATE = "escalate"


RATIFYING_LIFE = {
    # from                        what happens               to
    (RatifyingState.WITH_OWNER,   RatifyingEvent.RATIFY):    RatifyingState.RATIFIED,
    (RatifyingState.WITH_OWNER,   RatifyingEvent.CHANGE):    RatifyingState.CHANGED,
    (RatifyingState.WITH_OWNER,   RatifyingEvent.REFUSE):    RatifyingState.NOT_AGREED,
    (RatifyingState.WITH_OWNER,   RatifyingEvent.ESCALATE):  RatifyingState.ESCALATED,
    (RatifyingState.NOT_AGREED,   RatifyingEvent.ESCALATE):  RatifyingState.ESCALATED,
    (RatifyingState.ESCALATED,    RatifyingEvent.RATIFY):    RatifyingState.RATIFIED,
    (RatifyingState.ESCALATED,    RatifyingEvent.CHANGE):    RatifyingState.CHANGED,
    (RatifyingState.ESCALATED,    RatifyingEvent.REFUSE):    RatifyingState.NOT_AGREED,
}  # fmt: skip


def after_answer(state: RatifyingState, event: RatifyingEvent) -> RatifyingState:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return RATIFYING_LIFE[state, event]
    except KeyError:
        raise Refused(f"This was answered already: it is {state}.") from None


class ChallengeBy(StrEnum):
    """Who does not simply take a decision as it is."""

    PANEL = "the national Child Safeguarding Practice Review Panel"
    HOME_OFFICE = "the Home Office"
    REFERRER = "whoever made the referral"
    FAMILY = "the person or the family"


NATIONAL = frozenset({ChallengeBy.PANEL, ChallengeBy.HOME_OFFICE})
"""They comment on a decision as often as they like; others may ask once for it to be looked at again."""


class ChallengeOutcome(StrEnum):
    UPHELD = "the decision stands"
    FULLER = "the decision stands, with fuller reasons"
    AGAIN = "the group looks at it again"


class LetterKind(StrEnum):
    ACKNOWLEDGEMENT = "acknowledgement"
    INFORMATION = "request for information"
    INVITATION = "invitation to present"
    REVIEW_AGREED = "outcome: a review is held"
    NO_REVIEW = "outcome: no review of this kind"
    FAMILY = "letter to the person or the family"
    PANEL = "outcome to the national Panel"
    HOME_OFFICE = "notice to the Home Office"
    CONCLUSION = "the review is concluded"


class LetterState(StrEnum):
    DRAFT = "draft"
    SENT = "sent"


class LetterEvent(StrEnum):
    SAVE = "change"
    SEND = "send"


LETTER_LIFE = {
    # from              what happens         to
    (LetterState.DRAFT, LetterEvent.SAVE):   LetterState.DRAFT,
    (LetterState.DRAFT, LetterEvent.SEND):   LetterState.SENT,
}  # fmt: skip


def after_post(state: LetterState, event: LetterEvent) -> LetterState:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LETTER_LIFE[state, event]
    except KeyError:
        raise Refused(f"You cannot {event} a letter that is {state}.") from None
