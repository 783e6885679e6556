"""Reviews, made through services."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.cases.services import open_case
from pprg.database import db
from pprg.guidance.codes import ReviewType
from pprg.reviews import services
from pprg.reviews.models import Review
from pprg.reviews.words import FindingWords, RecommendationWords


def a_review(
    *, by: Account, case: Case | None = None, review_type: ReviewType = ReviewType.SAR_MANDATORY
) -> Review:
    """A review that has just been commissioned."""
    review = services.commission_review(case or open_case(by=by), review_type, by=by)
    db.session.flush()
    return review


def a_concluded_review(*, by: Account, author: Account | None = None) -> Review:
    review = a_review(by=by)
    if author is not None:
        services.appoint_author(review, author, by=by)
    services.conclude_review(review, by=by)
    return review


def findings(*refs: str) -> list[FindingWords]:
    return [
        FindingWords(
            ref=ref,
            heading=f"Nobody called a meeting ({ref})",
            what="Four agencies closed the case within five weeks.",
            why="Each thought that another was leading.",
            in_practice="Before closing, ring the others.",
            themes=("case_closure",),
            report_paragraphs=("6.38",),
        )
        for ref in refs
    ]


def recommendations(**rests_on: str) -> list[RecommendationWords]:
    """`recommendations(R1="F1")`"""
    return [
        RecommendationWords(
            ref=ref, words=f"Agree who leads ({ref})", addressed_to=("Council",), finding_ref=on
        )
        for ref, on in rests_on.items()
    ]
