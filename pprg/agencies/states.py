"""The words for kinds of agency and for the bodies that own decisions."""

from enum import StrEnum


class Kind(StrEnum):
    LOCAL_AUTHORITY = "local authority"
    HEALTH = "health"
    POLICE = "police"
    PROBATION = "probation"
    HOUSING = "housing"
    EDUCATION = "education"
    FIRE = "fire"
    VOLUNTARY = "voluntary"
    PARTNERSHIP = "partnership"


class LegalOwner(StrEnum):
    """Who owns the decision on a route: Care Act 2014 s.44; Children Act 2004 s.16E; DVCVA 2004 s.9."""

    SAFEGUARDING_ADULTS_BOARD = "Safeguarding Adults Board"
    PARTNER_LOCAL_AUTHORITY = "Safeguarding partner: local authority"
    PARTNER_HEALTH = "Safeguarding partner: integrated care board"
    PARTNER_POLICE = "Safeguarding partner: police"
    COMMUNITY_SAFETY_PARTNERSHIP = "Community Safety Partnership"
    REVIEW_GROUP = "Partnership Practice Review Group"
