"""What the roughest of users sends, and what has to come of it.

Every form is taken from its page with its real token, as the person who may use it, and sent with one thing
wrong at a time. Nothing breaks, nothing that was typed is lost, and none of it gets into an address, a title
or the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote_plus, urlsplit

from bs4 import BeautifulSoup, Tag
from flask import Flask

from pprg import clock
from tests.people import Browser, as_it_stands

MARK = "keep these words"
DAY = re.compile(r"-(day|month|year)$")
ROW = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
AWKWARD = (
    "\u202eright to left\u202c \u0627\u0644\u0645\u0631\u0623\u0629 \U0001f469\u200d\U0001f467 \ufdd0 a\u0301"
    " {{ 7*7 }} {% raw %} </textarea><script>alert(1)</script> &amp; =1+1 %s %n \\ ' \" ` --"
)
NEVER_KEPT = "\x00\x01\x08\x0b\x1b\x7f\ufffe\uffff"
NOT_UTF_8 = "\ud800 \udfff"
DATES = (
    ("31", "2", "2026"), ("0", "0", "0000"), ("31", "12", "9999"), ("first", "of", "May"),
    ("\u0663", "1" * 500, "\u0662\u0660\u0662\u0666"),
)  # fmt: skip
NUMBERS = ("-1", "9" * 40, "\u0663")
TIMES = ("-1", "25:99", "\u0663:\u0663\u0660", "10:00" * 100)
Sent = list[tuple[str, str]]
Way = Callable[["Sheet"], Iterator["Sent"]]


@dataclass(frozen=True)
class Sheet:
    """One form on its page, before the person who may send it."""

    who: Browser
    page: str
    action: str
    stands: dict[str, Any] = field(hash=False)
    """What a browser would send if only its button were pressed."""
    texts: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    rightly: dict[str, str] = field(default_factory=dict, hash=False)
    """What could be chosen and the day of today, where the page as it stands says nothing."""
    by_itself: bool = False
    """Sent by the page while somebody types: the page stands as it was."""
    ways: tuple[Way, ...] = ()

    @property
    def boxes(self) -> tuple[str, ...]:
        return (*self.texts, *self.choices, *self.days, *self.times)

    @property
    def hidden(self) -> list[str]:
        return [name for name in self.stands if name not in {*self.boxes, "csrf_token"}]

    def anew(self, app: Flask) -> Sheet:
        """The same page in another window."""
        window = copy(self.who)
        window._browser = app.test_client()
        window._browser._cookies = dict(self.who._browser._cookies)
        return replace(self, who=window)

    def sends(self, sent: Sent) -> Any:
        body = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in sent)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.by_itself:
            headers["X-Autosave"] = "1"
        return self.who._browser.post(self.action, data=body, headers=headers)

    def with_words(self, words: Callable[[int], str], **other: str) -> Sent:
        """The form filled in rightly, each box of text with words of its own; `other` goes over that."""
        own = {name: words(number) for number, name in enumerate(self.texts)}
        return list(_one_by_one(self.stands | self.rightly | own | other))


def sheets_on(page: BeautifulSoup, who: Browser, url: str) -> Iterator[Sheet]:
    """Every form of a page that changes something, but the way out."""
    for form in page.select("form[method=post]"):
        stands = as_it_stands(form)
        parts = _parts(form, stands)
        action = str(form.get("action") or url)
        yield Sheet(who, url, action, stands, **parts)
        for button in form.select("button[formaction], button[name]"):
            pressed = {str(button["name"]): str(button.get("value", ""))} if button.get("name") else {}
            to = str(button.get("formaction") or action)
            yield Sheet(
                who, url, to, stands | pressed, **parts, ways=(nothing_but_the_token, awkward_characters)
            )
        if itself := form.get("data-autosave"):
            yield Sheet(who, url, str(itself), stands, **parts, by_itself=True)


def _parts(form: Tag, stands: dict[str, Any]) -> dict[str, Any]:
    """The names of its boxes by what goes into them, and what would be right where nothing is said."""
    written = {str(box["name"]) for box in form.select("textarea[name], input[name][type=text]")}
    offered = form.select("input[type=radio], input[type=checkbox], select[name] option")
    right: dict[str, str] = {}
    for one in offered:
        name = str((one.find_parent("select") or one)["name"])
        right.setdefault(name, "")
        right[name] = right[name] or str(one.get("value", ""))
    days = {name for name in stands if DAY.search(name)}
    times = {name for name in written if name.endswith("_at")}
    today = {name: str(getattr(clock.today(), name.rpartition("-")[2])) for name in days if not stands[name]}
    unsaid = {name: value for name, value in right.items() if not stands.get(name)}
    return {
        "texts": tuple(sorted(written - days - times)),
        "choices": tuple(right),
        "days": tuple(sorted(days)),
        "times": tuple(sorted(times)),
        "rightly": today | unsaid,
    }


def _words(number: int) -> str:
    return f"{MARK} {number} end"


def nothing_but_the_token(sheet: Sheet) -> Iterator[Sent]:
    yield [("csrf_token", sheet.stands["csrf_token"])]


def every_box_empty(sheet: Sheet) -> Iterator[Sent]:
    if sheet.boxes:
        yield list(_one_by_one(sheet.stands | dict.fromkeys(sheet.boxes, "")))


def far_too_long(sheet: Sheet) -> Iterator[Sent]:
    if sheet.texts:
        most = min(100_000, 3_900_000 // len(sheet.texts))
        yield sheet.with_words(lambda number: f"{MARK} {number} {'word ' * (most // 5)}end")
        yield sheet.with_words(lambda number: f"{MARK} {number} {'x' * 1_000} end")


def awkward_characters(sheet: Sheet) -> Iterator[Sent]:
    if sheet.texts:
        yield sheet.with_words(lambda number: f"{MARK} {number} {AWKWARD}{NEVER_KEPT} end")


def what_is_no_text(sheet: Sheet) -> Iterator[Sent]:
    if sheet.texts:
        yield sheet.with_words(lambda number: f"{MARK} {number} end {NOT_UTF_8}")


def what_was_never_offered(sheet: Sheet) -> Iterator[Sent]:
    for wrong in ("no such thing", ROW) if sheet.choices else ():
        yield sheet.with_words(_words, **dict.fromkeys(sheet.choices, wrong))


def everything_twice(sheet: Sheet) -> Iterator[Sent]:
    if sheet.boxes:
        once = sheet.with_words(_words)
        yield [*once, *((name, f"{value} twice") for name, value in once if name != "csrf_token")]


def wrong_numbers(sheet: Sheet) -> Iterator[Sent]:
    for wrong in NUMBERS if sheet.hidden else ():
        yield sheet.with_words(_words, **dict.fromkeys(sheet.hidden, wrong))
    if sheet.hidden:
        yield [(name, said) for name, said in sheet.with_words(_words) if name not in sheet.hidden]
    for wrong in TIMES if sheet.times else ():
        yield sheet.with_words(_words, **dict.fromkeys(sheet.times, wrong))


def wrong_days(sheet: Sheet) -> Iterator[Sent]:
    for wrong in DATES if sheet.days else ():
        typed = {name: wrong[("day", "month", "year").index(name.rpartition("-")[2])] for name in sheet.days}
        yield sheet.with_words(_words, **typed)


def rows_that_are_not_there(sheet: Sheet) -> Iterator[Sent]:
    rows = {name.rpartition("-")[0].rpartition("-")[0] for name in sheet.stands if re.search(r"-\d+-", name)}
    if rows:
        odd = [f"{row}-{number}-words" for row in rows for number in ("999999999", "-1", "x", "")]
        yield sheet.with_words(_words, **dict.fromkeys(odd, "a row"))


WAYS = (
    nothing_but_the_token, every_box_empty, far_too_long, awkward_characters, what_is_no_text,
    what_was_never_offered, everything_twice, wrong_numbers, wrong_days, rows_that_are_not_there,
)  # fmt: skip


def _one_by_one(boxes: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in boxes.items():
        for one in value if isinstance(value, list) else [value]:
            yield name, str(one)


def _quoted(words: str) -> str:
    return quote_plus(words.encode("utf-8", "surrogatepass"))


def every_sheet(app: Flask, pages: Sequence[tuple[Browser, str]], room: str) -> dict[str, Sheet]:
    """By endpoint, and by the button of it, each form that stands on these pages."""
    roads, found = app.url_map.bind("localhost"), {}
    for who, url in pages:
        for sheet in sheets_on(who.reads(url), who, url):
            endpoint, _ = roads.match(urlsplit(sheet.action).path, "POST")
            if endpoint.startswith(f"{room}."):
                found.setdefault(f"{endpoint} {sorted(sheet.hidden)} {sheet.texts}", sheet)
    return found


def not_among(app: Flask, sheets: dict[str, Sheet], room: str) -> set[str]:
    """Routes of the room that take something and of which no form is among these."""
    takes = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    return {one for one in takes if one.startswith(f"{room}.")} - {key.split()[0] for key in sheets}
