"""What is public already and so no leak: the pseudonym, bodies named, whom to turn to, days of counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pprg.publications.disclosure.folding import folded
from pprg.publications.disclosure.words import CALENDAR
from pprg.publications.record import LearningRecord

_TELEPHONE = re.compile(r"(?:\+44|0)[\d\s()\-.]{8,14}\d")
_MAIL = re.compile(r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+\.[a-z]{2,}")


@dataclass(frozen=True, kw_only=True)
class Public:
    """`names` may stand anywhere; inside one of `phrases` a find is only possible."""

    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """Words of the body that owns the decision: the county's name among them."""
    telephones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    days: frozenset[tuple[int, int, int]] = frozenset()


def said_by(record: LearningRecord, *, house: Iterable[str] = (), dated: date | None = None) -> Public:
    """What the record itself and the house's own imprint say in public."""
    house = tuple(house)
    contacts = " | ".join([*(folded(one.contact) for one in record.support), *map(folded, house)])
    days = [record.published_on, record.statistic.as_of if record.statistic else None, dated]
    bodies = {body for one in record.recommendations for body in one.addressed_to}
    bodies |= {one.agency for one in record.changes_already_made} | {one.name for one in record.support}
    bodies |= {record.commissioned_by, record.lead_reviewer}
    return Public(
        names=tuple(folded(name) for name in re.split(r"\s+and\s+|[,&/]", record.pseudonym) if name.strip()),
        phrases=tuple(sorted(folded(words) for words in bodies if words)),
        words=frozenset(re.findall(r"[^\W\d_]+", folded(" ".join([record.commissioned_by, *house])))),
        telephones=frozenset(_figures(found) for found in _TELEPHONE.findall(contacts)),
        mails=frozenset(_MAIL.findall(contacts)),
        days=frozenset((day.year, day.month, day.day) for day in days if day),
    )


def capitals_in(record: LearningRecord, texts: Sequence[str]) -> list[str]:
    """Words written with a capital inside a sentence, each once: what a person should know and no list can.

    Without the pseudonym, the bodies that the record names, months and seasons, what is all capitals, and
    what the same texts write small elsewhere.
    """
    known = set(re.findall(r"[^\W\d_]+", folded(record.pseudonym)))
    for phrase in said_by(record).phrases:
        known |= set(re.findall(r"[^\W\d_]+", phrase))
    known |= {folded(word) for text in texts for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    found: dict[str, None] = {}
    for text in texts:
        for match in re.finditer(r"(?<=[a-z,;] )[A-ZÀ-Þ][^\W\d_'’]+(?: [A-ZÀ-Þ][^\W\d_'’]+)*", text):
            words = [folded(word) for word in match[0].split()]
            if not all(word in known or word in CALENDAR for word in words) and not match[0].isupper():
                found.setdefault(match[0])
    return sorted(found)


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text).removeprefix("44").removeprefix("0")
