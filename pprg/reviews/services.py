from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.cases.models import Case
from pprg.cases.services import let_know
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.guidance.codes import ReviewType
from pprg.notices.services import Words, put_in, worded_by
from pprg.reviews import queries
from pprg.reviews.models import Finding, Recommendation, Review, Scope
from pprg.reviews.states import Event, State
from pprg.reviews.words import FindingWords as FindingWords
from pprg.reviews.words import RecommendationWords as RecommendationWords
from pprg.reviews.words import ScopeWords, repeated, scope_lacks

APPOINTED = "appointed author"


def commission_review(
    case: Case, review_type: ReviewType, *, by: Account, duties: Sequence[ReviewType] = ()
) -> Review:
    """The case's review of this type: a new one, or the one that it has already.

    A case that was joined to another is reviewed there, and one matter has one review of a type. A joint
    review meets several duties: those of `duties` that it does not meet yet are added to it.
    """
    db.session.flush()
    if existing := queries.review_of(case, review_type):
        _add_duties(existing, duties, by)
        return existing
    if queries.review_of_matter(case, review_type):
        raise Refused(
            "One incident never makes two reviews: a case that was joined with this one has such a review."
        )
    review = Review(case=case.whole, review_type=review_type, duties=[duty.value for duty in duties])
    db.session.add(review)
    record("commissioned", review, by=by, type=review_type.value)
    return review


def _add_duties(review: Review, duties: Sequence[ReviewType], by: Account) -> None:
    new = [duty.value for duty in duties if duty.value not in review.duties]
    if new:
        review.duties = [*review.duties, *new]
        record("added a duty to", review, by=by, duties=",".join(new))


def appoint_author(review: Review, account: Account, *, by: Account, until: date | None = None) -> None:
    """Let an author know of the case until their contract ends; the first one begins the review.

    Another author may follow; from then on the earlier one does not know of the case as author.
    """
    _fit_to_write(review, account, until, by)
    if review.author is not None and review.author_id != account.id:
        _let_go(review, review.author, by)
    if review.state == State.COMMISSIONED:
        review.move(Event.BEGIN)
    review.author, review.author_until = account, until
    let_know(review.case, account, Part.AUTHOR, by=by, until=until)
    put_in(APPOINTED, to=account.id, about=review.id)
    record("appointed author of", review, by=by, account=account.id)


class Overtaken(Refused):
    """Somebody else saved other words first; both texts are wanted, and a person chooses."""


def save_scope(review: Review, words: ScopeWords, *, version: int, by: Account) -> Scope:
    """Keep what the review is to do, complete or not. `version` is the one it was typed over; 0: none yet.

    Words that change are to be agreed anew.
    """
    db.session.execute(select(Review.id).where(Review.id == review.id).with_for_update())
    scope = db.session.scalar(
        select(Scope).where(Scope.review_id == review.id), execution_options={"populate_existing": True}
    )
    if scope is not None and scope.words == words:
        return scope
    if version != (scope.version if scope else 0):
        raise Overtaken("Somebody else saved this scope after you opened it.")
    if scope is None:
        scope = Scope(review=review)
        db.session.add(scope)
    for each in fields(words):
        setattr(scope, each.name, _plain(getattr(words, each.name)))
    scope.agreed_on, scope.agreed_by_id, scope.saved_at = None, None, clock.now()
    record("saved scope of", review, by=by)
    return scope


def agree_scope(review: Review, *, by: Account) -> None:
    """It is what the review is to do. Mistaken, with the place and a sentence, while something is missing."""
    scope = review.scope
    if lacks := scope_lacks(scope.words if scope else ScopeWords()):
        raise Mistaken(lacks)
    if scope is not None and scope.agreed_on is None:
        scope.agreed_on, scope.agreed_by_id = clock.today(), by.id
        record("agreed scope of", review, by=by)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def conclude_review(review: Review, *, by: Account) -> None:
    """The report is agreed. A review that came in whole from elsewhere is concluded at once."""
    if review.state == State.CONCLUDED:
        return
    if review.author_id == by.id:
        raise Refused("Nobody concludes a review that they write: ask another coordinator.")
    review.move(Event.CONCLUDE)
    review.concluded_on = clock.today()
    record("concluded", review, by=by)


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


def _fit_to_write(review: Review, account: Account, until: date | None, by: Account) -> None:
    if account.id == by.id:
        raise Refused("You cannot appoint yourself.")
    if not account.holds(Role.AUTHOR):
        raise Refused("That person is not a review author today.")
    if until is not None and until < clock.today():
        raise Refused("The contract has ended already.")
    if any(out.account_id == account.id for out in review.case.steppings_out):
        raise Refused("That person cannot write this review.")


def _let_go(review: Review, author: Account, by: Account) -> None:
    """The earlier author no longer knows of the case as author, unless they write another review of it."""
    if not queries.writes_another(author.id, review):
        yesterday = clock.today() - timedelta(days=1)
        let_know(review.case, author, Part.AUTHOR, by=by, until=yesterday)


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


def _appointed_words(to_id: uuid.UUID, review_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    review = queries.review_visible_to(account, review_id)
    if account is None or review is None or review.author_id != account.id:
        return None
    return Words(
        address=account.email,
        subject=f"An item needs you – {review.case.reference}",
        body="You are appointed author of a review.",
        path=f"/reviews/{review.id}",
    )


worded_by(APPOINTED, _appointed_words)
