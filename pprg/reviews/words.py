"""What a review found and recommends, in plain words, on their way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pprg.reviews.states import QUESTIONS, CostBand, Intention, Method


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


@dataclass(frozen=True, kw_only=True)
class ScopeWords:
    """What a review is to do, complete or not. `agencies` are ids."""

    period_from: date | None = None
    period_to: date | None = None
    key_questions: Sequence[str] = ()
    method: Method | None = None
    why_this_method: str = ""
    agencies: Sequence[str] = ()
    independent: bool | None = None
    family: str = ""
    constraints: str = ""
    report_by: date | None = None
    publish_by: date | None = None
    cost: CostBand | None = None
    publication: Intention | None = None
    half_days: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What stands in the boxes of a day that is not whole yet, by the name of the day."""


WANTED = {
    "period_from": "Say from when the review looks.",
    "period_to": "Say until when the review looks.",
    "method": "Choose how the review is done.",
    "why_this_method": "Say why this is proportionate.",
    "agencies": "Choose the agencies that take part.",
    "independent": "Say whether the reviewer is independent.",
    "family": "Say how the person or the family takes part, or why they do not.",
    "constraints": "Say what other processes allow, or that there are none.",
    "report_by": "Say by when the report is wanted.",
    "cost": "Choose what it is expected to cost.",
    "publication": "Choose what is meant to become of the report.",
}


def scope_lacks(words: ScopeWords) -> list[tuple[str, str]]:
    """What stands between a scope and its agreement, as (field, sentence), in the order of the page."""
    lacks = [(name, said) for name, said in WANTED.items() if getattr(words, name) in (None, "", (), [])]
    least, most = QUESTIONS
    if not least <= len(words.key_questions) <= most:
        lacks.append(("key_questions", f"Ask {least} to {most} key questions, one a line."))
    if words.publish_by is None and words.publication in {Intention.IN_FULL, Intention.BRIEFING}:
        lacks.append(("publish_by", "Say by when it is to be published."))
    named = {name for name, _ in lacks}
    lacks += [(name, "Finish this day, or clear it.") for name in words.half_days if name not in named]
    if words.period_from and words.period_to and words.period_to < words.period_from:
        lacks.append(("period_to", "The period ends before it begins."))
    if words.report_by and words.publish_by and words.publish_by < words.report_by:
        lacks.append(("publish_by", "It would be published before the report is there."))
    order = list(ScopeWords.__dataclass_fields__)
    return sorted(lacks, key=lambda lack: order.index(lack[0]))


def repeated(refs: Iterable[str]) -> list[tuple[int, str]]:
    """The refs that came before already, with their places: a ref names one thing."""
    seen: set[str] = set()
    twice = []
    for place, ref in enumerate(refs):
        if ref in seen:
            twice.append((place, ref))
        seen.add(ref)
    return twice
