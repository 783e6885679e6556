"""What can be read off the answers: a label that tells nothing, what goes to the vault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pprg.guidance.codes import Route
from pprg.people.particulars import Particulars
from pprg.referrals.days import day_of, known_of_day
from pprg.referrals.questions import Answers, Row, said
from pprg.referrals.states import Step
from pprg.referrals.when import ADULT_FROM, age_then, alleged_is_asked

__all__ = [
    "age_of",
    "clock_may_run",
    "day_of",
    "everybody",
    "exact_days",
    "insiders",
    "is_urgent",
    "known_of_day",
    "label_of",
    "lines_of",
    "others",
    "particulars",
    "rows_of",
    "staff",
]


def rows_of(answers: Answers, step: Step, key: str) -> list[Row]:
    """The entries of a list, but for those in which nothing was written."""
    return [row for row in said(answers, step, key) or [] if any(_written(row[k]) for k in row if k != "id")]


def _written(kept: Any) -> bool:
    return any(kept.values()) if isinstance(kept, Mapping) else bool(kept)


def lines_of(kept: Any) -> list[str]:
    """Several short answers, one a line, without blank ones."""
    return [line.strip() for line in str(kept or "").splitlines() if line.strip()]


def is_urgent(answers: Answers) -> bool:
    return bool(said(answers, Step.ASK, "urgency")) or said(answers, Step.HAPPENED, "at_risk") == "yes"


def clock_may_run(answers: Answers) -> bool:
    """Whether a legal clock may be running: a child may have been harmed, or s.9 of the 2004 Act be met."""
    asked = said(answers, Step.ESSENTIALS, "types") or []
    about = said(answers, Step.ESSENTIALS, "concerns")
    notified = "notified" in (said(answers, Step.ASK, "urgency") or [])
    return notified or about in {"child", "both"} or Route.CHILD in asked or Route.DHR in asked


def label_of(answers: Answers, *, on: date) -> str:
    """Whom it is about, for everybody who need not know who: "Adult, 79"."""
    if said(answers, Step.ESSENTIALS, "alive") == "unborn":
        return "Unborn child"
    age = age_of(answers, on)
    if age is None:
        who = {"adult": "Adult", "child": "Child"}.get(said(answers, Step.ESSENTIALS, "concerns"), "Person")
        return f"{who}, age not known"
    about = "" if day_of(said(answers, Step.ESSENTIALS, "born")) else "about "
    who = "Adult" if age >= ADULT_FROM else "Child"
    return f"{who}, {about}{age}" if age else "Child, under 1"


def age_of(answers: Answers, on: date) -> int | None:
    """In whole years: at death, else when it happened, else on the day given. None: not known."""
    return age_then(answers, otherwise=on.isoformat())


def particulars(answers: Answers) -> Particulars:
    """What the vault is to hold of the person it is about."""
    first, more = answers.get(Step.ESSENTIALS, {}), answers.get(Step.PERSON, {})
    died = said(answers, Step.ESSENTIALS, "alive") == "died"
    return {
        "names": [first.get("name") or "", *lines_of(more.get("aliases"))],
        "born": known_of_day(first.get("born")) or None,
        "died": day_of(first.get("died")) if died else None,
        "nhs_number": more.get("nhs_number"),
        "addresses": lines_of(more.get("address")),
        "postcodes": lines_of(more.get("postcodes")),
        "workplaces": [
            place
            for kept in (more.get("places"), more.get("gp"), said(answers, Step.CHILD, "school"))
            for place in lines_of(kept)
        ],
        "other": lines_of(more.get("other_ids")),
    }


def others(answers: Answers) -> list[Particulars]:
    """Other people in it, each named once."""
    alleged = rows_of(answers, Step.ALLEGED, "people") if alleged_is_asked(answers) else []
    rows = [*rows_of(answers, Step.FAMILY, "people"), *alleged]
    named = {str(row.get("name") or "").strip(): row for row in reversed(rows)}
    known: list[Particulars] = [
        {
            "names": [name, *lines_of(row.get("aliases"))],
            "born": known_of_day(row.get("born")) or None,
            "addresses": lines_of(row.get("address")),
        }
        for name, row in reversed(named.items())
        if name
    ]
    return known + [{"names": [name]} for name in insiders(answers) if name not in named]


def insiders(answers: Answers) -> list[str]:
    """People in it who are said to work for a partner agency: what stands before the first comma."""
    lines = lines_of(said(answers, Step.ESSENTIALS, "insiders"))
    return [line.split(",")[0].strip() for line in lines]


def everybody(answers: Answers) -> list[str]:
    """Every name by which somebody in it is called, to compare with those who sign in.

    Also from a page that is no longer asked for: it was typed, and whose name it is still matters.
    """
    alleged = [str(row.get("name") or "") for row in rows_of(answers, Step.ALLEGED, "people")]
    known = [name for one in [particulars(answers), *others(answers)] for name in one["names"]]
    return [name for name in [*known, *alleged] if name.strip()]


def staff(answers: Answers) -> list[str]:
    """Colleagues who are named on the form: not to be named outside either."""
    workers = (str(row.get("worker") or "") for row in rows_of(answers, Step.AGENCIES, "involved"))
    return [
        said(answers, Step.ESSENTIALS, "referrer"),
        said(answers, Step.YOU, "lead"),
        said(answers, Step.CHILD, "lead_worker"),
        *workers,
    ]


def exact_days(answers: Answers) -> list[str]:
    """Days by which a case could be known, as ISO dates."""
    days = (day_of(said(answers, step, key)) for step, key in _TELLING_DAYS)
    return [day.isoformat() for day in days if day]


_TELLING_DAYS = (
    (Step.HAPPENED, "when"),
    (Step.HAPPENED, "agency_knew"),
    (Step.HAPPENED, "council_knew"),
)
