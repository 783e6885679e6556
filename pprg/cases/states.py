from enum import StrEnum


class Part(StrEnum):
    """Why somebody may know of a case."""

    REFERRER = "made the referral"
    SAFEGUARDING_LEAD = "leads safeguarding at the referring agency"
    PANEL = "sits at the meeting"
    COORDINATOR = "coordinates"
    CHAIR = "chairs"
    DECISION_MAKER = "decides for a legal owner"
    AUTHOR = "writes the review"


LOOKS_AFTER = frozenset({Part.PANEL, Part.COORDINATOR, Part.CHAIR, Part.DECISION_MAKER, Part.AUTHOR})
"""The parts whose holders see the case itself, not only their own referral of it."""
