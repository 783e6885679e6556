"""What has been answered about a case, in the few values that triage weighs. Nothing said is None."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from pprg.errors import Mistaken

OLDEST = 130
YEARS = range(1850, 2101)
BEFORE_BIRTH = timedelta(weeks=42)
"""A child may be harmed before birth, but not longer before than this."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The facts of one person in one case. `pprg.guidance.triage.questions` says what each one asks."""

    age: int | None = None
    date_of_birth: date | None = None
    died_on: date | None = None
    incident_on: date | None = None
    became_aware_on: date | None = None
    """The day on which the local authority became aware: not the day the sender's agency did."""
    alive: bool | None = None
    in_area: str | None = None
    incident_area: str | None = None
    stillbirth_or_termination: str | None = None
    care_and_support_needs: str | None = None
    learning_disability: str | None = None
    autism: str | None = None
    diagnosis_recorded: str | None = None
    looked_after: str | None = None
    care_leaver: str | None = None
    abuse_or_neglect: str | None = None
    death_linked: str | None = None
    seriously_harmed: str | None = None
    relationship_of_alleged: str | None = None
    suicide: str | None = None
    domestic_abuse_history: str | None = None
    offensive_weapon: str | None = None
    mental_health_care: str | None = None
    mappa_level: int | None = None
    regulated_provider: str | None = None
    in_custody_or_detained: str | None = None
    sudden_or_unexplained: str | None = None
    immediate_risk: str | None = None
    agencies_worked_together_concern: str | None = None
    improvements_needed: str | None = None
    recurrent_theme: str | None = None
    new_learning: str | None = None
    good_practice_only: str | None = None


FACTS = tuple(field.name for field in fields(Facts))

_YES_NO = ("yes", "no")
_UNSURE = ("yes", "no", "unsure")
RELATIONSHIPS = ("partner", "ex", "relative", "household", "professional", "stranger", "none")
VALUES: dict[str, tuple[str, ...]] = {
    "incident_area": ("own", "other", "outside_england"),
    "care_and_support_needs": _UNSURE,
    "abuse_or_neglect": ("known", "suspected", "self_neglect", "none"),
    "death_linked": ("known", "suspected", "no"),
    "seriously_harmed": _UNSURE,
    "relationship_of_alleged": RELATIONSHIPS,
    "suicide": ("yes", "suspected", "no"),
    "domestic_abuse_history": ("yes", "suspected", "no"),
    "mental_health_care": ("none", "person", "alleged", "both"),
    "agencies_worked_together_concern": _UNSURE,
    "improvements_needed": _UNSURE,
    "recurrent_theme": _UNSURE,
    "new_learning": _UNSURE,
}
"""The words a fact is given in. One that is not here is yes or no, a day or a number."""

HARM_BLOCK = {
    "abuse_or_neglect": "none",
    "death_linked": "no",
    "seriously_harmed": "no",
    "relationship_of_alleged": "none",
    "suicide": "no",
    "domestic_abuse_history": "no",
    "offensive_weapon": "no",
    "mental_health_care": "none",
    "sudden_or_unexplained": "no",
}
"""What a referral of good practice is not asked, and what its blanks are read as."""


def facts_from(answers: Mapping[str, Any]) -> Facts:
    """Facts from plain values. Left out, null and "unknown" are not known; other keys are not read.

    Raises `Mistaken` with every value that cannot be read, each beside the fact it was given for.
    """
    if not isinstance(answers, Mapping):
        raise Mistaken([("facts", "Give the facts by name: {“age”: 79, …}.")])
    read: dict[str, Any] = {}
    mistakes: list[tuple[str, str]] = []
    for fact in FACTS:
        try:
            read[fact] = _READERS[fact](answers.get(fact))
        except ValueError as wrong:
            mistakes.append((fact, str(wrong)))
    if not mistakes:
        mistakes = _impossible(Facts(**read))
    if mistakes:
        raise Mistaken(mistakes)
    return Facts(**read)


def not_read(answers: Mapping[str, Any]) -> list[str]:
    """Names that no fact has, so that a slip of the pen is not lost in silence."""
    return sorted(str(key) for key in answers if key not in FACTS)


def settled(facts: Facts) -> Facts:
    """The same facts with the age worked out, and with the blanks of good practice read as none."""
    blanks: dict[str, Any] = {"age": age_of(facts)}
    if facts.good_practice_only == "yes":
        blanks |= {fact: none for fact, none in HARM_BLOCK.items() if getattr(facts, fact) is None}
    return replace(facts, **blanks)


def age_of(facts: Facts) -> int | None:
    """Whole years on the day of death or, for the living, of the incident. Harmed before birth is 0.

    An age is reached at the start of the birthday; born on 29 February, on 1 March in a common year.
    """
    days = (facts.incident_on, facts.died_on) if facts.alive else (facts.died_on, facts.incident_on)
    then, born = days[0] or days[1], facts.date_of_birth
    if facts.age is not None or born is None or then is None:
        return facts.age
    return max(0, then.year - born.year - ((then.month, then.day) < (born.month, born.day)))


def _impossible(facts: Facts) -> list[tuple[str, str]]:
    """Days that cannot follow one another."""
    born, wrong = facts.date_of_birth, []
    if born and facts.died_on and facts.died_on < born:
        wrong.append(("died_on", "The day of death is before the day of birth."))
    if born and facts.incident_on and facts.incident_on < born - BEFORE_BIRTH:
        wrong.append(("incident_on", "The incident is long before the day of birth."))
    return wrong


def _nothing(given: Any) -> bool:
    return given is None or (isinstance(given, str) and given.strip().lower() in {"", "unknown"})


def _word(values: tuple[str, ...], given: Any) -> str | None:
    if isinstance(given, bool):
        given = "yes" if given else "no"
    if _nothing(given):
        return None
    said = str(given).strip().lower()
    if said not in values:
        raise ValueError(f"{_shown(given)} is not one of: {', '.join(values)}.")
    return said


def _concern(given: Any) -> str | None:
    """The answer, with or without its reason beside it. The reason is for people to weigh."""
    return _word(_UNSURE, given.get("answer") if isinstance(given, Mapping) else given)


def _alive(given: Any) -> bool | None:
    said = _word(_YES_NO, given)
    return None if said is None else said == "yes"


def _day(given: Any) -> date | None:
    if _nothing(given):
        return None
    try:
        # Other ways to write a day that Python reads ("2026-W01-1") would surprise people.
        day = date.fromisoformat(given) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given) else None
    except (TypeError, ValueError):
        day = None
    if day is None or day.year not in YEARS:
        raise ValueError(f"{_shown(given)} is not a day such as 2026-01-31.")
    return day


def _whole(most: int, given: Any) -> int | None:
    if _nothing(given):
        return None
    if isinstance(given, str) and re.fullmatch("[0-9]{1,3}", given.strip()):
        given = int(given)
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= most:
        raise ValueError(f"{_shown(given)} is not a whole number from 0 to {most}.")
    return given


def _shown(given: Any) -> str:
    """A wrong value as its writer knows it, cut short: it may be a whole story in the wrong place."""
    words = str(given)
    return f"“{words[:40]}…”" if len(words) > 40 else f"“{words}”"


_READERS: dict[str, Callable[[Any], Any]] = {
    **{fact: partial(_word, VALUES.get(fact, _YES_NO)) for fact in FACTS},
    **dict.fromkeys(("date_of_birth", "died_on", "incident_on", "became_aware_on"), _day),
    "age": partial(_whole, OLDEST),
    "mappa_level": partial(_whole, 3),
    "alive": _alive,
    "agencies_worked_together_concern": _concern,
}
