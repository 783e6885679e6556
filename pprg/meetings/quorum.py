"""Who must be there for a decision on a route, and whether they are. Pure: no database, no web.

The defaults are this group's own until its terms of reference say otherwise: a chair, somebody who speaks for
each statutory partner, and half of the core members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

    took_part: tuple[str, ...]
    heard: tuple[Voice, ...] = ()
    """For whom those who take part speak."""
    has_chair: bool = True
    unheard: tuple[str, ...] = ()
    """For whom somebody would have to speak and nobody does."""
    short: int = 0
    """How many more of the `core` core members it would take."""
    core: int = 0

    @property
    def lacks(self) -> tuple[str, ...]:
        chair = () if self.has_chair else ("the chair or a deputy chair",)
        members = (f"{self.short} more of the {self.core} core members",) if self.short else ()
        return (*chair, *self.unheard, *members)

    @property
    def reached(self) -> bool:
        return not self.lacks

    @property
    def sentence(self) -> str:
        """How it is said in the room: "Not quorate: nobody is here for the police." """
        if not self.reached:
            return f"Not quorate: {'; '.join(self._lacking())}."
        who = listed([voice.value for voice in self.heard])
        return f"Quorate: somebody is here for {who}." if who else "Quorate."

    def _lacking(self) -> Iterator[str]:
        if not self.has_chair:
            yield "neither the chair nor a deputy chair is here"
        if self.unheard:
            yield f"nobody is here for {listed(self.unheard, 'or')}"
        if self.short:
            needed = "is" if self.short == 1 else "are"
            yield f"{self.short} more of the {self.core} core members {needed} needed"


def listed(several: Sequence[str], last_with: str = "and") -> str:
    *first, last = several or [""]
    return f"{', '.join(first)} {last_with} {last}" if first else last


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
    heard = {one.voice for one in present}
    unheard = [voices for voices in rule.needs if heard.isdisjoint(voices)]
    wanted, there = -(-core * rule.core_share // 100), sum(one.core for one in present)
    return Quorum(
        took_part=tuple(one.line for one in present),
        heard=tuple(voice for voice in Voice if voice in heard),
        has_chair=any(one.capacity in CHAIRS for one in present),
        unheard=tuple(" or ".join(voice.value for voice in Voice if voice in voices) for voices in unheard),
        short=max(0, wanted - there),
        core=core,
    )
