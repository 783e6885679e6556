from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.people.models import Person
from pprg.referrals.models import Referral
from pprg.reviews.queries import reviews_visible_to
from pprg.reviews.states import State as ReviewState

ON_A_PAGE = 25


@dataclass(frozen=True)
class Found:
    """One page of cases."""

    cases: Sequence[Case]
    about: Mapping[uuid.UUID, str]
    """By case: the label of whom it is about, without a name."""
    stands: Mapping[uuid.UUID, str]
    """By case: its review's state, else its referral's."""
    total: int
    number: int
    pages: int
    looked_for: str


def cases_found(reader: Account | None, reference: str, number: int) -> Found:
    """Cases that this reader looks into, newest first; those whose reference holds what was typed."""
    wanted = "".join(reference.split())
    those = select(Case).where(open_to(reader))
    if wanted:
        those = those.where(Case.reference.icontains(wanted, autoescape=True))
    total = db.session.scalar(select(func.count()).select_from(those.subquery())) or 0
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(1, number), pages)
    shown = those.order_by(Case.reference.desc()).limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    cases = db.session.scalars(shown).all()
    return Found(cases, labels_of(cases), _stands(reader, cases), total, number, pages, wanted)


def _stands(reader: Account | None, cases: Sequence[Case]) -> dict[uuid.UUID, str]:
    """How far each of these cases has come, as this reader may know."""
    ids = [case.id for case in cases]
    referred = select(Referral.case_id, Referral.state).where(Referral.case_id.in_(ids))
    stands = {case_id: f"Referral {state}" for case_id, state in db.session.execute(referred) if case_id}
    for review in sorted(reviews_visible_to(reader), key=lambda one: one.state != ReviewState.DISCONTINUED):
        stands[review.case_id] = f"Review {review.state}"
    return stands


def labels_of(cases: Sequence[Case]) -> dict[uuid.UUID, str]:
    """Whom cases are about, by label. The caller has found them for a reader."""
    labels = (
        select(Person.case_id, Person.label)
        .where(Person.case_id.in_([case.id for case in cases]), Person.subject)
        .order_by(Person.created_at.desc())
    )
    return {case_id: label for case_id, label in db.session.execute(labels)}  # noqa: C416 - rows, not pairs
