"""How alike two dates are: swapped, mistyped, half known, or a generation apart."""

from __future__ import annotations

from datetime import date

from rapidfuzz.distance import OSA

from pprg.people.matching.reasons import Reason

A_GENERATION = 15
"""Years: nobody younger is another's parent."""
A_FEW_DAYS = 3


def born_reason(a: str, b: str) -> Reason:
    """Two dates of birth, each "1950", "1950-02" or "1950-02-01"."""
    shorter = min(len(a), len(b))
    if shorter < len("1950-02-01"):
        agree = a[:shorter] == b[:shorter]
        return Reason.BORN_PARTLY if agree else _years_apart(a, b)
    if a == b:
        return Reason.BORN_NOMINAL if a.endswith("-01-01") else Reason.BORN_SAME
    if a == _other_way_round(b):
        return Reason.BORN_SWAPPED
    if OSA.distance(a.replace("-", ""), b.replace("-", "")) == 1:
        return Reason.BORN_DECADE if _gap(a, b) >= A_GENERATION else Reason.BORN_SLIP
    if abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= A_FEW_DAYS:
        return Reason.BORN_NEAR
    return _years_apart(a, b)


def died_reason(a: str, b: str) -> Reason:
    """Two dates of death."""
    shorter = min(len(a), len(b))
    if a[:shorter] != b[:shorter] and a != _other_way_round(b):
        return Reason.DIED_DIFFERS
    return Reason.DIED_SAME if shorter == len("1950-02-01") else Reason.DIED_PARTLY


def _years_apart(a: str, b: str) -> Reason:
    gap = _gap(a, b)
    if gap >= A_GENERATION:
        return Reason.BORN_GENERATION
    return Reason.BORN_DIFFERS if gap else Reason.BORN_YEAR


def _gap(a: str, b: str) -> int:
    return abs(int(a[:4]) - int(b[:4]))


def _other_way_round(day: str) -> str:
    """Day and month in each other's place; the same text where that is no date."""
    return f"{day[:4]}-{day[8:10]}-{day[5:7]}" if len(day) == len("1950-02-01") else day
