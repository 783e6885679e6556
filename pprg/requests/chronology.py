"""Dated events as an agency types or pastes them, one a line, read into day and event.

Days are read as they are written in the United Kingdom: 3/4/2025 is 3 April. A line of which no day can be
read stays as it is, last, so that nothing that was written is lost.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    **{name.lower(): number for number, name in enumerate(calendar.month_abbr) if name},
    **{name.lower(): number for number, name in enumerate(calendar.month_name) if name},
    "sept": 9,
}
_LINE = re.compile(
    r"""^\s*"?(?:
        (?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})
      | (?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})[/.](?P<y2>\d{4}|\d{2})
      | (?P<d3>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m3>[A-Za-z]{3,9})\.?\s+(?P<y3>\d{4})
      | (?P<m4>[A-Za-z]{3,9})\.?\s+(?P<y4>\d{4})
      | (?P<y5>\d{4})
    )"?(?:[,\s]\s*(?:at\s+)?(?P<time>\d{1,2}[:.]\d{2}))?\s*(?:[–—:;,|-]|\t|\s(?=\S))\s*(?P<what>\S.*)$""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Event:
    when: str
    """As people say it; nothing where no day could be read."""
    what: str
    order: str = ""


def read(typed: str) -> Sequence[Event]:
    """Every line that says something: by day, those without one last and in their order."""
    events = [_event(line) for line in typed.splitlines() if line.strip()]
    dated = sorted((event for event in events if event.when), key=lambda event: event.order)
    return [*dated, *(event for event in events if not event.when)]


def _event(line: str) -> Event:
    found = _LINE.match(line)
    when = _when(found) if found else None
    if found is None or when is None:
        return Event("", " ".join(line.split()))
    said, order = when
    time = found["time"].replace(".", ":") if found["time"] else ""
    what = " ".join(found["what"].strip().strip('"').split())
    return Event(f"{said}, {time}" if time else said, what, f"{order} {time.rjust(5, '0')}")


def _when(found: re.Match[str]) -> tuple[str, str] | None:
    """The day as it is said and as it is put in order; nothing if there is no such day."""
    year, month, day = (_part(found, box) for box in "ymd")
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    if month and not 1 <= number <= 12:
        return None
    years = 2000 + int(year) if len(year) == 2 else int(year)
    if not 1850 <= years <= 2999:
        return None
    if not day:
        return (f"{calendar.month_name[number]} {years}", f"{years}-{number:02}") if month else (year, year)
    try:
        the_day = date(years, number, int(day))
    except ValueError:
        return None
    return f"{the_day.day} {the_day:%B %Y}", the_day.isoformat()


def _part(found: re.Match[str], box: str) -> str:
    named = found.groupdict()
    return next((named[key] for key in named if key.startswith(box) and key[1:].isdigit() and named[key]), "")
