from __future__ import annotations

from sqlalchemy import select

from pprg.agencies.models import Agency
from pprg.database import db


def agency_called(name: str) -> Agency | None:
    return db.session.scalar(select(Agency).where(Agency.name == name))
