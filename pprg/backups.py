"""Backup and restore: one file that says of itself whether it is whole.

The file is a zip of the database as it stood at one moment, of the files that were handed in by then, and of
a manifest (schema, rows of each table, digests). It holds no keys: what is sealed, as every file handed in
is, stays unreadable without the data key, which is kept elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import Connection, Engine, create_engine, func, inspect, select, text

from pprg import clock, encryption
from pprg.database import Base, db
from pprg.errors import Refused

DATABASE, MANIFEST = "database", "manifest.json"
SEALED_BY = b"the data key of this backup"


class Unpacked(NamedTuple):
    """A backup that is open: the zip, the database taken out of it, what it says of itself."""

    packed: zipfile.ZipFile
    copy: Path
    manifest: dict[str, Any]


def back_up(engine: Engine, papers: Path, file: Path) -> dict[str, Any]:
    """Write everything to `file`, whole or not at all, while the program goes on. Gives back the manifest.

    The database first: a file that was handed in is on the disk before the database hears of it, and never
    changes, so whatever the copy names is there to be taken.
    """
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
            manifest |= _pack(papers, _names(copy), packed)
            packed.writestr(MANIFEST, json.dumps(manifest, indent=1))
        _settle(whole, file)
    return manifest


def faults_of(file: Path) -> list[str]:
    """Everything that is wrong with a backup, in sentences. Empty: it can be restored."""
    with _unpacked(file) as whole:
        return _faults(whole)


def restore(engine: Engine, papers: Path, file: Path) -> None:
    """Put a whole backup in the place of a database that is not there yet or holds nobody."""
    _only_sqlite(engine)
    target = Path(str(engine.url.database))
    with _unpacked(file) as whole:
        if faults := _faults(whole):
            raise Refused(" ".join(faults))
        if target.exists() and _accounts(target):
            raise Refused(f"{target} holds accounts. Move it away first: nothing is overwritten.")
        engine.dispose()
        _unpack(whole.packed, whole.manifest, papers)
        for leftover in ("", "-wal", "-shm"):
            Path(f"{target}{leftover}").unlink(missing_ok=True)
        beside = target.with_suffix(".restoring")
        beside.write_bytes(whole.copy.read_bytes())
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


def _faults(whole: Unpacked) -> list[str]:
    copy, manifest = whole.copy, whole.manifest
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
    if damaged := _damaged(whole.packed, manifest):
        faults.append(f"{damaged} of the files handed in are missing from it or damaged.")
    return faults


def _names(copy: Path) -> list[str]:
    """Names on the shelf of every file that the database knows."""
    with _opened(copy) as rows:
        if not inspect(rows).has_table("paper"):
            return []
        return list(rows.scalars(text("SELECT DISTINCT stored_as FROM paper ORDER BY 1")))


def _pack(papers: Path, names: list[str], packed: zipfile.ZipFile) -> dict[str, Any]:
    """Put in every file that was handed in, sealed as it lies there; tell its digest, or that it is lost."""
    digests, lost = {}, []
    for name in names:
        try:
            sealed = _lies(papers, name).read_bytes()
        except FileNotFoundError:
            lost.append(name)
            continue
        packed.writestr(f"papers/{name}", sealed, zipfile.ZIP_STORED)  # what is sealed does not get smaller
        digests[name] = hashlib.sha256(sealed).hexdigest()
    return {"papers": digests, "lost": lost}


def _damaged(packed: zipfile.ZipFile, manifest: dict[str, Any]) -> int:
    """How many of the files handed in are not in it as they were put in."""
    return sum(_digest(packed, name) != digest for name, digest in manifest["papers"].items())


def _digest(packed: zipfile.ZipFile, name: str) -> str:
    try:
        return hashlib.sha256(packed.read(f"papers/{name}")).hexdigest()
    except (KeyError, zipfile.BadZipFile):
        return "not there"


def _unpack(packed: zipfile.ZipFile, manifest: dict[str, Any], papers: Path) -> None:
    """Before the database: what it names must be there when it is."""
    for name in manifest["papers"]:
        place = _lies(papers, name)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = place.with_suffix(".restoring")
        beside.write_bytes(packed.read(f"papers/{name}"))
        _settle(beside, place)


def _lies(papers: Path, name: str) -> Path:
    """Where a file lies among those handed in. Names are digests: letters and numbers alone."""
    if not (name.isascii() and name.isalnum()):
        raise Refused("A name in it is not one of ours.")
    return papers / name[:2] / name


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
def _unpacked(file: Path) -> Iterator[Unpacked]:
    with ExitStack() as kept:
        folder = kept.enter_context(tempfile.TemporaryDirectory(prefix="pprg-restore-"))
        try:
            packed = kept.enter_context(zipfile.ZipFile(file))
            manifest = {"papers": {}, "lost": []} | json.loads(packed.read(MANIFEST))
            copy = Path(packed.extract(DATABASE, folder))
        except (OSError, zipfile.BadZipFile, KeyError, json.JSONDecodeError) as trouble:
            raise Refused(f"{file} is not a backup that can be read.") from trouble
        yield Unpacked(packed, copy, manifest)


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
        manifest = back_up(db.engine, _papers(), file)
    rows, files = sum(manifest["rows"].values()), len(manifest["papers"])
    click.echo(f"{file}: {rows} rows, {files} files handed in, SHA-256 of the database {manifest['sha256']}")
    if lost := len(manifest["lost"]):
        click.echo(f"{lost} files handed in are not on the disk. Everything else is in it.", err=True)
        raise click.exceptions.Exit(1)


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
        restore(db.engine, _papers(), file)
    click.echo(f"{file} is restored.")


def _papers() -> Path:
    return Path(current_app.config["PPRG"].data_dir) / "papers"


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
