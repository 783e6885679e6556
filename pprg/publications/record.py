"""The learning record of a review: its public words, and apart from them what may never be said outside.

Field by field after the partnership's table of names, meanings and hard limits. A record is read from a file
(`read_record`) or from words typed on the pages (`check_words`); what cannot be accepted is said beside the
field it stands in ("findings[2].heading: Say the finding in a heading."), all mistakes at once. What is
said of `restricted` never repeats it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, StrictBool, ValidationError

from pprg.errors import Mistaken
from pprg.guidance.codes import THEMES, Audience, ReviewType
from pprg.publications.wording import (
    AtMost,
    Code,
    IsoDay,
    NhsNumber,
    Pages,
    Reference,
    Said,
    only_absent,
    sentence_of,
)

LARGEST = 2 * 1024 * 1024
THE_FILE = "the file"

OneTheme = Annotated[str, Code(sorted(THEMES), "theme")]
Words = Annotated[str, Said()]
"""Text that may be empty and is as long as one line may be."""
Needed = Annotated[str, Said("This may not be empty.")]


Part = TypeVar("Part", bound="_Part")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Statistic(_Part):
    """One number, with where it came from and when it was counted."""

    text: Annotated[str, Said("Write the sentence with the number, or leave the statistic out.", words=60)]
    source: Annotated[str, Said("Say where the number comes from.", words=60)]
    as_of: Annotated[date, IsoDay()]


class Happening(_Part):
    when: Annotated[str, Said("Say when: a season or about when, never a day.", words=12)]
    event: Annotated[str, Said("Say what happened.", words=80)]
    short: Annotated[str, Said(words=20)] = ""
    """The author's label for a timeline, usually eight words at most."""


class Finding(_Part):
    """What was seen, why it made sense then, what good looks like."""

    ref: Words
    heading: Annotated[str, Said("Say the finding in a heading.", words=100)]
    what: Annotated[str, Said("Say what was seen.")]
    why: Annotated[str, Said("Say why it made sense then.")]
    in_practice: Annotated[str, Said("Say what good looks like in practice.")]
    themes: Annotated[tuple[OneTheme, ...], AtMost(8)]
    report_paragraphs: Annotated[tuple[Needed, ...], AtMost(8)]


class GoodPractice(_Part):
    role: Annotated[str, Said("Name the role, never the person.", words=30)]
    what: Annotated[str, Said("Say what they did.")]


class WhatToDo(_Part):
    audience: Annotated[Audience, Code(list(Audience), "audience")]
    action: Annotated[str, Said("Say what to do, beginning with a verb.")]


class Recommendation(_Part):
    ref: Words
    text: Annotated[str, Said("Say what is to change.", words=80)]
    addressed_to: Annotated[tuple[Annotated[str, Said("Name the body.", words=40)], ...], AtMost(8, least=1)]
    finding: Annotated[str, Said("Name the finding it rests on, like F1.")]
    national: StrictBool


class Change(_Part):
    agency: Annotated[str, Said("Name the agency.", words=40)]
    change: Annotated[str, Said("Say what has changed.")]


class Support(_Part):
    name: Annotated[str, Said("Say who it is.", words=40)]
    contact: Annotated[str, Said("Give the number or address.", words=40)]


class Report(_Part):
    file_name: Annotated[str, Said("Give the name of the report's file.", characters=200)]
    pages: Annotated[int, Pages()]


class LearningRecord(_Part):
    """Everything of a review that may be said outside. Attributes are named as in the table."""

    reference: Annotated[str, Reference()]
    review_type: Annotated[ReviewType, Code(list(ReviewType), "review type")]
    title: Annotated[str, Said("Give a title: the pseudonym, then the point.", characters=200)]
    pseudonym: Annotated[str, Said("Give the agreed pseudonym.", characters=60)]
    one_line: Annotated[str, Said("Say it in one sentence, for the search card.", words=60)]
    published_on: Annotated[date, IsoDay()]
    period_covered: Annotated[str, Said(words=30)]
    commissioned_by: Annotated[str, Said("Name the body that owns the decision.", words=40)]
    lead_reviewer: Annotated[str, Said(words=40)]
    method: Annotated[str, Said(words=60)]
    pen_picture: Annotated[tuple[Needed, ...], AtMost(8)]
    why_reviewed: Annotated[str, Said("Say why it was reviewed.", words=400, lines=True)]
    statistic: Statistic | None
    what_happened: Annotated[tuple[Happening, ...], AtMost(12)]
    lived_experience: Annotated[str, Said(words=450, lines=True)]
    findings: Annotated[tuple[Finding, ...], AtMost(10)]
    good_practice: Annotated[tuple[GoodPractice, ...], AtMost(8)]
    what_to_do: Annotated[tuple[WhatToDo, ...], AtMost(12)]
    questions: Annotated[tuple[Needed, ...], AtMost(8)]
    supervision_prompts: Annotated[tuple[Needed, ...], AtMost(10)]
    recommendations: Annotated[tuple[Recommendation, ...], AtMost(20)]
    changes_already_made: Annotated[tuple[Change, ...], AtMost(10)]
    themes: Annotated[tuple[OneTheme, ...], AtMost(10)]
    keywords: Annotated[tuple[Needed, ...], AtMost(20)]
    content_warnings: Annotated[tuple[Needed, ...], AtMost(6)]
    support: Annotated[tuple[Support, ...], AtMost(8)]
    report: Report | None


class RestrictedPerson(_Part):
    """Somebody of the case, with everything by which they could be known."""

    role: Annotated[str, Said("Say the person's part: subject, niece, neighbour.", words=30)]
    names: Annotated[tuple[Needed, ...], AtMost(60)]
    date_of_birth: Annotated[date, IsoDay()] | None
    date_of_death: Annotated[date, IsoDay()] | None
    nhs_number: Annotated[str, NhsNumber()] | None
    addresses: Annotated[tuple[Needed, ...], AtMost(60)]
    postcodes: Annotated[tuple[Needed, ...], AtMost(60)]
    school_or_workplace: Annotated[tuple[Needed, ...], AtMost(60)]
    other_identifiers: Annotated[tuple[Needed, ...], AtMost(60)]


class Restricted(_Part):
    """What never leaves the case: it goes into the vault and nowhere else."""

    people: Annotated[tuple[RestrictedPerson, ...], AtMost(60)]
    staff: Annotated[tuple[Needed, ...], AtMost(200)]
    exact_dates: Annotated[tuple[Annotated[date, IsoDay()], ...], AtMost(400)]
    places: Annotated[tuple[Needed, ...], AtMost(200)]


class Mistake(NamedTuple):
    """What is wrong with one field. `absent`: nothing is wrong with what is there, but more is needed."""

    where: str
    sentence: str
    absent: bool = False


def read_record(data: bytes) -> tuple[LearningRecord, Restricted]:
    """A record from the bytes of its file, or `Mistaken` with every mistake by field."""
    whole = _parsed(data)
    public = {name: value for name, value in whole.items() if name != "restricted"}
    record, mistakes = _record(public)
    if "restricted" in whole:
        restricted, more = _checked(Restricted, whole["restricted"], within="restricted")
    else:
        restricted, more = None, [Mistake("restricted", sentence_of({"type": "missing"}))]
    if record is None or restricted is None:
        raise _mistaken([*mistakes, *more])
    return record, restricted


def check_words(words: Mapping[str, Any]) -> LearningRecord:
    """A record from words typed on the pages, or `Mistaken` with what is still missing or wrong."""
    record, mistakes = _record(words)
    if record is None:
        raise _mistaken(mistakes)
    return record


def mistakes_in(words: Mapping[str, Any]) -> list[Mistake]:
    """What is wrong or missing in words that are still being written."""
    return _record(words)[1]


def _record(words: Mapping[str, Any]) -> tuple[LearningRecord | None, list[Mistake]]:
    record, mistakes = _checked(LearningRecord, dict(words))
    mistakes += _references(words)
    return (record if not mistakes else None), mistakes


def _mistaken(mistakes: Sequence[Mistake]) -> Mistaken:
    return Mistaken([(mistake.where, mistake.sentence) for mistake in mistakes])


def _parsed(data: bytes) -> dict[str, Any]:
    """The one JSON object in the file. Whatever else it holds is said in a sentence, never a trace."""
    if len(data) > LARGEST:
        raise _wrong_file("It is larger than 2 MB. A learning record holds words alone.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong_file("It is not text in UTF-8. Save it again as UTF-8.") from None
    if not text.strip():
        raise _wrong_file("It is empty.")
    try:
        whole = json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_not_a_number)
    except json.JSONDecodeError as trouble:
        where = f"line {trouble.lineno}, column {trouble.colno}"
        raise _wrong_file(f"It is not JSON. Look at {where}.") from None
    except (RecursionError, ValueError):
        raise _wrong_file("It is not a learning record: it is nested or numbered beyond reading.") from None
    if not isinstance(whole, dict):
        raise _wrong_file("It must hold one object: { … }.")
    return whole


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _wrong_file(f"It holds the key “{key[:60]}” twice in one place. Keep one of them.")
        found[key] = value
    return found


def _not_a_number(said: str) -> None:
    raise _wrong_file(f"It holds {said}, which is not a number.")


def _wrong_file(sentence: str) -> Mistaken:
    return Mistaken([(THE_FILE, sentence)])


def _checked(kind: type[Part], given: Any, *, within: str = "") -> tuple[Part | None, list[Mistake]]:
    try:
        return kind.model_validate(given), []
    except ValidationError as trouble:
        wrong = trouble.errors(include_url=False, include_input=False, include_context=True)
        return None, [
            Mistake(_path(within, mistake["loc"]), sentence_of(mistake), only_absent(mistake))
            for mistake in wrong
        ]


def _path(within: str, steps: tuple[int | str, ...]) -> str:
    """("findings", 2, "heading") is written findings[2].heading, counted from 0 as JSON does."""
    path = within
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return path or THE_FILE


def _references(words: Mapping[str, Any]) -> list[Mistake]:
    """What no field shows alone: numbers in order, and recommendations that rest on a finding."""
    wrong = _numbering(words, "findings", "F") + _numbering(words, "recommendations", "R")
    known = {finding.get("ref") for finding in _objects(words, "findings")}
    for place, recommendation in enumerate(_objects(words, "recommendations")):
        rests_on = recommendation.get("finding")
        if isinstance(rests_on, str) and rests_on and rests_on not in known:
            sentence = f"There is no finding {rests_on[:20]} in this record."
            wrong.append(Mistake(f"recommendations[{place}].finding", sentence))
    if words.get("review_type") == ReviewType.GOOD_PRACTICE and words.get("good_practice") == []:
        sentence = "A good practice review names at least one piece of good practice."
        wrong.append(Mistake("good_practice", sentence, absent=True))
    return wrong


def _numbering(words: Mapping[str, Any], name: str, letter: str) -> list[Mistake]:
    return [
        Mistake(f"{name}[{place}].ref", f"They are numbered in order: this one must be {letter}{place + 1}.")
        for place, item in enumerate(_objects(words, name))
        if item.get("ref", "") != f"{letter}{place + 1}"
    ]


def _objects(words: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """What is there of a list of objects, whatever was handed in."""
    found = words.get(name)
    return [item if isinstance(item, dict) else {} for item in found] if isinstance(found, list) else []
