"""Numbered steps from the first table on, taken under a lock: two programs starting at once take them
once.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate
from flask.cli import AppGroup
from sqlalchemy import inspect, text

from pprg.database import db

database_cli = AppGroup("database", help="The database's tables.")


@database_cli.command("upgrade")
def upgrade() -> None:
    """Bring the tables up to what this version of the program needs."""
    bring_up_to_date()


def make_tables_if_there_are_none() -> None:
    """So that any command may be the first one on a fresh machine."""
    if not inspect(db.session.connection()).has_table("alembic_version"):
        db.session.rollback()
        bring_up_to_date()


def bring_up_to_date() -> None:
    with _one_at_a_time():
        flask_migrate.upgrade()
    db.engine.dispose()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    if db.engine.dialect.name == "sqlite":
        beside = Path(f"{db.engine.url.database}.upgrading")
        with beside.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        return
    with db.engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(7008)"))
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(7008)"))
