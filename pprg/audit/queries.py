from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from pprg.audit.models import AuditLine
from pprg.database import db


def lines_of_case(
    case_id: uuid.UUID, *, at_most: int = 200, without: Collection[str] = ()
) -> Sequence[AuditLine]:
    """Who did or read what in one case, newest first. The caller has asked `cases` already.

    `without` holds verbs that are not wanted.
    """
    lines = select(AuditLine).where(AuditLine.case_id == case_id, AuditLine.verb.not_in(without))
    return db.session.scalars(lines.order_by(AuditLine.number.desc()).limit(at_most)).all()


def lines_of_account(account_id: uuid.UUID, case_id: uuid.UUID, *, at_most: int = 50) -> Sequence[AuditLine]:
    """What one account did or read in one case, newest first. The caller has asked who may see that."""
    lines = select(AuditLine).where(AuditLine.actor_id == account_id, AuditLine.case_id == case_id)
    done = lines.where(AuditLine.outcome == "done").order_by(AuditLine.number.desc())
    return db.session.scalars(done.limit(at_most)).all()


def times_taken(verb: str, thing_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How often `verb` was done to each of these things."""
    counted = (
        select(AuditLine.thing_id, func.count())
        .where(AuditLine.verb == verb, AuditLine.thing_id.in_(thing_ids))
        .group_by(AuditLine.thing_id)
    )
    return {thing_id: count for thing_id, count in db.session.execute(counted) if thing_id}
