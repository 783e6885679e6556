"""The name a file came with, made fit to be shown: no folders, nothing invisible, not too long."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

LONGEST = 120
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Controls could break a page; marks that turn the direction of writing make one ending look like another."""


def shown(name: str) -> str:
    """The last part of a name, of letters and signs that can be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in unicodedata.normalize("NFC", last) if _seen(sign))
    plain = " ".join(seen.split()).strip(". ") or "document"
    if len(plain) <= LONGEST:
        return plain
    ending = ending_of(plain)
    return plain[: LONGEST - len(ending) - 1].rstrip(". ") + "…" + ending


def ending_of(name: str) -> str:
    """The ending that says what a file claims to be: ".docx". Nothing where there is none."""
    ending = PurePath(name).suffix.lower()
    return ending if 1 < len(ending) <= 10 else ""


def _seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _UNSEEN
