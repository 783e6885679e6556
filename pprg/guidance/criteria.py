"""What must be weighed, as dated data. A criterion is answered, never scored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pprg.guidance.codes import Door, Route
from pprg.guidance.criterion import CriteriaSet, Criterion
from pprg.guidance.law import adults, children, domestic, others

__all__ = ["SETS", "CriteriaSet", "Criterion", "criteria_of", "criteria_on"]

SETS = (*adults.SETS, *children.SETS, *domestic.SETS, *others.SETS)


def criteria_on(route: Route | Door, day: date, *, sets: Iterable[CriteriaSet] = SETS) -> CriteriaSet:
    """The criteria that hold on this route on this day."""
    for candidate in sets:
        if candidate.of == route and candidate.holds_on(day):
            return candidate
    raise LookupError(f"No criteria for {route} are known on {day}.")


def criteria_of(route: Route | Door, on: date | None = None) -> CriteriaSet:
    """The criteria that hold on a day; without one, those in force with no end in sight."""
    return criteria_on(route, on or date.max)
