"""Reviews that others hold: when to tell them, where, and a text to copy that names nobody.

Nothing is sent from here. Whoever notifies fills in the names where they notify.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pprg.guidance.codes import Door
from pprg.guidance.labels import door_label
from pprg.guidance.triage.grid import Grid, Stands
from pprg.guidance.triage.signposts import LEDER_SITE

TO_FILL_IN = "[to be filled in]"
"""Stands in a text to copy for what the sender alone knows and this house does not write down there."""


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    door: Door
    why: str
    """When it applies, in plain words."""
    how: str
    link: str = ""
    """Where to notify, if that is one public place. Child deaths go through a local system."""
    asks_for: tuple[str, ...]
    """What the notification wants, in its order."""

    @property
    def name(self) -> str:
        return door_label(self.door)


CHILD_DEATH = Elsewhere(
    door=Door.CHILD_DEATH,
    why="Every death of a child under 18 who normally lived here is reviewed, whatever the cause. "
    "Stillbirths and planned terminations are left out.",
    how="Notify through the local child death system, usually eCDOP. The child death review partners take "
    "it from there, also while a rapid review runs.",
    asks_for=(
        "Full name of the child",
        "Date of birth",
        "NHS number",
        "Home address",
        "Where the child died",
        "Who was present or caring",
        "The child’s GP and school",
    ),
)
LEDER = Elsewhere(
    door=Door.LEDER,
    why="Deaths of people with a learning disability from the age of 4, and of autistic people from 18, "
    "where the diagnosis is in the clinical record.",
    how="Notify on the LeDeR site. Anybody may, and two notifications of one death are joined there.",
    link=LEDER_SITE,
    asks_for=(
        "Full name of the person",
        "Date of birth",
        "NHS number",
        "Home address",
        "GP practice",
        "Who knew the person well, and how to reach them",
    ),
)
ELSEWHERE: Mapping[Door, Elsewhere] = {each.door: each for each in (CHILD_DEATH, LEDER)}
CHILD_DEATH_FIRST = (
    "For a child of 4 to 17 the child death review comes first. It shares its results with LeDeR."
)


def due_elsewhere(grid: Grid) -> list[Elsewhere]:
    """What the facts say is to be told elsewhere, in the order in which to do it; often nothing."""
    return [ELSEWHERE[door] for door in ELSEWHERE if grid[door].stands == Stands.MET]


def text_to_copy(
    door: Door, *, reference: str, label: str, died_on: date | None, organisation: str, contact: str
) -> str:
    """A notification in plain text, without a name in it. `label` is "Child, 6", as others know the case."""
    to_tell = ELSEWHERE[door]
    known = [
        f"Notification of a death: {to_tell.name}",
        "",
        f"Our reference: {reference}",
        f"The person: {label}",
        f"Date of death: {f'{died_on.day} {died_on:%B %Y}' if died_on else TO_FILL_IN}",
        f"Why we notify: {to_tell.why}",
        f"Sent by: {organisation}, {contact}",
        "",
        "To be filled in by whoever notifies:",
    ]
    return "\n".join([*known, *(f"{wanted}: {TO_FILL_IN}" for wanted in to_tell.asks_for)]) + "\n"
