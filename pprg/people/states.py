from enum import StrEnum


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
