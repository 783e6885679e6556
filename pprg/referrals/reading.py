"""A referral as it is read: what was asked and what was said, in plain words, and its receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pprg.referrals.answers import day_of
from pprg.referrals.questions import Answers, Kind, Question, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import READ_AS, TITLES, questions_of


@dataclass(frozen=True)
class Said:
    """One question and its answer. Empty words: it was not answered."""

    key: str
    label: str
    words: str
    follows: bool = False
    """It only explains the answer before it."""


@dataclass(frozen=True)
class Part:
    """One step of the form, as it is read."""

    step: Step
    title: str
    said: tuple[Said, ...]


def parts(answers: Answers, *, on: date) -> list[Part]:
    """Everything that was asked, with the answers as they were typed: for the writer."""
    return [Part(step, TITLES[step], _said(step, answers, questions_of(step, answers, on))) for step in Step]


def parts_for_others(answers: Answers, *, on: date, mask: Callable[[str], str] | None = None) -> list[Part]:
    """What was answered, as others read it. With `mask`, names give way and the vault is left out."""
    found = []
    for step, title in READ_AS.items():
        asked = [
            replace(question, label=question.read_as or question.label)
            for question in questions_of(step, answers, on)
            if not (mask and question.vault)
        ]
        spoken = (one for one in _said(step, answers, asked) if one.words)
        shown = (replace(one, words=mask(one.words)) if mask else one for one in spoken)
        found.append(Part(step, title, tuple(shown)))
    return found


def as_text(read: list[Part], *, heading: str) -> str:
    """The words as sent, in one plain text: what the receipt is a digest of."""
    blocks = [heading]
    for part in read:
        blocks.append(f"{part.title}\n{'-' * len(part.title)}")
        blocks += [f"{one.label}\n{one.words or 'Not answered'}" for one in part.said]
    return "\n\n".join(blocks) + "\n"


def receipt_of(text: str) -> str:
    """SHA-256 of the words as UTF-8: what `sha256sum` says of the text when it is taken as a file."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_words(question: Question, kept: Any) -> str:
    """An answer as it is read. Text comes back exactly as it was typed."""
    if question.kind == Kind.DAY:
        return _day_in_words(kept)
    labels = {choice.value: choice.label for choice in question.choices}
    if question.kind == Kind.ONE:
        return labels.get(kept, "")
    if question.kind == Kind.SEVERAL:
        return "\n".join(label for value, label in labels.items() if value in kept)
    return str(kept)


def _said(step: Step, answers: Answers, asked: list[Question]) -> tuple[Said, ...]:
    return tuple(
        Said(q.key, q.label, in_words(q, said(answers, step, q.key)), follows=bool(q.rests_on)) for q in asked
    )


def _day_in_words(kept: Any) -> str:
    if not isinstance(kept, Mapping):
        return ""
    if kept.get("unknown"):
        return "Not known"
    if day := day_of(kept):
        return f"{day.day} {day:%B %Y}"
    return " ".join(str(kept[box]) for box in ("day", "month", "year") if kept.get(box))
