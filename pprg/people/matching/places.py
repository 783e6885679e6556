"""Addresses, postcodes and telephones, and how alike they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from pprg.people.matching.folding import plain
from pprg.people.matching.names import is_slip
from pprg.people.matching.reasons import Reason

POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][A-Z]{2})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)\s*([a-z]?)(?:\s*[-/]\s*\d+)?[\s,]+(.+)$", re.IGNORECASE)
_WITHIN = re.compile(
    r"^(?:flat|apartment|apt|unit|room|studio|bedsit|no|number)\.?\s*(\w+)[\s,]+", re.IGNORECASE
)
_WHERE_MANY_LIVE = re.compile(
    r"\b(care|nursing|residential|rest|children'?s|approved|foster)\s+(home|house|centre|premises)\b"
    r"|\b(hospital|hospice|ward|hostel|prison|hmp|yoi|refuge|hotel|shelter|barracks"
    r"|supported (living|housing)|night ?shelter|traveller site|bed and breakfast|b&b"
    r"|halls of residence|extra care)\b",
    re.IGNORECASE,
)
_NOWHERE = re.compile(
    r"^\s*(nfa|no fixed (abode|address)|not known|unknown|none|n/?a|homeless|address withheld)\b", re.I
)
_SHORT = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "cres": "crescent", "cr": "crescent",
    "ln": "lane", "ct": "court", "crt": "court", "dr": "drive", "drv": "drive", "gdns": "gardens",
    "gdn": "gardens", "ter": "terrace", "terr": "terrace", "tce": "terrace", "pl": "place", "cl": "close",
    "clo": "close", "gr": "grove", "grv": "grove", "sq": "square", "pk": "park", "hl": "hill", "wy": "way",
    "wlk": "walk", "bldgs": "buildings", "yd": "yard", "rw": "row", "ho": "house", "hse": "house",
    "nth": "north", "sth": "south", "mt": "mount", "blvd": "boulevard",
}  # fmt: skip
ALIKE = 88  # of 100, for street names with a slip in them


@dataclass(frozen=True)
class Home:
    """One address, taken apart. Anything may be "" where it is not known."""

    number: str
    street: str
    town: str
    postcode: str
    within: str = ""
    """The flat or room."""
    shared: bool = False
    """Where many live who are no family: a care home, a prison, a refuge."""


def home_of(address: str, postcode: str = "") -> Home | None:
    """An address as it was written, or None where it says nothing."""
    found = POSTCODE.search(postcode) or POSTCODE.search(address)
    code = "".join(found.groups()).upper() if found else ""
    told = POSTCODE.sub("", address).strip(" ,\n")
    if _NOWHERE.match(told):
        told = ""
    if not told and not code:
        return None
    lines = [line.strip() for line in re.split(r"[,\n]+", told) if line.strip()]
    number, street, within, rest = _street(lines)
    shared = bool(_WHERE_MANY_LIVE.search(told))
    return Home(number, street, plain(rest[-1]) if rest else "", code, within, shared)


def phone_of(written: str) -> str:
    """A telephone number as digits from 0, or "" where it is none."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", written))
    digits = re.sub(r"^(?:00)?44(?=\d{9,10}$)", "0", digits)
    return digits if len(digits) >= 9 and len(set(digits)) > 2 else ""


def home_reason(a: Iterable[Home], b: Iterable[Home]) -> Reason | None:
    """The nearest that any address of one comes to any of the other; None where one has none."""
    pairs = [(x, y) for x in a for y in b]
    return max((_homes(x, y) for x, y in pairs), key=lambda reason: reason.stranger, default=None)


def _homes(x: Home, y: Home) -> Reason:
    one_code = bool(x.postcode) and x.postcode == y.postcode
    if _one_street(x, y) and x.number == y.number and _could_agree(x, y):
        if x.shared or y.shared:
            return Reason.HOME_SHARED
        return Reason.HOME_BUILDING if x.within and y.within and x.within != y.within else Reason.HOME_SAME
    if one_code:
        if x.shared and y.shared:
            return Reason.HOME_SHARED
        return Reason.HOME_SAME if x.number and x.number == y.number else Reason.HOME_POSTCODE
    if _one_street(x, y) and x.town == y.town and x.town:
        return Reason.HOME_STREET
    return Reason.HOME_DIFFERS


def _one_street(x: Home, y: Home) -> bool:
    if not x.street or not y.street:
        return False
    return x.street == y.street or fuzz.ratio(x.street, y.street) >= ALIKE


def _could_agree(x: Home, y: Home) -> bool:
    """Whether postcodes, or else towns, allow two like-named streets to be one."""
    if x.postcode and y.postcode:
        return x.postcode == y.postcode or is_slip(x.postcode, y.postcode) or x.town == y.town != ""
    return not x.town or not y.town or fuzz.ratio(x.town, y.town) >= ALIKE


def _street(lines: list[str]) -> tuple[str, str, str, list[str]]:
    """Number, street, flat, and the lines after the street. A house without a number goes by its name."""
    within = ""
    for place, line in enumerate(lines):
        if inside := _WITHIN.match(f"{line},"):
            within, line = inside[1].casefold(), line[inside.end() :].strip()
        if numbered := _NUMBERED.match(line):
            number = f"{int(numbered[1])}{numbered[2]}".casefold()
            return number, _spelt_out(numbered[3]), within, lines[place + 1 :]
    bare = [line for line in lines if not _WITHIN.match(f"{line},")]
    return "", _spelt_out(bare[0]) if bare else "", within, bare[1:]


def _spelt_out(street: str) -> str:
    words = plain(street).split()
    return " ".join(_SHORT.get(word, word) if place else word for place, word in enumerate(words))
