from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select

from pprg import clock
from pprg.agencies.models import Agency
from pprg.database import db


def agency_called(name: str) -> Agency | None:
    return db.session.scalar(select(Agency).where(Agency.name == name))


def agencies_of_today() -> Sequence[Agency]:
    """Those round the table today, by name."""
    today = clock.today()
    there = select(Agency).where(
        Agency.valid_from <= today, or_(Agency.valid_to.is_(None), Agency.valid_to >= today)
    )
    return db.session.scalars(there.order_by(Agency.name)).all()
