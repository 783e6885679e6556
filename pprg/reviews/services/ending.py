"""A review that ends before its report, whole or in one of its duties."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.audit.services import record
from pprg.cases.clocks import stop_clock
from pprg.cases.models import Case
from pprg.cases.queries import cases_of_matter
from pprg.cases.services import let_know
from pprg.cases.states import Ended, Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType
from pprg.notices.services import Words, put_in, worded_by
from pprg.reviews import queries
from pprg.reviews.models import Review
from pprg.reviews.states import Event, State

DISCONTINUED = "review discontinued"


def discontinue_review(review: Review, reason: str, *, by: Account) -> None:
    """End it before its report, for good or until it is decided anew. Ended twice is ended once.

    Its author knows of the case no longer, as when a contract ends. The clocks that counted on it stop.
    """
    hold(review)
    if review.state == State.DISCONTINUED:
        return
    if review.author_id == by.id:
        raise Refused("Nobody ends a review that they write: ask another coordinator.")
    _end(review, reason, by)


def leave_duty(review: Review, duty: ReviewType, reason: str, *, by: Account) -> None:
    """The decision that called for it was amended. With other duties it goes on for them, else it ends.

    What is concluded stays concluded.
    """
    hold(review)
    if not review.goes_on or duty not in review.meets:
        return
    rest = [meant for meant in review.meets if meant != duty]
    if not rest:
        _end(review, reason, by)
        return
    review.duties = [meant.value for meant in rest]
    record("took a duty from", review, by=by, duty=duty.value)
    _stop_clocks(review, [duty], Ended.DUTY, by)


def go_on_as(review: Review, was: ReviewType, now: ReviewType, *, by: Account) -> None:
    """The same review on another legal footing: its author, its scope and its clock stay."""
    hold(review)
    if review.duties:
        review.duties = [now.value if duty == was.value else duty for duty in review.duties]
    else:
        review.review_type = now
    record("put on another footing", review, by=by, was=was.value, now=now.value)


def let_author_go(review: Review, author: Account, *, by: Account) -> None:
    """They no longer know of the case as its author, unless they write another review of it."""
    if not queries.writes_another(author.id, review):
        yesterday = clock.today() - timedelta(days=1)
        let_know(review.case, author, Part.AUTHOR, by=by, until=yesterday)


def hold(review: Review) -> None:
    """One after the other, each seeing what the one before has done."""
    db.session.flush()
    held = select(Review).where(Review.id == review.id).with_for_update()
    db.session.scalars(held, execution_options={"populate_existing": True}).one()


def _end(review: Review, reason: str, by: Account) -> None:
    if not reason.strip():
        raise Refused("Say why it is discontinued.")
    review.move(Event.DISCONTINUE)
    review.discontinued_on, review.discontinued_because = clock.today(), reason.strip()
    record("discontinued", review, by=by)
    _stop_clocks(review, review.meets, Ended.REVIEW, by)
    if review.author is not None:
        let_author_go(review, review.author, by=by)
        put_in(DISCONTINUED, to=review.author.id, about=review.id)


def _stop_clocks(review: Review, duties: Iterable[ReviewType], because: Ended, by: Account) -> None:
    """Those that were set going for these duties, unless another review of the matter counts on them.

    The fifteen working days of a rapid review count from the notification of the incident. They run on.
    """
    db.session.flush()
    begun = {kind for duty in duties for kind in queries.BEGUN_FOR.get(duty, ())}
    for kind in begun - queries.counted_on(review.case):
        for case in cases_of_matter(review.case):
            stop_clock(case, kind, on=clock.today(), because=because, by=by)


def _words(to_id: uuid.UUID, review_id: uuid.UUID) -> Words | None:
    """They cannot open it any more, but they knew of it: the mail names the case and leads nowhere."""
    account, review = account_by_id(to_id), db.session.get(Review, review_id)
    if account is None or not account.active or review is None or review.author_id != account.id:
        return None
    if review.state != State.DISCONTINUED or _stepped_out(review.case, account):
        return None
    return Words(
        address=account.email,
        subject=f"A review has ended – {review.case.reference}",
        body="The review that you were writing is discontinued. You can no longer open it.",
        path="",
    )


def _stepped_out(case: Case, account: Account) -> bool:
    return any(out.account_id == account.id for out in case.steppings_out)


worded_by(DISCONTINUED, _words)
