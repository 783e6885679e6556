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
    lite = connection.dialect.name == "sqlite"
    if lite:
        # A table is changed by making it anew; meanwhile those that point to it point to nothing.
        # SQLite takes this only outside a transaction, so it is said to the driver itself.
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
    try:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_object=ours,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
            if lite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("A step left rows that point to nothing. Nothing was changed.")
        connection.commit()
    finally:
        if lite:
            connection.rollback()  # it says nothing to a transaction that is under way
            driver.execute("PRAGMA foreign_keys=ON")
