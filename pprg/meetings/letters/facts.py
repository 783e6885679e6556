"""What a letter knows of a case: plain words and days, no rows, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pprg.guidance.codes import Route
from pprg.meetings.states import Answer, Outcome


class House(Protocol):
    """The settings that stand in letters."""

    @property
    def organisation(self) -> str: ...
    @property
    def area(self) -> str: ...
    @property
    def telephone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def case_marking(self) -> str: ...
    @property
    def adults_front_door(self) -> str: ...
    @property
    def adults_front_door_telephone(self) -> str: ...
    @property
    def childrens_front_door(self) -> str: ...
    @property
    def childrens_front_door_telephone(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """One criterion as the group answered it."""

    question: str
    answer: Answer | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision, as far as it may stand in a letter."""

    route: Route
    outcome: Outcome
    label: str
    """What such a review was called on the day of the meeting."""
    basis: str
    held_on: date
    sentence: str
    weighed: tuple[Weighed, ...]
    of_whom: str = ""
    until: date | None = None
    owners: str = ""
    """Whose decision it finally is, in words: "the Safeguarding Adults Board"."""
    agreed_on: date | None = None
    changes: str = ""
    """What those changed who agreed with changes."""
    learning: str = ""
    """What can be shared at once."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """When and where the group talks about it."""

    held_on: date
    place: str
    starts_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """The review that was commissioned: what it looks at, and what came of it."""

    questions: tuple[str, ...] = ()
    period: str = ""
    findings: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    publish_on: date | None = None
    published: bool = True
    """Whether anything of it is meant to be made public."""
    report_by: date | None = None
    method: str = ""
    concluded: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    reference: str
    house: House
    routes: tuple[Route, ...] = ()
    """The kinds of review that the case is about."""
    agency: str = ""
    """That referred it; nothing in a letter to somebody else."""
    received_on: date | None = None
    decided: Decided | None = None
    slot: Slot | None = None
    next_meeting: date | None = None
    """Of the group, where nobody knows yet when it talks about the case."""
    reviewed: Reviewed | None = None
    wanted_by: date | None = None
    """By when information is asked for."""
    period: str = ""
    questions: tuple[str, ...] = ()
