"""What must be weighed on each route, as dated data. A criterion is answered, never scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pprg.guidance.codes import Route


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


@dataclass(frozen=True, kw_only=True)
class CriteriaSet:
    route: Route
    basis: str
    valid_from: date
    valid_to: date | None
    criteria: tuple[Criterion, ...]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


CARE_ACT = "Care Act 2014 s.44"
CHILD_REGULATIONS = "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
DVCVA = "Domestic Violence, Crime and Victims Act 2004 s.9"

SETS = (
    CriteriaSet(
        route=Route.SAR,
        basis=CARE_ACT,
        valid_from=date(2015, 4, 1),
        valid_to=None,
        criteria=(
            Criterion(
                key="adult",
                question="Was the person an adult, 18 or over?",
                law="Section 44 speaks of an adult.",
                source=CARE_ACT,
                to_be_confirmed=True,
            ),
            Criterion(
                key="area",
                question="Was the adult in the Board’s area?",
                law="“an adult in its area”",
                source="Care Act 2014 s.44(1)",
            ),
            Criterion(
                key="needs",
                question="Did the adult have needs for care and support, met or not?",
                law="“with needs for care and support (whether or not the local authority has been "
                "meeting any of those needs)”",
                source="Care Act 2014 s.44(1)",
            ),
            Criterion(
                key="worked_together",
                question="Is there reasonable cause for concern about how agencies worked together?",
                law="“reasonable cause for concern about how the SAB, members of it or other persons "
                "with relevant functions worked together to safeguard the adult”",
                source="Care Act 2014 s.44(1)(a)",
            ),
            Criterion(
                key="harm",
                question="Did the adult die from abuse or neglect, or live through serious abuse?",
                law="Condition 1: the adult died, and abuse or neglect is known or suspected as the cause. "
                "Condition 2: the adult is alive and serious abuse or neglect is known or suspected. "
                "Self-neglect counts.",
                source="Care Act 2014 s.44(2) and (3)",
            ),
        ),
    ),
    CriteriaSet(
        route=Route.CHILD,
        basis="Children Act 2004 ss.16A to 16F",
        valid_from=date(2018, 6, 29),
        valid_to=None,
        criteria=(
            Criterion(
                key="serious_case",
                question="Is abuse or neglect suspected, and did the child die or come to serious harm?",
                law="A serious child safeguarding case is both: abuse or neglect known or suspected, "
                "and death or serious harm.",
                source="Children Act 2004 s.16C",
            ),
            Criterion(
                key="improvements",
                question="Does it show improvements to make, even ones found before?",
                law="Whether the case highlights or may highlight improvements needed.",
                source=CHILD_REGULATIONS,
            ),
            Criterion(
                key="recurrent",
                question="Does it show themes that keep coming back?",
                law="Whether the case highlights or may highlight recurrent themes.",
                source=CHILD_REGULATIONS,
            ),
            Criterion(
                key="worked_together",
                question="Does it raise concerns about how two or more organisations worked together?",
                law="Whether organisations worked together effectively.",
                source=CHILD_REGULATIONS,
            ),
            Criterion(
                key="panel_view",
                question="Has the national Panel said that a local review may be more fitting?",
                law="Whether the Panel has concluded that a local review may be more appropriate.",
                source=CHILD_REGULATIONS,
            ),
        ),
    ),
    CriteriaSet(
        route=Route.DHR,
        basis=DVCVA,
        valid_from=date(2011, 4, 13),
        valid_to=None,
        criteria=(
            Criterion(
                key="age",
                question="Was the person who died 16 or over?",
                law="The death of a person aged 16 or over.",
                source=DVCVA,
            ),
            Criterion(
                key="area",
                question="Does the death belong to this partnership’s area?",
                law="Where the person usually lived commonly decides.",
                source="Statutory guidance 2016",
                to_be_confirmed=True,
            ),
            Criterion(
                key="relationship",
                question="Was it a relative, a present or past partner, or somebody of the same household?",
                law="A relative, someone in an intimate personal relationship with the person, "
                "or a member of the same household.",
                source=DVCVA,
            ),
            Criterion(
                key="abuse",
                question="Did the death appear to result from violence, abuse or neglect by them?",
                law="Suicide is included where control or abuse gives concern; nobody has to be charged.",
                source=DVCVA,
            ),
        ),
    ),
    CriteriaSet(
        route=Route.LEARNING,
        basis="By the partnership’s choice; outside Care Act 2014 s.44",
        valid_from=date(2015, 4, 1),
        valid_to=None,
        criteria=(
            Criterion(
                key="new_learning",
                question="Is there new learning here for more than one agency?",
                law="No law asks for this review; the group chooses it where the learning is new.",
                source="Partnership’s choice",
            ),
            Criterion(
                key="proportionate",
                question="Is a review the lightest way to get that learning?",
                law="A table-top, an audit or a briefing note may do.",
                source="Partnership’s choice",
            ),
        ),
    ),
)


def criteria_on(route: Route, day: date, *, sets: Iterable[CriteriaSet] = SETS) -> CriteriaSet:
    """The criteria that hold on this route on this day."""
    for candidate in sets:
        if candidate.route == route and candidate.holds_on(day):
            return candidate
    raise LookupError(f"No criteria for {route} are known on {day}.")
