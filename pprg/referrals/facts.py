"""The facts that triage weighs, as the form answers them. Each is asked once, in plain words, on some page.

A fact that nobody answered, or answered "Not known", is None; "Not sure" stays in doubt. A criterion that was
weighed under *Why it should be reviewed* speaks where the plain question was left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pprg.guidance.lists import LOOKED_AFTER
from pprg.referrals.days import day_of
from pprg.referrals.questions import Answers, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import asked_only
from pprg.referrals.when import NOT_SURE, age_then, good_practice_only, may_be_stillborn, suggestion, types

__all__ = ["ASKED_AT", "facts_of", "suggestion"]

ASKED_AT: Mapping[str, tuple[Step, str]] = {
    "age": (Step.ESSENTIALS, "age"),
    "date_of_birth": (Step.ESSENTIALS, "born"),
    "died_on": (Step.ESSENTIALS, "died"),
    "incident_on": (Step.HAPPENED, "when"),
    "became_aware_on": (Step.HAPPENED, "council_knew"),
    "alive": (Step.ESSENTIALS, "alive"),
    "in_area": (Step.ASK, "lived_here"),
    "incident_area": (Step.ASK, "happened_in"),
    "stillbirth_or_termination": (Step.CHILD, "stillborn"),
    "care_and_support_needs": (Step.NEEDS, "had_needs"),
    "learning_disability": (Step.NEEDS, "learning_disability"),
    "autism": (Step.NEEDS, "autism"),
    "diagnosis_recorded": (Step.NEEDS, "diagnosis"),
    "looked_after": (Step.CHILD, "legal"),
    "care_leaver": (Step.NEEDS, "care_leaver"),
    "abuse_or_neglect": (Step.HARM, "abuse"),
    "death_linked": (Step.HARM, "linked"),
    "seriously_harmed": (Step.HARM, "serious"),
    "relationship_of_alleged": (Step.HARM, "by"),
    "suicide": (Step.HARM, "suicide"),
    "domestic_abuse_history": (Step.HARM, "abused_before"),
    "offensive_weapon": (Step.HARM, "weapon"),
    "mental_health_care": (Step.NEEDS, "mental_health_care"),
    "mappa_level": (Step.ALLEGED, "people"),
    "regulated_provider": (Step.HARM, "regulated"),
    "in_custody_or_detained": (Step.HARM, "custody"),
    "sudden_or_unexplained": (Step.HARM, "sudden"),
    "immediate_risk": (Step.HAPPENED, "at_risk"),
    "agencies_worked_together_concern": (Step.WHY, "concern"),
    "improvements_needed": (Step.WHY, "child_improvements"),
    "recurrent_theme": (Step.WHY, "child_recurrent"),
    "new_learning": (Step.WHY, "is_new"),
    "good_practice_only": (Step.ASK, "good_only"),
}
"""Where each fact is asked: what somebody who needs it may be led to."""

_AS_SAID = (
    "in_area",
    "incident_area",
    "learning_disability",
    "autism",
    "diagnosis_recorded",
    "abuse_or_neglect",
    "death_linked",
    "seriously_harmed",
    "relationship_of_alleged",
    "suicide",
    "domestic_abuse_history",
    "offensive_weapon",
    "regulated_provider",
    "in_custody_or_detained",
    "sudden_or_unexplained",
    "immediate_risk",
    "improvements_needed",
    "recurrent_theme",
    "new_learning",
)
"""Facts whose choices on the form are the values of the fact."""
_DAYS = ("date_of_birth", "incident_on")
_ALIVE = {"died": False, "alive": True, "unborn": True}


def facts_of(answers: Answers, *, on: date) -> dict[str, Any]:
    """What the form says of every fact, in the shape that `guidance.triage.facts.facts_from` reads."""
    told = asked_only(answers, on)
    died = said(told, Step.ESSENTIALS, "alive") == "died"
    knew = said(told, Step.HAPPENED, "council_told") == "yes"
    return {
        **{fact: _known(_at(told, fact)) for fact in _AS_SAID},
        **{fact: _day(_at(told, fact)) for fact in _DAYS},
        "died_on": _day(_at(told, "died_on")) if died else None,
        "became_aware_on": _day(_at(told, "became_aware_on")) if knew else None,
        "alive": _ALIVE.get(_at(told, "alive")),
        "age": _age(told),
        "stillbirth_or_termination": _stillborn(told),
        "care_and_support_needs": _known(_at(told, "care_and_support_needs"))
        or _known(said(told, Step.WHY, "sar_needs")),
        "looked_after": _looked_after(told),
        "care_leaver": _care_leaver(told),
        "mental_health_care": _mental_health_care(told),
        "mappa_level": _mappa_level(told),
        "agencies_worked_together_concern": {
            "answer": _known(_at(told, "agencies_worked_together_concern")),
            "why": str(said(told, Step.WHY, "together")),
        },
        "good_practice_only": _good_practice(told),
    }


def _at(answers: Answers, fact: str) -> Any:
    return said(answers, *ASKED_AT[fact])


def _known(answer: Any) -> str | None:
    return None if answer in {"", "not_known"} else str(answer)


def _day(kept: Any) -> str | None:
    day = day_of(kept)
    return day.isoformat() if day else None


def _age(answers: Answers) -> int | None:
    """Left to be worked out from the days where these are whole."""
    return None if day_of(_at(answers, "date_of_birth")) else age_then(answers)


def _stillborn(answers: Answers) -> str | None:
    """Asked only of a child who died in the first year; of anybody else it is plain."""
    if may_be_stillborn(answers):
        return _known(_at(answers, "stillbirth_or_termination"))
    lived = said(answers, Step.ESSENTIALS, "alive") in {"alive", "unborn"} or age_then(answers)
    return "no" if lived else None


def _looked_after(answers: Answers) -> str | None:
    statuses = set(_at(answers, "looked_after") or [])
    if statuses & LOOKED_AFTER:
        return "yes"
    return "no" if statuses - {"not_known"} else None


def _care_leaver(answers: Answers) -> str | None:
    """Asked of adults up to 25, and among the legal statuses of a child."""
    if "care_leaver" in (_at(answers, "looked_after") or []):
        return "yes"
    return _known(_at(answers, "care_leaver"))


def _alleged(answers: Answers, key: str) -> list[str]:
    """What was said of each person alleged responsible, but for "Not known"."""
    rows = _at(answers, "mappa_level") or []
    return [row[key] for row in rows if _known(row.get(key) or "")]


def _mental_health_care(answers: Answers) -> str | None:
    person = _known(_at(answers, "mental_health_care"))
    alleged = _alleged(answers, "mental_health_care")
    if "yes" in alleged:
        return "both" if person == "yes" else "alleged"
    if person == "yes":
        return "person"
    nobody = said(answers, Step.HARM, "by") == "none" or bool(alleged)
    return "none" if person == "no" and nobody else None


def _mappa_level(answers: Answers) -> int | None:
    levels = [int(level) for level in _alleged(answers, "mappa") if level in {"0", "1", "2", "3"}]
    return max(levels, default=0 if said(answers, Step.HARM, "by") == "none" else None)


def _good_practice(answers: Answers) -> str | None:
    if good_practice_only(answers):
        return "yes"
    asked = types(answers)
    if said(answers, Step.ASK, "good_only") == "no" or (asked and asked != [NOT_SURE]):
        return "no"
    return None
