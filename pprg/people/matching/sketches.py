"""One record of a person as the matcher reads it: folded once, so that comparing is quick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pprg.people.matching.folding import PARTICLES, family_of, given_of

if TYPE_CHECKING:
    from pprg.people.matching.places import Home


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """What can be compared. The names that lead come first; nothing known is empty."""

    givens: tuple[str, ...] = ()
    middles: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    born: str = ""
    died: str = ""
    sex: str = ""
    """"f", "m" or "": anything else that is written says nothing about being one person."""
    nhs: str = ""
    homes: tuple[Home, ...] = ()
    phones: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """For keeping, sealed, beside the particulars it was made of."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_plain(cls, kept: dict[str, Any]) -> Sketch:
        from pprg.people.matching.places import Home

        homes = tuple(Home(**home) for home in kept.get("homes", ()))
        known: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        return cls(**known | {"homes": homes})


def day_known(written: date | str | None) -> str:
    """As much of a date as is known, "1950", "1950-02" or the whole; "" for anything else."""
    text = written.isoformat() if isinstance(written, date) else (written or "").strip()
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return ""
    if len(text) < len("1950-02-01"):
        return text
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return text[:4]


def sex_known(written: str | None) -> str:
    first = (written or "").strip().casefold()[:1]
    return first if first in {"f", "m"} else "f" if first == "w" else ""


def whole_names(names: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Given, middle and family names of names written in one piece, "Grace Anne O'Dowd-Finch" or "Dot"."""
    givens, middles, families = [], [], []
    for place, name in enumerate(names):
        if "," in name:  # Finch, Grace
            family, _, given = name.partition(",")
            name = f"{given} {family}"
        first, middle, last = _taken_apart(name)
        givens.append(first)
        middles += middle
        families.append(last if last or place else "")
    return givens, middles, families


def _taken_apart(name: str) -> tuple[str, list[str], str]:
    words = [word for word in name.split() if given_of(word) or family_of(word)]
    if len(words) < 2:
        return (words[0] if words else ""), [], ""
    at = len(words) - 1
    while at > 1 and given_of(words[at - 1]) in PARTICLES:  # Anna van der Berg
        at -= 1
    return words[0], words[1:at], " ".join(words[at:])


def distinct(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
