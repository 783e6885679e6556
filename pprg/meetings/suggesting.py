"""What the facts of a referral suggest about each criterion. It advises; the group answers. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pprg.guidance.codes import Door, Route
from pprg.guidance.triage.grid import Grid, Part, Stands
from pprg.guidance.triage.questions import FACT_QUESTIONS, FACTS_IN_WORDS
from pprg.meetings.states import Answer
from pprg.referrals.weighing import Known, Weighed

DOORS = {
    Route.SAR: Door.SAR_MANDATORY,
    Route.CHILD: Door.RAPID_REVIEW,
    Route.DHR: Door.DHR,
    Route.LEARNING: Door.LEARNING,
}
"""Whose parts answer the criteria of a route."""
_TOGETHER = {(Route.CHILD, "serious_case"): ("abuse", "harm")}
"""A criterion that asks at once what the door asks in parts."""
_AGE, _AREA = ("age",), ("in_area",)
_HARM = ("alive", "abuse_or_neglect", "death_linked", "seriously_harmed")
FACTS_FOR: Mapping[tuple[Route, str], tuple[str, ...]] = {
    (Route.SAR, "adult"): _AGE,
    (Route.SAR, "area"): _AREA,
    (Route.SAR, "needs"): ("care_and_support_needs",),
    (Route.SAR, "worked_together"): ("agencies_worked_together_concern",),
    (Route.SAR, "harm"): _HARM,
    (Route.CHILD, "serious_case"): _HARM,
    (Route.CHILD, "improvements"): ("improvements_needed",),
    (Route.CHILD, "recurrent"): ("recurrent_theme",),
    (Route.CHILD, "worked_together"): ("agencies_worked_together_concern",),
    (Route.DHR, "age"): ("age", "alive"),
    (Route.DHR, "area"): _AREA,
    (Route.DHR, "relationship"): ("relationship_of_alleged",),
    (Route.DHR, "abuse"): ("suicide", "domestic_abuse_history", "abuse_or_neglect", "death_linked"),
    (Route.LEARNING, "new_learning"): ("new_learning",),
}
"""The facts that bear on a criterion, by key, as they are told where it is weighed."""
_ANSWERS = {Stands.MET: Answer.MET, Stands.NOT_MET: Answer.NOT_MET}


@dataclass(frozen=True)
class Suggestion:
    """How the facts answer one criterion, and which they are."""

    stands: Stands
    need: tuple[str, ...]
    """What would have to be known, each in a few words."""
    known: Sequence[Known]

    @property
    def answer(self) -> Answer:
        """The answer of the group that comes nearest. Never chosen for it."""
        return _ANSWERS.get(self.stands, Answer.NOT_ENOUGH)

    @property
    def in_words(self) -> str:
        if self.need:
            return f"Need to know: {', '.join(self.need)}"
        return self.stands.label


def as_evidence(facts: Suggestion | None, says: str) -> str:
    """What the referral gives for one criterion, as lines for the box of evidence."""
    lines = [f"- {each.question} {each.words}" for each in facts.known] if facts else []
    lines += [f"- Not known yet: {each}" for each in facts.need] if facts else []
    told = ["The referral’s facts:", *lines] if lines else []
    return "\n".join([*told, *([f"The referral says: {says}"] if says else [])])


def suggested(route: Route, weighed: Weighed | None) -> dict[str, Suggestion]:
    """By criterion, where the facts have something to say."""
    if weighed is None:
        return {}
    told = {
        criterion: _said(route, criterion, parts, weighed) for criterion, parts in _parts(route, weighed.grid)
    }
    return {criterion: said for criterion, said in told.items() if said.known or said.need}


def _parts(route: Route, grid: Grid) -> list[tuple[str, tuple[Part, ...]]]:
    parts: dict[str, tuple[Part, ...]] = {part.key: (part,) for part in grid[DOORS[route]].parts}
    if route == Route.CHILD:
        together = {
            criterion: tuple(parts[key][0] for key in keys if key in parts)
            for (of, criterion), keys in _TOGETHER.items()
            if of == route
        }
        parts = together | {part.key: (part,) for _, part in grid.considerations}
    return list(parts.items())


def _said(route: Route, criterion: str, parts: Sequence[Part], weighed: Weighed) -> Suggestion:
    all_stand = {part.stands for part in parts}
    order = (Stands.NOT_MET, Stands.NEED_TO_KNOW, Stands.MAY_BE_MET, Stands.MET)
    stands = next(each for each in order if each in all_stand)
    need = sorted({fact for part in parts for fact in part.need}) if stands == Stands.NEED_TO_KNOW else []
    asked = {FACT_QUESTIONS[fact] for fact in FACTS_FOR.get((route, criterion), ())}
    known = [each for each in weighed.known if each.question in asked]
    return Suggestion(stands, tuple(FACTS_IN_WORDS[fact] for fact in need), known)
