"""Why it should be reviewed: how agencies worked together, and the criteria of each route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pprg.guidance.codes import ROUTE_LABELS, Route
from pprg.guidance.criteria import Criterion, criteria_on
from pprg.referrals.questions import YES_NO_UNSURE, Kind, Question, note

TOGETHER = (
    Question(
        key="concern",
        label="Is there reason for concern about how the agencies worked together?",
        read_as="Concern about how agencies worked together",
        kind=Kind.ONE,
        law="“reasonable cause for concern about how the SAB, members of it or other persons with relevant "
        "functions worked together to safeguard the adult” (Care Act 2014 s.44(1)(a)). Children’s "
        "partners ask "
        "the same (Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018).",
        choices=YES_NO_UNSURE,
        missing="Say whether there is reason for concern about how agencies worked together. “Not "
        "sure” is an "
        "answer.",
        short=True,
    ),
    Question(
        key="together",
        label="How did the agencies work together?",
        kind=Kind.TEXT,
        hint="Who knew what, and when. What was shared, what was not, and what came of it. "
        "This is what meetings most often miss.",
        missing="Say how the agencies worked together, or that you do not know.",
        strong="The GP, housing and the alcohol team each closed his case between 4 and 29 April. "
        "None told the "
        "others. The police sent two reports to adult social care in May; both were filed as “no "
        "further action” "
        "without a call to the GP, who had written that he could not manage alone.",
        weak="There was a lack of multi-agency working and communication was poor.",
        rows=8,
    ),
)
LEARNING = (
    Question(
        key="is_new",
        label="Is there something new to learn?",
        read_as="Something new to learn",
        kind=Kind.ONE,
        hint="Something that local reviews have not said before.",
        choices=YES_NO_UNSURE,
        missing="Say whether there is something new to learn. “Not sure” is an answer.",
        short=True,
        heading="What could be learned",
    ),
    Question(
        key="learning",
        label="What could others learn from it?",
        kind=Kind.TEXT,
        hint="Say what was done well, too.",
        useful="What could others learn from it?",
        strong="How a service can find out that another one has closed its case. The nurse’s notes "
        "show how to "
        "write down what somebody could not do, rather than that they refused.",
        weak="Better communication.",
        rows=4,
    ),
)

SHOWN = "What you know and how: which record, which day, who said so. One good paragraph is enough."
ANSWERED_ELSEWHERE = frozenset({"adult", "age", "area", "worked_together", "new_learning", "panel_view"})
"""Criteria that other questions answer for all routes, and one that only the national Panel can."""


def criteria_of(route: Route, on: date) -> Iterator[Question]:
    """What must be weighed on a route, each with room for what shows it."""
    heading = ROUTE_LABELS[route]
    for criterion in criteria_on(route, on).criteria:
        if criterion.key in ANSWERED_ELSEWHERE:
            continue
        yield from _weighed(route, criterion, heading)
        heading = ""


def suggested(routes: Sequence[Route]) -> Question:
    """For somebody who was not sure which review to ask for."""
    names = [ROUTE_LABELS[route] for route in routes]
    which = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    return note(
        f"You were not sure which review to ask for. From what you wrote so far, the group may think "
        f"of: {which}. "
        "It decides; you need not.",
        key="suggested",
    )


def _weighed(route: Route, criterion: Criterion, heading: str) -> Iterator[Question]:
    to_be_confirmed = " Wording to be confirmed." if criterion.to_be_confirmed else ""
    key = f"{route}_{criterion.key}"
    yield Question(
        key=key,
        label=criterion.question,
        law=f"{criterion.law} ({criterion.source}){to_be_confirmed}",
        kind=Kind.ONE,
        choices=YES_NO_UNSURE,
        short=True,
        heading=heading,
    )
    yield Question(
        key=f"{key}_shown_by",
        label="What shows it",
        explains=criterion.question,
        kind=Kind.TEXT,
        hint=SHOWN,
        rows=3,
        useful=f"What shows it? {criterion.question}",
        rests_on=key,
    )
