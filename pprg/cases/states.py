from enum import StrEnum

from pprg.accounts.states import Role


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

BY_ROLE = frozenset({Role.COORDINATOR, Role.CHAIR})
"""Who knows of every case that is not restricted."""

BY_NAME = {
    Role.COORDINATOR: Part.COORDINATOR,
    Role.CHAIR: Part.CHAIR,
    Role.REPRESENTATIVE: Part.PANEL,
    Role.AUTHOR: Part.AUTHOR,
    Role.DECISION_MAKER: Part.DECISION_MAKER,
}
"""Who can be put on the list of a restricted case, and in which part."""

GOES_WITH = {
    Part.COORDINATOR: frozenset({Role.COORDINATOR}),
    Part.CHAIR: frozenset({Role.CHAIR}),
    Part.PANEL: frozenset({Role.REPRESENTATIVE, Role.CHAIR, Role.COORDINATOR}),
    Part.AUTHOR: frozenset({Role.AUTHOR}),
    Part.DECISION_MAKER: frozenset({Role.DECISION_MAKER}),
}
"""Of which roles one must be held today, or the part lets nobody know of anything.

A role gives the ability, the case the permission. Who made a referral needs none."""


class Ended(StrEnum):
    """Why a clock no longer counts although what was due was not done."""

    REVIEW = "the review was discontinued"
    DUTY = "the duty was taken from its review"
    DECISION = "the decision was amended"
    ANOTHER_WAY = "the referral was sent another way"
    WITHDRAWN = "the referral was withdrawn"


class Delay(StrEnum):
    """Why a clock stands still, or why a date was not kept."""

    CRIMINAL = "criminal proceedings"
    INQUEST = "an inquest"
    REVIEWER = "no reviewer appointed"
    RETURN = "an agency’s return is late"
    FAMILY = "the family"
    SICKNESS = "sickness"
    HOME_OFFICE = "the Home Office’s quality assurance"
    PANEL = "the panel"
    REDACTION = "redaction"
    OTHER = "another reason"
