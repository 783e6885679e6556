"""A bad line on a Friday: nothing that was typed more than five seconds ago is ever missing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from pprg.accounts.states import Role
from pprg.database import commit
from tests.databases import let_go
from tests.over_the_wire import Caller
from tests.people import PASSWORD, an_account
from tests.program import Program

pytestmark = pytest.mark.needs("chromium")

STORY = (
    "She was found at home. Housing wrote twice & nobody answered. The nurse called on 3 May, "
    "BP <90/60 & falling. Her neighbour had a key. "
)
AT_MOST = 5
"""Seconds of typing that anything may cost."""


class Typist:
    """Somebody who types without stopping to think, and what stood in the box at each second."""

    def __init__(self, page: Page) -> None:
        self.page, self.letters = page, cycle(STORY)
        self.typed = ""
        self.seen: list[tuple[float, str]] = []

    def types(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            letter = next(self.letters)
            self.page.keyboard.type(letter, delay=60)
            self.typed += letter
            self.seen.append((time.monotonic(), self.typed))

    def older_than(self, seconds: float, now: float) -> str:
        """What stood there that long before."""
        return max((words for at, words in self.seen if at <= now - seconds), key=len, default="")


@pytest.fixture
def running(program, another_app, settings) -> Program:
    """The program itself, with one referrer."""
    one = program(
        PPRG_ENVIRONMENT="production",
        PPRG_EXIT_URL="/accessibility",
        PPRG_SECRET_KEY=settings.secret_key,
        PPRG_DATA_KEY=",".join(settings.data_keys),
    )
    house = another_app(database_url=f"sqlite:///{one.data_dir / 'pprg.sqlite3'}")
    with house.app_context():
        assert house.test_cli_runner().invoke(args=["database", "upgrade"]).exit_code == 0
        an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")
        commit()
    let_go(house)
    one.start()
    return one


@pytest.fixture
def line(chromium: Browser, running: Program) -> Iterator[BrowserContext]:
    """A browser that may lose its line: what it says of that is no fault of the pages."""
    context = chromium.new_context(base_url=running.address, locale="en-GB", timezone_id="Europe/London")
    context.set_default_timeout(30_000)
    yield context
    context.close()


@pytest.fixture
def page(line: BrowserContext) -> Page:
    """What happened, open in front of its writer."""
    page = line.new_page()
    signs_in(page)
    page.goto("/referrals/new")
    page.get_by_role("button", name="Start a referral").click()
    page.wait_for_url(re.compile(r"/referrals/[0-9a-f-]{36}$"))
    page.goto(f"{page.url}/happened")
    box(page).focus()
    return page


@pytest.fixture
def server(running: Program) -> Caller:
    """The same writer at another browser, to see what the server has."""
    caller = Caller(running)
    caller.signs_in(EMAIL, PASSWORD)
    return caller


EMAIL = "rowan.referrer.marlshire.police@example.org"


def signs_in(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)


def box(page: Page) -> Locator:
    return page.locator("textarea[name=facts]")


def kept(server: Caller, page: Page) -> str:
    """What the server has of it."""
    answer = server.reads(page.url.partition("#")[0]).select_one("[name=facts]")
    return answer.get_text().removeprefix("\n")


def test_the_line_is_cut_twice_and_the_server_killed_while_somebody_types(running, line, page, server):
    typist = Typist(page)
    for _ in range(2):
        typist.types(seconds=7)
        now = time.monotonic()
        line.set_offline(True)
        assert is_there(typist.older_than(AT_MOST, now), kept(server, page))
        typist.types(seconds=4)
        expect(page.locator("[data-saved]")).to_contain_text("no connection")
        line.set_offline(False)
    typist.types(seconds=7)

    now = time.monotonic()
    running.kill()
    typist.types(seconds=3)
    running.start()

    assert is_there(typist.older_than(AT_MOST, now), kept(server, page))
    expect(page.locator("[data-saved]")).to_contain_text("You can leave.")
    expect(box(page)).to_have_value(typist.typed)
    assert kept(server, page) == typist.typed


def is_there(older: str, found: str) -> bool:
    assert older, "Somebody has typed for longer than that."
    return found.startswith(older)


def test_who_leaves_by_the_red_button_leaves_no_word_behind(page, server):
    place = page.url
    typist = Typist(page)
    typist.types(seconds=1)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/accessibility")
    found = server.reads(place).select_one("[name=facts]").get_text().removeprefix("\n")
    assert found == typist.typed


def test_who_goes_back_finds_the_words(page, server):
    typist = Typist(page)
    typist.types(seconds=1)
    page.goto("/referrals/")
    page.go_back()
    expect(box(page)).to_have_value(typist.typed)
    assert kept(server, page) == typist.typed


def test_who_goes_back_before_the_words_have_arrived_finds_them_a_moment_later(page, server):
    """On a slow line the page may be asked for, and answered, before the last save is."""
    before = page.request.get(page.url)
    page.route(page.url, lambda route: route.fulfill(response=before), times=1)
    box(page).press_sequentially("He rang twice.")
    page.goto("/referrals/")
    assert "rang" not in page.evaluate("JSON.stringify(sessionStorage)")

    page.go_back()

    expect(box(page)).to_have_value("He rang twice.")
    assert kept(server, page) == "He rang twice."


def test_an_answer_that_is_lost_on_the_way_is_no_second_tab(page, server):
    """The server saved it and nobody heard: what is typed next is saved over it, and not refused."""
    page.route("**/keep", heard_by_nobody, times=1)
    page.keyboard.type("He rang twice.")
    expect(page.locator("[data-saved]")).to_contain_text("no connection")
    page.keyboard.type(" Nobody came.")
    expect(page.locator("[data-saved]")).to_contain_text("You can leave.")
    assert kept(server, page) == "He rang twice. Nobody came."


def heard_by_nobody(route: Route) -> None:
    route.fetch()
    route.abort()


def test_the_second_tab_is_told_and_both_keep_their_words(page, line, server):
    other = line.new_page()
    other.goto(page.url)
    box(page).press_sequentially("He rang twice.")
    page.keyboard.press("Tab")
    expect(page.locator("[data-saved]")).to_contain_text("You can leave.")

    box(other).press_sequentially("Nobody rang.")
    other.keyboard.press("Tab")

    expect(other.locator("[data-saved]")).to_contain_text("there are newer answers")
    expect(box(other)).to_have_value("Nobody rang.")
    assert kept(server, page) == "He rang twice."
    other.get_by_role("button", name="Save and continue").click()
    expect(other.get_by_role("heading", name="This page was saved somewhere else")).to_be_visible()
    expect(box(other)).to_have_value("Nobody rang.")
    expect(other.locator("main")).to_contain_text("He rang twice.")


def test_who_was_signed_out_signs_in_beside_and_goes_on(page, line, server):
    line.clear_cookies()
    box(page).press_sequentially("He rang twice.")
    page.keyboard.press("Tab")
    expect(page.locator("[data-saved]")).to_contain_text("you are signed out")
    with line.expect_page() as coming:
        page.locator("[data-saved]").get_by_role("link", name="Sign in").click()
    signs_in(coming.value)
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("[data-saved]")).to_contain_text("You can leave.")
    assert kept(server, page) == "He rang twice."
