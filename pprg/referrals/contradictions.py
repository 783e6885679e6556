"""Answers that cannot both be right: said beside the second of them, and never in the way of sending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from pprg.guidance.codes import ROUTE_LABELS, Route
from pprg.referrals.days import before, day_of, known_of_day
from pprg.referrals.questions import Answers, Question, said
from pprg.referrals.states import Step
from pprg.referrals.when import ADULT_FROM, DHR_FROM, age_then, types

BEFORE_BIRTH = timedelta(weeks=42)
"""A child may be harmed before birth, but not longer before than this."""

Faults = Mapping[str, str]
"""A sentence by the question that it stands beside."""


def contradictions(answers: Answers, step: Step, asked: Sequence[Question]) -> Faults:
    """What on this page does not agree with the page itself or with another."""
    return {**_of_page(answers, step), **days_out_of_order(asked, answers.get(step, {}))}


def days_out_of_order(asked: Sequence[Question], kept: Mapping[str, Any]) -> Faults:
    """Days of one page, or of one entry, that come before what they follow."""
    by_key = {question.key: question for question in asked}
    return {
        question.key: f"{question.called} is before {_lower(by_key[question.after].called)}."
        for question in asked
        if question.after in by_key
        and before(known_of_day(kept.get(question.key)), known_of_day(kept.get(question.after)))
    }


def _lower(called: str) -> str:
    return called[:1].lower() + called[1:]


def _of_page(answers: Answers, step: Step) -> Faults:
    if step == Step.ESSENTIALS:
        return dict(_ages(answers))
    return _long_before_birth(answers) if step == Step.HAPPENED else {}


def _ages(answers: Answers) -> Iterator[tuple[str, str]]:
    """An age that does not agree with whom it is about, or with the review that was asked for."""
    age = age_then(answers)
    if age is None:
        return
    concerns, was = said(answers, Step.ESSENTIALS, "concerns"), f"wrote that the person was {age}"
    if concerns == "child" and age >= ADULT_FROM:
        yield "concerns", f"You chose “A child, under 18” but {was}."
    if concerns == "adult" and age < ADULT_FROM:
        yield "concerns", f"You chose “An adult” but {was}."
    if wrong := next((route for route in types(answers) if not _fits(route, age, concerns)), None):
        yield "types", f"You chose “{ROUTE_LABELS[Route(wrong)]}”, {_FOR[Route(wrong)]}, but {was}."


_FOR = {
    Route.SAR: "which is for adults",
    Route.CHILD: "which is for children under 18",
    Route.DHR: "which is for a death at 16 or over",
}


def _fits(route: str, age: int, concerns: str) -> bool:
    if concerns == "both":
        return True
    if route == Route.SAR:
        return age >= ADULT_FROM
    if route == Route.CHILD:
        return age < ADULT_FROM
    return route != Route.DHR or age >= DHR_FROM


def _long_before_birth(answers: Answers) -> Faults:
    born, happened = (
        day_of(said(answers, Step.ESSENTIALS, "born")),
        day_of(said(answers, Step.HAPPENED, "when")),
    )
    if born is None or happened is None or happened >= born - BEFORE_BIRTH:
        return {}
    return {"when": "The day it happened is long before the date of birth that you gave."}
