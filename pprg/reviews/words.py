"""What a review found and recommends, in plain words, on their way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FindingWords:
    """One system finding. `ref` is how the others speak of it: "F1"."""

    ref: str
    heading: str
    what: str
    why: str
    in_practice: str
    themes: Sequence[str] = ()
    report_paragraphs: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class RecommendationWords:
    """One recommendation. `finding_ref` is the finding it rests on."""

    ref: str
    words: str
    addressed_to: Sequence[str] = ()
    finding_ref: str = ""
    national: bool = False


def repeated(refs: Iterable[str]) -> list[tuple[int, str]]:
    """The refs that came before already, with their places: a ref names one thing."""
    seen: set[str] = set()
    twice = []
    for place, ref in enumerate(refs):
        if ref in seen:
            twice.append((place, ref))
        seen.add(ref)
    return twice
