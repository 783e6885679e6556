"""What can be read off the answers: days, a label that tells nothing, what goes to the vault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pprg.guidance.codes import Route
from pprg.people.particulars import Particulars
from pprg.referrals.questions import Answers, Row, said
from pprg.referrals.states import Step

ADULT_FROM = 18
OLDEST = 120
_HOW_TYPED = ("%d %m %Y", "%d %B %Y", "%d %b %Y")
_EARLIEST = 1850


def day_of(kept: Any) -> date | None:
    """The day that three boxes name, if it is a day of the calendar."""
    if not isinstance(kept, Mapping):
        return None
    typed = " ".join(str(kept.get(box) or "").strip().rstrip(".") for box in ("day", "month", "year"))
    for how in _HOW_TYPED:
        try:
            found = datetime.strptime(typed, how).date()  # noqa: DTZ007 - a day of the calendar has no zone
        except ValueError:
            continue
        return found if found.year >= _EARLIEST else None
    return None


def known_of_day(kept: Any) -> str:
    """As much of a day as is known, as "2024-03-09", "2024-03" or "2024"; nothing if it is no day."""
    if day := day_of(kept):
        return day.isoformat()
    if not isinstance(kept, Mapping) or str(kept.get("day") or "").strip():
        return ""
    month = str(kept.get("month") or "").strip()
    first = day_of({**kept, "day": "1", "month": month or "1"})
    return "" if first is None else f"{first:%Y-%m}" if month else f"{first:%Y}"


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
    born = day_of(said(answers, Step.ESSENTIALS, "born"))
    if born is None:
        return _estimate(said(answers, Step.ESSENTIALS, "age"))
    died = (
        day_of(said(answers, Step.ESSENTIALS, "died"))
        if said(answers, Step.ESSENTIALS, "alive") == "died"
        else None
    )
    then = died or day_of(said(answers, Step.HAPPENED, "when")) or on
    years = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
    return years if years >= 0 else None


def _estimate(typed: str) -> int | None:
    """An age as somebody wrote it: "about 40", "3 months"."""
    number = re.search(r"[0-9]{1,3}", typed)
    if number is None or int(number[0]) > OLDEST:
        return None
    return 0 if re.search(r"month|week|day", typed, re.IGNORECASE) else int(number[0])


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
        "workplaces": lines_of(more.get("places")),
    }


def others(answers: Answers) -> list[Particulars]:
    """Other people in it, each named once."""
    rows = [*rows_of(answers, Step.FAMILY, "people"), *rows_of(answers, Step.ALLEGED, "people")]
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
    """Every name by which somebody in it is called, to compare with those who sign in."""
    return [name for one in [particulars(answers), *others(answers)] for name in one["names"] if name]


def staff(answers: Answers) -> list[str]:
    """Colleagues who are named on the form: not to be named outside either."""
    return [said(answers, Step.ESSENTIALS, "referrer"), said(answers, Step.YOU, "lead")]


def exact_days(answers: Answers) -> list[str]:
    """Days by which a case could be known, as ISO dates."""
    days = (day_of(said(answers, step, key)) for step, key in _TELLING_DAYS)
    return [day.isoformat() for day in days if day]


_TELLING_DAYS = (
    (Step.HAPPENED, "when"),
    (Step.HAPPENED, "agency_knew"),
    (Step.HAPPENED, "council_knew"),
)
