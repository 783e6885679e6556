"""How pages say dates and times."""

from __future__ import annotations

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


def init_app(app: Flask) -> None:
    for name, say in (("day", day), ("month", month), ("moment", moment), ("at", at)):
        app.add_template_filter(say, name)
