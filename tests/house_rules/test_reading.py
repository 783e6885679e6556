"""Everyone of the demo walks through every page that they are offered a way to."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import event

from pprg import database
from tests.house_rules.source import hold

ENOUGH = 2
"""How many pages of one kind (one referral, and another) each person opens."""

LEADS_OUT = {"/exit", "/sign-out"}


@pytest.fixture
def accounts(app: Flask) -> list[dict[str, str]]:
    """One of the demo's accounts for each role: user, password, role, agency."""
    said = app.test_cli_runner().invoke(args=["demo", "accounts", "--json"]).output
    return list({account["role"]: account for account in json.loads(said)}.values())


@pytest.mark.with_demo
def test_every_way_offered_leads_somewhere_and_reading_changes_nothing(app: Flask, accounts):
    visited, faults = Counter(), []
    with _writes_while_reading() as written:
        for account in accounts:
            browser = app.test_client()
            _sign_in(browser, account)
            for page in _walk(app, browser):
                visited[page.endpoint] += 1
                faults += [f"{account['role']}: {fault}" for fault in _faults(page)]
                faults += [f"{account['role']}: {page.url} writes: {words}" for words in written]
                written.clear()
    hold("Offer only ways that this person may go; read in queries; write aside what must be kept.", faults)
    # The walk itself must have got about: a broken front page would otherwise pass for an empty house.
    assert len(visited) > 20, visited


class Page:
    def __init__(self, endpoint: str, url: str, came_from: str, answer) -> None:
        self.endpoint, self.url, self.came_from, self.answer = endpoint, url, came_from, answer
        self.is_html = answer.mimetype == "text/html"
        self.soup = BeautifulSoup(answer.text if self.is_html else "", "html.parser")

    def ways(self) -> Iterator[str]:
        for element in self.soup.select("a[href], [hx-get], [data-hx-get]"):
            for place in ("href", "hx-get", "data-hx-get"):
                url = urldefrag(urljoin(self.url, str(element.get(place) or ""))).url
                if url.startswith("/") and not url.startswith("//"):
                    yield url


def _walk(app: Flask, browser) -> Iterator[Page]:
    """Breadth first from the front page, a few of every kind of page."""
    roads = app.url_map.bind("localhost")
    waiting, known, kinds = deque([("/", "the address bar")]), {"/"}, Counter()
    while waiting:
        url, came_from = waiting.popleft()
        path = url.partition("?")[0]
        if path in LEADS_OUT or path.startswith("/static/"):
            continue
        endpoint = roads.match(path)[0] if roads.test(path, "GET") else f"nowhere: {path}"
        kinds[endpoint] += 1
        if kinds[endpoint] > ENOUGH:
            continue
        page = Page(endpoint, url, came_from, browser.get(url))
        yield page
        for way in page.ways():
            if way not in known:
                known.add(way)
                waiting.append((way, url))


def _faults(page: Page) -> Iterator[str]:
    place = f"{page.url} (from {page.came_from})"
    if page.answer.status_code not in {200, 302, 303}:
        yield f"{place} answers {page.answer.status_code}"
    elif page.is_html and page.answer.status_code == 200 and page.soup.title:
        if not page.soup.title.get_text(strip=True):
            yield f"{place} has no title"
        if len(page.soup.select("h1")) != 1:
            yield f"{place} has {len(page.soup.select('h1'))} first headings"
        numbers = Counter(element["id"] for element in page.soup.select("[id]"))
        yield from (
            f"{place} has the id {name} {times} times" for name, times in numbers.items() if times > 1
        )


def _sign_in(browser, account: dict[str, str]) -> None:
    token = BeautifulSoup(browser.get("/sign-in").text, "html.parser").select_one("[name=csrf_token]")[
        "value"
    ]
    words = {"csrf_token": token, "email": account["user"], "password": account["password"]}
    answer = browser.post("/sign-in", data=words)
    assert answer.status_code == 303, f"{account['user']} cannot sign in"


@contextmanager
def _writes_while_reading() -> Iterator[list[str]]:
    """Every statement that changes something on behalf of a request that only reads."""
    written: list[str] = []

    def listen(_connection, _cursor, statement: str, *_rest) -> None:
        if re.match(r"\s*(INSERT|UPDATE|DELETE)", statement, re.I) and not database._may_write.get():
            written.append(" ".join(statement.split())[:100])

    event.listen(database.db.engine, "before_cursor_execute", listen)
    yield written
    event.remove(database.db.engine, "before_cursor_execute", listen)
