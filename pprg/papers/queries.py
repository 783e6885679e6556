from __future__ import annotations

import uuid
from collections.abc import Iterator

from sqlalchemy import select

from pprg.database import db
from pprg.papers.models import Paper


def paper_by_id(paper_id: uuid.UUID) -> Paper | None:
    """For the room it was handed to, which asks first who is reading. No page may call it for a reader."""
    return db.session.get(Paper, paper_id)


def all_papers() -> Iterator[Paper]:
    """For the command that checks them, a few at a time."""
    return iter(db.session.scalars(select(Paper).order_by(Paper.created_at).execution_options(yield_per=100)))


def names_on_record() -> set[str]:
    """Every name on the shelf that some paper has."""
    return set(db.session.scalars(select(Paper.stored_as).distinct()))
