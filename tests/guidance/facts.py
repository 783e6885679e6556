"""Facts to begin from: everything answered, nothing amiss. A test says only what differs."""

from __future__ import annotations

from typing import Any

from pprg.guidance.codes import Door
from pprg.guidance.triage.facts import facts_from
from pprg.guidance.triage.grid import Grid, weigh

NOTHING_AMISS: dict[str, Any] = {
    "age": 40,
    "alive": True,
    "in_area": "yes",
    "incident_area": "own",
    "stillbirth_or_termination": "no",
    "care_and_support_needs": "no",
    "learning_disability": "no",
    "autism": "no",
    "diagnosis_recorded": "no",
    "looked_after": "no",
    "care_leaver": "no",
    "abuse_or_neglect": "none",
    "death_linked": "no",
    "seriously_harmed": "no",
    "relationship_of_alleged": "none",
    "suicide": "no",
    "domestic_abuse_history": "no",
    "offensive_weapon": "no",
    "mental_health_care": "none",
    "mappa_level": 0,
    "regulated_provider": "no",
    "in_custody_or_detained": "no",
    "sudden_or_unexplained": "no",
    "immediate_risk": "no",
    "agencies_worked_together_concern": {"answer": "no", "why": ""},
    "improvements_needed": "no",
    "recurrent_theme": "no",
    "new_learning": "no",
    "good_practice_only": "no",
}

A_SAR = {"alive": False, "care_and_support_needs": "yes", "abuse_or_neglect": "known",
         "death_linked": "known",
         "agencies_worked_together_concern": "yes"}  # fmt: skip
A_SERIOUS_INCIDENT = {"age": 3, "abuse_or_neglect": "suspected", "seriously_harmed": "yes"}
A_KILLING_AT_HOME = {"alive": False, "abuse_or_neglect": "known", "death_linked": "known",
                     "relationship_of_alleged": "partner"}  # fmt: skip
A_SUICIDE = {"alive": False, "suicide": "yes", "domestic_abuse_history": "yes", "death_linked": None,
             "relationship_of_alleged": "ex"}  # fmt: skip


def a_grid(*cases: dict[str, Any], **more: Any) -> Grid:
    """The grid of somebody to whom nothing happened but what is said."""
    said = dict(NOTHING_AMISS)
    for case in cases:
        said |= case
    return weigh(facts_from(said | more))


def stands(door: Door, *cases: dict[str, Any], **more: Any) -> Any:
    return a_grid(*cases, **more).as_json()[door]


def signs(*cases: dict[str, Any], **more: Any) -> list[str]:
    return list(a_grid(*cases, **more).as_json()["signposts"])
