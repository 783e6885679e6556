"""The steps in order, and what each asks of this referral."""

from __future__ import annotations

from datetime import date

from pprg.guidance.codes import Route
from pprg.referrals.questions import Answers, Question, said
from pprg.referrals.states import Step
from pprg.referrals.steps.ask import ASK, NOT_SURE
from pprg.referrals.steps.happened import HAPPENED
from pprg.referrals.steps.person import PERSON
from pprg.referrals.steps.why import WHY, criteria_of
from pprg.referrals.steps.you import YOU

TITLES = {
    Step.YOU: "You and your safeguarding lead",
    Step.ASK: "What you are asking for",
    Step.PERSON: "The person",
    Step.HAPPENED: "What happened, and is anyone at risk now",
    Step.WHY: "Why it should be reviewed",
}
READ_AS = {
    Step.ASK: "What is asked for",
    Step.HAPPENED: "What happened",
    Step.WHY: "Why it should be reviewed",
    Step.PERSON: "The person",
    Step.YOU: "Who refers",
}
"""The same for those who read it, in the order in which they need it."""

_FIXED = {Step.YOU: YOU, Step.ASK: ASK, Step.PERSON: PERSON, Step.HAPPENED: HAPPENED, Step.WHY: WHY}


def questions_of(step: Step, answers: Answers, on: date) -> list[Question]:
    """What this step asks, given what was answered elsewhere, under the criteria of that day."""
    asked = [question for question in _FIXED[step] if question.asked(answers)]
    if step == Step.WHY:
        asked[1:1] = [question for route in routes(answers) for question in criteria_of(route, on)]
    return asked


def routes(answers: Answers) -> list[Route]:
    """The routes to weigh: those asked for, or, for somebody not sure, those that suit who it is about.

    It suggests and never decides: the group weighs what it sees fit.
    """
    types = said(answers, Step.ASK, "types") or []
    chosen = [route for route in Route if route in types]
    if chosen or NOT_SURE not in types:
        return chosen
    suits = {"adult": [Route.SAR], "child": [Route.CHILD]}
    return suits.get(said(answers, Step.ASK, "concerns"), [Route.SAR, Route.CHILD])
