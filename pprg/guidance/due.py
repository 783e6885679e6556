"""Where a clock ends, and how that was reached, day by day, in words a person can check.

Due dates are worked out here each time they are asked for. Nobody types one and nothing stores one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from pprg import clock
from pprg.guidance.calendar import (
    bank_holidays,
    days_after,
    is_working_day,
    known_until,
    months_after,
    working_days_after,
    working_days_between,
)
from pprg.guidance.clock_kinds import ClockRule, Unit

NEAR = 15
"""Working days within which the days left are counted out; further off, the date says more."""


class StandsStill(Protocol):
    """A time in which a clock does not run: from one day until the day it runs again, if it does yet."""

    @property
    def paused_on(self) -> date: ...

    @property
    def resumed_on(self) -> date | None: ...


class Tone(StrEnum):
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"
    DONE = "done"
    NONE = "none"


@dataclass(frozen=True)
class Counted:
    """One day on the way: the number it has, or why it has none."""

    day: date
    number: int | None
    why_not: str = ""


@dataclass(frozen=True)
class Reached:
    """A due date with everything that led there."""

    due_on: date
    sentence: str
    days: tuple[Counted, ...]
    """Each day from day 0 to the due date, for clocks in working days; empty for the others."""
    gross_days: int
    """Days gone by from day 0 until today or until it was stopped, pauses and all."""
    net_days: int
    """The same without the days it stood still."""
    warning: str = ""


def due_on(
    rule: ClockRule,
    trigger_day: date,
    *,
    pauses: Sequence[StandsStill] = (),
    closed: Container[date] = (),
    today: date | None = None,
) -> date:
    """The last day in time. While a clock stands still its date moves on with every day.

    A pause that begins after the date has passed changes nothing: it was late already.
    """
    due = _without_pauses(rule, trigger_day, closed)
    if not rule.pausable:
        return due
    for start, end in _spans(pauses, trigger_day, today or clock.today()):
        if start <= due and rule.unit == Unit.WORKING_DAYS:
            due = working_days_after(due, _paused_working_days(start, end, closed), closed=closed)
        elif start <= due:
            due += end - start
    return due


def how(
    rule: ClockRule,
    trigger_day: date,
    *,
    pauses: Sequence[StandsStill] = (),
    closed: Mapping[date, str] | None = None,
    until: date | None = None,
) -> Reached:
    """The due date, the sentence that says how it was reached, and the days counted and skipped.

    `closed` names each closure; `until` is the day the clock was stopped, if it was.
    """
    closed = closed or {}
    until = until or clock.today()
    pauses = pauses if rule.pausable else ()
    due = due_on(rule, trigger_day, pauses=pauses, closed=closed, today=until)
    still = sum((end - start).days for start, end in _spans(pauses, trigger_day, until))
    gross = max(0, (until - trigger_day).days)
    return Reached(
        due_on=due,
        sentence=_sentence(rule, trigger_day, due, still, closed),
        days=_day_by_day(trigger_day, due, closed) if rule.unit == Unit.WORKING_DAYS else (),
        gross_days=gross,
        net_days=gross - still,
        warning=_warning(rule, trigger_day, due),
    )


def tone_of(rule: ClockRule, trigger_day: date, due: date, *, today: date, closed: Container[date]) -> Tone:
    """Late once the day has passed; soon in the last quarter of the time, at least two working days."""
    if rule.is_a_minimum:
        return Tone.WAITING
    if today > due:
        return Tone.LATE
    if rule.unit == Unit.WORKING_DAYS:
        left = working_days_between(today, due, closed=closed)
        return Tone.SOON if left <= max(2, abs(rule.amount) // 4) else Tone.WAITING
    quarter = (due - trigger_day) / 4
    return Tone.SOON if due - today <= quarter else Tone.WAITING


def in_words(rule: ClockRule, due: date, *, today: date, closed: Container[date]) -> str:
    """ "due today", "overdue by 2 working days", "due in 3 working days", "due on Monday 3 May 2027"."""
    if rule.is_a_minimum:
        return f"until {said(due)}" if today <= due else f"ended {said(due)}"
    if today == due:
        return "due today"
    left = working_days_between(today, due, closed=closed)
    if today > due:
        return f"overdue by {working_days(-left)}" if left else f"overdue since {said(due)}"
    return f"due in {working_days(left)}" if 0 < left <= NEAR else f"due on {said(due)}"


def said(day: date) -> str:
    """Wednesday 8 April 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def working_days(number: int) -> str:
    return f"{number} working day{'' if number == 1 else 's'}"


def _without_pauses(rule: ClockRule, day: date, closed: Container[date]) -> date:
    if rule.unit == Unit.WORKING_DAYS:
        return working_days_after(day, rule.amount, closed=closed)
    if rule.unit == Unit.MONTHS:
        return months_after(day, rule.amount)
    return day + timedelta(days=rule.amount)


def _spans(pauses: Sequence[StandsStill], first: date, today: date) -> Iterator[tuple[date, date]]:
    """The pauses in order, none twice, none before the clock ran; one that still lasts ends today."""
    reached = first
    for pause in sorted(pauses, key=lambda pause: pause.paused_on):
        start = max(pause.paused_on, reached)
        end = max(start, pause.resumed_on or today)
        if end > start:
            yield start, end
        reached = max(reached, end)


def _paused_working_days(start: date, end: date, closed: Container[date]) -> int:
    days = (start + timedelta(days=n) for n in range((end - start).days))
    return sum(is_working_day(day, closed=closed) for day in days)


def _day_by_day(first: date, due: date, closed: Mapping[date, str]) -> tuple[Counted, ...]:
    step = 1 if due >= first else -1
    days = list(days_after(min(first, due) - timedelta(days=1), max(first, due)))[::step]
    counted, number = [Counted(first, 0)], 0
    for day in days[1:]:
        works = is_working_day(day, closed=closed)
        number += step * works
        counted.append(Counted(day, number if works else None, "" if works else _why_not(day, closed)))
    return tuple(counted)


def _why_not(day: date, closed: Mapping[date, str]) -> str:
    holiday = bank_holidays(day.year).get(day)
    if holiday:
        return holiday
    return "Weekend" if day.weekday() >= 5 else f"Closed: {closed[day]}"


def _sentence(rule: ClockRule, first: date, due: date, still: int, closed: Mapping[date, str]) -> str:
    begins = f"Day 0 is {said(first)}."
    if rule.unit != Unit.WORKING_DAYS:
        plain = _without_pauses(rule, first, closed)
        moved = _by_pauses(plain, due, still)
        return f"{begins} {rule.length} later is {said(plain)}.{moved}{_if_nobody_works(due, closed)}"
    skipped = [
        f"{said(counted.day)} ({counted.why_not})"
        for counted in _day_by_day(first, due, closed)
        if counted.number is None and counted.why_not != "Weekend"
    ]
    besides = f" Nor {'is' if len(skipped) == 1 else 'are'} {_and(skipped)}." if skipped else ""
    last = f"{abs(rule.amount)} working days before it" if rule.amount < 0 else f"Day {rule.amount}"
    return f"{begins} Weekends are not counted.{besides} {last} is {said(due)}."


def _by_pauses(plain: date, due: date, still: int) -> str:
    if not still:
        return ""
    if due == plain:
        return f" It stood still for {_days(still)} after that, which changes nothing."
    return f" It stood still for {_days((due - plain).days)}, so the date is {said(due)}."


def _if_nobody_works(due: date, closed: Mapping[date, str]) -> str:
    if is_working_day(due, closed=closed):
        return ""
    return f" Nobody works that day; the last working day before it is {said(_worked_before(due, closed))}."


def _worked_before(day: date, closed: Container[date]) -> date:
    return working_days_after(day, -1, closed=closed)


def _warning(rule: ClockRule, first: date, due: date) -> str:
    if rule.unit != Unit.WORKING_DAYS or max(first, due) <= known_until():
        return ""
    return (
        f"Bank holidays after {said(known_until())} have not been checked against the published list. "
        "The date may be wrong by a day or more."
    )


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
