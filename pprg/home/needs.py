"""What a need is, and how long things have waited, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from pprg import clock

SOON = timedelta(days=7)
LATELY = timedelta(days=60)
AT_MOST = 10
URGENCY = {"late": 0, "soon": 1}


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing to do or to know of, and the page it is done on. References and labels, never a name."""

    do: str
    endpoint: str
    ids: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    stands: str
    tone: str = "waiting"
    due_on: date | None = None
    """The day by which it is due, if a clock runs."""


@dataclass(frozen=True)
class Group:
    """Needs that are as pressing as each other. `name` is empty where nothing has a date."""

    name: str
    needs: Sequence[Need]


def by_when(needs: Sequence[Need]) -> list[Group]:
    """Overdue, due today, due soon, then what has no date; only those that there are."""
    dated = sorted((need for need in needs if need.due_on), key=lambda need: need.due_on or date.max)
    today = clock.today()
    groups = (
        Group("Overdue", [need for need in dated if need.due_on and need.due_on < today]),
        Group("Due today", [need for need in dated if need.due_on == today]),
        Group("Due soon", [need for need in dated if need.due_on and need.due_on > today]),
        Group("Also waiting for you" if dated else "", [need for need in needs if not need.due_on]),
    )
    return [group for group in groups if group.needs]


def most_urgent_first(needs: Iterable[Need]) -> list[Need]:
    """Late before soon before the rest; otherwise in the order in which they were given."""
    return sorted(needs, key=lambda need: URGENCY.get(need.tone, len(URGENCY)))


def day_of(when: date | datetime) -> date:
    """The day it was in England."""
    return when.astimezone(clock.LONDON).date() if isinstance(when, datetime) else when


def ago(when: date | datetime) -> str:
    """ "today", "yesterday", "5 days ago"."""
    days = (clock.today() - day_of(when)).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def ahead(day: date) -> str:
    """ "today", "tomorrow", "in 5 days"."""
    days = (day - clock.today()).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def waiting(since: date | datetime) -> str:
    """ "waiting since today", "waiting 1 day", "waiting 12 days"."""
    days = (clock.today() - day_of(since)).days
    return f"waiting {counted(days, 'day', 'days')}" if days > 0 else "waiting since today"


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
