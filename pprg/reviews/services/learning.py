"""What a review found and recommends, written by its author or taken in from a learning record."""

from __future__ import annotations

from collections.abc import Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.errors import Mistaken
from pprg.reviews.models import Finding, Recommendation, Review
from pprg.reviews.words import FindingWords, RecommendationWords, repeated


def set_findings(review: Review, findings: Sequence[FindingWords], *, by: Account) -> None:
    """Make these the review's findings, in this order. One with a known ref keeps its row.

    Mistaken where a ref comes twice, or where a recommendation rests on one that would go.
    """
    refs = [finding.ref for finding in findings]
    mistakes = [(f"findings[{i}].ref", f"There is a finding {ref} already.") for i, ref in repeated(refs)]
    for resting in review.recommendations:
        if resting.finding_ref not in refs:
            said = f"Recommendation {resting.ref} rests on finding {resting.finding_ref}: change it first."
            mistakes.append(("findings", said))
    if mistakes:
        raise Mistaken(mistakes)
    known = {finding.ref: finding for finding in review.findings}
    review.findings[:] = [
        _written(known.get(words.ref) or Finding(ref=words.ref), words, place)
        for place, words in enumerate(findings, start=1)
    ]
    _learning_changed(review)
    record("set findings of", review, by=by, count=len(findings))


def change_finding(finding: Finding, words: FindingWords, *, by: Account) -> None:
    """Say one finding in other words. Its ref stays: others speak of it."""
    _written(finding, words, finding.place)
    _learning_changed(finding.review)
    record("changed finding of", finding.review, by=by, ref=finding.ref)


def set_recommendations(
    review: Review, recommendations: Sequence[RecommendationWords], *, by: Account
) -> None:
    """Make these the review's recommendations, in this order. One with a known ref keeps its row.

    Mistaken where a ref comes twice, or where the finding that one rests on is not the review's.
    """
    if mistakes := _unsound(review, recommendations):
        raise Mistaken(mistakes)
    known = {recommendation.ref: recommendation for recommendation in review.recommendations}
    review.recommendations[:] = [
        _recommended(known.get(words.ref) or Recommendation(ref=words.ref), words, place)
        for place, words in enumerate(recommendations, start=1)
    ]
    _learning_changed(review)
    record("set recommendations of", review, by=by, count=len(recommendations))


def _unsound(review: Review, given: Sequence[RecommendationWords]) -> list[tuple[str, str]]:
    there = {finding.ref for finding in review.findings}
    twice = [
        (f"recommendations[{place}].ref", f"There is a recommendation {ref} already.")
        for place, ref in repeated(words.ref for words in given)
    ]
    adrift = [
        (
            f"recommendations[{place}].finding",
            f"The review has no finding {words.finding_ref or 'of that name'}.",
        )
        for place, words in enumerate(given)
        if words.finding_ref not in there
    ]
    return twice + adrift


def _written(finding: Finding, words: FindingWords, place: int) -> Finding:
    finding.place = place
    finding.heading, finding.what, finding.why = words.heading, words.what, words.why
    finding.in_practice = words.in_practice
    finding.themes, finding.report_paragraphs = list(words.themes), list(words.report_paragraphs)
    return finding


def _recommended(row: Recommendation, words: RecommendationWords, place: int) -> Recommendation:
    row.place, row.words, row.finding_ref = place, words.words, words.finding_ref
    row.addressed_to, row.national = list(words.addressed_to), words.national
    return row


def _learning_changed(review: Review) -> None:
    review.learning_changed_at = clock.now()
