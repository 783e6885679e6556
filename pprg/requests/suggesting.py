"""What a request is likely to need, from what runs in the case: the legal basis, the time, the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pprg import clock
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.guidance.clocks import ClockKind, rule_on
from pprg.guidance.due import due_on
from pprg.guidance.queries import closed_days
from pprg.requests.states import LegalBasis

BY_CLOCK = {
    ClockKind.RAPID_REVIEW: LegalBasis.CHILDREN_ACT,
    ClockKind.SIN_NOTIFY: LegalBasis.CHILDREN_ACT,
    ClockKind.DHR_DECIDE: LegalBasis.DHR,
    ClockKind.SAR_DECIDE: LegalBasis.CARE_ACT,
    ClockKind.SAR_COMPLETE: LegalBasis.CARE_ACT,
    ClockKind.DHR_COMPLETE: LegalBasis.DHR,
    ClockKind.LCSPR_PUBLISH: LegalBasis.CHILDREN_ACT,
}
"""On whose word, by the clock that shows which review the case is about; the shortest time first."""


@dataclass(frozen=True)
class Suggested:
    basis: LegalBasis
    rapid: bool
    usual_day: date
    """By the group's own time for information."""
    rapid_day: date
    """By the shorter time of a rapid review."""

    @property
    def day(self) -> date:
        return self.rapid_day if self.rapid else self.usual_day


def suggested(case: Case) -> Suggested:
    """What the running clocks of the case point to. A coordinator may choose otherwise."""
    running = {due.clock.kind: due for due in clocks_of_case(case) if due.clock.runs}
    basis = next((basis for kind, basis in BY_CLOCK.items() if kind in running), LegalBasis.TASK)
    set_going = running.get(ClockKind.INFO_RETURN_RR)
    today = clock.today()
    rapid_day = set_going.due_on if set_going else _day(ClockKind.INFO_RETURN_RR)
    return Suggested(
        basis=basis,
        rapid=ClockKind.RAPID_REVIEW in running or set_going is not None,
        usual_day=_day(ClockKind.INFO_RETURN),
        rapid_day=max(rapid_day, today),
    )


def _day(kind: ClockKind) -> date:
    today = clock.today()
    return due_on(rule_on(kind, today), today, closed=closed_days())
