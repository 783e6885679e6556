"""What likely pairs have in common, so that among 100,000 sealed records only a few need be opened.

Two records of one person share at least two keys however they differ: a wrong date leaves name and home, a
new name leaves date and home. A key that is strong alone is written twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pprg.people.matching.folding import skeleton, telling_parts
from pprg.people.matching.lists import roots, words_of
from pprg.people.matching.sketches import Sketch

ENOUGH = 2
"""So many keys shared make a pair worth comparing."""
A_WHOLE_DAY = len("1950-02-01")


def keys_of(sketch: Sketch) -> frozenset[str]:
    """The keys of one record; at most a few dozen short words."""
    givens = {root for given in (*sketch.givens, *sketch.middles) for root in _roots(given)}
    families = {skeleton("".join(telling_parts(whole))) for whole in _names(sketch.families)}
    return frozenset(
        [
            *_by_itself("nhs", [sketch.nhs]),
            *_by_itself("phone", sketch.phones),
            *_names_together(sketch, givens, families),
            *_by_birth(sketch, givens, families),
            *_by_home(sketch, givens),
        ]
    )


def _by_itself(kind: str, values: Iterable[str]) -> Iterator[str]:
    for value in values:
        if value:
            yield from (f"{kind} {value}", f"{kind} again {value}")


def _names_together(sketch: Sketch, givens: set[str], families: set[str]) -> Iterator[str]:
    seldom = not any(family in words_of("common_families") for family in sketch.families)
    for given in givens:
        for family in families:
            yield f"name {given} {family}"
            if seldom:
                yield f"name again {given} {family}"
    # The names as they sound, in any order: for those entered the other way round.
    for given in sketch.givens:
        for family in sketch.families:
            one, other = sorted((skeleton(given), skeleton(family)))
            yield f"sounds {one} {other}"


def _by_birth(sketch: Sketch, givens: set[str], families: set[str]) -> Iterator[str]:
    if not sketch.born:
        return
    year = sketch.born[:4]
    yield from (f"year {year} {family}" for family in families)
    if len(sketch.born) < A_WHOLE_DAY:
        return
    # Day and month in one order, so that the wrong way round is the same key.
    low, high = sorted((sketch.born[5:7], sketch.born[8:]))
    yield f"born {year} {low} {high}"
    for name in givens | families:
        yield f"birthday {low} {high} {name}"
        yield f"month {sketch.born[:7]} {name}"


def _by_home(sketch: Sketch, givens: set[str]) -> Iterator[str]:
    for home in sketch.homes:
        where = home.postcode or f"{home.street} {home.town}"
        if where.strip():
            if not home.shared:
                yield f"home {where} {home.number}"
            yield from (f"at {where} {given}" for given in givens)
        if home.number and home.street:
            yield f"door {home.number} {home.street}"


def _roots(given: str) -> Iterator[str]:
    for word in {given.replace(" ", ""), given.split(" ", maxsplit=1)[0]}:
        yield from (skeleton(root) if not root.startswith("#") else root for root in roots(word))


def _names(families: Iterable[str]) -> Iterator[str]:
    """Each family name whole and by its parts: half of a double name must be found too."""
    for family in families:
        yield family
        parts = telling_parts(family)
        if len(parts) > 1:
            yield from (part for part in parts if len(part) > 2)
