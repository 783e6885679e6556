"""All that the group weighs, in chapters, as it stands on a day: for whoever wants to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pprg.guidance.clocks import RULES, ClockKind, ClockRule, rule_on
from pprg.guidance.codes import Door, Route
from pprg.guidance.criteria import SETS, criteria_on
from pprg.guidance.criterion import CriteriaSet
from pprg.guidance.labels import door_label, route_label


@dataclass(frozen=True)
class Entry:
    anchor: str
    name: str
    law: CriteriaSet


@dataclass(frozen=True)
class Chapter:
    title: str
    lead: str
    entries: tuple[Entry, ...]


_CHAPTERS: Sequence[tuple[str, str, Sequence[Door | Route]]] = (
    (
        "Adults",
        "Every Safeguarding Adults Review is statutory: one a duty, one a choice. Learning reviews are not.",
        (Door.SAR_MANDATORY, Door.SAR_DISCRETIONARY),
    ),
    (
        "Children",
        "A notification brings a rapid review. Whether a local review follows is for the partners to say.",
        (Door.RAPID_REVIEW, Route.CHILD),
    ),
    (
        "Deaths through domestic abuse",
        "The name of this review is changing. The law has not changed yet.",
        (Door.DHR,),
    ),
    (
        "By the partnership’s choice",
        "Outside the law. They never take the place of a review that the law asks for.",
        (Door.LEARNING, Door.GOOD_PRACTICE),
    ),
    (
        "Decided elsewhere",
        "The group does not decide these. It says when they apply and leads there.",
        (Door.CHILD_DEATH, Door.LEDER, Door.OFFENSIVE_WEAPON),
    ),
)


def chapters(on: date) -> list[Chapter]:
    """The criteria that hold on a day."""
    return [
        Chapter(title, lead, tuple(_entry(of, criteria_on(of, on), on) for of in every))
        for title, lead, every in _CHAPTERS
    ]


def not_in_force(on: date) -> list[Entry]:
    """What was made and does not hold: the law to come, and the law that was."""
    return [_entry(each.of, each, on) for each in SETS if not each.holds_on(on)]


def clock_rules(on: date) -> list[ClockRule]:
    """The rule of each clock on a day, in the order they are written down."""
    kinds = dict.fromkeys(rule.kind for rule in RULES)
    return [rule_on(ClockKind(kind), on) for kind in kinds]


def _entry(of: Door | Route, law: CriteriaSet, on: date) -> Entry:
    if of == Route.CHILD:
        return Entry(of, "Local child safeguarding practice review", law)
    return Entry(of, door_label(of, on=on) if of in set(Door) else route_label(of, on=on), law)
