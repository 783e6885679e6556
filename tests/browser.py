"""A real browser on the real pages: `browser_page`, `plain_page` (no JavaScript) and how to judge a page.

Whatever the browser complains about (a script's error, the content security policy, something asked
of another host) fails the test at its end, whichever page it happened on.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Route,
    expect,
    sync_playwright,
)
from werkzeug.serving import BaseWSGIServer, make_server

from pprg import database
from tests.machine import needs

FLAGS = [
    "--no-sandbox",  # tests run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
expect.set_options(timeout=30_000)
MEANT = re.compile(r"Failed to load resource: the server responded with a status of 4(03|04|09|22) ")
"""Answers that a journey gets on purpose; the browser writes each down as an error."""


@dataclass
class Complaints:
    """What went wrong in one browser window, in the browser's words."""

    heard: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda wrong: self.heard.append(f"script: {wrong.error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not MEANT.match(message.text):
            self.heard.append(f"{message.type}: {message.text}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = needs("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _at_leisure(app: Flask) -> WSGIApplication:
    """The app as a slow line brings it: `PPRG_TESTS_ANSWER_AFTER` seconds before and within each answer.

    A test that reads a page without waiting for what it reads fails then every time, not now and then.
    """
    pause = float(os.environ.get("PPRG_TESTS_ANSWER_AFTER", "0"))

    def answers(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        time.sleep(pause)
        whole = b"".join(app(environ, start_response))
        yield whole[:500]
        time.sleep(pause)
        yield whole[500:]

    return app if not pause else answers


class _QuietServer(threading.Thread):
    """Serves the app of a test from its own database, on a port of its own."""

    def __init__(self, app: Flask) -> None:
        super().__init__(daemon=True)
        self.server: BaseWSGIServer = make_server("127.0.0.1", 0, _at_leisure(app), threaded=True)
        self.server.daemon_threads = False  # its end waits for every answer under way
        self.server.RequestHandlerClass.log_request = lambda *_: None  # type: ignore[method-assign]
        self.address = f"http://127.0.0.1:{self.server.port}"

    def run(self) -> None:
        self.server.serve_forever(poll_interval=0.02)

    def end(self) -> None:
        self.server.shutdown()
        self.join()
        self.server.server_close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where a browser finds the app of this test. What the test has built so far is committed."""
    with _served(app) as found:
        yield found


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    database.commit()
    server = _QuietServer(app)
    server.start()
    yield server.address
    server.end()


@pytest.fixture
def browser_page(chromium: Browser, address: str) -> Iterator[Page]:
    """A window 1280 pixels wide, at the app's address: `browser_page.goto("/")`."""
    yield from _window(chromium, address, javascript=True)


@pytest.fixture
def plain_page(chromium: Browser, address: str) -> Iterator[Page]:
    """The same without JavaScript."""
    yield from _window(chromium, address, javascript=False)


@pytest.fixture
def on_a_phone(chromium: Browser) -> Callable[..., AbstractContextManager[Page]]:
    """A telephone 390 pixels wide and the app that the test puts up: `with on_a_phone(app) as page:`."""

    @contextmanager
    def phone(app: Flask, *, javascript: bool = True) -> Iterator[Page]:
        window = contextmanager(_window)
        with (
            _served(app) as found,
            window(chromium, found, javascript=javascript, width=390, taps=True) as page,
        ):
            yield page

    return phone


def _window(
    chromium: Browser, address: str, *, javascript: bool, width: int = 1280, taps: bool = False
) -> Iterator[Page]:
    complaints = Complaints()
    context = chromium.new_context(
        base_url=address,
        java_script_enabled=javascript,
        viewport={"width": width, "height": 844 if taps else 900},
        has_touch=taps,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
    )
    context.set_default_timeout(30_000)
    complaints.listen(context)
    context.route(
        lambda url: not url.startswith((address, "blob:")), lambda route: _elsewhere(route, complaints)
    )
    yield context.new_page()
    context.close()
    assert not complaints.heard, "The browser complained:\n" + "\n".join(complaints.heard)


def _elsewhere(route: Route, complaints: Complaints) -> None:
    """A link may lead away (Exit this page does); a page may not fetch anything from elsewhere."""
    if not route.request.is_navigation_request():
        complaints.heard.append(f"asked another host for {route.request.url}")
    route.fulfill(content_type="text/html", body="<!doctype html><title>Elsewhere</title>")


@cache
def _axe_source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> None:
    """No violation of WCAG 2.2 A and AA that a machine can find on the page as it is now."""
    with _scripted(page) as seen:
        # Handed over by the debugger, so the page's content security policy stays as it is.
        seen.evaluate(_axe_source())
        found = seen.evaluate("tags => axe.run({runOnly: tags})", WCAG)["violations"]
    assert not found, f"axe on {page.url}:\n" + "\n".join(
        f"- {rule['help']} ({rule['id']}, {rule['impact']}): {place['html']}"
        for rule in found
        for place in rule["nodes"]
    )


@contextmanager
def _scripted(page: Page) -> Iterator[Page]:
    """The page, or its twin where axe can run: the same words and styles, none of our scripts."""
    browser = page.context.browser
    if browser is None or page.evaluate("matchMedia('(scripting: enabled)').matches"):
        yield page
        return
    words = page.content().replace("<noscript>", "").replace("</noscript>", "")
    twin = browser.new_context(viewport=page.viewport_size).new_page()
    twin.route("**/*.js", lambda route: route.abort())
    twin.route(page.url, lambda route: route.fulfill(content_type="text/html", body=words))
    twin.goto(page.url)
    yield twin
    twin.context.close()


def narrow(page: Page) -> None:
    """At 320 pixels (or at 400 % of 1280) everything is there without scrolling sideways."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 800})
    wide = page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            const out = [...document.body.querySelectorAll("*")].filter(
                (one) => one.getBoundingClientRect().right > room + 1);
            const scrolls = document.documentElement.scrollWidth > room;
            return scrolls ? ["(its whole width)", ...out.map((one) => one.outerHTML.slice(0, 160))] : [];
        }"""
    )
    if usual:
        page.set_viewport_size(usual)
    assert not wide, f"{page.url} scrolls sideways at 320 pixels because of:\n" + "\n".join(wide[:5])


def look(page: Page) -> None:
    """Everything that is asked of every page: one first heading, axe, 320 pixels."""
    page.wait_for_load_state()
    expect(page.locator("h1"), "one first heading").to_have_count(1)
    axe(page)
    narrow(page)


def tab_to(page: Page, target: Locator, *, most: int = 120) -> None:
    """Press Tab until `target` has the focus, as somebody without a mouse would.

    It is looked up once, and again where htmx has put another in its place: by its role and name that takes
    longer than the key.
    """
    wanted = target.element_handle()
    for _ in range(most):
        there = wanted.evaluate("one => one.isConnected ? one === document.activeElement : null")
        if there:
            return
        if there is None:
            wanted = target.element_handle()
        page.keyboard.press("Tab")
    pytest.fail(f"{most} presses of Tab on {page.url} did not reach {target}")
