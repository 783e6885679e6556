"""Days as three boxes hold them: whole, in part, or no day at all."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

EARLIEST, LATEST = 1850, 2999
MONTHS = {
    **{name.lower(): number for number, name in enumerate(calendar.month_abbr) if name},
    **{name.lower(): number for number, name in enumerate(calendar.month_name) if name},
}


def day_of(kept: Any) -> date | None:
    """The day that three boxes name, if it is a day of the calendar."""
    day, month, year = _boxes(kept)
    if day is None or month is None or year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def known_of_day(kept: Any) -> str:
    """As much of a day as is known, as "2024-03-09", "2024-03" or "2024"; nothing if it is no day."""
    if day := day_of(kept):
        return day.isoformat()
    if not isinstance(kept, Mapping) or _typed(kept, "day"):
        return ""
    _, month, year = _boxes(kept)
    if year is None or (_typed(kept, "month") and month is None):
        return ""
    return f"{year}-{month:02}" if month else f"{year}"


def before(earlier: str, later: str) -> bool:
    """Whether one day is surely before another, as far as both are known."""
    known = min(len(earlier), len(later))
    return bool(known) and earlier[:known] < later[:known]


def _boxes(kept: Any) -> tuple[int | None, int | None, int | None]:
    if not isinstance(kept, Mapping):
        return None, None, None
    month = _typed(kept, "month").rstrip(".").lower()
    year = _number(_typed(kept, "year"), 4)
    if year is not None and not EARLIEST <= year <= LATEST:
        year = None
    numbered = _number(month, 2)
    if numbered is not None and not 1 <= numbered <= 12:
        numbered = None
    return _number(_typed(kept, "day"), 2), MONTHS.get(month) or numbered, year


def _typed(kept: Mapping[str, Any], box: str) -> str:
    return str(kept.get(box) or "").strip()


def _number(typed: str, longest: int) -> int | None:
    return int(typed) if len(typed) <= longest and re.fullmatch("[0-9]+", typed) else None
