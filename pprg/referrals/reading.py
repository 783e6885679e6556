"""A referral as it is read: what was asked and what was said, in plain words, and its receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pprg.referrals.days import day_of, known_of_day
from pprg.referrals.questions import Answers, Kind, Question, Row, said
from pprg.referrals.states import Step
from pprg.referrals.steps.asking import READ_AS, TITLES, questions_of, steps_of


@dataclass(frozen=True)
class Said:
    """One question and its answer. Empty words: it was not answered."""

    key: str
    label: str
    words: str
    follows: bool = False
    """It only explains the answer before it."""
    entries: tuple[tuple[Said, ...], ...] = ()
    """Of a list: what was said of each entry. `words` holds the same in one text."""


@dataclass(frozen=True)
class Part:
    """One step of the form, as it is read."""

    step: Step
    title: str
    said: tuple[Said, ...]


def parts(answers: Answers, *, on: date) -> list[Part]:
    """Everything that was asked, with the answers as they were typed: for the writer."""
    return [
        Part(step, TITLES[step], _said(step, answers, questions_of(step, answers, on)))
        for step in steps_of(answers)
    ]


def parts_for_others(answers: Answers, *, on: date, mask: Callable[[str], str] | None = None) -> list[Part]:
    """What was answered, as others read it. With `mask`, names give way and the vault is left out."""
    found = []
    for step, title in READ_AS.items():
        asked = [
            replace(question, label=question.read_as or question.label)
            for question in questions_of(step, answers, on)
            if not (mask and question.vault)
        ]
        spoken = (one for one in _said(step, answers, asked, keep_vault=not mask) if one.words)
        found.append(Part(step, title, tuple(_masked(one, mask) if mask else one for one in spoken)))
    return [part for part in found if part.said]


def _masked(one: Said, mask: Callable[[str], str]) -> Said:
    entries = tuple(tuple(_masked(each, mask) for each in entry) for entry in one.entries)
    return replace(one, words=mask(one.words), entries=entries)


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


def _said(
    step: Step, answers: Answers, asked: list[Question], *, keep_vault: bool = True
) -> tuple[Said, ...]:
    told = (question for question in asked if question.kind != Kind.NOTE)
    return tuple(_one(question, said(answers, step, question.key), keep_vault) for question in told)


def _one(question: Question, kept: Any, keep_vault: bool) -> Said:
    if question.kind != Kind.ROWS:
        return Said(question.key, question.label, in_words(question, kept), follows=bool(question.rests_on))
    entries = tuple(
        filter(None, (_entry(question, row, keep_vault) for row in in_order(question, kept or [])))
    )
    numbered = (
        "\n".join(f"{number}. {one.label}: {one.words}" for one in entry)
        for number, entry in enumerate(entries, start=1)
    )
    return Said(question.key, question.label, "\n\n".join(numbered), entries=entries)


def in_order(question: Question, rows: Sequence[Row]) -> list[Row]:
    """The entries of a list, by day if they have one. Those without stand last, as they were added."""
    if not question.by_day:
        return list(rows)
    return sorted(rows, key=lambda row: (known_of_day(row.get(question.by_day)) or "9", _time(row)))


def _time(row: Row) -> str:
    """The time of day as far as it can be put in order: "9:05" is before "10:00"."""
    return str(row.get("time") or "").strip().rjust(5, "0")


def _entry(question: Question, row: Row, keep_vault: bool) -> tuple[Said, ...]:
    columns = [column for column in question.columns if keep_vault or not column.vault]
    told = (Said(c.key, c.read_as or c.label, in_words(c, row.get(c.key) or "")) for c in columns)
    return tuple(one for one in told if one.words)


def _day_in_words(kept: Any) -> str:
    if not isinstance(kept, Mapping):
        return ""
    if kept.get("unknown"):
        return "Not known"
    if day := day_of(kept):
        return f"{day.day} {day:%B %Y}"
    return " ".join(str(kept[box]) for box in ("day", "month", "year") if kept.get(box))
