"""Who may do what to a review. *When* they may is in states.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.reviews.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.reviews.models import Review


def list_reviews(reader: Account | None) -> bool:
    """Coordinators, chairs and review authors see a list; the case decides what is on it."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR, Role.AUTHOR)


def read_review(reader: Account | None, review: Review) -> bool:
    """Coordinators and chairs who may look into the case read its reviews, and each review's own author reads it until it is discontinued."""  # noqa: E501
    if reader is None or not cases.look_into_case(reader, review.case):
        return False
    return reader.holds(Role.COORDINATOR, Role.CHAIR) or _writes(reader, review)


def appoint_author(reader: Account | None, review: Review) -> bool:
    """Coordinators of the case appoint its reviews' authors."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_review(reader, review)


def conclude_review(reader: Account | None, review: Review) -> bool:
    """Coordinators of the case conclude a review, never one that they write themselves."""
    return appoint_author(reader, review) and reader is not None and review.author_id != reader.id


def discontinue_review(reader: Account | None, review: Review) -> bool:
    """Coordinators of the case end a review before its report, with a reason, never one that they write themselves."""  # noqa: E501
    return conclude_review(reader, review)


def write_scope(reader: Account | None, review: Review) -> bool:
    """Coordinators of the case sketch what its review is to do."""
    return appoint_author(reader, review)


def agree_scope(reader: Account | None, review: Review) -> bool:
    """Coordinators and chairs of the case agree what its review is to do, never of one that they write themselves."""  # noqa: E501
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR) or not read_review(reader, review):
        return False
    return review.author_id != reader.id


def _writes(reader: Account, review: Review) -> bool:
    own = review.author_id == reader.id and review.state != State.DISCONTINUED
    return own and reader.holds(Role.AUTHOR)
