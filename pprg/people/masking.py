"""Words in which each name gives way to the label of whose it is, for those who need not know it.

What was written stays as it is; only the showing is masked. It is a courtesy to the people concerned, not
the disclosure check: a nickname that nobody entered stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind, SecretKind

TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "the", "of", "and"}
SHOWN_AS: dict[IdentityKind | SecretKind, str] = {
    IdentityKind.NHS_NUMBER: "[NHS number]",
    IdentityKind.ADDRESS: "[address]",
    IdentityKind.POSTCODE: "[postcode]",
}


def mask(identifiers: Iterable[Identifier]) -> Callable[[str], str]:
    """A function that shows words without these names, addresses, postcodes and NHS numbers."""
    shown: dict[str, str] = {}
    patterns: set[str] = set()
    for one in identifiers:
        if one.kind == IdentityKind.NAME:
            for name in _forms(one.words):
                shown.setdefault(_plain(name), f"[{one.whose}]")
                patterns.add(_words(name))
        elif instead := SHOWN_AS.get(one.kind):
            shown.setdefault(_plain(one.words), instead)
            patterns.add(_words(one.words) if one.kind == IdentityKind.ADDRESS else _code(one.words))
    if not patterns:
        return lambda words: words
    # The longest first, so that a whole name goes before its parts.
    either = "|".join(sorted(patterns, key=len, reverse=True))
    found = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return lambda words: found.sub(lambda hit: _instead(hit[0], shown), words)


def _instead(hit: str, shown: dict[str, str]) -> str:
    # "will" and "grace" are words; "Will" and "GRACE" are names, or stand at the start of a sentence.
    return hit if hit.isalpha() and hit.islower() else shown.get(_plain(hit), "[name]")


def _forms(name: str) -> list[str]:
    """A name as it may be written: whole, and each part of it."""
    parts = [part.strip(".,()'’\"“”") for part in re.split(r"[\s\-]+", name)]
    return [name, *(part for part in parts if len(part) > 1 and part.casefold() not in TITLES)]


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()


def _words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _code(number: str) -> str:
    """A postcode or a number, wherever its blanks are put."""
    return r"\s*".join(re.escape(character) for character in _plain(number))
