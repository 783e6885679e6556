"""What a criterion is, and a set of them: one thing to be satisfied of, under one law, from a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pprg.guidance.codes import Door, Route


@dataclass(frozen=True, kw_only=True)
class Criterion:
    key: str
    question: str
    """In plain words, as the group is asked it."""
    law: str
    """The law's words or their sense, shown beside the question."""
    source: str
    to_be_confirmed: bool = False
    """Its text could not be read when this was written; somebody must confirm it."""
    otherwise: str = ""
    """What is so when it is not met, for the middle of a sentence."""


@dataclass(frozen=True, kw_only=True)
class CriteriaSet:
    of: Route | Door
    """The route of a decision, or the door that the facts point to. Some are both."""
    basis: str
    version: str = ""
    """Which edition of the law or guidance this is."""
    valid_from: date | None
    """None while a law is made and not in force: such a set holds on no day."""
    valid_to: date | None
    decided_by: str = ""
    so: str = ""
    """What follows when every criterion is met, as a sentence. A duty says must, a power may."""
    note: str = ""
    to_be_confirmed: bool = False
    """The days or the version could not be read in the source itself."""
    criteria: tuple[Criterion, ...]

    def holds_on(self, day: date) -> bool:
        if self.valid_from is None or day < self.valid_from:
            return False
        return self.valid_to is None or day <= self.valid_to
