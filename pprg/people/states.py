from enum import StrEnum

from pprg.errors import Refused


class SecretKind(StrEnum):
    """What else of a case could give a person away."""

    STAFF = "member of staff"
    PLACE = "place"
    EXACT_DATE = "exact date"


class IdentityKind(StrEnum):
    """By what a person could be known."""

    NAME = "name"
    BORN = "date of birth"
    DIED = "date of death"
    NHS_NUMBER = "NHS number"
    ADDRESS = "address"
    POSTCODE = "postcode"
    WORKPLACE = "school or workplace"
    OTHER = "other identifier"


class Purpose(StrEnum):
    """Why somebody needs to know who a person is. Fixed words: the trail tells no story."""

    SAFETY = "Somebody may be at risk"
    REFERRAL = "To understand the referral"
    ASK_AGENCIES = "To ask agencies what they know"
    MEETING = "To prepare a meeting or a decision"
    FAMILY = "To contact the person or their family"
    REVIEW = "To write or check a review"


class MatchState(StrEnum):
    """What is thought of two people of two cases."""

    POSSIBLE = "possible"
    LINKED = "same person, another matter"
    JOINED = "same person, same matter"
    DISMISSED = "not the same person"


class MatchEvent(StrEnum):
    LINK = "link"
    JOIN = "join"
    DISMISS = "dismiss"
    UNDO = "undo"


LIFE = {
    # from                  what happens         to
    (MatchState.POSSIBLE,   MatchEvent.LINK):    MatchState.LINKED,
    (MatchState.POSSIBLE,   MatchEvent.JOIN):    MatchState.JOINED,
    (MatchState.POSSIBLE,   MatchEvent.DISMISS): MatchState.DISMISSED,
    (MatchState.LINKED,     MatchEvent.UNDO):    MatchState.POSSIBLE,
    (MatchState.JOINED,     MatchEvent.UNDO):    MatchState.POSSIBLE,
    (MatchState.DISMISSED,  MatchEvent.UNDO):    MatchState.POSSIBLE,
}  # fmt: skip


def after(state: MatchState, event: MatchEvent) -> MatchState:
    """The state that `event` leads to, or a refusal a person can read."""
    try:
        return LIFE[state, event]
    except KeyError:
        raise Refused("This was decided already. Undo that first if it was wrong.") from None


class Kept(StrEnum):
    """Whether a colleague who may be a person of the case is kept out of it."""

    KEPT_OUT = "kept out"
    LET_IN = "let in"
