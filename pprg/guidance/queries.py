from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from pprg.database import db
from pprg.guidance.models import Closure


def closures() -> Sequence[Closure]:
    """Every closure, the first one first. A calendar tells nothing of any case: it has no reader."""
    return db.session.scalars(select(Closure).order_by(Closure.day)).all()


def closed_days() -> dict[date, str]:
    """Every closure with its why: what the calendar takes as `closed`."""
    return {closure.day: closure.why for closure in closures()}


def closure_on(day: date) -> Closure | None:
    return db.session.scalar(select(Closure).where(Closure.day == day))
