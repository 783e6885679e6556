"""Runs the numbered steps of `versions/` on the app's own engine."""

from __future__ import annotations

from typing import Any

from alembic import context
from flask import current_app

from pprg.database import Base

engine = current_app.extensions["migrate"].db.engine


def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    """Leave alone what the database made for itself: full-text search keeps tables of its own."""
    return not (kind == "table" and (name or "").startswith("search"))


with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=ours,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
