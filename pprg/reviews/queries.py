from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, and_, false, select
from sqlalchemy.orm import joinedload

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.queries import Due, clocks_of, one_matter, open_to
from pprg.database import db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import ReviewType
from pprg.reviews.models import Review
from pprg.reviews.states import State


def review_visible_to(reader: Account | None, review_id: uuid.UUID) -> Review | None:
    return db.session.scalar(_visible_to(reader).where(Review.id == review_id))


def reviews_visible_to(reader: Account | None) -> Sequence[Review]:
    """Newest first, each with its case and its author."""
    found = _visible_to(reader).options(joinedload(Review.case), joinedload(Review.author))
    return db.session.scalars(found.order_by(Review.commissioned_on.desc(), Case.reference.desc())).all()


def reviews_of_case(reader: Account | None, case_id: uuid.UUID) -> Sequence[Review]:
    """What this reader may see of a case's reviews, oldest first."""
    of_case = _visible_to(reader).where(Review.case_id == case_id)
    return db.session.scalars(of_case.order_by(Review.commissioned_on, Review.created_at)).all()


def review_of(case: Case, review_type: ReviewType) -> Review | None:
    """For services: whether the case has a review of this type already. It has no reader."""
    wanted = select(Review).where(Review.case_id == case.id, Review.review_type == review_type)
    return db.session.scalar(wanted)


def review_of_matter(case: Case, review_type: ReviewType) -> Review | None:
    """For services: the review of this type of any case that was joined with this one into one matter."""
    wanted = select(Review).where(Review.case_id.in_(one_matter(case)), Review.review_type == review_type)
    return db.session.scalars(wanted.order_by(Review.state == State.DISCONTINUED, Review.created_at)).first()


COMPLETED_BY = {
    ReviewType.SAR_MANDATORY: ClockKind.SAR_COMPLETE,
    ReviewType.SAR_DISCRETIONARY: ClockKind.SAR_COMPLETE,
    ReviewType.RAPID_REVIEW: ClockKind.RAPID_REVIEW,
    ReviewType.LCSPR: ClockKind.LCSPR_PUBLISH,
    ReviewType.DHR: ClockKind.DHR_COMPLETE,
    ReviewType.LEARNING_REVIEW: ClockKind.NSR_COMPLETE,
}
"""The clock that each review type runs against."""

BEGUN_FOR = {
    ReviewType.SAR_MANDATORY: {ClockKind.SAR_COMPLETE},
    ReviewType.SAR_DISCRETIONARY: {ClockKind.SAR_COMPLETE},
    ReviewType.RAPID_REVIEW: set[ClockKind](),
    ReviewType.LCSPR: {ClockKind.LCSPR_PUBLISH, ClockKind.LCSPR_PRESEND},
    ReviewType.DHR: {ClockKind.DHR_COMPLETE},
    ReviewType.LEARNING_REVIEW: {ClockKind.NSR_COMPLETE},
}
"""The clocks that run because such a review is held. That of a rapid review counts from a notification."""


def timetable_of(reader: Account | None, review: Review) -> list[Due]:
    """The running clocks of its duties, the earliest first: a joint review follows that one."""
    if review.state == State.DISCONTINUED:
        return []
    kinds = {COMPLETED_BY[duty] for duty in review.meets if duty in COMPLETED_BY}
    return [due for due in clocks_of(reader, review.case_id) if due.clock.runs and due.clock.kind in kinds]


def review_for(case: Case, duty: ReviewType) -> Review | None:
    """For services: the review of the matter with this duty, alone or jointly; first one that goes on."""
    found = [one for one in _reviews_of_matter(case) if duty in one.meets]
    return min(found, key=lambda one: (one.state == State.DISCONTINUED, not one.duties), default=None)


def reviews_going_on(case: Case) -> list[Review]:
    """For services: what is held of this matter and has no report yet; a joint review first, then by age.

    Of a case that has had a joint review no other becomes one.
    """
    found = _reviews_of_matter(case)
    had_one = {one.case_id for one in found if one.review_type == ReviewType.JOINT}
    going = [one for one in found if one.goes_on]
    able = [one for one in going if one.review_type == ReviewType.JOINT or one.case_id not in had_one]
    return sorted(able, key=lambda one: one.review_type != ReviewType.JOINT)


def review_for_visible_to(
    reader: Account | None, case_id: uuid.UUID, duty: ReviewType | None
) -> Review | None:
    """The same, if this reader sees it."""
    case = db.session.get(Case, case_id)
    found = review_for(case, duty) if case is not None and duty is not None else None
    return review_visible_to(reader, found.id) if found is not None else None


def counted_on(case: Case, *, but: Review | None = None) -> set[ClockKind]:
    """For services: the clocks of the matter that run because a review is held; `but` one that is to end."""
    held = [one for one in _reviews_of_matter(case) if one is not but and one.state != State.DISCONTINUED]
    return {kind for one in held for kind in _begun_for(one)}


def _begun_for(review: Review) -> set[ClockKind]:
    return {kind for duty in review.meets for kind in BEGUN_FOR.get(duty, ())}


def _reviews_of_matter(case: Case) -> Sequence[Review]:
    found = select(Review).where(Review.case_id.in_(one_matter(case))).order_by(Review.created_at)
    return db.session.scalars(found).all()


def ends_with(reader: Account | None, review: Review) -> list[Due]:
    """The running clocks that stop when it is discontinued, the soonest first."""
    kinds = _begun_for(review) - counted_on(review.case, but=review)
    return [due for due in clocks_of(reader, review.case_id) if due.clock.runs and due.clock.kind in kinds]


def writes_another(author_id: uuid.UUID, review: Review) -> bool:
    """For services: whether the author of this review also writes another one of its case."""
    others = select(Review.id).where(
        Review.case_id == review.case_id,
        Review.author_id == author_id,
        Review.id != review.id,
        Review.state != State.DISCONTINUED,
    )
    return db.session.scalar(others.limit(1)) is not None


def _visible_to(reader: Account | None) -> Select[Review]:
    """rules.read_review, said again in SQL. A test holds the two together."""
    reviews = select(Review).join(Review.case).where(open_to(reader))
    if reader is None or reader.holds(Role.COORDINATOR, Role.CHAIR):
        return reviews
    writes = and_(Review.author_id == reader.id, Review.state != State.DISCONTINUED)
    return reviews.where(writes if reader.holds(Role.AUTHOR) else false())
