"""The verbs of the room: commissioning a review, saying what it is to do, what it found, and its end."""

from pprg.reviews.services.commissioning import (
    APPOINTED,
    appoint_author,
    commission_review,
    conclude_review,
    take_on_duty,
)
from pprg.reviews.services.ending import discontinue_review, go_on_as, leave_duty
from pprg.reviews.services.learning import change_finding, set_findings, set_recommendations
from pprg.reviews.services.scoping import Overtaken, agree_scope, save_scope
from pprg.reviews.words import FindingWords, RecommendationWords

__all__ = [
    "APPOINTED",
    "FindingWords",
    "Overtaken",
    "RecommendationWords",
    "agree_scope",
    "appoint_author",
    "change_finding",
    "commission_review",
    "conclude_review",
    "discontinue_review",
    "go_on_as",
    "leave_duty",
    "save_scope",
    "set_findings",
    "set_recommendations",
    "take_on_duty",
]
