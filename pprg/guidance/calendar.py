"""Working days in England: counted one way here, and nowhere else.

A *working day* is Monday to Friday, not a bank holiday in England, not a closure of the partnership.
The day something happens is day 0; the next working day is day 1, also when day 0 is a Sunday.
Closures are handed in by whoever asks: this file knows no table.
"""

from __future__ import annotations

import calendar
from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from holidays import country_holidays

from pprg.clock import LONDON

OPENS, CLOSES = time(9), time(17)
"""The office hours that a deadline in working hours is counted in."""

LAST_YEAR_CHECKED = 2030
"""The last year whose bank holidays somebody compared with the published ones."""

_A_DAY = timedelta(days=1)
_AS_PUBLISHED = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> dict[date, str]:
    """The bank holidays of a year that fall on a weekday, by their published names, in order."""
    listed = country_holidays("GB", subdiv="ENG", years=year)
    return {day: _name(listed[day]) for day in sorted(listed) if day.year == year and day.weekday() < 5}


def known_until() -> date:
    """After this day a royal event or a moved holiday may change the count: say so beside the date."""
    return date(LAST_YEAR_CHECKED, 12, 31)


def is_working_day(day: date, *, closed: Container[date] = ()) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year) and day not in closed


def working_days_after(day: date, number: int, *, closed: Container[date] = ()) -> date:
    """The working day that is `number` after this one; a negative number counts back; 0 is the day itself."""
    step = _A_DAY if number > 0 else -_A_DAY
    left = abs(number)
    while left:
        day += step
        left -= is_working_day(day, closed=closed)
    return day


def working_days_between(first: date, last: date, *, closed: Container[date] = ()) -> int:
    """How many working days `last` comes after `first`; below nought when it comes before."""
    if last < first:
        return -working_days_between(last, first, closed=closed)
    return sum(is_working_day(day, closed=closed) for day in days_after(first, last))


def months_after(day: date, number: int) -> date:
    """The same day of the month, `number` months on; where a month is too short, its last day."""
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_hours_after(moment: datetime, hours: int, *, closed: Container[date] = ()) -> datetime:
    """The moment, in UTC, when so many office hours have passed in London on working days.

    What comes at night or at the weekend starts to count when the office opens. Four hours from
    16:00 on a Friday end at 12:00 on Monday.
    """
    here = moment.astimezone(LONDON)
    day, at = here.date(), here.time()
    left = timedelta(hours=hours)
    while True:
        if is_working_day(day, closed=closed) and at < CLOSES:
            start = datetime.combine(day, max(at, OPENS), LONDON)
            end = datetime.combine(day, CLOSES, LONDON)
            if start + left <= end:
                return (start + left).astimezone(UTC)
            left -= end - start
        day, at = day + _A_DAY, time.min


def days_after(first: date, last: date) -> Iterator[date]:
    """Every day after `first` up to and with `last`."""
    return (first + timedelta(days=n) for n in range(1, (last - first).days + 1))


def _name(listed: str) -> str:
    name = listed.removesuffix(" (observed)")
    substitute = " (substitute day)" if name != listed else ""
    return _AS_PUBLISHED.get(name, name) + substitute
