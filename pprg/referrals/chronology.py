"""Dated events pasted from a spreadsheet: read row by row, and said of each row what is wrong with it.

Columns are parted by tabs, semicolons or commas, with or without a line of headings. Days are read as they
are written in the United Kingdom: 3/4/2025 is 3 April.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pprg.referrals.days import MONTHS, day_of, known_of_day
from pprg.referrals.questions import Row

MOST_ROWS = 2_000
LONGEST_CELL = 20_000
LONGEST_HEADING = 60
NO_EVENT = "There is no event in this row, only a day."
NO_DAY = "There is no day in this row."
NOT_A_DAY = "“{}” is not a day that we can read. Write it as 3 April 2025 or 3/4/2025."
AHEAD = "{} lies ahead."
TOO_LONG = f"This event is longer than {LONGEST_CELL:,} characters."
TOO_WIDE = "There are more cells in this row than columns. Put text that holds a {} in quotation marks."
TWICE = "This event stands in row {} too."
THERE = "This event is in your list already."

HEADINGS = {
    "on": ("date", "when", "day"),
    "time": ("time",),
    "what": ("event", "what", "incident", "detail", "description", "contact", "summary", "entry"),
    "source": ("source", "agency", "organisation", "service", "record"),
    "matters": ("significance", "matters", "comment", "analysis", "relevance", "note"),
}
"""What a heading may have in it, by the column of our list."""
_IN_ORDER = ("on", "time", "what", "source", "matters")
_SEPARATORS = {"\t": "tab", ";": "semicolon", ",": "comma"}


@dataclass(frozen=True)
class Event:
    """One row as it stands in their sheet."""

    number: int
    """Counted as a spreadsheet counts: headings and blank rows too."""
    line: str
    """Its cells again, parted as they were, so that it can go back into the box."""
    kept: Row
    """As our list keeps it. Without a day, what stands there in its place is not in it."""
    day: str
    """As it will be read, or as it was typed."""
    wrong: str = ""
    """Why it cannot be added, in a sentence; nothing if it can."""


@dataclass(frozen=True)
class Reading:
    events: Sequence[Event]
    heading: str = ""
    """The line of headings, if there is one: it goes back into the box with what could not be added."""
    left_out: Sequence[str] = ()
    """Headings of columns for which our list has no place."""
    too_many: int = 0
    """How many rows there are, if that is more than can be read at a time."""

    @property
    def good(self) -> list[Event]:
        return [event for event in self.events if not event.wrong]

    @property
    def bad(self) -> list[Event]:
        return [event for event in self.events if event.wrong]

    @property
    def left(self) -> str:
        """What stays in the box once the good rows are added."""
        lines = [self.heading, *(event.line for event in self.bad)] if self.bad else []
        return "\n".join(line for line in lines if line)


def read(pasted: str, *, today: date, there: Iterable[Row] = ()) -> Reading:
    """What was pasted, row by row. `there` are the entries that the list holds already."""
    mark = _separator(pasted)
    rows = [(number, cells) for number, cells in enumerate(_rows(pasted, mark), start=1) if any(cells)]
    if len(rows) > MOST_ROWS + 1:
        return Reading([], too_many=len(rows))
    sheet = _sheet([cells for _, cells in rows], mark, today)
    seen: dict[tuple[str, ...], int] = {_same(row): 0 for row in there}
    events = [_event(number, cells, sheet, seen) for number, cells in rows[sheet.has_heading :]]
    if not sheet.has_heading:
        return Reading(events)
    first = rows[0][1]
    left_out = [cell for at, cell in enumerate(first) if cell and at not in sheet.columns.values()]
    return Reading(events, sheet.line(first), left_out)


def day_from(typed: str, *, today: date) -> tuple[dict[str, Any], str]:
    """The three boxes of a day, and a time if one stands beside it. Empty: it is none.

    A number of five digits is a day as Excel counts them; a year of two digits lies in the past.
    """
    words = _WEEKDAY.sub("", typed.strip())
    words, time = _without_time(words)
    for shape, order in _SHAPES:
        if found := shape.fullmatch(words):
            boxes = dict(zip(order, found.groups(), strict=True))
            boxes = {"day": "", "month": "", "year": "", **boxes}
            boxes["year"] = _whole_year(boxes["year"], today)
            boxes["month"] = "9" if boxes["month"].lower() == "sept" else boxes["month"]
            boxes["unknown"] = False
            return (boxes, time) if known_of_day(boxes) else ({}, "")
    if re.fullmatch(r"[2-7][0-9]{4}(\.0+)?", words):
        day = date(1899, 12, 30) + timedelta(days=int(words.split(".")[0]))
        return _boxes(day), time
    return {}, ""


_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b[.,]?\s*", re.IGNORECASE)
_NAMED = "|".join(sorted([*MONTHS, "sept"], key=len, reverse=True))
_DAY, _MONTH, _YEAR = r"([0-9]{1,2})", r"([0-9]{1,2})", r"([0-9]{4}|[0-9]{2})"
_SHAPES = tuple(
    (re.compile(shape, re.IGNORECASE | re.ASCII), order)
    for shape, order in (
        (rf"{_DAY}\s*[/.\-\s]\s*{_MONTH}\s*[/.\-\s]\s*{_YEAR}", ("day", "month", "year")),
        (rf"([0-9]{{4}})[/.\-]{_MONTH}[/.\-]{_DAY}", ("year", "month", "day")),
        (rf"{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s\-.]*({_NAMED})\.?,?[\s\-]*{_YEAR}", ("day", "month", "year")),
        (rf"({_NAMED})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}", ("month", "day", "year")),
        (rf"({_NAMED})\.?[\s\-,]*([0-9]{{4}})", ("month", "year")),
        (rf"{_MONTH}[/.\-]([0-9]{{4}})", ("month", "year")),
        (r"((?:19|20)[0-9]{2})", ("year",)),
    )
)
_TIME = re.compile(
    r"[,T\s]*(?:at\s+)?([0-9]{1,2}[:.][0-9]{2})(?::[0-9]{2})?\s*([ap]\.?m\.?)?$", re.IGNORECASE
)


def _without_time(words: str) -> tuple[str, str]:
    found = _TIME.search(words)
    if found is None or found.start() == 0 or not re.search(r"[\sT,]", found[0][:1]):
        return words.strip(), ""
    time = (
        ""
        if re.fullmatch("0?0[:.]00", found[1])
        else f"{found[1].replace('.', ':')} {found[2] or ''}".strip()
    )
    return words[: found.start()].strip(), time


def _whole_year(typed: str, today: date) -> str:
    """Of two digits, the latest year that is not ahead."""
    if len(typed) != 2:
        return typed
    year = today.year - today.year % 100 + int(typed)
    return str(year if year <= today.year else year - 100)


def _boxes(day: date) -> dict[str, Any]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year), "unknown": False}


def _rows(pasted: str, separator: str) -> list[list[str]]:
    """Rows of cells. A quotation mark that is never closed is only a quotation mark."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    try:
        found = list(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error:
        found = [line.split(separator) for line in text.split("\n")]
    return [[cell.strip() for cell in cells] for cells in found]


def _separator(text: str) -> str:
    """Whichever parts the first rows into most cells, a tab before a semicolon before a comma."""
    first = [line for line in text.split("\n") if line.strip()][:20]
    often = {mark: sum(mark in line for line in first) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: often[mark])


@dataclass(frozen=True)
class _Sheet:
    """How their sheet is laid out."""

    mark: str
    columns: dict[str, int]
    """Where each of our columns stands in theirs."""
    has_heading: bool
    width: int
    today: date

    def line(self, cells: Sequence[str]) -> str:
        """A row as a spreadsheet writes it: a cell that holds the mark stands in quotation marks."""
        awkward = re.compile(f'[{self.mark}\n"]')
        quoted = ('"' + c.replace('"', '""') + '"' if awkward.search(c) else c for c in cells)
        return self.mark.join(quoted)


def _sheet(rows: Sequence[Sequence[str]], mark: str, today: date) -> _Sheet:
    named = _by_heading(rows[0], today) if rows else {}
    if named:
        return _Sheet(mark, named, has_heading=True, width=len(rows[0]), today=today)
    columns = _by_what_is_in_them(rows[:50], today)
    return _Sheet(mark, columns, has_heading=False, width=max(columns.values(), default=0) + 1, today=today)


def _by_what_is_in_them(sample: Sequence[Sequence[str]], today: date) -> dict[str, int]:
    """The column with most days is the day; ours follow it in their order, the time if there are times."""
    width = max((len(cells) for cells in sample), default=1)
    days = [sum(bool(day_from(_cell(c, at), today=today)[0]) for c in sample) for at in range(width)]
    first = max(range(width), key=lambda at: (days[at], -at))
    times = sum(bool(re.fullmatch(r"[0-9]{1,2}[:.][0-9]{2}.*", _cell(c, first + 1))) for c in sample)
    order = [one for one in _IN_ORDER if one != "time" or times * 2 > len(sample)]
    return dict(zip(order, range(first, first + len(order)), strict=True))


def _by_heading(cells: Sequence[str], today: date) -> dict[str, int]:
    """Columns by what their headings say. A row that holds a day, or names no event, is none of headings."""
    called = [re.sub(r"[^a-z ]", " ", cell.lower()) for cell in cells]
    if any(len(cell) > LONGEST_HEADING or day_from(cell, today=today)[0] for cell in cells):
        return {}
    found: dict[str, int] = {}
    for column, words in HEADINGS.items():
        free = ((at, cell) for at, cell in enumerate(called) if at not in found.values())
        at = next((at for at, cell in free if any(word in cell for word in words)), None)
        if at is not None:
            found[column] = at
    return found if {"on", "what"} <= found.keys() else {}


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _event(number: int, cells: Sequence[str], sheet: _Sheet, seen: dict[tuple[str, ...], int]) -> Event:
    typed = {column: _cell(cells, sheet.columns.get(column)) for column in _IN_ORDER}
    boxes, time = day_from(typed["on"], today=sheet.today)
    kept: dict[str, Any] = {**typed, "on": boxes, "time": typed["time"] or time}
    wrong = _wrong(typed, boxes, sheet.today)
    if any(cells[sheet.width :]):
        wrong = wrong or TOO_WIDE.format(_SEPARATORS[sheet.mark])
    wrong = wrong or _again(kept, number, seen)
    return Event(number, sheet.line(cells), kept, _in_words(boxes) or typed["on"], wrong)


def _wrong(typed: dict[str, str], boxes: dict[str, Any], today: date) -> str:
    if not typed["on"]:
        return NO_DAY
    if not boxes:
        return NOT_A_DAY.format(typed["on"][:40])
    if known_of_day(boxes) > today.isoformat():
        return AHEAD.format(_in_words(boxes))
    if not typed["what"]:
        return NO_EVENT
    return TOO_LONG if max(len(cell) for cell in typed.values()) > LONGEST_CELL else ""


def _again(kept: Row, number: int, seen: dict[tuple[str, ...], int]) -> str:
    same = _same(kept)
    if same in seen:
        return TWICE.format(seen[same]) if seen[same] else THERE
    seen[same] = number
    return ""


def _same(row: Row) -> tuple[str, ...]:
    """By what two entries are taken for one: the day, the time and the words, however they are spaced."""
    words = (" ".join(str(row.get(column) or "").lower().split()) for column in ("time", "what", "source"))
    return (known_of_day(row.get("on")), *words)


def _in_words(boxes: dict[str, Any]) -> str:
    if day := day_of(boxes):
        return f"{day.day} {day:%B %Y}"
    known = known_of_day(boxes)
    return f"{date(int(known[:4]), int(known[5:7]), 1):%B %Y}" if len(known) > 4 else known
