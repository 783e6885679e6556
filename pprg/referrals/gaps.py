"""What the group will ask next: the few most useful things that are not there. Never a score."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date

from pprg.referrals.answers import lines_of, rows_of
from pprg.referrals.completeness import Missing, answered, focus, rests
from pprg.referrals.questions import Answers, Question, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import questions_of, steps_of
from pprg.referrals.when import about_adult, about_child, died

MOST_GAPS = 3
ENOUGH_WORDS = 50
"""About how agencies worked together: what meetings most often miss."""
ENOUGH_EVENTS = 3
ENOUGH_AGENCIES = 2

TOGETHER = "How did the agencies work together? Who knew what, what was shared, and what came of it?"
MORE_TOGETHER = (
    "Say more about how the agencies worked together: at least 50 words. So far there are {count}."
)
EVENTS = "What happened when? A rapid review needs at least three dated events."
AGENCIES = (
    "Which other agencies knew the person or the family? A review looks at how several worked together."
)
RECORDS = "Have your agency’s records been found and made safe?"


def gaps(answers: Answers, *, on: date, among: Container[str] = frozenset(Step)) -> list[Missing]:
    """The three most useful first, of those pages."""
    found: dict[tuple[Step, str], Missing] = {}
    for one in (*_weightiest(answers, on), *_others(answers, on)):
        if one.step in among:
            found.setdefault((one.step, one.key), one)
    return list(found.values())[:MOST_GAPS]


def _weightiest(answers: Answers, on: date) -> Iterator[Missing]:
    """In the order in which meetings send referrals back for them."""
    yield from _together(answers)
    why = questions_of(Step.WHY, answers, on)
    yield from _useful(answers, Step.WHY, [question for question in why if question.rests_on])
    yield from _asked(answers, on, Step.HARM, "linked", "link_shown_by")
    yield from _asked(answers, on, Step.HAPPENED, "told")
    yield from _asked(answers, on, Step.TOLD, "plan")
    if about_child(answers) and len(rows_of(answers, Step.DATES, "events")) < ENOUGH_EVENTS:
        yield Missing(Step.DATES, "events", "events-list", EVENTS)
    processes = (
        "criminal",
        *["coroner"] * died(answers),
        *["s42"] * about_adult(answers),
        *["s47"] * about_child(answers),
    )
    yield from _asked(answers, on, Step.PROCESSES, *processes)
    named = max(
        len(rows_of(answers, Step.AGENCIES, "involved")),
        len(lines_of(said(answers, Step.HAPPENED, "agencies"))),
    )
    if named < ENOUGH_AGENCIES:
        yield Missing(Step.AGENCIES, "involved", "involved-list", AGENCIES)
    if said(answers, Step.YOU, "records") != "yes":
        yield Missing(Step.YOU, "records", "records-0", RECORDS)


def _together(answers: Answers) -> Iterator[Missing]:
    count = len(re.findall(r"\w+(?:[’'-]\w+)*", str(said(answers, Step.WHY, "together"))))
    if count < ENOUGH_WORDS:
        sentence = MORE_TOGETHER.format(count=count) if count else TOGETHER
        yield Missing(Step.WHY, "together", "together", sentence)


def _asked(answers: Answers, on: date, step: Step, *keys: str) -> Iterator[Missing]:
    """Those of these questions that are asked and not answered, in this order."""
    if step in steps_of(answers):
        there = {question.key: question for question in questions_of(step, answers, on)}
        yield from _useful(answers, step, [there[key] for key in keys if key in there])


def _others(answers: Answers, on: date) -> Iterator[Missing]:
    # The reasons for a review come first here too.
    later = [step for step in steps_of(answers) if step != Step.WHY]
    for step in (Step.WHY, *later):
        yield from _useful(answers, step, questions_of(step, answers, on))


def _useful(answers: Answers, step: Step, asked: list[Question]) -> Iterator[Missing]:
    for question in asked:
        wanted = question.useful and not rests(question, answers, step)
        if wanted and not answered(question, said(answers, step, question.key)):
            yield Missing(step, question.key, focus(question), question.useful)
