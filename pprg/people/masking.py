"""Words in which each name gives way to the label of whose it is, for those who need not know it.

What was written stays as it is; only the showing is masked. It is a courtesy to the people concerned, not
the disclosure check: a nickname that nobody entered stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind

TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "the", "of", "and"}
CODES = {IdentityKind.NHS_NUMBER, IdentityKind.POSTCODE}


def mask(identifiers: Iterable[Identifier]) -> Callable[[str], str]:
    """A function that shows words without these names, addresses, postcodes and NHS numbers."""
    shown: dict[str, str] = {}
    patterns: set[str] = set()
    for words, pattern, instead in (hidden for one in identifiers for hidden in _hidden(one)):
        shown.setdefault(_plain(words), instead)
        patterns.add(pattern)
    if not patterns:
        return lambda words: words
    # The longest first, so that a whole name goes before its parts.
    either = "|".join(sorted(patterns, key=len, reverse=True))
    found = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return lambda words: found.sub(lambda hit: _instead(hit[0], shown), words)


def _hidden(one: Identifier) -> Iterator[tuple[str, str, str]]:
    """Words to hide, how to find them, and what stands in their place."""
    if one.kind == IdentityKind.NAME:
        yield from ((name, _words(name), f"[{one.whose}]") for name in _forms(one.words))
    elif one.kind == IdentityKind.ADDRESS:
        yield one.words, _words(one.words), "[address]"
    elif one.kind in CODES:
        yield one.words, _code(one.words), f"[{one.kind}]"


def _instead(hit: str, shown: dict[str, str]) -> str:
    # "will" and "grace" are words; "Will" and "GRACE" are names, or stand at the start of a sentence.
    return hit if hit.isalpha() and hit.islower() else shown.get(_plain(hit), "[name]")


def _forms(name: str) -> list[str]:
    """A name as it may be written: whole, and each part of it."""
    parts = [part.strip(".,()'’\"“”") for part in re.split(r"[\s\-]+", name)]
    telling = [part for part in parts if len(part) > 1 and part.casefold() not in TITLES]
    return [name, *telling] if name.strip() else []


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()


def _words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _code(number: str) -> str:
    """A postcode or a number, wherever its blanks are put."""
    return r"\s*".join(re.escape(character) for character in _plain(number))
