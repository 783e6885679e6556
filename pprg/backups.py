"""Backup and restore: one file that says of itself whether it is whole.

The file is a zip of the database as it stood at one moment and a manifest (schema, rows of each table,
digest). It holds no keys: what is sealed stays unreadable without the data key, which is kept elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy import Connection, Engine, create_engine, func, select, text

from pprg import clock, encryption
from pprg.database import Base, db
from pprg.errors import Refused

DATABASE, MANIFEST = "database", "manifest.json"
SEALED_BY = b"the data key of this backup"


def back_up(engine: Engine, file: Path) -> dict[str, Any]:
    """Write everything to `file`, whole or not at all, while the program goes on. Gives back the manifest."""
    _only_sqlite(engine)
    if file.exists():
        raise Refused(f"{file} is already there. Choose another name.")
    if not file.parent.is_dir():
        raise Refused(f"There is no folder {file.parent}.")
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        copy, whole = Path(folder) / DATABASE, Path(folder) / "whole"
        _copy(Path(str(engine.url.database)), copy)
        manifest = {"made_at": clock.now().isoformat(timespec="seconds"), **_described(copy)}
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.write(copy, DATABASE)
            packed.writestr(MANIFEST, json.dumps(manifest, indent=1))
        _settle(whole, file)
    return manifest


def faults_of(file: Path) -> list[str]:
    """Everything that is wrong with a backup, in sentences. Empty: it can be restored."""
    with _unpacked(file) as (copy, manifest):
        return _faults(copy, manifest)


def restore(engine: Engine, file: Path) -> None:
    """Put a whole backup in the place of a database that is not there yet or holds nobody."""
    _only_sqlite(engine)
    target = Path(str(engine.url.database))
    with _unpacked(file) as (copy, manifest):
        if faults := _faults(copy, manifest):
            raise Refused(" ".join(faults))
        if target.exists() and _accounts(target):
            raise Refused(f"{target} holds accounts. Move it away first: nothing is overwritten.")
        engine.dispose()
        for leftover in ("", "-wal", "-shm"):
            Path(f"{target}{leftover}").unlink(missing_ok=True)
        beside = target.with_suffix(".restoring")
        beside.write_bytes(copy.read_bytes())
        _settle(beside, target)


def _only_sqlite(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        raise Refused(
            "This command keeps SQLite. For PostgreSQL use pg_dump and pg_restore (docs/deployment.md)."
        )


def _copy(source: Path, copy: Path) -> None:
    """In one go by SQLite's own backup: copying a live file by hand loses what is committed."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)


def _described(copy: Path) -> dict[str, Any]:
    with _opened(copy) as rows:
        return {
            "schema": rows.scalar(text("SELECT version_num FROM alembic_version")),
            "rows": _counted(rows),
            "sha256": hashlib.sha256(copy.read_bytes()).hexdigest(),
            "key": encryption.seal(SEALED_BY).decode(),
        }


def _faults(copy: Path, manifest: dict[str, Any]) -> list[str]:
    if hashlib.sha256(copy.read_bytes()).hexdigest() != manifest["sha256"]:
        return ["The database in it is not the one that was put in: the file is damaged."]
    faults = []
    with _opened(copy) as rows:
        if rows.scalar(text("PRAGMA integrity_check")) != "ok":
            faults.append("The database in it is damaged.")
        if rows.execute(text("PRAGMA foreign_key_check")).first():
            faults.append("Some rows in it point to rows that are not there.")
        if _counted(rows) != manifest["rows"]:
            faults.append("It does not hold as many rows as it says.")
    if not encryption.opens(manifest["key"].encode(), SEALED_BY):
        faults.append("This data key does not open it: set the PPRG_DATA_KEY it was made with.")
    return faults


def _counted(rows: Connection) -> dict[str, int]:
    return {
        table.name: rows.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def _accounts(target: Path) -> bool:
    with closing(sqlite3.connect(target)) as there:
        tables = there.execute("SELECT 1 FROM sqlite_master WHERE name = 'account'").fetchone()
        return bool(tables and there.execute("SELECT 1 FROM account LIMIT 1").fetchone())


@contextmanager
def _opened(copy: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{copy}")
    with engine.connect() as rows:
        yield rows
    engine.dispose()


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    with tempfile.TemporaryDirectory(prefix="pprg-restore-") as folder:
        try:
            with zipfile.ZipFile(file) as packed:
                manifest = json.loads(packed.read(MANIFEST))
                copy = Path(packed.extract(DATABASE, folder))
        except (OSError, zipfile.BadZipFile, KeyError, json.JSONDecodeError) as trouble:
            raise Refused(f"{file} is not a backup that can be read.") from trouble
        yield copy, manifest


def _settle(made: Path, file: Path) -> None:
    """Seen under its name only once it is whole and on the disk, by this account alone."""
    made.chmod(0o600)
    with made.open("rb") as written:
        os.fsync(written.fileno())
    made.replace(file)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def backup_command(file: Path) -> None:
    """Write everything to FILE while the program goes on. Keep the data key somewhere else."""
    with _in_words():
        manifest = back_up(db.engine, file)
    click.echo(f"{file}: {sum(manifest['rows'].values())} rows, SHA-256 {manifest['sha256']}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--verify", is_flag=True, help="Only say whether it could be restored; change nothing.")
@with_appcontext
def restore_command(file: Path, verify: bool) -> None:
    """Put the backup FILE in the place of an empty database, once it is found whole."""
    with _in_words():
        if verify:
            if faults := faults_of(file):
                raise Refused(" ".join(faults))
            click.echo(f"{file} is whole and can be restored.")
            return
        restore(db.engine, file)
    click.echo(f"{file} is restored.")


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
