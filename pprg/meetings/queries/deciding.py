"""Decisions, as far as a reader may read them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.guidance.labels import route_names
from pprg.meetings.models import AgendaItem, Decision, Saving
from pprg.meetings.states import State
from pprg.meetings.suggesting import Suggestion, suggested
from pprg.referrals.queries import weighed_of, words_for
from pprg.referrals.states import Step


def decision_visible_to(reader: Account | None, decision_id: uuid.UUID) -> Decision | None:
    return db.session.scalar(decisions_visible_to(reader).where(Decision.id == decision_id))


def decisions_of_case(reader: Account | None, case: Case) -> Sequence[Decision]:
    """What this reader may read of what was decided about a case, oldest first."""
    found = decisions_visible_to(reader).where(Decision.case_id == case.id)
    return db.session.scalars(found.order_by(Decision.created_at)).all()


def decisions_that_are(reader: Account | None, state: State) -> Sequence[Decision]:
    """Decisions of this reader's cases that stand so, oldest first."""
    found = decisions_visible_to(reader).where(Decision.state == state)
    return db.session.scalars(
        found.options(contains_eager(Decision.case)).order_by(Decision.created_at)
    ).all()


def what_the_referral_says(reader: Account | None, decision: Decision) -> dict[str, str]:
    """By criterion, what the referrer gave as showing it, without names.

    How agencies worked together is asked there once for all routes.
    """
    said = _answers(reader, decision.item, Step.WHY)
    keys = [criterion.key for criterion in decision.criteria.criteria]
    own = {key: said.get(f"{decision.route}_{key}_shown_by", "") for key in keys}
    return own | {"worked_together": said.get("together", "")}


def routes_asked_for(reader: Account | None, item: AgendaItem) -> list[Route]:
    """The routes that the referrer asked the group to think about."""
    asked = set(_answers(reader, item, Step.ESSENTIALS).get("types", "").splitlines())
    return [route for route in Route if asked & route_names(route)]


def last_decisions_like(reader: Account | None, decision: Decision, *, most: int = 5) -> Sequence[Decision]:
    """What was signed last on the same route and may be read by this reader, latest first."""
    found = (
        decisions_visible_to(reader)
        .where(
            Decision.route == decision.route,
            Decision.state == State.SIGNED,
            Decision.case_id != decision.case_id,
            not_amended(),
        )
        .options(
            contains_eager(Decision.case),
            joinedload(Decision.item).joinedload(AgendaItem.meeting),
            selectinload(Decision.weighings),
        )
        .order_by(Decision.signed_at.desc())
        .limit(most)
    )
    return db.session.scalars(found).unique().all()


def saving_of(decision: Decision, saving_id: uuid.UUID) -> Saving | None:
    """For whoever may write this decision: one of its earlier wordings."""
    return next((kept for kept in decision.savings if kept.id == saving_id), None)


def suggestions_for(decision: Decision) -> dict[str, Suggestion]:
    """What the facts of the referral suggest, by criterion. The caller has asked `record_decision`."""
    referral = decision.item.referral
    return suggested(decision.route, weighed_of(referral)) if referral else {}


def signed_decisions() -> Sequence[Decision]:
    """For the nightly command. It has no reader, so no page may call it."""
    return db.session.scalars(select(Decision).where(Decision.state == State.SIGNED)).all()


def not_amended() -> ColumnElement[bool]:
    """That no signed amendment stands in its place: for lists of what was decided."""
    later = aliased(Decision)
    newer = select(later.id).where(later.amends_id == Decision.id, later.state == State.SIGNED)
    return ~newer.exists()


def _answers(reader: Account | None, item: AgendaItem, step: Step) -> dict[str, str]:
    if item.referral is None:
        return {}
    parts = (part for part in words_for(reader, item.referral) if part.step == step)
    return {answer.key: answer.words for part in parts for answer in part.said}


def decisions_visible_to(reader: Account | None) -> Select[Decision]:
    """rules.read_decision, said again in SQL. A test holds the two together."""
    decisions = select(Decision).join(Decision.case).where(open_to(reader))
    if reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR):
        return decisions
    readable = []
    if reader is not None and reader.holds(Role.REPRESENTATIVE, Role.AUTHOR, Role.DECISION_MAKER):
        readable.append(Decision.state == State.SIGNED)
    if reader is not None and reader.holds(Role.REPRESENTATIVE):
        readable.append(Decision.state.in_([State.RECORDED, State.PENDING]))
    return decisions.where(or_(false(), *readable))
