"""A return as it is read: what was asked and what was said, and the text of which the receipt is a digest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pprg.requests import chronology
from pprg.requests.chronology import Event
from pprg.requests.questions import NO, QUESTIONS, READ_AS, YES, Answers, Kind, Question, said
from pprg.requests.states import Part

YES_NO = {YES: "Yes", NO: "No"}


@dataclass(frozen=True)
class Said:
    """One question and its answer; of a chronology, its events."""

    key: str
    label: str
    words: str
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Section:
    part: Part
    title: str
    said: tuple[Said, ...]


def sections(answers: Answers, *, mask: Callable[[str], str] = str) -> list[Section]:
    """What was answered, page by page; with `mask`, without names."""
    found = []
    for part, title in READ_AS.items():
        spoken = (_said(question, said(answers, part, question.key)) for question in QUESTIONS[part])
        found.append(Section(part, title, tuple(_masked(one, mask) for one in spoken if one.words)))
    return [section for section in found if section.said]


def events_of(answers: Answers) -> Sequence[Event]:
    return chronology.read(said(answers, Part.DATES, "chronology"))


def as_text(answers: Answers, *, heading: str, foot: str) -> str:
    """The whole return in one plain text. Words stay exactly as they were typed."""
    blocks = [heading]
    for part, title in READ_AS.items():
        told = [(one.heading, said(answers, part, one.key)) for one in QUESTIONS[part]]
        if any(words for _, words in told):
            blocks.append(f"{title}\n{'-' * len(title)}")
            blocks += [f"{label}\n{YES_NO.get(words, words)}" for label, words in told if words]
    return "\n\n".join([*blocks, foot]) + "\n"


def receipt_of(text: str) -> str:
    """SHA-256 of the text as UTF-8: what `sha256sum` says of it when it is taken as a file."""
    return hashlib.sha256(text.encode()).hexdigest()


def _said(question: Question, words: str) -> Said:
    if question.kind == Kind.EVENTS:
        return Said(question.key, question.heading, words, tuple(chronology.read(words)))
    if question.kind == Kind.YES_NO:
        words = YES_NO.get(words, "")
    return Said(question.key, question.heading, words.strip() and words)


def _masked(one: Said, mask: Callable[[str], str]) -> Said:
    events = tuple(replace(event, what=mask(event.what)) for event in one.events)
    return replace(one, words=mask(one.words), events=events)
