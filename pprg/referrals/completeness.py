"""What stands between a referral and being sent, and how far each page has come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from nhs_number.validate import is_valid

from pprg.referrals.contradictions import contradictions, days_out_of_order
from pprg.referrals.days import day_of, known_of_day
from pprg.referrals.questions import LONGEST, Answers, Kind, Question, Row, said
from pprg.referrals.states import ESSENTIALS, Step
from pprg.referrals.steps.asking import questions_of, steps_of

NOT_STARTED, IN_PROGRESS, DONE = "Not started", "In progress", "Done"
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


def stops(answers: Answers, *, on: date) -> list[Missing]:
    """What has to be there before anything can be sent: few things, in the order of the form."""
    return [
        Missing(step, question.key, focus(question), sentence)
        for step in steps_of(answers)
        for question in questions_of(step, answers, on)
        if (sentence := _stopping(question, answers, step))
    ]


def warnings(answers: Answers, *, on: date) -> list[Missing]:
    """What else is not answered yet, or cannot be so. It can be sent all the same."""
    stopping = {(one.step, one.key) for one in stops(answers, on=on)}
    return [
        Missing(step, question.key, focus(question), sentence)
        for step in steps_of(answers)
        for question, sentence in _wantings(step, answers, on)
        if (step, question.key) not in stopping
    ]


def stands(step: Step, answers: Answers, *, on: date) -> str:
    """How far a step has come, in words."""
    asked = questions_of(step, answers, on)
    if not any(answered(question, said(answers, step, question.key)) for question in asked):
        return NOT_STARTED
    return IN_PROGRESS if _wantings(step, answers, on) else DONE


def leaves_a_risk(answers: Answers) -> bool:
    """Somebody is at risk now and nothing has been done. Then a referral is not the thing to do first."""
    at_risk = said(answers, Step.HAPPENED, "at_risk") == "yes"
    return at_risk and not str(said(answers, Step.HAPPENED, "risk_done")).strip()


def finished(answers: Answers, *, on: date) -> list[Step]:
    """The pages on which nothing is wanting: they are sent as finished, the others may follow."""
    return [step for step in steps_of(answers) if stands(step, answers, on=on) == DONE]


def to_follow(answers: Answers, *, on: date) -> list[Step]:
    """The pages that may still be finished after the essentials were sent."""
    done = {*finished(answers, on=on), *ESSENTIALS}
    return [step for step in steps_of(answers) if step not in done and _wantings(step, answers, on)]


def answered(question: Question, kept: Any) -> bool:
    """Whether anything was answered. "Not known" is an answer."""
    if question.kind == Kind.DAY:
        return isinstance(kept, dict) and any(kept.values())
    if question.kind == Kind.ROWS:
        return any(_row_answered(question, row) for row in kept or [])
    return bool(kept.strip()) if isinstance(kept, str) else bool(kept)


def fault(question: Question, kept: Any, *, on: date) -> str:
    """Why an answer cannot be read as it stands, in a sentence; nothing if it can."""
    if question.kind == Kind.DAY:
        return _fault_of_day(question, kept, on)
    if question.kind == Kind.ROWS:
        return _fault_of_rows(question, kept, on)
    longest = LONGEST.get(question.kind)
    if longest and isinstance(kept, str) and len(kept) > longest:
        return too_long(question, kept)
    return _fault_of_nhs_number(str(kept)) if question.key == "nhs_number" else ""


def too_long(question: Question, kept: str) -> str:
    longest = LONGEST[question.kind]
    return f"“{question.label}” is {len(kept):,} characters long. Shorten it to {longest:,} or fewer."


def focus(question: Question) -> str:
    """The id of the first box of a question on its page."""
    first = {Kind.DAY: "-day", Kind.ONE: "-0", Kind.SEVERAL: "-0", Kind.ROWS: "-list"}
    return question.key + ("" if question.folds_out else first.get(question.kind, ""))


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
        if question.partial and known_of_day(kept):
            return ""
        wanted = (
            "a year, and the month and day if you know them"
            if question.partial
            else "a day, a month and a year"
        )
        return f"{question.called} is not a real date. Give {wanted}."
    return f"{question.called} must be today or in the past." if day > on and not question.ahead else ""


def row_is_wrong(question: Question, row: Row, *, on: date) -> bool:
    """Whether something in an entry of a list cannot be so."""
    unread = any(fault(column, row.get(column.key) or "", on=on) for column in question.columns)
    return unread or bool(days_out_of_order(question.columns, row))


def _fault_of_rows(question: Question, kept: Any, on: date) -> str:
    if len(kept) > question.most:
        return f"“{question.label}” has {len(kept):,} entries. Keep {question.most:,} or fewer."
    wrong = sum(row_is_wrong(question, row, on=on) for row in kept)
    return f"{wrong} in “{question.label}” cannot be right as it stands. Look at it again." if wrong else ""


def _row_answered(question: Question, row: Row) -> bool:
    return any(answered(column, row.get(column.key) or "") for column in question.columns)


def _stopping(question: Question, answers: Answers, step: Step) -> str:
    """An essential that is not there, or words too long for anybody to read."""
    kept = said(answers, step, question.key)
    longest = LONGEST.get(question.kind)
    if longest and isinstance(kept, str) and len(kept) > longest:
        return too_long(question, kept)
    if not question.essential or answered(question, kept) or rests(question, answers, step):
        return ""
    return question.missing


def rests(question: Question, answers: Answers, step: Step) -> bool:
    """It explains a yes that was not said."""
    return bool(question.rests_on) and said(answers, step, question.rests_on) != "yes"


def _wantings(step: Step, answers: Answers, on: date) -> list[tuple[Question, str]]:
    """What a page still wants, by question, in its order."""
    asked = questions_of(step, answers, on)
    against = contradictions(answers, step, asked)
    found = ((q, _wanting(q, answers, step, on) or against.get(q.key, "")) for q in asked)
    return [(question, sentence) for question, sentence in found if sentence]


def _wanting(question: Question, answers: Answers, step: Step, on: date) -> str:
    kept = said(answers, step, question.key)
    if answered(question, kept):
        return fault(question, kept, on=on)
    if rests(question, answers, step):
        return ""
    other = question.instead and str(said(answers, step, question.instead)).strip()
    return "" if other else question.missing
