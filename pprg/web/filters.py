"""How pages say dates and times."""

from __future__ import annotations

import re
from datetime import date, datetime

from flask import Flask

from pprg.clock import LONDON


def day(when: date | datetime | None) -> str:
    """8 October 2024; a moment counts as its day in England."""
    if when is None:
        return ""
    there = when.astimezone(LONDON) if isinstance(when, datetime) else when
    return f"{there.day} {there:%B %Y}"


def month(when: date | None) -> str:
    """October 2024."""
    return f"{when:%B %Y}" if when else ""


def moment(when: datetime | None) -> str:
    """8 October 2024 at 14:03, in England."""
    return f"{day(when)} at {when.astimezone(LONDON):%H:%M}" if when else ""


def at(when: datetime | None) -> str:
    """14:03, in England."""
    return f"{when.astimezone(LONDON):%H:%M}" if when else ""


def iso_day(words: str) -> str:
    """A day that is kept as 2024-10-08 as people say it; any other words as they are."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return words
    try:
        return day(date.fromisoformat(words))
    except ValueError:
        return words


def init_app(app: Flask) -> None:
    for name, say in (("day", day), ("iso_day", iso_day), ("month", month), ("moment", moment), ("at", at)):
        app.add_template_filter(say, name)
