from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select

from pprg import clock
from pprg.agencies.models import Agency
from pprg.database import db


def agencies_today() -> Sequence[Agency]:
    """Who is round the table today, by name. Not secret: the partnership publishes it."""
    today = clock.today()
    current = select(Agency).where(
        Agency.valid_from <= today, or_(Agency.valid_to.is_(None), Agency.valid_to >= today)
    )
    return db.session.scalars(current.order_by(Agency.name)).all()


def agency_called(name: str) -> Agency | None:
    return db.session.scalar(select(Agency).where(Agency.name == name))
