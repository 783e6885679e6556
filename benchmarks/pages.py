"""A long form and a list, as somebody who is signed in asks for them, beside a route that says nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from benchmarks.timing import Row, measured
from pprg import create_app
from pprg.accounts.states import DEMO_PASSWORD
from pprg.config import Config
from pprg.database import db
from pprg.migrations import bring_up_to_date
from pprg.referrals.models import Referral
from pprg.referrals.states import State
from pprg.referrals.steps.asking import steps_of
from tests.people import Browser


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = _house(Path(folder))
        bare = _bare_route()
        writer, coordinator = (_signed_in(app, who) for who in ("referrer.police", "coordinator"))
        yield _page("form_page", writer, _slowest(writer, _form_pages(app)), bare)
        yield _page("list_page", coordinator, "/referrals/", bare)


def _page(name: str, reader: FlaskClient, path: str, bare: FlaskClient) -> Row:
    def ours() -> None:
        answer = reader.get(path)
        assert answer.status_code == 200, answer.status

    return measured(name, ours, lambda: bare.get("/"), runs=200)


def _house(folder: Path) -> Flask:
    """The app as `make run` leaves it: migrated, with the demo in it."""
    settings = {"PPRG_DATA_DIR": str(folder), "PATH": os.environ["PATH"]}
    app = create_app(Config.from_environment(settings))
    with app.app_context():
        bring_up_to_date()
    answer = app.test_cli_runner().invoke(args=["demo", "load"])
    assert answer.exit_code == 0, answer.output
    return app


def _signed_in(app: Flask, who: str) -> FlaskClient:
    browser = Browser(app)
    answer = browser.fills_in("/sign-in", email=f"{who}@example.org", password=DEMO_PASSWORD)
    assert answer.status_code == 303, answer.status
    return browser._browser


def _form_pages(app: Flask) -> list[str]:
    """Every page of the form, for the draft in the demo."""
    with app.app_context():
        draft = db.session.scalars(select(Referral).where(Referral.state == State.DRAFT)).one()
        return [f"/referrals/{draft.id}/{step}" for step in steps_of(draft.answers)]


def _slowest(reader: FlaskClient, paths: list[str]) -> str:
    """Of all these pages the one that takes longest: what is said of it is true of every other."""

    def taken(path: str) -> float:
        return measured(path, lambda: reader.get(path), lambda: None, runs=10).median_ms

    return max(paths, key=taken)


def _bare_route() -> FlaskClient:
    app = Flask("bare")
    app.add_url_rule("/", view_func=lambda: "Nothing")
    return app.test_client()
