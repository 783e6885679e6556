"""The cast at the program itself: the same people as in tests/people.py, but over a real connection."""

from __future__ import annotations

import http.cookiejar
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from tests.people import Browser
from tests.program import Program


@dataclass(frozen=True)
class Answer:
    status_code: int
    text: str
    headers: Any

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Tell where we are sent instead of going there, as the app's test client does."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Wire:
    """What `Browser` needs of a client: a cookie jar, get and post."""

    def __init__(self, address: str) -> None:
        jar = http.cookiejar.CookieJar()
        self.address = address
        self.opener = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(jar))

    def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        return self._ask(url, None, headers)

    def post(self, url: str, data: dict[str, Any], headers: dict[str, str] | None = None) -> Answer:
        return self._ask(url, urlencode(data, doseq=True).encode(), headers)

    def file(self, url: str) -> bytes:
        with self.opener.open(urljoin(self.address, url), timeout=30) as answer:
            return answer.read()

    def _ask(self, url: str, body: bytes | None, headers: dict[str, str] | None) -> Answer:
        request = urllib.request.Request(urljoin(self.address, url), body, headers or {})  # noqa: S310
        try:
            with self.opener.open(request, timeout=30) as answer:
                return Answer(answer.status, answer.read().decode(), answer.headers)
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.read().decode(), answer.headers)


class Caller(Browser):
    """Somebody at a browser of their own, far from the program."""

    def __init__(self, program: Program) -> None:
        self._browser = Wire(program.address)

    def signs_in(self, email: str, password: str) -> None:
        answer = self.fills_in("/sign-in", email=email, password=password)
        assert answer.status_code == 303, answer.text

    def takes(self, url: str) -> bytes:
        """The file at this address, which must be there within half a minute."""
        return self._browser.file(url)
