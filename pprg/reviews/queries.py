from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import Select, false, select
from sqlalchemy.orm import joinedload

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.queries import Due, clocks_of, one_matter, open_to
from pprg.database import db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import ReviewType
from pprg.reviews.models import Review


def review_visible_to(reader: Account | None, review_id: uuid.UUID) -> Review | None:
    return db.session.scalar(_visible_to(reader).where(Review.id == review_id))


def review_of_type_visible_to(
    reader: Account | None, case_id: uuid.UUID, review_type: ReviewType | None
) -> Review | None:
    """The review of this type of the case, or of the matter it is part of, if this reader sees it."""
    case = db.session.get(Case, case_id)
    matter = one_matter(case) if case else set()
    wanted = _visible_to(reader).where(Review.case_id.in_(matter), Review.review_type == review_type)
    return db.session.scalars(wanted.order_by(Review.case_id != case_id)).first()


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
    return db.session.scalars(wanted.order_by(Review.created_at)).first()


COMPLETED_BY = {
    ReviewType.SAR_MANDATORY: ClockKind.SAR_COMPLETE,
    ReviewType.SAR_DISCRETIONARY: ClockKind.SAR_COMPLETE,
    ReviewType.RAPID_REVIEW: ClockKind.RAPID_REVIEW,
    ReviewType.LCSPR: ClockKind.LCSPR_PUBLISH,
    ReviewType.DHR: ClockKind.DHR_COMPLETE,
    ReviewType.LEARNING_REVIEW: ClockKind.NSR_COMPLETE,
}
"""The clock that each review type runs against."""


def timetable_of(reader: Account | None, review: Review) -> list[Due]:
    """The running clocks of its duties, the earliest first: a joint review follows that one."""
    kinds = {COMPLETED_BY[duty] for duty in review.meets if duty in COMPLETED_BY}
    return [due for due in clocks_of(reader, review.case_id) if due.clock.runs and due.clock.kind in kinds]


def writes_another(author_id: uuid.UUID, review: Review) -> bool:
    """For services: whether the author of this review also writes another one of its case."""
    others = select(Review.id).where(
        Review.case_id == review.case_id, Review.author_id == author_id, Review.id != review.id
    )
    return db.session.scalar(others.limit(1)) is not None


def _visible_to(reader: Account | None) -> Select[Review]:
    """rules.read_review, said again in SQL. A test holds the two together."""
    reviews = select(Review).join(Review.case).where(open_to(reader))
    if reader is None or reader.holds(Role.COORDINATOR, Role.CHAIR):
        return reviews
    return reviews.where(Review.author_id == reader.id if reader.holds(Role.AUTHOR) else false())
