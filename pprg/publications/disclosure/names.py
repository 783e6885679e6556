"""Every way in which a name may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pprg.publications.disclosure.folding import folded
from pprg.publications.disclosure.marks import Mark, Weight, core, either_side, joined
from pprg.publications.disclosure.words import PARTICLES, TITLES

_RUN_TOGETHER = "mrs?|ms|miss|mx|dr|prof|pc|sister|baby|child"
SHORTEST = 3
"""Letters of a part of a name that means something alone."""


def marks_of_name(name: str, kind: str, *, whose: str = "") -> Iterator[Mark]:
    """Whole, turned round, by initials and surname, each part alone, and the parts of double names.

    A title is not part of a name: "Dr Anselm Rookwood" is looked for as the other two words.
    """
    parts = _without_titles(_parts(name))
    acronym = re.fullmatch(r"\W*([A-Z]{2,5})\W*", name)
    if acronym:
        small = acronym[1].lower()
        yield Mark(kind, whose, either_side(small), Weight.ACRONYM, (small,), small)
        return
    if len(parts) > 1:
        for needle, pattern in _wholes(parts):
            yield Mark(kind, whose, pattern, Weight.NAME, tuple(parts), needle)
        yield from _by_initials(parts, kind, whose)
    for piece in dict.fromkeys(piece for part in parts for piece in _pieces(part)):
        if len(piece) >= 2 and piece not in PARTICLES:
            yield Mark(kind, whose, _alone(piece), Weight.NAME, (piece,), core(piece))


def _parts(name: str) -> list[str]:
    """The words of a name, compared as text is. "Pruett, Dorothea" and "Dorothea (Dot) Pruett" too."""
    called, _, rest = folded(name).partition(",")
    # "Pruett, Dorothea" is a name turned round; in "Rhona Pelletier, head teacher" a job follows.
    plain = called if rest and (set(rest.split()) <= TITLES or _a_job(name)) else f"{called} {rest}"
    return [part.strip("'.-") for part in re.split(r"[\s,()\[\]\"/&]+", plain) if part.strip("'.-")]


def _a_job(name: str) -> bool:
    """ "Priya Nand, housing officer": nobody writes only the half of a name with capitals."""
    called, _, rest = name.partition(",")
    return called.strip()[:1].isupper() and rest.strip()[:1].islower()


def _without_titles(parts: list[str]) -> list[str]:
    """Dr Anselm Rookwood without the first word; Alice Ward with the last."""
    while len(parts) > 1 and parts[0].strip(".") in TITLES:
        parts = parts[1:]
    return parts


def _pieces(part: str) -> list[str]:
    """A double name is known by the whole and by each half."""
    halves = [half for half in re.split(r"[-']", part) if len(half) >= SHORTEST]
    return [part, *halves] if "-" in part or "'" in part else [part]


@lru_cache(maxsize=2048)
def _spelled(part: str) -> str:
    """O'Neill, ONeill, O Neill; Askew-Boyd, Askew Boyd, AskewBoyd."""
    return "".join(r"[-' ]?" if letter in "-'" else re.escape(letter) for letter in part)


def _wholes(parts: list[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Whole names, each with the letters it cannot be without."""
    first, last = _spelled(parts[0]), _spelled(parts[-1])
    at_front, at_end = core(parts[0]), core(parts[-1])
    yield at_end, either_side(joined([first, last]))
    yield at_end, either_side(joined([last, first]))
    if len(parts) > 2:
        middles = rf"(?:{'|'.join(_spelled(part) for part in parts[1:-1])})"
        yield at_end, either_side(joined([_spelled(part) for part in parts]))
        yield at_front, either_side(joined([first, middles]))
        yield at_end, either_side(joined([middles, last]))


def _by_initials(parts: list[str], kind: str, whose: str) -> Iterator[Mark]:
    """D. Pruett, D E Pruett, and D.E.P. by itself."""
    *given, last = parts
    several = r"[. ]{0,2}".join(re.escape(part[0]) for part in given)
    pattern = rf"(?:{several}|{re.escape(given[0][0])})[. ]{{1,2}}{_spelled(last)}"
    yield Mark(kind, whose, either_side(pattern), Weight.INITIALS, (last,), core(last))
    dotted = r"\. ?".join(re.escape(part[0]) for part in parts) + r"\."
    yield Mark("Initials", whose, re.compile(rf"(?<![^\W_]){dotted}"), Weight.POSSIBLE)


def _alone(part: str) -> re.Pattern[str]:
    """One part by itself; also of several people: "the Pruetts"."""
    plural = "s?" if len(part) > SHORTEST + 1 else ""
    if not part[0].isascii():
        return re.compile(_spelled(part)) if len(part) >= SHORTEST else either_side(_spelled(part))
    # A title may be run together with it, as in names of files; "shan't" is not somebody called Shan.
    return either_side(rf"(?:{_RUN_TOGETHER})?{_spelled(part)}{plural}", after="(?!'t)")
