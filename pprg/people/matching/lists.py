"""What is known of given names: short forms, spellings, which stand for themselves, which are common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from nicknames import NickNamer

NAMES = Path(__file__).parent / "names"


@cache
def words_of(name: str) -> frozenset[str]:
    """All words of one of our lists: "given", "common_families", "particles"."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """A name and what it is short for, from the library's list and our own."""
    stands_for: defaultdict[str, set[str]] = defaultdict(set)
    # The library looks names up one by one; we also want to know which names it knows.
    for short, whole in NickNamer()._canonical_lookup.items():
        stands_for[short] |= whole
    for line in _lines("short_forms"):
        whole_name, _, shorts = line.partition(":")
        for word in shorts.split():
            stands_for[word].add(whole_name.strip())
    return {short: frozenset(whole - {short}) for short, whole in stands_for.items()}


@cache
def spellings() -> dict[str, frozenset[int]]:
    """A name and the numbers of the families of spellings that it belongs to."""
    belongs: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("spellings")):
        for word in line.split():
            belongs[word].add(number)
    return {word: frozenset(numbers) for word, numbers in belongs.items()}


@cache
def names_of_their_own() -> frozenset[str]:
    """Every given name that we know: of two different ones neither is a slip for the other."""
    own, shorts = words_of("given"), short_forms()
    return frozenset(
        own | set(spellings()) | set(shorts) | {whole for one in shorts.values() for whole in one}
    )


@lru_cache(maxsize=20_000)
def roots(given: str) -> tuple[str, ...]:
    """What a given name may be filed under: itself or what it is short for, in one spelling each."""
    wholes = short_forms().get(given, frozenset())
    return tuple(sorted({_filed(name) for name in (given, *wholes)}))


def _filed(name: str) -> str:
    """One stable mark for all spellings of a name."""
    return f"#{min(spellings()[name])}" if name in spellings() else name


def _lines(name: str) -> Iterator[str]:
    for line in (NAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
