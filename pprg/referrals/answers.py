"""What can be read off the answers: days, a label that tells nothing, what goes to the vault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pprg.people.particulars import Particulars
from pprg.referrals.questions import Answers, said
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


def lines_of(kept: Any) -> list[str]:
    """Several short answers, one a line, without blank ones."""
    return [line.strip() for line in str(kept or "").splitlines() if line.strip()]


def is_urgent(answers: Answers) -> bool:
    return bool(said(answers, Step.ASK, "urgency")) or said(answers, Step.HAPPENED, "at_risk") == "yes"


def label_of(answers: Answers, *, on: date) -> str:
    """Whom it is about, for everybody who need not know who: "Adult, 79"."""
    if said(answers, Step.ASK, "alive") == "unborn":
        return "Unborn child"
    age = _age(answers, on)
    if age is None:
        who = {"adult": "Adult", "child": "Child"}.get(said(answers, Step.ASK, "concerns"), "Person")
        return f"{who}, age not known"
    about = "" if day_of(said(answers, Step.PERSON, "born")) else "about "
    who = "Adult" if age >= ADULT_FROM else "Child"
    return f"{who}, {about}{age}" if age else "Child, under 1"


def _age(answers: Answers, on: date) -> int | None:
    """In whole years: at death, else when it happened, else on the day given."""
    born = day_of(said(answers, Step.PERSON, "born"))
    if born is None:
        return _estimate(said(answers, Step.PERSON, "age"))
    died = day_of(said(answers, Step.PERSON, "died")) if said(answers, Step.ASK, "alive") == "died" else None
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
    person = answers.get(Step.PERSON, {})
    died = said(answers, Step.ASK, "alive") == "died"
    return {
        "names": [person.get("name") or "", *lines_of(person.get("aliases"))],
        "born": day_of(person.get("born")),
        "died": day_of(person.get("died")) if died else None,
        "nhs_number": person.get("nhs_number"),
        "addresses": lines_of(person.get("address")),
        "postcodes": lines_of(person.get("postcodes")),
        "workplaces": lines_of(person.get("places")),
    }


def others(answers: Answers) -> list[str]:
    """Full names of other people in it."""
    return lines_of(said(answers, Step.PERSON, "others"))


def staff(answers: Answers) -> list[str]:
    """Colleagues who are named on the form: not to be named outside either."""
    return [said(answers, Step.YOU, key) for key in ("name", "lead")]


def exact_days(answers: Answers) -> list[str]:
    """Days by which a case could be known, as ISO dates."""
    days = (day_of(said(answers, step, key)) for step, key in _TELLING_DAYS)
    return [day.isoformat() for day in days if day]


_TELLING_DAYS = (
    (Step.HAPPENED, "when"),
    (Step.HAPPENED, "agency_knew"),
    (Step.HAPPENED, "council_knew"),
)
