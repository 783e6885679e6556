"""The program starts, says where it is, ends when told to, and starts again."""

import re
import secrets
import shutil
import signal
import socket
import sqlite3
import stat
import threading
from contextlib import closing

import pytest

from tests.over_the_wire import Caller
from tests.program import Program

PRODUCTION = {
    "PPRG_ENVIRONMENT": "production",
    "PPRG_SECRET_KEY": secrets.token_urlsafe(48),
    "PPRG_DATA_KEY": secrets.token_urlsafe(48),
}


@pytest.fixture(scope="module")
def used_before(tmp_path_factory):
    """The data folder of a program without the demo, started once and ended."""
    one = Program(tmp_path_factory.mktemp("used-before"), **PRODUCTION)
    one.start()
    one.end()
    return one.data_dir


@pytest.fixture
def kept(used_before, program):
    """A program that finds what an earlier start has left."""
    one = program(**PRODUCTION)
    shutil.copytree(used_before, one.data_dir, dirs_exist_ok=True)
    return one


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminate"])
def test_it_ends_when_told_to_without_a_trace(kept, how):
    kept.start()
    assert kept.end(how) in {0, 130}
    assert "Traceback" not in kept.says()
    assert not kept.answers()


def test_it_says_where_it_is(kept):
    kept.start()
    assert kept.address in kept.says()


def test_what_it_keeps_is_for_its_own_account_alone(kept):
    kept.start()
    files = [path for path in kept.data_dir.rglob("*") if path.is_file() and path != kept.log]
    assert kept.data_dir / "pprg.sqlite3" in files
    assert {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in files} == {
        path.name: "0o600" for path in files
    }


def test_it_starts_again_after_a_power_cut(kept):
    kept.start()
    kept.kill()
    assert kept.start() < 30
    with closing(sqlite3.connect(kept.data_dir / "pprg.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_that_start_at_once_on_an_empty_folder_make_its_tables_once(program):
    first, second = program(**PRODUCTION), program(**PRODUCTION)
    second.environment["PPRG_DATA_DIR"] = str(first.data_dir)
    starts = [threading.Thread(target=one.start) for one in (first, second)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert first.answers()
    assert second.answers()
    assert "Traceback" not in first.says() + second.says()


@pytest.mark.parametrize("asked", ["five thousand", "0", "70000"])
def test_a_port_that_is_none_is_refused_in_a_sentence(program, asked):
    one = program(**PRODUCTION, PORT=asked)
    assert one.refuses_to_start() == f"PORT must be a number from 1 to 65535, not '{asked}'."


def test_a_port_that_is_taken_is_refused_in_a_sentence(program):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        sentence = program(**PRODUCTION, PORT=str(port)).refuses_to_start()
    assert sentence == (
        f"Port {port} cannot be used (Address already in use). Choose another: make run PORT=8080"
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"PPRG_SECRET_KEY": ""}, "PPRG_SECRET_KEY is not set: production needs a key of its own."),
        (
            {"PPRG_DATA_KEY": "changeme"},
            "PPRG_DATA_KEY is too short or well known: set 32 or more random characters.",
        ),
        ({"PPRG_DEBUG": "1"}, "Debugging is on: unset PPRG_DEBUG and FLASK_DEBUG in production."),
    ],
    ids=["no key", "a well-known key", "debugging"],
)
def test_production_does_not_start_unsafe(program, wrong, sentence):
    assert program(**PRODUCTION | wrong).refuses_to_start() == sentence


def test_a_first_start_brings_the_demo_and_says_how_to_sign_in_and_a_second_leaves_it_alone(program):
    one = program()
    one.start()
    words = one.says()
    email = re.search(r"\S+@example\.org(?=\s+review author)", words).group()
    password = re.search(r"password: (.+)", words).group(1)
    author = Caller(one)
    author.signs_in(email, password)
    assert one.address in words
    # The demo's PDFs were drawn by the process that workers come from; theirs must be drawn too.
    publication = author.reads("/publications/").select_one("main table a")["href"]
    assert author.takes(f"{publication}/briefing/drafts/seven-minute-briefing.pdf").startswith(b"%PDF")
    one.end()

    made = how_many(one)
    one.start()
    assert "loaded" not in one.says()
    Caller(one).signs_in(email, password)
    one.end()
    assert how_many(one) == made


def how_many(one: Program) -> list[int]:
    """Accounts, referrals and reviews in its database."""
    with closing(sqlite3.connect(one.data_dir / "pprg.sqlite3")) as database:
        ask = "SELECT count(*) FROM {}"
        return [database.execute(ask.format(t)).fetchone()[0] for t in ("account", "referral", "review")]
