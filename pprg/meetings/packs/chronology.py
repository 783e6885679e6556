"""What several agencies tell, line by line, in one order. Pure: no database, no web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pprg.meetings.packs.content import Event
from pprg.referrals.chronology import day_from
from pprg.referrals.days import known_of_day

Dated = tuple[str, Event]
"""The day as it was written, and the line."""


def merged(sources: Iterable[Sequence[Dated]], *, today: date) -> tuple[Event, ...]:
    """Every line of every source by its day. A day that cannot be read stays after the line before it.

    Where only a year or a month is known, it stands before the days of it.
    """
    placed = [line for source in sources for line in _placed(source, today)]
    return tuple(event for _, event in sorted(placed, key=lambda line: line[0]))


def _placed(source: Sequence[Dated], today: date) -> Iterator[Dated]:
    before = ""
    for day, event in source:
        known = _known(day, today)
        before = known or before
        yield before, event if known else replace(event, unread=True)


def _known(written: str, today: date) -> str:
    """As much of the day as can be read, and the time beside it: "2025-04-03 09:05"."""
    boxes, time = day_from(written, today=today)
    day = known_of_day(boxes)
    return " ".join(filter(None, (day, time and time.rjust(5, "0")))) if day else ""
