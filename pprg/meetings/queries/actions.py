"""What is to be done at once, as far as a reader may see it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import aliased, contains_eager

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.meetings.models import Decision, UrgentAction
from pprg.meetings.queries.ratifying import may_be_asked
from pprg.meetings.states import State

STANDS = (State.PENDING, State.SIGNED)


def action_visible_to(reader: Account | None, action_id: uuid.UUID) -> UrgentAction | None:
    return db.session.scalar(_actions_visible_to(reader).where(UrgentAction.id == action_id))


def actions_visible_to(reader: Account | None, *, open_only: bool = False) -> Sequence[UrgentAction]:
    """The soonest first; those done last."""
    found = _actions_visible_to(reader).options(
        contains_eager(UrgentAction.decision).contains_eager(Decision.case)
    )
    if open_only:
        found = found.where(UrgentAction.done_on.is_(None))
    actions = db.session.scalars(found).all()
    return sorted(actions, key=lambda each: (each.done_on is not None, each.due_on or clock.today()))


def _actions_visible_to(reader: Account | None) -> Select[UrgentAction]:
    """rules.read_action, said again in SQL. A test holds the two together."""
    found = select(UrgentAction).join(UrgentAction.decision).join(Decision.case)
    if reader is None or not reader.active:
        return found.where(false())
    later = aliased(Decision)
    amended = select(later.id).where(later.amends_id == Decision.id, later.state == State.SIGNED)
    works_on = open_to(reader) if reader.holds(Role.COORDINATOR, Role.CHAIR) else false()
    return found.where(
        Decision.state.in_(STANDS),
        ~amended.exists(),
        or_(works_on, and_(_leads(reader), may_be_asked(reader))),
    )


def _leads(reader: Account) -> ColumnElement[bool]:
    if not reader.holds(Role.SAFEGUARDING_LEAD) or reader.agency_id is None:
        return false()
    return UrgentAction.agency_id == reader.agency_id
