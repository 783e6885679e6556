"""What stands between a referral and being sent, and what the group will ask next. Never a score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from nhs_number.validate import is_valid

from pprg.referrals.answers import day_of
from pprg.referrals.questions import LONGEST, Answers, Kind, Question, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import questions_of

MOST_GAPS = 3
NOT_TEN_DIGITS = "An NHS number has ten digits. Look at it again, or leave it blank."
WRONG_DIGIT = (
    "A digit of that NHS number is wrong: its check digit does not agree. Correct it or leave it blank."
)


@dataclass(frozen=True)
class Missing:
    """One thing to do before it can be sent, and where."""

    step: Step
    key: str
    focus: str
    """The id of the box to go to."""
    sentence: str


def missing(answers: Answers, *, on: date) -> list[Missing]:
    """Every essential not answered and every answer that cannot be read, in the order of the form."""
    return [
        Missing(step, question.key, focus(question), sentence)
        for step in Step
        for question in questions_of(step, answers, on)
        if (sentence := _wanting(question, answers, step, on))
    ]


def gaps(answers: Answers, *, on: date) -> list[Missing]:
    """The few most useful things that the group will ask for. They stop nothing."""
    return list(_gaps(answers, on))[:MOST_GAPS]


def stands(step: Step, answers: Answers, *, on: date) -> str:
    """How far a step has come, in words."""
    asked = questions_of(step, answers, on)
    if not any(answered(question, said(answers, step, question.key)) for question in asked):
        return "Not started"
    return "In progress" if any(_wanting(q, answers, step, on) for q in asked) else "Done"


def leaves_a_risk(answers: Answers) -> bool:
    """Somebody is at risk now and nothing has been done. Then a referral is not the thing to do first."""
    at_risk = said(answers, Step.HAPPENED, "at_risk") == "yes"
    return at_risk and not str(said(answers, Step.HAPPENED, "risk_done")).strip()


def answered(question: Question, kept: Any) -> bool:
    """Whether anything was answered. "Not known" is an answer."""
    if question.kind == Kind.DAY:
        return isinstance(kept, dict) and any(kept.values())
    return bool(kept.strip()) if isinstance(kept, str) else bool(kept)


def fault(question: Question, kept: Any, *, on: date) -> str:
    """Why an answer cannot be sent as it stands, in a sentence; nothing if it can."""
    if question.kind == Kind.DAY:
        return _fault_of_day(question, kept, on)
    longest = LONGEST.get(question.kind)
    if longest and isinstance(kept, str) and len(kept) > longest:
        return f"“{question.label}” is {len(kept):,} characters long. Shorten it to {longest:,} or fewer."
    return _fault_of_nhs_number(str(kept)) if question.key == "nhs_number" else ""


def focus(question: Question) -> str:
    """The id of the first box of a question on its page."""
    first = {Kind.DAY: "-day", Kind.ONE: "-0", Kind.SEVERAL: "-0"}
    return question.key + first.get(question.kind, "")


def _fault_of_nhs_number(typed: str) -> str:
    number = re.sub(r"[\s-]", "", typed)
    if not number or is_valid(number):
        return ""
    return WRONG_DIGIT if re.fullmatch("[0-9]{10}", number) else NOT_TEN_DIGITS


def _fault_of_day(question: Question, kept: Any, on: date) -> str:
    if not answered(question, kept) or kept.get("unknown"):
        return ""
    day = day_of(kept)
    if day is None:
        return f"{question.called} is not a real date. Give a day, a month and a year."
    return f"{question.called} must be today or in the past." if day > on else ""


def _wanting(question: Question, answers: Answers, step: Step, on: date) -> str:
    kept = said(answers, step, question.key)
    if answered(question, kept):
        return fault(question, kept, on=on)
    if question.rests_on and said(answers, step, question.rests_on) != "yes":
        return ""
    other = question.instead and str(said(answers, step, question.instead)).strip()
    return "" if other else question.missing


def _gaps(answers: Answers, on: date) -> Iterator[Missing]:
    # The reasons for a review come first: they are what meetings most often miss.
    for step in (Step.WHY, Step.PERSON):
        for question in questions_of(step, answers, on):
            if not question.useful or answered(question, said(answers, step, question.key)):
                continue
            if question.rests_on and said(answers, step, question.rests_on) != "yes":
                continue
            yield Missing(step, question.key, focus(question), question.useful)
