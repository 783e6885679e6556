"""Who must be there for a decision on a route, and whether they are. Pure: no database, no web.

The defaults are this group's own until its terms of reference say otherwise: a chair, somebody who speaks for
each statutory partner, and half of the core members.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pprg.guidance.codes import Route
from pprg.meetings.states import CHAIRS as CHAIRS
from pprg.meetings.states import Capacity, Voice

COUNCIL = frozenset({Voice.ADULT_SOCIAL_CARE, Voice.CHILDRENS_SERVICES})
HEALTH, POLICE = frozenset({Voice.HEALTH}), frozenset({Voice.POLICE})


@dataclass(frozen=True)
class QuorumRule:
    """From a day, on one route: of each of `needs` one is heard, and `core_share` in a hundred are there."""

    route: Route
    valid_from: date
    needs: tuple[frozenset[Voice], ...]
    core_share: int = 50


@dataclass(frozen=True)
class Present:
    """Somebody in the room who takes part in the decision."""

    name: str
    capacity: Capacity
    voice: Voice | None
    core: bool = True
    """Whether they are one of the core members, or come for one: a share of these has to be there."""

    @property
    def line(self) -> str:
        """How they stand in what is signed: "Ann Lee, core member, for the police"."""
        return f"{self.name}, {self.capacity}" + (f", for {self.voice}" if self.voice else "")


@dataclass(frozen=True)
class Quorum:
    """Whether the group may decide, what is lacking if not, and who takes part."""

    lacks: tuple[str, ...]
    took_part: tuple[str, ...]
    heard: tuple[Voice, ...] = ()
    """For whom those who take part speak."""

    @property
    def reached(self) -> bool:
        return not self.lacks

    @property
    def sentence(self) -> str:
        """How it is said in the room: "Quorate: the police and probation are heard." """
        if self.lacks:
            return f"Not quorate: {listed(self.lacks)} {'is' if len(self.lacks) == 1 else 'are'} missing."
        who = listed([voice.value for voice in self.heard])
        return f"Quorate: {who} {'is' if len(self.heard) == 1 else 'are'} heard." if who else "Quorate."


def listed(several: Sequence[str]) -> str:
    *first, last = several or [""]
    return f"{', '.join(first)} and {last}" if first else last


_ALWAYS = date.min
DEFAULTS = (
    QuorumRule(Route.SAR, _ALWAYS, (frozenset({Voice.ADULT_SOCIAL_CARE}), HEALTH, POLICE)),
    QuorumRule(Route.CHILD, _ALWAYS, (frozenset({Voice.CHILDRENS_SERVICES}), HEALTH, POLICE)),
    QuorumRule(
        Route.DHR,
        _ALWAYS,
        (
            COUNCIL,
            HEALTH,
            POLICE,
            frozenset({Voice.COMMUNITY_SAFETY}),
            frozenset({Voice.PROBATION}),
        ),
    ),
    QuorumRule(Route.LEARNING, _ALWAYS, (COUNCIL, HEALTH, POLICE)),
)


def rule_for(route: Route, day: date, settings: Sequence[QuorumRule] = ()) -> QuorumRule:
    """The rule that holds on a route on a day: the latest setting that has begun, else the default."""
    begun = [rule for rule in (*DEFAULTS, *settings) if rule.route == route and rule.valid_from <= day]
    return max(begun, key=lambda rule: rule.valid_from)


def weigh_quorum(rule: QuorumRule, present: Sequence[Present], *, core: int) -> Quorum:
    """`present` are those who count and take part; `core` is how many core members there are."""
    lacks = []
    if not any(one.capacity in CHAIRS for one in present):
        lacks.append("the chair or a deputy chair")
    heard = {one.voice for one in present}
    for voices in rule.needs:
        if heard.isdisjoint(voices):
            lacks.append(" or ".join(voice.value for voice in Voice if voice in voices))
    wanted, there = -(-core * rule.core_share // 100), sum(one.core for one in present)
    if there < wanted:
        lacks.append(f"{wanted - there} more of the {core} core members")
    speak = tuple(voice for voice in Voice if voice in heard)
    return Quorum(tuple(lacks), tuple(one.line for one in present), speak)
