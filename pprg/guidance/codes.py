"""Code lists: routes, review types, audiences, themes. Codes are kept; labels are shown."""

from __future__ import annotations

from enum import StrEnum


class Route(StrEnum):
    """A door a case may go through at the meeting; each has criteria of its own."""

    SAR = "sar"
    CHILD = "child"
    DHR = "dhr"
    LEARNING = "learning"


class Door(StrEnum):
    """What the facts of a case may point to. More than the meeting decides: some doors are others'."""

    SAR_MANDATORY = "sar_mandatory"
    SAR_DISCRETIONARY = "sar_discretionary"
    RAPID_REVIEW = "sin_rapid_review"
    DHR = "dhr"
    LEDER = "leder"
    CHILD_DEATH = "child_death_review"
    OFFENSIVE_WEAPON = "owhr"
    LEARNING = "learning_review"
    GOOD_PRACTICE = "good_practice"

    @property
    def is_power(self) -> bool:
        """It may be done and nobody is obliged; a duty must be."""
        return self in {Door.SAR_DISCRETIONARY, Door.OFFENSIVE_WEAPON, Door.LEARNING, Door.GOOD_PRACTICE}


class ReviewType(StrEnum):
    """What a review is, as its record says. Every SAR is statutory, mandatory or discretionary."""

    SAR_MANDATORY = "sar_mandatory"
    SAR_DISCRETIONARY = "sar_discretionary"
    LCSPR = "lcspr"
    RAPID_REVIEW = "rapid_review"
    DHR = "dhr"
    JOINT = "joint"
    LEARNING_REVIEW = "learning_review"
    GOOD_PRACTICE = "good_practice"


class Audience(StrEnum):
    ALL = "all"
    ADULT_SOCIAL_CARE = "adult_social_care"
    CHILDRENS_SOCIAL_CARE = "childrens_social_care"
    HEALTH = "health"
    PRIMARY_CARE = "primary_care"
    POLICE = "police"
    HOUSING = "housing"
    EDUCATION = "education"
    VOLUNTARY = "voluntary"
    PROBATION = "probation"
    HEALTH_VISITING = "health_visiting"
    MIDWIFERY = "midwifery"
    EARLY_YEARS = "early_years"


ROUTE_LABELS = {
    Route.SAR: "Safeguarding Adults Review",
    Route.CHILD: "Rapid review or child safeguarding practice review",
    Route.DHR: "Domestic Homicide Review",
    Route.LEARNING: "Learning review outside the statutory routes",
}

DOOR_LABELS = {
    Door.SAR_MANDATORY: "Safeguarding Adults Review, as a duty",
    Door.SAR_DISCRETIONARY: "Safeguarding Adults Review, by choice",
    Door.RAPID_REVIEW: "Serious incident notification and rapid review",
    Door.DHR: "Domestic Homicide Review",
    Door.LEDER: "LeDeR",
    Door.CHILD_DEATH: "Child death review",
    Door.OFFENSIVE_WEAPON: "Offensive weapons homicide review",
    Door.LEARNING: "Learning review outside the statutory routes",
    Door.GOOD_PRACTICE: "Good practice review",
}

REVIEW_TYPE_LABELS = {
    ReviewType.SAR_MANDATORY: "Safeguarding Adults Review",
    ReviewType.SAR_DISCRETIONARY: "Discretionary Safeguarding Adults Review",
    ReviewType.LCSPR: "Local Child Safeguarding Practice Review",
    ReviewType.RAPID_REVIEW: "Rapid review",
    ReviewType.DHR: "Domestic Homicide Review",
    ReviewType.JOINT: "Joint review",
    ReviewType.LEARNING_REVIEW: "Learning review",
    ReviewType.GOOD_PRACTICE: "Good practice review",
}

AUDIENCE_LABELS = {
    Audience.ALL: "Everyone",
    Audience.ADULT_SOCIAL_CARE: "Adult social care",
    Audience.CHILDRENS_SOCIAL_CARE: "Children’s social care",
    Audience.HEALTH: "Health services",
    Audience.PRIMARY_CARE: "Primary care",
    Audience.POLICE: "Police",
    Audience.HOUSING: "Housing",
    Audience.EDUCATION: "Education",
    Audience.VOLUNTARY: "Voluntary sector",
    Audience.PROBATION: "Probation",
    Audience.HEALTH_VISITING: "Health visiting and school nursing",
    Audience.MIDWIFERY: "Midwifery",
    Audience.EARLY_YEARS: "Early years",
}

# fmt: off
THEMES_BY_DOMAIN: dict[str, tuple[str, ...]] = {
    "Direct work": (
        "voice", "history", "culture_identity", "mental_capacity", "executive_function",
        "risk_assessment", "professional_curiosity", "disguised_compliance", "motivational_engagement",
        "trauma_informed", "fathers_hidden_men", "parental_capacity", "transition_to_adulthood",
        "family_carer_involvement", "advocacy", "making_safeguarding_personal", "safety_planning",
        "discharge", "medication", "physical_health", "pressure_care", "nutrition", "end_of_life",
        "suicide_risk", "substance_use", "autism_ld", "communication_needs", "housing", "homelessness",
        "carer_stress", "self_neglect", "hoarding", "unmet_need",
    ),
    "Working together": (
        "information_sharing", "escalation_challenge", "lead_agency", "multi_agency_meetings",
        "thresholds", "handover", "referral_quality", "case_closure", "recording", "chronology",
        "joint_visiting", "cross_boundary", "think_family", "provider_oversight",
        "out_of_area_placement", "step_down",
    ),
    "Organisation": (
        "workload", "supervision", "management_oversight", "training", "policy_clarity", "systems_it",
        "commissioning_gaps", "out_of_hours", "recruitment", "organisational_culture",
        "equality_practice", "provider_quality", "s42_practice", "legal_literacy",
    ),
    "Governance": (
        "assurance", "audit", "data", "prior_learning", "partnership_arrangements",
    ),
    "Harm": (
        "domestic_abuse", "coercive_control", "economic_abuse", "exploitation", "non_accidental_injury",
        "vulnerable_babies",
    ),
}
# fmt: on
"""Every theme a record may carry, by domain."""

THEMES = frozenset(theme for themes in THEMES_BY_DOMAIN.values() for theme in themes)

_SAID_OTHERWISE = {
    "autism_ld": "Autism and learning disability",
    "systems_it": "Systems and IT",
    "s42_practice": "Section 42 practice",
    "culture_identity": "Culture and identity",
    "escalation_challenge": "Escalation and challenge",
    "fathers_hidden_men": "Fathers and hidden men",
    "family_carer_involvement": "Family and carer involvement",
    "trauma_informed": "Trauma-informed practice",
    "multi_agency_meetings": "Multi-agency meetings",
    "self_neglect": "Self-neglect",
    "non_accidental_injury": "Non-accidental injury",
    "out_of_hours": "Out of hours",
}


def theme_label(code: str) -> str:
    """A theme in words: "case_closure" is "Case closure"."""
    return _SAID_OTHERWISE.get(code) or code.replace("_", " ").capitalize()
