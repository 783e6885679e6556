"""A fresh, migrated, empty database for every test, quickly.

Migrations run once in each test process; what they leave is kept as a template. SQLite: the file
is copied. PostgreSQL: `CREATE DATABASE … TEMPLATE …` in one server for the whole run.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
from flask import Flask

from pprg.database import db
from tests.machine import needs

KEEPER = Path(__file__).parent / "postgres_keeper.py"


class Store(Protocol):
    """Where the app of one test process keeps its rows."""

    url: str

    def keep_as_template(self) -> None:
        """Remember the database as it is now, migrated and empty."""

    def start_afresh(self, template: Path | None = None) -> None:
        """Put the remembered database (or another, kept as a file) in the place of the one in use."""


class SqliteStore:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "pprg.sqlite3"
        self.template = folder / "template.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def keep_as_template(self) -> None:
        shutil.copyfile(self.file, self.template)

    def start_afresh(self, template: Path | None = None) -> None:
        for leftover in ("-wal", "-shm"):
            Path(f"{self.file}{leftover}").unlink(missing_ok=True)
        shutil.copyfile(template or self.template, self.file)


class PostgresStore:
    def __init__(self, server: Path, worker: str) -> None:
        self.server = server
        self.name = f"pprg_{worker}"
        self.template = f"{self.name}_template"
        self.url = f"postgresql://postgres@/{self.name}?host={server}"
        self._say(f"CREATE DATABASE {self.name}")

    def keep_as_template(self) -> None:
        self._say(f"ALTER DATABASE {self.name} RENAME TO {self.template}")

    def start_afresh(self, template: Path | None = None) -> None:
        assert template is None, "The demo is kept for SQLite only."
        self._say(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        self._say(f"CREATE DATABASE {self.name} TEMPLATE {self.template}")

    def _say(self, statement: str) -> None:
        with psycopg.connect(host=str(self.server), user="postgres", autocommit=True) as connection:
            connection.execute(statement)


def let_go(app: Flask) -> None:
    """Close every connection, so that the database under the app can be changed for another."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    """Test processes that would make the same file wait for the first."""
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def the_demo(house: tuple[Flask, Store], run_folder: Path) -> Path:
    """A database file with the demo in it, made once in the run."""
    app, store = house
    kept = run_folder / "demo.sqlite3"
    with one_at_a_time(kept):
        if not kept.exists():
            store.start_afresh()
            answer = app.test_cli_runner().invoke(args=["demo", "load"])
            assert answer.exit_code == 0, answer.output
            let_go(app)
            shutil.copyfile(store.url.removeprefix("sqlite:///"), kept)
    return kept


def postgres_server(run_folder: Path, run_pid: int) -> Path:
    """The folder of the socket of this run's PostgreSQL server; whoever asks first starts it."""
    programs = needs("postgres")
    told = run_folder / "postgres-server"
    with one_at_a_time(told):
        if not told.exists():
            # Not below pytest's own folder: that is closed to the account the server runs as.
            folder = tempfile.mkdtemp(prefix="pprg-postgres-")
            if os.geteuid() == 0:
                shutil.chown(folder, "postgres", "postgres")
            subprocess.run([sys.executable, KEEPER, str(run_pid), folder, programs], check=True)
            told.write_text(folder)
    return Path(told.read_text())
