"""The engine, the session, the base of every table, and the one commit.

Every request that may write holds one transaction from its first statement to its end
(SQLite: `BEGIN IMMEDIATE`), so that "read, decide, write" is never two people's at once.
Reads begin deferred and never wait.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, DateTime, Dialect, Enum, MetaData, event, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from pprg import clock

if TYPE_CHECKING:
    from flask import Flask

_may_write: ContextVar[bool] = ContextVar("may_write", default=True)


class UTCTime(TypeDecorator[datetime]):
    """A moment, stored in UTC. A time without a zone is refused: nobody knows when it was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def known(kind: type[StrEnum], name: str) -> Enum:
    """A column type for an enum whose values the database itself also checks."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=80,
        name=name,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Every table: a random id that tells nothing, and when the row was made."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UTCTime}  # noqa: RUF012 - SQLAlchemy's own spelling

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4, sort_order=-2)
    created_at: Mapped[datetime] = mapped_column(default=clock.now, sort_order=-1)


db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})


def init_app(app: Flask, url: str) -> None:
    """Open the database with the settings that make "saved" true after a power cut."""
    if url.startswith("sqlite"):
        _private_folder(url)
    app.config["SQLALCHEMY_DATABASE_URI"] = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": not url.startswith("sqlite")}
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _set_pragmas)
            event.listen(db.engine, "begin", _begin)

    @app.before_request
    def a_get_only_reads() -> None:
        from flask import request

        _may_write.set(request.method not in {"GET", "HEAD", "OPTIONS"})

    @app.teardown_request
    def commands_may_write_again(_: BaseException | None) -> None:
        _may_write.set(True)


def _private_folder(url: str) -> None:
    """SQLite creates its files as the umask says; what it holds is for this account alone."""
    os.umask(0o077)
    folder = Path(url.removeprefix("sqlite:///")).parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _set_pragmas(connection: Any, _: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=10000",
        "foreign_keys=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _may_write.get() else "BEGIN")


def commit() -> None:
    """THE commit: the change, its audit line and its notices together, or not at all."""
    db.session.commit()


def undo() -> None:
    """Let go of everything not yet committed, and of the lock that held it."""
    db.session.rollback()


@contextmanager
def aside() -> Iterator[Session]:
    """A short transaction of its own, committed before anything is shown.

    For what must be written although the request only reads, or is about to be refused: reads
    of identifying data, denials, the times of a session. Where the request already holds its
    own writing transaction the line joins that one, whose commit also comes before the answer.
    """
    if _may_write.get() and db.session().in_transaction():
        yield db.session()
        return
    before = _may_write.set(True)
    try:
        with Session(db.engine, expire_on_commit=False) as short, short.begin():
            yield short
    finally:
        _may_write.reset(before)


def take_turns() -> None:
    """Wait for others who number things: on PostgreSQL what SQLite's one writer already does."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(7007)"))
