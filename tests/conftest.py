"""What every test may ask for: the app on a fresh database, the program itself, a browser.

Parts that need more than Python (`chromium`, `soffice`, `pdftoppm`, `postgres`) are asked for with
`@pytest.mark.needs("soffice")`, or come with the fixture that uses them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextvars import Context
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient

from pprg import create_app, database, encryption
from pprg.config import Config
from tests.databases import PostgresStore, SqliteStore, Store, let_go, postgres_server, the_demo
from tests.machine import needs

pytest_plugins = ["tests.browser", "tests.people", "tests.program"]

SLOW_FIRST = ("journeys", "documents", "serving")
"""Folders whose tests take seconds each: begun first, so that no worker waits for them at the end."""

RUN = "PPRG_TEST_RUN"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgres"],
        default="sqlite",
        help="the database of tests that do not say `both_databases`",
    )


def pytest_configure(config: pytest.Config) -> None:
    # The process whose end is the end of the run; test processes of pytest-xdist inherit it.
    os.environ.setdefault(RUN, str(os.getpid()))
    # The machine is shared: a slow example is no fault. In CI the same examples every time.
    hypothesis.settings.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
    hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not any(folder in item.path.parts for folder in SLOW_FIRST))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database_kind", ["sqlite", "postgres"], indirect=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for part in marker.args:
            needs(part)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """The database under this test; `@pytest.mark.both_databases` runs it on each."""
    return getattr(request, "param", request.config.getoption("--database"))


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """Made-up keys, cheap passwords, a data folder of this test process's own."""
    return Config(
        data_dir=tmp_path_factory.mktemp("data"),
        database_url="sqlite://",
        secret_key="a secret of the tests alone and long enough",
        data_keys=("a data key of the tests alone and long enough",),
        password_rounds=1,
        password_memory_kib=8,
    )


@pytest.fixture(scope="session")
def sqlite_house(settings: Config) -> tuple[Flask, Store]:
    return _build(settings, SqliteStore(settings.data_dir))


@pytest.fixture(scope="session")
def demo_file(sqlite_house: tuple[Flask, Store], run_folder: Path) -> Path:
    return the_demo(sqlite_house, run_folder)


@pytest.fixture(scope="session")
def postgres_house(settings: Config, run_folder: Path, worker_id: str) -> tuple[Flask, Store]:
    server = postgres_server(run_folder, int(os.environ[RUN]))
    return _build(settings, PostgresStore(server, worker_id))


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """One folder for the whole run, shared by its test processes."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def _build(settings: Config, store: Store) -> tuple[Flask, Store]:
    app = _app(replace(settings, database_url=store.url))
    answer = app.test_cli_runner().invoke(args=["database", "upgrade"])
    assert answer.exit_code == 0, answer.output
    let_go(app)
    store.keep_as_template()
    return app, store


def _app(settings: Config) -> Flask:
    app = create_app(settings)
    app.testing = True
    app.test_client_class = Visitor
    return app


@pytest.fixture
def app(request: pytest.FixtureRequest, database_kind: str) -> Iterator[Flask]:
    """The whole app on a fresh, migrated, empty database, with an app context to build things in.

    With `@pytest.mark.with_demo` the demo is in it, made once in the run and copied.
    """
    app, store = request.getfixturevalue(f"{database_kind}_house")
    with_demo = request.node.get_closest_marker("with_demo")
    store.start_afresh(request.getfixturevalue("demo_file") if with_demo else None)
    with app.app_context():
        yield app
        database.undo()
    let_go(app)


@pytest.fixture
def another_app(
    sqlite_house: tuple[Flask, Store], settings: Config, tmp_path: Path
) -> Iterator[Callable[..., Flask]]:
    """Puts up an app with other settings, on its own fresh database: `another_app(public_hub=True)`."""
    made: list[Flask] = []

    def build(**changes: Any) -> Flask:
        store = SqliteStore(tmp_path)
        store.template = sqlite_house[1].template
        store.start_afresh()
        own = {"data_dir": tmp_path, "database_url": store.url}
        made.append(_app(replace(settings, **own | changes)))
        return made[-1]

    yield build
    for app in made:
        let_go(app)
    encryption.use_keys(*settings.data_keys)  # one set a process: the last app put up brought its own


class Visitor(FlaskClient):
    """A browser in its own request: it sees what was committed, and nobody else's `g` or session."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        database.commit()
        answer = Context().run(super().open, *args, **kwargs)
        database.db.session.expire_all()
        return answer
