"""The promise of an edition: the words that were looked at, in another order, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Protocol

from pprg.documents import reading

OF_ITSELF = re.compile(r"[A-Za-z0-9+/]{22}==")
"""A PDF carries a digest of its own bytes, which tells nobody anything."""


class _File(Protocol):
    @property
    def content(self) -> bytes: ...


class _Suffixed(_File, Protocol):
    @property
    def suffix(self) -> str: ...


def says_the_same(file: _Suffixed, edition: _File) -> bool:
    """Whether both hold the same words equally often, pages and hidden corners alike, read from the bytes."""
    try:
        return _words(file.content, file.suffix) == _words(edition.content, file.suffix)
    except reading.CannotRead:
        return False


@lru_cache(maxsize=4)
def _words(content: bytes, suffix: str) -> Counter[str]:
    words = (word for place in reading.places(content, f".{suffix}") for word in place.text.split())
    return Counter(word for word in words if not OF_ITSELF.fullmatch(word))
