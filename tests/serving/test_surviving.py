"""If the screen said saved, it is saved: `kill -9` at once, start again, and it is there."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException

import pytest
from flask import Flask

from pprg.accounts.states import Role
from pprg.database import commit
from tests.databases import let_go
from tests.meetings.builders import REASON, a_decision, an_item
from tests.over_the_wire import Caller
from tests.people import PASSWORD, an_account, as_it_stands
from tests.program import Program

WORDS = "Round {}: she was alone. Smith & Jones, BP <90/60 & falling, “quotes”, é."
WRITERS = 4


@pytest.fixture
def running(program, another_app, settings):
    """The program without the demo, with a few referrers in it."""
    one = a_program(program, settings)
    with a_house(another_app, one) as house:
        assert house.test_cli_runner().invoke(args=["database", "upgrade"]).exit_code == 0
        for number in range(WRITERS):
            an_account(f"Writer {number}", Role.REFERRER, "Marlshire Police")
        commit()
    one.start()
    return one


def a_program(program, settings) -> Program:
    return program(
        PPRG_ENVIRONMENT="production",
        PPRG_SECRET_KEY=settings.secret_key,
        PPRG_DATA_KEY=",".join(settings.data_keys),
    )


@contextmanager
def a_house(another_app, one: Program) -> Iterator[Flask]:
    """An app on the program's own database, to build things in before it starts."""
    house = another_app(database_url=f"sqlite:///{one.data_dir / 'pprg.sqlite3'}")
    with house.app_context():
        yield house
    let_go(house)


@dataclass
class Writer:
    """Somebody who writes what happened, over and over, and remembers what was acknowledged."""

    caller: Caller
    page: str
    tried: int = 0
    acknowledged: int = 0
    stopped_by: Exception | None = None

    def saves(self) -> None:
        """Press Save and continue."""
        self.tried += 1
        answer = self.caller.fills_in(self.page, facts=WORDS.format(self.tried))
        assert answer.status_code in {303, 422}, answer.text  # 422: saved, and something is still missing
        self.acknowledged = self.tried

    def types(self) -> None:
        """What the page does by itself two seconds after the last key."""
        self.tried += 1
        form = self.caller.reads(self.page).select_one("form[data-autosave]")
        words = as_it_stands(form) | {"facts": WORDS.format(self.tried)}
        assert self.caller._browser.post(form["data-autosave"], words).status_code == 204
        self.acknowledged = self.tried

    def writes_until_the_lights_go_out(self) -> None:
        try:
            while True:
                self.types()
        except Exception as why:
            self.stopped_by = why

    def finds(self) -> str:
        return self.caller.reads(self.page).select_one("[name=facts]").get_text(strip=True)


def a_writer(running: Program, number: int = 0) -> Writer:
    caller = Caller(running)
    caller.signs_in(f"writer.{number}.marlshire.police@example.org", PASSWORD)
    answer = caller.posts("/referrals/new")
    assert answer.status_code == 303, answer.text
    return Writer(caller, f"{answer.location}/happened")


@pytest.mark.parametrize("way", [Writer.saves, Writer.types], ids=["saved", "kept by itself"])
def test_words_are_there_after_a_power_cut(running, way):
    writer = a_writer(running)
    for number in (1, 2):
        way(writer)
        running.kill()
        running.start()
        assert writer.finds() == WORDS.format(number)


@pytest.fixture
def decision(program, another_app, settings):
    """The program, and where a decision stands that is written to the end and not yet recorded."""
    one = a_program(program, settings)
    with a_house(another_app, one) as house:
        assert house.test_cli_runner().invoke(args=["database", "upgrade"]).exit_code == 0
        coordinator = an_account("Cora", Role.COORDINATOR)
        referrer = an_account("Rowan", Role.REFERRER, "Marlshire Police")
        item = an_item(by=coordinator, referrer=referrer, members=[an_account("Charlie", Role.CHAIR)])
        written = a_decision(item, by=coordinator)
        commit()
        place = f"/meetings/decisions/{written.id}"
    one.start()
    return one, place


def test_what_was_recorded_is_recorded_after_a_power_cut(decision):
    running, place = decision
    coordinator = Caller(running)
    coordinator.signs_in("cora@example.org", PASSWORD)

    answer = coordinator.presses(place, "Ready for the chair to sign")
    running.kill()

    assert answer.status_code == 303, answer.text
    running.start()
    page = coordinator.reads(place).get_text(" ", strip=True)
    assert "Ready for the chair to sign" not in page, "It is a draft again."
    assert "Recorded" in page
    assert REASON in page


def test_nothing_acknowledged_is_lost_while_many_write(running):
    writers = [a_writer(running, number) for number in range(WRITERS)]
    for _ in range(2):
        writing = [threading.Thread(target=writer.writes_until_the_lights_go_out) for writer in writers]
        for one in writing:
            one.start()
        _until(lambda: all(writer.acknowledged > 1 for writer in writers))
        time.sleep(0.5)
        running.kill()
        for one in writing:
            one.join()
        running.start()
        for writer in writers:
            assert isinstance(writer.stopped_by, (OSError, HTTPException)), writer.stopped_by
            # The last may have been kept although its answer never came: never half, never less.
            assert writer.finds() in {WORDS.format(writer.acknowledged), WORDS.format(writer.tried)}
            writer.acknowledged = writer.tried = 0


def _until(so: Callable[[], bool], *, patience: float = 30) -> None:
    began = time.monotonic()
    while not so():
        assert time.monotonic() - began < patience, "Nobody was ever told that it is saved."
        time.sleep(0.05)
