"""Why it should be reviewed: how agencies worked together, and the criteria of each route."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pprg.guidance.codes import ROUTE_LABELS, Route
from pprg.guidance.criteria import Criterion, criteria_on
from pprg.referrals.questions import Choice, Kind, Question

YES_NO_UNSURE = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unsure", "Not sure"))

WHY = (
    Question(
        key="together",
        label="How did the agencies work together?",
        kind=Kind.TEXT,
        hint="Who knew what, and when. What was shared, what was not, and what came of it. "
        "This is what meetings most often miss.",
        missing="Say how the agencies worked together, or that you do not know.",
        rows=8,
    ),
    Question(
        key="learning",
        label="What could others learn from it?",
        kind=Kind.TEXT,
        hint="Say what was done well, too.",
        useful="What could others learn from it?",
        rows=4,
        heading="What could be learned",
    ),
)


def criteria_of(route: Route, on: date) -> Iterator[Question]:
    """What must be weighed on a route, each with room for what shows it."""
    heading = ROUTE_LABELS[route]
    for criterion in criteria_on(route, on).criteria:
        if criterion.key == "worked_together":
            continue  # asked once for all routes, at the top of the page
        yield from _weighed(route, criterion, heading)
        heading = ""


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
        rows=3,
        useful=f"What shows it? {criterion.question}",
        rests_on=key,
    )
