"""The words of a web page of ours, to be shown within another page.

What stands on the page is taken over with its headings, lists and tables. What acts, draws or dresses is
not: styles, scripts, drawings and every attribute that is not named here. Every word is escaped anew,
so that nothing can be more than it is, whatever file it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

from markupsafe import Markup, escape

_KEPT = {
    "a", "b", "br", "caption", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p",
    "section", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_AS_A_DIV = {"main", "header", "footer", "article"}
"""The page around it has landmarks of its own. They leave their name as a class."""
_LEFT_OUT = {"head", "script", "style", "svg", "template", "title", "noscript", "form", "button"}
_VOID = {"br", "hr"}
_ATTRIBUTES = {"class", "id", "scope", "lang", "dir", "aria-labelledby"}
_LEADS_OUT = re.compile(r"(https?://|mailto:|tel:)", re.I)


@lru_cache(maxsize=64)
def within(page: bytes, *, without: frozenset[str] = frozenset()) -> Markup:
    """What the page says, for another page. Elements with a class in `without` stay behind."""
    reader = _Reader(without)
    reader.feed(page.decode("utf-8"))
    reader.close()
    return reader.said()


class _Reader(HTMLParser):
    def __init__(self, without: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._without = without
        self._said: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Elements that are open: as they are called there, and here ("" where only their words are kept)."""
        self._left_out_from: int | None = None

    def said(self) -> Markup:
        while self._open:
            self.handle_endtag(self._open[-1][0])
        return Markup("".join(self._said))  # noqa: S704 - put together from our own tags and escaped words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._left_out_from is None and self._stays_behind(tag, given):
            self._left_out_from = len(self._open)
        here = "div" if tag in _AS_A_DIV else tag if tag in _KEPT else ""
        if here and self._left_out_from is None:
            if tag in _AS_A_DIV:
                given["class"] = f"{tag} {given.get('class', '')}".strip()
            self._said.append(f"<{here}{''.join(_attributes(here, given))}>")
        if tag not in _VOID:
            self._open.append((tag, here))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {there for there, _ in self._open}:
            return
        while self._open:
            there, here = self._open.pop()
            if here and self._left_out_from is None:
                self._said.append(f"</{here}>")
            if self._left_out_from == len(self._open):
                self._left_out_from = None
            if there == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._left_out_from is None:
            self._said.append(str(escape(data)))

    def _stays_behind(self, tag: str, given: dict[str, str]) -> bool:
        return tag in _LEFT_OUT or not self._without.isdisjoint(given.get("class", "").split())


def _attributes(tag: str, given: dict[str, str]) -> Iterator[str]:
    for name, value in given.items():
        if name in _ATTRIBUTES or (tag == "a" and name == "href" and _LEADS_OUT.match(value)):
            yield f' {name}="{escape(value)}"'
