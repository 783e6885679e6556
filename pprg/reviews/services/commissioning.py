"""A review from the decision that calls for it to its report: commissioned, given an author, concluded."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.cases.models import Case
from pprg.cases.services import let_know
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType
from pprg.notices.services import Words, put_in, worded_by
from pprg.reviews import queries
from pprg.reviews.models import Review
from pprg.reviews.services.ending import hold, let_author_go
from pprg.reviews.states import Event, State

APPOINTED = "appointed author"


def commission_review(
    case: Case, review_type: ReviewType, *, by: Account, duties: Sequence[ReviewType] = ()
) -> Review:
    """The case's review of this type: a new one, or the one that it has already.

    A case that was joined to another is reviewed there, and one matter has one review of a type. A joint
    review meets several duties: those of `duties` that it does not meet yet are added to it. One that was
    discontinued is taken up again.
    """
    db.session.flush()
    of_matter = queries.review_of_matter(case, review_type)
    if of_matter is not None and of_matter.state == State.DISCONTINUED:
        _take_up(of_matter, duties, by)
        return of_matter
    if existing := queries.review_of(case, review_type):
        _add_duties(existing, duties, by)
        return existing
    if of_matter is not None:
        raise Refused(
            "One incident never makes two reviews: a case that was joined with this one has such a review."
        )
    review = Review(case=case.whole, review_type=review_type, duties=[duty.value for duty in duties])
    db.session.add(review)
    record("commissioned", review, by=by, type=review_type.value)
    return review


def take_on_duty(review: Review, duty: ReviewType, *, by: Account) -> None:
    """From now on it meets this duty too: one joint review, with its author and what was written.

    What it is to do is agreed anew.
    """
    hold(review)
    if not review.goes_on:
        raise Refused(f"This review is {review.state}. What is decided now is held by itself.")
    if duty in review.meets:
        return
    review.duties = [meant.value for meant in (*review.meets, duty)]
    review.review_type = ReviewType.JOINT
    if review.scope is not None:
        review.scope.agreed_on, review.scope.agreed_by_id = None, None
    record("added a duty to", review, by=by, duties=duty.value)


def _add_duties(review: Review, duties: Sequence[ReviewType], by: Account) -> None:
    new = [duty.value for duty in duties if duty.value not in review.duties]
    if new:
        review.duties = [*review.duties, *new]
        record("added a duty to", review, by=by, duties=",".join(new))


def _take_up(review: Review, duties: Sequence[ReviewType], by: Account) -> None:
    """It begins again where it was commissioned. What was written is kept, and its scope agreed anew."""
    hold(review)
    record(
        "took up again",
        review,
        by=by,
        commissioned=review.commissioned_on,
        discontinued=review.discontinued_on,
        author=review.author_id,
    )
    review.move(Event.TAKE_UP)
    review.discontinued_on, review.discontinued_because = None, None
    review.author, review.author_id, review.author_until = None, None, None
    review.commissioned_on, review.duties = clock.today(), [duty.value for duty in duties]
    if review.scope is not None:
        review.scope.agreed_on, review.scope.agreed_by_id = None, None


def appoint_author(review: Review, account: Account, *, by: Account, until: date | None = None) -> None:
    """Let an author know of the case until their contract ends; the first one begins the review.

    Another author may follow; from then on the earlier one does not know of the case as author. Appointed
    twice is appointed once.
    """
    hold(review)
    _fit_to_write(review, account, until, by)
    if review.author_id == account.id and review.author_until == until:
        return
    if review.author is not None and review.author_id != account.id:
        let_author_go(review, review.author, by=by)
    if review.state == State.COMMISSIONED:
        review.move(Event.BEGIN)
    review.author, review.author_until = account, until
    let_know(review.case, account, Part.AUTHOR, by=by, until=until)
    put_in(APPOINTED, to=account.id, about=review.id)
    record("appointed author of", review, by=by, account=account.id)


def conclude_review(review: Review, *, by: Account) -> None:
    """The report is agreed. A review that came in whole from elsewhere is concluded at once."""
    if review.state == State.CONCLUDED:
        return
    if review.author_id == by.id:
        raise Refused("Nobody concludes a review that they write: ask another coordinator.")
    review.move(Event.CONCLUDE)
    review.concluded_on = clock.today()
    record("concluded", review, by=by)


def _fit_to_write(review: Review, account: Account, until: date | None, by: Account) -> None:
    if review.state == State.DISCONTINUED:
        raise Refused("This review was discontinued. It needs a decision that takes it up again.")
    if account.id == by.id:
        raise Refused("You cannot appoint yourself.")
    if not account.holds(Role.AUTHOR):
        raise Refused("That person is not a review author today.")
    if until is not None and until < clock.today():
        raise Refused("The contract has ended already.")
    if any(out.account_id == account.id for out in review.case.steppings_out):
        raise Refused("That person cannot write this review.")


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
