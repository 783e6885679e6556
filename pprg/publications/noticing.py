"""When something that nobody writes a moment for, a template or a setting, was first seen to be another."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from pprg import clock
from pprg.database import aside, db
from pprg.publications.models import FirstNoticed


def first_noticed(what: str) -> datetime:
    """The moment at which this was asked for the first time; now, where that is now."""
    key = hashlib.sha256(what.encode()).hexdigest()
    known = select(FirstNoticed.created_at).where(FirstNoticed.key == key)
    found = db.session.scalar(known)
    if found is not None:
        return found
    now = clock.now()
    try:
        with aside() as short:
            short.add(FirstNoticed(key=key, created_at=now))
            short.flush()
    except IntegrityError:  # somebody else looked at this very moment
        return db.session.scalar(known) or now
    return now
