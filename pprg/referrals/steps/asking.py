"""The pages in order, and what each asks of this referral."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pprg.guidance.codes import Route
from pprg.referrals.questions import Answers, Kind, Question, note, said
from pprg.referrals.states import Step
from pprg.referrals.steps.agencies import AGENCIES
from pprg.referrals.steps.alleged import ALLEGED
from pprg.referrals.steps.ask import ASK
from pprg.referrals.steps.background import BACKGROUND
from pprg.referrals.steps.child import CHILD
from pprg.referrals.steps.dates import DATES
from pprg.referrals.steps.done import DONE
from pprg.referrals.steps.equality import EQUALITY
from pprg.referrals.steps.essentials import ESSENTIALS
from pprg.referrals.steps.family import FAMILY
from pprg.referrals.steps.happened import HAPPENED
from pprg.referrals.steps.harm import HARM, KINDS
from pprg.referrals.steps.needs import NEEDS
from pprg.referrals.steps.person import PERSON
from pprg.referrals.steps.processes import PROCESSES
from pprg.referrals.steps.processes import beside as beside_reviews
from pprg.referrals.steps.themes import THEMES
from pprg.referrals.steps.told import TOLD
from pprg.referrals.steps.why import LEARNING, TOGETHER, criteria_of, suggested
from pprg.referrals.steps.you import YOU
from pprg.referrals.when import NOT_SURE, about_child, alleged_is_asked, harm_is_asked, routes, types

TITLES = {
    Step.ESSENTIALS: "You and the person",
    Step.HAPPENED: "What happened, and is anyone at risk now",
    Step.YOU: "You and your safeguarding lead",
    Step.ASK: "The event: where, and how urgent",
    Step.PERSON: "More about the person",
    Step.CHILD: "The child",
    Step.NEEDS: "Health, care and support",
    Step.EQUALITY: "Equality",
    Step.FAMILY: "Family and others",
    Step.HARM: "Harm and abuse",
    Step.KINDS: "Kinds of harm",
    Step.ALLEGED: "The person alleged responsible",
    Step.BACKGROUND: "Background",
    Step.DATES: "What happened when",
    Step.WHY: "Why it should be reviewed",
    Step.THEMES: "Themes",
    Step.AGENCIES: "The agencies",
    Step.DONE: "What has been done already",
    Step.PROCESSES: "Other processes: police, coroner, enquiries",
    Step.TOLD: "Family, their views, and why we may share",
}
_READ_OTHERWISE = {
    Step.ESSENTIALS: "What is asked for, and of whom",
    Step.HAPPENED: "What happened",
    Step.ASK: "Kind of event, place and urgency",
    Step.YOU: "Who refers",
}
_READ_FIRST = (Step.ESSENTIALS, Step.HAPPENED, Step.WHY, Step.HARM, Step.KINDS, Step.BACKGROUND, Step.DATES)
_READ_LAST = (Step.THEMES, Step.YOU)
READ_AS = {
    step: _READ_OTHERWISE.get(step) or TITLES[step]
    for step in (
        *_READ_FIRST,
        *(step for step in Step if step not in {*_READ_FIRST, *_READ_LAST}),
        *_READ_LAST,
    )
}
"""The same for those who read it, in the order in which they need it."""

_FIXED = {
    Step.ESSENTIALS: ESSENTIALS,
    Step.HAPPENED: HAPPENED,
    Step.YOU: YOU,
    Step.ASK: ASK,
    Step.PERSON: PERSON,
    Step.CHILD: CHILD,
    Step.NEEDS: NEEDS,
    Step.EQUALITY: EQUALITY,
    Step.FAMILY: FAMILY,
    Step.HARM: HARM,
    Step.KINDS: KINDS,
    Step.ALLEGED: ALLEGED,
    Step.BACKGROUND: BACKGROUND,
    Step.DATES: DATES,
    Step.WHY: (*TOGETHER, *LEARNING),
    Step.THEMES: THEMES,
    Step.AGENCIES: AGENCIES,
    Step.DONE: DONE,
    Step.PROCESSES: PROCESSES,
    Step.TOLD: TOLD,
}

_ASKED: dict[Step, Callable[[Answers], bool]] = {
    Step.CHILD: about_child,
    Step.HARM: harm_is_asked,
    Step.KINDS: harm_is_asked,
    Step.ALLEGED: alleged_is_asked,
}
"""Pages that are for some referrals only; the others are for all."""


def steps_of(answers: Answers) -> list[Step]:
    """The pages of this referral, in order."""
    return [step for step in Step if is_asked(step, answers)]


def is_asked(step: Step, answers: Answers) -> bool:
    asked = _ASKED.get(step)
    return asked is None or asked(answers)


def questions_of(step: Step, answers: Answers, on: date) -> list[Question]:
    """What this page asks, given what was answered elsewhere, under the criteria of that day."""
    asked = [question for question in _FIXED[step] if question.asked(answers)]
    if step == Step.WHY:
        weighed = [question for route in routes(answers) for question in criteria_of(route, on)]
        asked[len(TOGETHER) : len(TOGETHER)] = weighed
        if NOT_SURE in types(answers):
            asked.insert(0, suggested(routes(answers)))
    beside = {Step.AGENCIES: _named_already, Step.PROCESSES: beside_reviews}.get(step)
    told = beside(answers) if beside else None
    return [told, *asked] if told else asked


def every_question(step: Step, on: date) -> list[Question]:
    """Whatever this page may ask of any referral, on that day."""
    asked = [question for question in _FIXED[step] if question.kind != Kind.NOTE]
    if step == Step.WHY:
        asked += [question for route in Route for question in criteria_of(route, on)]
    return asked


def asked_only(answers: Answers, on: date) -> Answers:
    """The answers to what is asked. The others are kept for their writer, and neither sent nor read."""
    return {
        step: {
            question.key: kept
            for question in questions_of(step, answers, on)
            if question.kind != Kind.NOTE and (kept := said(answers, step, question.key))
        }
        for step in steps_of(answers)
    }


def list_of(step: Step, key: str) -> Question | None:
    """The question whose answer is a list of entries, if it is one."""
    return next((q for q in _FIXED[step] if q.key == key and q.kind == Kind.ROWS), None)


def _named_already(answers: Answers) -> Question | None:
    """What the second page said of agencies, where each is told of now."""
    named = [
        line.strip() for line in str(said(answers, Step.HAPPENED, "agencies")).splitlines() if line.strip()
    ]
    if not named:
        return None
    return note(f"You have named: {', '.join(named)}. Give each an entry.", key="named")
