"""What is looked for: one way of writing one identifier, and how much finding it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How sure a find is, before one looks at how it is written."""

    SURE = "sure"
    POSSIBLE = "possible"
    NAME = "name"
    """Depends on capitals: names may be words too."""
    CAPITAL = "capital"
    """Possible with a capital, or where text is not sentences; else nothing."""
    INITIALS = "initials"
    """Only with capitals: "a ward" is not A. Ward."""
    ACRONYM = "acronym"
    """Sure in capitals: QPA. A word like "jab" is not."""


@dataclass(frozen=True)
class Mark:
    what: str
    """What it is, for the page: "Name"."""
    whose: str
    """The label of the person it belongs to: "Niece"; empty for none."""
    pattern: re.Pattern[str]
    """Over folded text."""
    weight: Weight
    parts: tuple[str, ...] = ()
    """Folded words of which it is made, by which it is told whether it could be a word of the language."""
    needle: str = ""
    """Letters without which the pattern cannot fit: looked for first, because that is quick."""


def either_side(pattern: str, *, after: str = "") -> re.Pattern[str]:
    """Standing free: no letter or figure touches it. An underline, as in file names, counts as free."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_]){after}")


def joined(pieces: Sequence[str]) -> str:
    """One after the other: apart, with a comma, a dash or an underline between, or run together."""
    return r"[\s,._\-]{0,3}".join(pieces)


def core(word: str) -> str:
    """The longest stretch of a word that is written together however the word is written."""
    return max(re.findall(r"[^\W_]+", word), key=len, default="")
