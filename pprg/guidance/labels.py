"""Names of reviews. One is a setting with a day, because the law is changing under it.

A review of a death through domestic abuse is a "domestic homicide review" by law; many partnerships
already say "domestic abuse related death review", and one day the law will.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from pprg import clock
from pprg.guidance.codes import DOOR_LABELS, REVIEW_TYPE_LABELS, ROUTE_LABELS, Door, ReviewType, Route

BY_LAW = ROUTE_LABELS[Route.DHR]


class House(Protocol):
    """The settings that name things."""

    @property
    def dhr_label(self) -> str: ...

    @property
    def dhr_label_from(self) -> date | None: ...


_whose: list[Callable[[], House | None]] = [lambda: None]


def ask_whose_house(ask: Callable[[], House | None]) -> None:
    """Say who knows the settings of the house that is asked now. Nobody's house names things by law."""
    _whose[:] = [ask]


def dhr_label(*, on: date | None = None, house: House | None = None) -> str:
    """What a review of a death through domestic abuse is called on a day; today, unless one is named."""
    house = house or _whose[0]()
    if house is None or not house.dhr_label:
        return BY_LAW
    since = house.dhr_label_from
    return house.dhr_label if since is None or (on or clock.today()) >= since else BY_LAW


def route_label(code: str, *, on: date | None = None) -> str:
    """A route of decision in words."""
    route = Route(code)
    return dhr_label(on=on) if route == Route.DHR else ROUTE_LABELS[route]


def route_names(code: str) -> frozenset[str]:
    """Every name this route may go by in words that were kept."""
    return frozenset({ROUTE_LABELS[Route(code)], route_label(code, on=date.max)})


def door_label(code: str, *, on: date | None = None) -> str:
    """A door of the triage grid in words."""
    door = Door(code)
    return dhr_label(on=on) if door == Door.DHR else DOOR_LABELS[door]


def review_type_label(code: str, *, on: date | None = None, house: House | None = None) -> str:
    """A review type in words."""
    kind = ReviewType(code)
    return dhr_label(on=on, house=house) if kind == ReviewType.DHR else REVIEW_TYPE_LABELS[kind]
