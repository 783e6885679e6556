"""The pages in order, and what each asks of this referral."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pprg.guidance.codes import Route
from pprg.referrals.questions import Answers, Kind, Question, said
from pprg.referrals.states import Step
from pprg.referrals.steps.agencies import AGENCIES
from pprg.referrals.steps.alleged import ALLEGED
from pprg.referrals.steps.ask import ASK
from pprg.referrals.steps.background import BACKGROUND
from pprg.referrals.steps.dates import DATES
from pprg.referrals.steps.done import DONE
from pprg.referrals.steps.essentials import ESSENTIALS, NOT_SURE
from pprg.referrals.steps.family import FAMILY
from pprg.referrals.steps.happened import HAPPENED
from pprg.referrals.steps.harm import HARM
from pprg.referrals.steps.person import PERSON
from pprg.referrals.steps.processes import PROCESSES
from pprg.referrals.steps.told import TOLD
from pprg.referrals.steps.why import WHY, criteria_of
from pprg.referrals.steps.you import YOU

TITLES = {
    Step.ESSENTIALS: "You and the person",
    Step.HAPPENED: "What happened, and is anyone at risk now",
    Step.YOU: "You and your safeguarding lead",
    Step.ASK: "What makes it urgent or wider",
    Step.PERSON: "More about the person",
    Step.FAMILY: "Family and others",
    Step.ALLEGED: "The person alleged responsible",
    Step.HARM: "Harm and abuse",
    Step.BACKGROUND: "Background",
    Step.DATES: "What happened when",
    Step.WHY: "Why it should be reviewed",
    Step.AGENCIES: "The agencies",
    Step.DONE: "What has been done already",
    Step.PROCESSES: "Other processes: police, coroner, enquiries",
    Step.TOLD: "Family, their views, and why we may share",
}
READ_AS = {
    Step.ESSENTIALS: "What is asked for, and of whom",
    Step.HAPPENED: "What happened",
    Step.WHY: "Why it should be reviewed",
    Step.HARM: TITLES[Step.HARM],
    Step.BACKGROUND: TITLES[Step.BACKGROUND],
    Step.DATES: TITLES[Step.DATES],
    Step.AGENCIES: TITLES[Step.AGENCIES],
    Step.PERSON: TITLES[Step.PERSON],
    Step.FAMILY: TITLES[Step.FAMILY],
    Step.ALLEGED: TITLES[Step.ALLEGED],
    Step.TOLD: TITLES[Step.TOLD],
    Step.DONE: TITLES[Step.DONE],
    Step.PROCESSES: TITLES[Step.PROCESSES],
    Step.ASK: "Urgency and other areas",
    Step.YOU: "Who refers",
}
"""The same for those who read it, in the order in which they need it."""

_FIXED = {
    Step.ESSENTIALS: ESSENTIALS,
    Step.HAPPENED: HAPPENED,
    Step.YOU: YOU,
    Step.ASK: ASK,
    Step.PERSON: PERSON,
    Step.FAMILY: FAMILY,
    Step.ALLEGED: ALLEGED,
    Step.HARM: HARM,
    Step.BACKGROUND: BACKGROUND,
    Step.DATES: DATES,
    Step.WHY: WHY,
    Step.AGENCIES: AGENCIES,
    Step.DONE: DONE,
    Step.PROCESSES: PROCESSES,
    Step.TOLD: TOLD,
}

_ASKED: dict[Step, Callable[[Answers], bool]] = {}
"""Pages that are for some referrals only; the others are for all."""


def steps_of(answers: Answers) -> list[Step]:
    """The pages of this referral, in order."""
    return [step for step in Step if _FIXED[step] and _is_asked(step, answers)]


def _is_asked(step: Step, answers: Answers) -> bool:
    asked = _ASKED.get(step)
    return asked is None or asked(answers)


def questions_of(step: Step, answers: Answers, on: date) -> list[Question]:
    """What this page asks, given what was answered elsewhere, under the criteria of that day."""
    asked = [question for question in _FIXED[step] if question.asked(answers)]
    if step == Step.WHY:
        asked[1:1] = [question for route in routes(answers) for question in criteria_of(route, on)]
    return asked


def list_of(step: Step, key: str) -> Question | None:
    """The question whose answer is a list of entries, if it is one."""
    return next((q for q in _FIXED[step] if q.key == key and q.kind == Kind.ROWS), None)


def routes(answers: Answers) -> list[Route]:
    """The routes to weigh: those asked for, or, for somebody not sure, those that suit who it is about.

    It suggests and never decides: the group weighs what it sees fit.
    """
    types = said(answers, Step.ESSENTIALS, "types") or []
    chosen = [route for route in Route if route in types]
    if chosen or NOT_SURE not in types:
        return chosen
    suits = {"adult": [Route.SAR], "child": [Route.CHILD]}
    return suits.get(said(answers, Step.ESSENTIALS, "concerns"), [Route.SAR, Route.CHILD])
