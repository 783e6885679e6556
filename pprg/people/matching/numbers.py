"""NHS numbers: ten digits of which the last checks the others."""

from __future__ import annotations

import re

from nhs_number.validate import is_valid
from rapidfuzz.distance import OSA

from pprg.people.matching.reasons import Reason


def number_of(written: str | None) -> str:
    """The digits, or "" where they are no number at all or a row of one figure."""
    digits = re.sub(r"\D", "", written or "")
    return digits if 9 <= len(digits) <= 11 and len(set(digits)) > 1 else ""


def number_reason(a: str, b: str) -> Reason:
    """Two NHS numbers. One slip always spoils the check digit, so two sound ones are two people's."""
    if a == b:
        return Reason.NHS_SAME
    if is_valid(a) and is_valid(b):
        return Reason.NHS_DIFFERS
    return Reason.NHS_SLIP if OSA.distance(a, b) <= 1 else Reason.NHS_UNSOUND
