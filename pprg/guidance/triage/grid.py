"""The grid: every door weighed on one set of facts, and why. It advises; people decide."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pprg.guidance.calendar import working_days_after
from pprg.guidance.clocks import ClockKind, rule_on
from pprg.guidance.codes import Door, Route
from pprg.guidance.criteria import criteria_of
from pprg.guidance.criterion import Criterion
from pprg.guidance.triage.atoms import Atoms
from pprg.guidance.triage.doors import Parts, doors, whole
from pprg.guidance.triage.facts import Facts
from pprg.guidance.triage.logic import Truth
from pprg.guidance.triage.questions import listed
from pprg.guidance.triage.signposts import Signpost, signposts


class Stands(StrEnum):
    """How far a door, or a part of it, is met on the facts so far."""

    MET = "met"
    MAY_BE_MET = "may_be_met"
    NOT_MET = "not_met"
    NEED_TO_KNOW = "need_to_know"

    @property
    def label(self) -> str:
        return self.replace("_", " ").capitalize()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One criterion as the facts answer it."""

    key: str
    words: str
    """The question in plain words."""
    stands: Stands
    source: str
    law: str
    to_be_confirmed: bool
    need: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How one door stands, and why."""

    door: Door
    stands: Stands
    need: tuple[str, ...]
    """Facts to find out, by key: `FACT_QUESTIONS` asks them in words."""
    parts: tuple[Part, ...]
    reason: str
    basis: str
    power: bool
    """It may be done; nothing obliges anyone. Otherwise it is a duty."""

    def as_json(self) -> Any:
        return {"need_to_know": list(self.need)} if self.need else str(self.stands)


@dataclass(frozen=True)
class Clocks:
    sin_due_on: date
    rapid_review_latest_on: date
    """If it is notified on the last day."""


@dataclass(frozen=True, kw_only=True)
class Grid:
    verdicts: tuple[Verdict, ...]
    considerations: tuple[tuple[str, Part], ...]
    """C1 to C3 of a local child safeguarding practice review. Meeting one never compels a review."""
    clocks: Clocks | None
    signposts: tuple[Signpost, ...]

    def __getitem__(self, door: Door) -> Verdict:
        return next(verdict for verdict in self.verdicts if verdict.door == door)

    def as_json(self) -> dict[str, Any]:
        """Codes only, for a file. What does not apply is left out."""
        told: dict[str, Any] = {str(verdict.door): verdict.as_json() for verdict in self.verdicts}
        told["signposts"] = [signpost.code for signpost in self.signposts]
        if self.considerations:
            told["lcspr_considerations"] = {code: str(part.stands) for code, part in self.considerations}
        if self.clocks:
            told["clocks"] = {name: day.isoformat() for name, day in vars(self.clocks).items()}
        return told


def weigh(facts: Facts, *, closed: Container[date] = (), on: date | None = None) -> Grid:
    """Every door on these facts, under the law of a day (today's, unless another is named).

    `closed` are days on which the partnership does no work, besides the bank holidays of England.
    """
    atoms = Atoms(facts)
    parts = doors(atoms)
    verdicts = tuple(_verdict(door, parts[door], on) for door in Door)
    due = {door: whole(parts[door]) for door in Door}
    rapid_review = next(verdict for verdict in verdicts if verdict.door == Door.RAPID_REVIEW)
    opens = rapid_review.stands in {Stands.MET, Stands.MAY_BE_MET}
    return Grid(
        verdicts=verdicts,
        considerations=_considerations(atoms, on) if opens else (),
        clocks=_clocks(atoms.facts.became_aware_on, closed) if opens else None,
        signposts=signposts(atoms, due),
    )


def _verdict(door: Door, parts: Parts, on: date | None) -> Verdict:
    criteria = criteria_of(door, on)
    told = tuple(_part(criterion, parts[criterion.key]) for criterion in criteria.criteria)
    truth = whole(parts)
    stands = _stands(truth)
    if door.is_power and stands == Stands.MET:
        stands = Stands.MAY_BE_MET
    against = [each.otherwise for each in criteria.criteria if parts[each.key].fails]
    return Verdict(
        door=door,
        stands=stands,
        need=tuple(sorted(truth.missing)),
        parts=told,
        reason=_reason(truth, criteria.so, against),
        basis=criteria.basis,
        power=door.is_power,
    )


def _part(criterion: Criterion, truth: Truth) -> Part:
    return Part(
        key=criterion.key,
        words=criterion.question,
        stands=_stands(truth),
        source=criterion.source,
        law=criterion.law,
        to_be_confirmed=criterion.to_be_confirmed,
        need=tuple(sorted(truth.missing)),
    )


def _stands(truth: Truth) -> Stands:
    if truth.known:
        return Stands.MET if truth.holds else Stands.NOT_MET
    return Stands.NEED_TO_KNOW if truth.missing else Stands.MAY_BE_MET


def _reason(truth: Truth, so: str, against: list[str]) -> str:
    if truth.holds:
        return so
    if truth.fails:
        return f"Not met: {'; '.join(against)}."
    if truth.missing:
        return f"It turns on {listed(sorted(truth.missing))}."
    return f"It may be met. There is doubt about {listed(sorted(truth.unsure))}."


def _considerations(atoms: Atoms, on: date | None) -> tuple[tuple[str, Part], ...]:
    """Only those that somebody has answered. The fourth belongs to the national Panel."""
    asked = (
        ("C1", "improvements", atoms.said("improvements_needed")),
        ("C2", "recurrent", atoms.said("recurrent_theme")),
        ("C3", "worked_together", atoms.concern),
    )
    criteria = {each.key: each for each in criteria_of(Route.CHILD, on).criteria}
    return tuple((code, _part(criteria[key], truth)) for code, key, truth in asked if not truth.missing)


def _clocks(became_aware_on: date | None, closed: Container[date]) -> Clocks | None:
    if became_aware_on is None:
        return None
    within = rule_on(ClockKind.SIN_NOTIFY, became_aware_on).amount
    due = working_days_after(became_aware_on, within, closed=closed)
    then = rule_on(ClockKind.RAPID_REVIEW, became_aware_on).amount
    return Clocks(due, working_days_after(due, then, closed=closed))
