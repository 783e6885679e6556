"""Two sketches weighed: one person or two, how sure, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pprg.people.matching.days import born_reason, died_reason
from pprg.people.matching.names import name_reasons
from pprg.people.matching.numbers import number_reason
from pprg.people.matching.places import home_reason
from pprg.people.matching.reasons import Aspect, Reason, Standing
from pprg.people.matching.sketches import Sketch

ANY_STRANGER = -14
"""Bits before anything is compared: of some 16,000 records that could be taken for it, one is it."""
ONE_OF_THE_FAMILY = -2
MOST = 12
"""Beyond so many bits more evidence makes nobody surer."""


@dataclass(frozen=True)
class Likeness:
    """`score` is how likely they are one person, from 0 to 1."""

    same: bool
    score: float
    reasons: tuple[Reason, ...]

    @property
    def sentences(self) -> list[str]:
        return [reason.words for reason in self.reasons]


def compare(a: Sketch, b: Sketch) -> Likeness:
    """Whether two records are of one person. `compare(a, b)` and `compare(b, a)` say the same."""
    reasons = tuple(_reasons(a, b))
    stranger = ANY_STRANGER + sum(reason.stranger for reason in reasons)
    relative = ONE_OF_THE_FAMILY + sum(reason.relative for reason in reasons)
    bits = max(-MOST, min(MOST, stranger, relative))
    return Likeness(same=bits > 0, score=round(1 / (1 + 2**-bits), 4), reasons=reasons)


def _reasons(a: Sketch, b: Sketch) -> Iterator[Reason]:
    said = list(_by_aspect(a, b))
    yield from said
    yield from _together(set(said))


def _by_aspect(a: Sketch, b: Sketch) -> Iterator[Reason]:
    if a.nhs and b.nhs:
        yield number_reason(a.nhs, b.nhs)
    yield from name_reasons(a, b)
    if a.born and b.born:
        yield born_reason(a.born, b.born)
    if a.died and b.died:
        yield died_reason(a.died, b.died)
    if a.sex and b.sex:
        yield Reason.SEX_SAME if a.sex == b.sex else Reason.SEX_DIFFERS
    home = home_reason(a.homes, b.homes)
    if home:
        yield home
    if a.phones and b.phones:
        yield _phone_reason(a, b, shared=home is Reason.HOME_SHARED)


def _phone_reason(a: Sketch, b: Sketch, *, shared: bool) -> Reason:
    if not set(a.phones) & set(b.phones):
        return Reason.PHONE_DIFFERS
    return Reason.PHONE_SHARED if shared else Reason.PHONE_SAME


def _together(said: set[Reason]) -> Iterator[Reason]:
    """What only several aspects together tell."""
    given, family = standings(said, Aspect.GIVEN), standings(said, Aspect.FAMILY)
    tied = any(reason.ties for reason in said)
    one_birthday = Reason.BORN_SAME in said
    if not tied and (Standing.DIFFERS in family or Standing.SAME not in given | family):
        yield Reason.UNTIED
    if one_birthday and given and Standing.DIFFERS not in given:
        yield Reason.ONE_BIRTH if Standing.SAME in given else Reason.ONE_BIRTH_ALIKE
    if one_birthday and tied and Reason.GIVEN_DIFFERS in said and Standing.DIFFERS not in family:
        yield Reason.COULD_BE_TWINS
    if tied and Reason.BORN_GENERATION in said and Standing.SAME in given & family:
        yield Reason.COULD_BE_PARENT


def standings(said: Iterable[Reason], aspect: Aspect) -> set[Standing]:
    """How an aspect stands; empty where one side or both say nothing of it."""
    return {reason.standing for reason in said if reason.aspect == aspect}
