"""Looking for the marks of a case in the places of a file, and weighing what is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind, SecretKind
from pprg.publications.disclosure import anyones, days, names, places
from pprg.publications.disclosure.folding import Folded, fold
from pprg.publications.disclosure.marks import Mark, Weight, either_side
from pprg.publications.disclosure.public import Public
from pprg.publications.disclosure.words import CALENDAR, COMMON, PARTICLES

ROUND_ABOUT = 60
"""Letters shown on either side of what was found."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Words that stand together in one spot of a file. `running` text is sentences; a file name is not."""

    where: str
    words: str
    running: bool = True


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something found that may give a person away. What is *sure* must go; what is not, a person judges."""

    place: int
    """Which of the places, counted from 0."""
    at: int
    """Where in its words it begins."""
    where: str
    what: str
    """"Name", "Exact day"."""
    whose: str
    """The label of the person it belongs to, if it is one's."""
    before: str
    found: str
    after: str
    sure: bool
    key: str
    """The same for the same find in the same place, and for no other."""


class _Find(NamedTuple):
    start: int
    end: int
    what: str
    whose: str
    sure: bool


class _Text(NamedTuple):
    """One place as it is searched, with words that the whole file also writes small."""

    place: Place
    folded: Folded
    written_small: frozenset[str]


def hits_in(given: Sequence[Place], identifiers: Iterable[Identifier], public: Public) -> list[Hit]:
    """Every find in reading order. Of finds that lie over one another the surest and longest is kept."""
    small = frozenset(word for place in given if place.running for word in _written_small(place.words))
    texts = [_Text(place, fold(place.words), small) for place in given]
    whole = "\n".join(text.folded.text for text in texts)
    marks = [mark for mark in marks_of(tuple(identifiers), public) if mark.needle in whole]
    hits: list[Hit] = []
    for number, text in enumerate(texts):
        found = [*_of_case(text, marks), *_of_anyone(text, public)]
        hits += _shown(number, text, _kept([_in_public(find, text, public) for find in found]))
    return hits


@lru_cache(maxsize=32)
def marks_of(identifiers: tuple[Identifier, ...], public: Public) -> tuple[Mark, ...]:
    """Every way of writing every identifier of a case."""
    return tuple(dict.fromkeys(mark for one in identifiers for mark in _marks(one, public)))


def _marks(one: Identifier, public: Public) -> Iterator[Mark]:
    what, whose = str(one.kind).capitalize().replace("Nhs", "NHS"), one.whose
    match one.kind:
        case IdentityKind.NAME | SecretKind.STAFF:
            return names.marks_of_name(one.words, what, whose=whose)
        case IdentityKind.BORN | IdentityKind.DIED | SecretKind.EXACT_DATE:
            return days.marks_of_day(one.words, what, whose=whose)
        case IdentityKind.NHS_NUMBER:
            return places.marks_of_number(one.words, what, whose=whose)
        case IdentityKind.POSTCODE:
            return places.marks_of_postcode(one.words, what, whose=whose)
        case IdentityKind.ADDRESS:
            return places.marks_of_address(one.words, what, whose=whose, public=public.words)
        case IdentityKind.WORKPLACE | SecretKind.PLACE:
            return places.marks_of_place(one.words, what, whose=whose, public=public.words)
        case IdentityKind.OTHER:
            return places.marks_of_other(one.words, what, whose=whose)


def _of_case(text: _Text, marks: Iterable[Mark]) -> Iterator[_Find]:
    for mark in marks:
        if mark.needle not in text.folded.text:
            continue
        for found in mark.pattern.finditer(text.folded.text):
            sure = _weighed(mark, text, *found.span())
            if sure is not None:
                yield _Find(*found.span(), mark.what, mark.whose, sure)


def _of_anyone(text: _Text, public: Public) -> Iterator[_Find]:
    for what, start, end in anyones.finds(text.folded, public):
        yield _Find(start, end, what, "", sure=False)


def _weighed(mark: Mark, text: _Text, start: int, end: int) -> bool | None:
    """Whether the find is sure; None where it is nothing at all."""
    first, last = text.folded.span(start, end)
    written = _WORD.findall(text.folded.written[first:last])
    capitals = all(not word[0].islower() for word in written if word.lower() not in PARTICLES)
    match mark.weight:
        case Weight.SURE:
            return True
        case Weight.POSSIBLE:
            return False
        case Weight.CAPITAL:
            return False if capitals or not text.place.running else None
        case Weight.INITIALS:
            return True if capitals else None
        case Weight.ACRONYM:
            return all(word.isupper() for word in written)
        case Weight.NAME:
            return _weighed_name(mark, text, first, capitals=capitals)


def _weighed_name(mark: Mark, text: _Text, first: int, *, capitals: bool) -> bool | None:
    """Names that are words too need a capital where a word would have none."""
    if len(mark.parts) == 1 and len(mark.parts[0]) <= 2:
        return False if capitals else None
    if all(part in CALENDAR for part in mark.parts):
        return False
    wordy = all(part in COMMON or part in text.written_small for part in mark.parts)
    alone = len(mark.parts) == 1
    if wordy:
        return capitals and not (alone and text.folded.starts_a_sentence(first))
    return capitals or not alone or not text.place.running


def _in_public(find: _Find, text: _Text, public: Public) -> _Find | None:
    """Nothing where the pseudonym stands; only possible inside a name or body that is public."""
    if any(start <= find.start and find.end <= end for start, end in _spans(public.names, text)):
        return None
    if any(start <= find.start and find.end <= end for start, end in _spans(public.phrases, text)):
        return find._replace(sure=False)
    return find


def _spans(phrases: Iterable[str], text: _Text) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        if phrase in text.folded.text:
            for found in either_side(re.escape(phrase)).finditer(text.folded.text):
                yield found.span()


def _kept(finds: Iterable[_Find | None]) -> list[_Find]:
    """Each stretch of text once, the surest and then the longest find of it."""
    kept: list[_Find] = []
    for find in sorted(filter(None, finds), key=lambda find: (not find.sure, find.start - find.end)):
        if all(find.end <= other.start or other.end <= find.start for other in kept):
            kept.append(find)
    return sorted(kept)


def _shown(number: int, text: _Text, finds: Iterable[_Find]) -> Iterator[Hit]:
    seen: Counter[str] = Counter()
    for find in finds:
        first, last = text.folded.span(find.start, find.end)
        written = text.folded.written
        alike = f"{text.place.where}|{find.what}|{text.folded.text[find.start : find.end]}"
        seen[alike] += 1
        yield Hit(
            place=number,
            at=first,
            where=text.place.where,
            what=find.what,
            whose=find.whose,
            before=_one_line(written[max(0, first - ROUND_ABOUT) : first], cut_front=first > ROUND_ABOUT),
            found=written[first:last],
            after=_one_line(written[last : last + ROUND_ABOUT], cut_back=last + ROUND_ABOUT < len(written)),
            sure=find.sure,
            key=f"{number}|{alike}|{seen[alike]}",
        )


def _one_line(words: str, *, cut_front: bool = False, cut_back: bool = False) -> str:
    """On one line, cut between words."""
    flat = re.sub(r"\s+", " ", words)
    if cut_front and " " in flat:
        flat = "… " + flat.split(" ", 1)[1]
    if cut_back and " " in flat:
        flat = flat.rsplit(" ", 1)[0] + " …"
    return flat


def _written_small(words: str) -> Iterator[str]:
    return (word for word in _WORD.findall(words) if word.islower())
