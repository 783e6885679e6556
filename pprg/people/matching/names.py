"""How alike two names are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from pprg.people.matching import lists
from pprg.people.matching.folding import skeleton, sound, telling_parts
from pprg.people.matching.reasons import Reason
from pprg.people.matching.sketches import Sketch

SOUNDS_ALIKE = 0.8
TELLING = 3
"""A part of a double name must have so many letters to say something by itself."""


def name_reasons(a: Sketch, b: Sketch) -> Iterator[Reason]:
    """What given, middle and family names say, each the best that any of the names known gives."""
    given = _best(given_reason(x, y) for x in a.givens for y in b.givens)
    family = _best(family_reason(x, y) for x in a.families for y in b.families)
    if _apart(given) and _apart(family) and (swapped := _swapped(a, b)):
        yield swapped
        return
    if given is Reason.GIVEN_DIFFERS:
        given = _by_middle_name(a, b) or given
    if family is Reason.FAMILY_DIFFERS and not _apart(given) and "f" in (a.sex, b.sex):
        family = Reason.FAMILY_CHANGED
    yield from (reason for reason in (given, _middles(a, b), family) if reason)


@lru_cache(maxsize=20_000)
def given_reason(x: str, y: str) -> Reason:
    """Two given names, folded."""
    near, far = x.replace(" ", ""), y.replace(" ", "")
    if near == far:
        return Reason.GIVEN_SAME_COMMON if near in lists.words_of("common_given") else Reason.GIVEN_SAME
    if 1 in (len(near), len(far)):
        return Reason.GIVEN_INITIAL if near[0] == far[0] else Reason.GIVEN_DIFFERS
    if is_short_for(near, far):
        return Reason.GIVEN_SHORT
    if _spells(near, far) or _is_one_sound(near, far):
        return Reason.GIVEN_SOUND
    if x.split()[0] == y.split()[0] or _whole_in_part(x, y):
        return Reason.GIVEN_PART
    own = lists.names_of_their_own()
    return Reason.GIVEN_DIFFERS if near in own and far in own else _given_by_hand(near, far)


def _given_by_hand(near: str, far: str) -> Reason:
    """Where one is a name that no list has: a slip, a beginning, a way to write how it sounds."""
    if is_slip(near, far):
        return Reason.GIVEN_SLIP
    if _is_beginning(near, far):
        return Reason.GIVEN_SHORT
    return Reason.GIVEN_SOUND if _sounds(near, far) else Reason.GIVEN_DIFFERS


@lru_cache(maxsize=20_000)
def family_reason(x: str, y: str) -> Reason:
    """Two family names, folded."""
    near, far = telling_parts(x), telling_parts(y)
    if x == y or "".join(near) == "".join(far) or x.replace(" ", "") == y.replace(" ", ""):
        return (
            Reason.FAMILY_SAME_COMMON
            if "".join(near) in lists.words_of("common_families")
            else Reason.FAMILY_SAME
        )
    if len(near) + len(far) > 2 and _shares_a_part(near, far):
        return Reason.FAMILY_PART
    whole, other = x.replace(" ", ""), y.replace(" ", "")
    if is_slip(whole, other) or is_slip("".join(near), "".join(far)):
        return Reason.FAMILY_SLIP
    if _sounds(whole, other) or _sounds("".join(near), "".join(far)):
        return Reason.FAMILY_SOUND
    return Reason.FAMILY_DIFFERS


def is_short_for(x: str, y: str) -> bool:
    """Tony and Anthony; Jess and Jessie, both of Jessica; never Molly and Polly, both of Mary."""
    shorts = lists.short_forms()
    of_x, of_y = shorts.get(x, frozenset()), shorts.get(y, frozenset())
    if x in of_y or y in of_x or _any_spelling(x, of_y) or _any_spelling(y, of_x):
        return True
    if _is_pet_form(x, y) or _is_pet_form(y, x):
        return True
    return bool(of_x & of_y) and (x.startswith(y[:3]) or sound(x)[:2] == sound(y)[:2])


def is_slip(x: str, y: str) -> bool:
    """One key wrong, missing, too many or out of turn; two in a long name."""
    shorter = min(len(x), len(y))
    allowed = 0 if shorter < 4 else 1 if shorter < 8 else 2
    return allowed > 0 and DamerauLevenshtein.distance(x, y, score_cutoff=allowed) <= allowed


def _is_pet_form(short: str, whole: str) -> bool:
    """Gracie of Grace, Danny of Daniel: a beginning of the name with -y or -ie."""
    stem = re.sub(r"(.)\1$", r"\1", re.sub(r"(ie|ey|y|i)$", "", short))
    if stem == short or len(stem) < TELLING or not whole.startswith(stem):
        return False
    return whole in {stem, f"{stem}e"} or len(whole) > len(stem) + 1


def _is_beginning(x: str, y: str) -> bool:
    """Otto of Ottokar, Tolu of Toluwani: cut short, as many names are that no list has."""
    short, whole = sorted((x, y), key=len)
    return len(short) > TELLING and whole.startswith(short)


def _is_one_sound(x: str, y: str) -> bool:
    """Ellie and Elly; not Jack and Jake, where the last letter makes another name."""
    return sound(x) == sound(y) and x.endswith("e") == y.endswith("e")


def _sounds(x: str, y: str) -> bool:
    return skeleton(x) == skeleton(y) and JaroWinkler.similarity(sound(x), sound(y)) >= SOUNDS_ALIKE


def _spells(x: str, y: str) -> bool:
    known = lists.spellings()
    return bool(known.get(x, frozenset()) & known.get(y, frozenset()))


def _any_spelling(name: str, of: Iterable[str]) -> bool:
    return any(_spells(name, one) for one in of)


def _whole_in_part(x: str, y: str) -> bool:
    """ "Marie" in "anna marie"; a run-together "annamarie" has "anna" in front."""
    short, long = sorted((x, y), key=len)
    return short in long.split() or (
        len(short) > TELLING and long.replace(" ", "").startswith(short) and " " in long
    )


def _shares_a_part(near: list[str], far: list[str]) -> bool:
    long = [part for part in near if len(part) >= TELLING]
    return any(x == y or (len(x) > 4 and is_slip(x, y)) for x in long for y in far)


def _swapped(a: Sketch, b: Sketch) -> Reason | None:
    crosswise = (
        _near(x, f) and _near(e, y)
        for x in a.givens
        for y in b.givens
        for e in a.families
        for f in b.families
    )
    return Reason.SWAPPED if any(crosswise) else None


def _near(given: str, family: str) -> bool:
    x, y = given.replace(" ", ""), family.replace(" ", "")
    return x == y or is_slip(x, y) or _spells(x, y)


def _by_middle_name(a: Sketch, b: Sketch) -> Reason | None:
    pairs = [(x, m) for x in a.givens for m in b.middles] + [(x, m) for x in b.givens for m in a.middles]
    found = (given_reason(given, middle) for given, middle in pairs if len(middle) > 1)
    return Reason.GIVEN_MIDDLE if any(reason is not Reason.GIVEN_DIFFERS for reason in found) else None


def _middles(a: Sketch, b: Sketch) -> Reason | None:
    if not a.middles or not b.middles:
        return None
    best = _best(given_reason(x, y) for x in a.middles for y in b.middles)
    return Reason.MIDDLE_DIFFERS if best is Reason.GIVEN_DIFFERS else Reason.MIDDLE_SAME


def _best(reasons: Iterable[Reason]) -> Reason | None:
    return max(reasons, key=lambda reason: reason.stranger, default=None)


def _apart(reason: Reason | None) -> bool:
    return reason in {None, Reason.GIVEN_DIFFERS, Reason.FAMILY_DIFFERS}
