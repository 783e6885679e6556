from enum import StrEnum


class SecretKind(StrEnum):
    """What else of a case could give a person away."""

    STAFF = "member of staff"
    PLACE = "place"
    EXACT_DATE = "exact date"
