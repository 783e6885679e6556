"""Addresses, postcodes, places, workplaces, numbers: everything that is not a name or a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pprg.publications.disclosure.folding import folded
from pprg.publications.disclosure.marks import Mark, Weight, core, either_side, joined
from pprg.publications.disclosure.words import COMMON, OF_PLACES, ROADS

_ORDINARY = COMMON | OF_PLACES
_SEPARATE = r"[\W_]{0,2}"


def marks_of_postcode(postcode: str, kind: str, *, whose: str = "") -> Iterator[Mark]:
    """With and without its blank; the first half alone, which is a district, is only possible."""
    letters = re.sub(r"[\W_]", "", folded(postcode))
    if len(letters) < 5:
        return
    first, last = letters[:-3], letters[-3:]
    yield Mark(kind, whose, either_side(rf"{first}[\s\-]{{0,2}}{last}"), Weight.SURE, needle=last)
    yield Mark(f"{kind}, first half", whose, either_side(first), Weight.POSSIBLE, needle=first)


def marks_of_number(number: str, kind: str, *, whose: str = "") -> Iterator[Mark]:
    """Figures in this order, with whatever stands between them."""
    figures = re.sub(r"\D", "", folded(number))
    if len(figures) >= 5:
        yield Mark(kind, whose, _figures(figures), Weight.SURE)


def marks_of_address(
    address: str, kind: str, *, whose: str = "", public: Collection[str] = ()
) -> Iterator[Mark]:
    """Whole, and each part between commas: the street with and without its number, the town."""
    for part in dict.fromkeys([address, *re.split(r"[,;\n]", address)]):
        yield from marks_of_place(part, kind, whose=whose, public=public)


def marks_of_place(place: str, kind: str, *, whose: str = "", public: Collection[str] = ()) -> Iterator[Mark]:
    """A place, school or workplace by its whole name, and possibly by the one word that makes it known."""
    acronym = re.fullmatch(r"\W*([A-Z]{2,6})\W*", place)
    words = [word for word in re.split(r"[\s,;.()/&]+", folded(place)) if word]
    if acronym:
        yield Mark(kind, whose, either_side(words[0]), Weight.ACRONYM, (words[0],), words[0])
        return
    telling = [word for word in words if not word.isdigit() and len(word) > 2 and word not in public]
    if not telling or _only_a_door(words):
        return
    numbered = words[0][0].isdigit()
    weight = Weight.SURE if len(words) > 1 else Weight.NAME
    yield Mark(kind, whose, _phrase(words), weight, tuple(telling), _needle(words))
    street = words[1:] if numbered else words
    if numbered:
        yield Mark(kind, whose, _phrase(street), Weight.NAME, tuple(telling), _needle(street))
    if len(street) > 1:
        for word in telling:
            if word not in _ORDINARY:
                one = either_side(re.escape(word))
                yield Mark(f"{kind}, one word of it", whose, one, Weight.CAPITAL, needle=core(word))


def marks_of_other(said: str, kind: str, *, whose: str = "") -> Iterator[Mark]:
    """A telephone number, an e-mail address, a handle, a reference: by what it looks like."""
    plain = re.sub(r"\([^)]*\)", " ", folded(said)).strip()
    figures = re.sub(r"\D", "", plain)
    if "@" in plain.strip("@"):
        yield from _of_mail(plain, kind, whose)
    elif plain.startswith("@"):
        yield Mark(kind, whose, either_side(re.escape(plain.strip("@"))), Weight.SURE)
    elif len(figures) >= 9 and re.fullmatch(r"[\d\s()+.\-/]+", plain):
        yield Mark(kind, whose, _telephone(figures), Weight.SURE)
    else:
        yield from _of_reference(plain, kind, whose)


def _of_mail(plain: str, kind: str, whose: str) -> Iterator[Mark]:
    for address in re.findall(r"[^\s<>]+@[^\s<>]+", plain):
        yield Mark(kind, whose, re.compile(re.escape(address)), Weight.SURE)
        before = address.partition("@")[0]
        if len(before) > 4:
            yield Mark(f"{kind}, part of it", whose, either_side(re.escape(before)), Weight.POSSIBLE)


def _of_reference(plain: str, kind: str, whose: str) -> Iterator[Mark]:
    """ "tenancy TR/0006/B" by its reference; words without figures by all of them together."""
    coded = [word for word in plain.split() if any(letter.isdigit() for letter in word)]
    for word in coded:
        chunks = re.findall(r"[a-z]+|\d+", word)
        if sum(map(len, chunks)) >= 4:
            yield Mark(kind, whose, either_side(_SEPARATE.join(chunks)), Weight.SURE)
        for chunk in chunks:
            if chunk.isdigit() and len(chunk) >= 6:
                yield Mark(f"{kind}, figures of it", whose, _figures(chunk), Weight.SURE)
    words = re.findall(r"[^\W_]+", plain)
    if not coded and words:
        weight = Weight.SURE if len(words) > 1 else Weight.NAME
        yield Mark(kind, whose, _phrase(words), weight, tuple(words), _needle(words))


def _telephone(figures: str) -> re.Pattern[str]:
    """0 and +44 at the front are the same."""
    local = figures.removeprefix("0044").removeprefix("44").removeprefix("0")
    return re.compile(rf"(?<!\d)(?:(?:00|\+)?44[\s()\-.]{{0,3}}0?\)?|0)?[\s\-.]?{_spaced(local)}(?!\d)")


def _figures(figures: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){_spaced(figures)}(?!\d)")


def _spaced(figures: str) -> str:
    return r"[\s\-.]{0,2}".join(figures)


def _phrase(words: list[str]) -> re.Pattern[str]:
    """All the words, "&" and "and" alike or left out, roads by their short forms too."""
    first, *others = [_one_word(word) for word in words if word not in {"and", "&"}]
    return either_side(joined([first, *(rf"(?:(?:and|&)\s)?{word}" for word in others)]))


def _needle(words: list[str]) -> str:
    """The longest word that has no short form."""
    return max((core(word) for word in words if word not in ROADS), key=len, default="")


def _one_word(word: str) -> str:
    spelled = re.escape(word).replace("\\-", "[- ]?").replace("'", "'?")
    short = ROADS.get(word)
    return rf"(?:{spelled}|{short})" if short else spelled


def _only_a_door(words: list[str]) -> bool:
    """ "Flat 3", "First floor": a thousand addresses have one."""
    return words[0] in {"flat", "apartment", "unit", "room", "floor"} and len(words) < 3
