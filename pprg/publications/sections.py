"""The learning record in sections, one a page, in the order in which it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pprg.publications.wording import count


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    fields: tuple[str, ...]
    """Keys of the record that are written here."""
    noun: tuple[str, str] = ("", "")
    """What its rows are called, one and several."""


SECTIONS = (
    Section(
        "title",
        "Title and summary",
        ("title", "pseudonym", "one_line", "published_on", "period_covered", "commissioned_by"),
    ),
    Section("person", "The person", ("pen_picture",), ("fact", "facts")),
    Section("why", "Why it was reviewed", ("why_reviewed", "statistic")),
    Section("happened", "What happened", ("what_happened",), ("event", "events")),
    Section("life", "What life was like", ("lived_experience",)),
    Section("findings", "Findings", ("findings",), ("finding", "findings")),
    Section("worked", "Good practice", ("good_practice",), ("example", "examples")),
    Section("do", "What to do", ("what_to_do",), ("action", "actions")),
    Section("questions", "Questions for a team", ("questions",), ("question", "questions")),
    Section("supervision", "Supervision prompts", ("supervision_prompts",), ("prompt", "prompts")),
    Section(
        "recommendations", "Recommendations", ("recommendations",), ("recommendation", "recommendations")
    ),
    Section("changes", "Changes already made", ("changes_already_made",), ("change", "changes")),
    Section("themes", "Themes and search words", ("themes", "keywords")),
    Section("support", "Content warnings and support", ("content_warnings", "support")),
    Section("report", "Report and method", ("lead_reviewer", "method", "report")),
)
BY_KEY = {section.key: section for section in SECTIONS}
OF_THE_REVIEW = frozenset({"findings", "recommendations"})
"""Written here, but they belong to the review."""

NOTHING: dict[str, Any] = {
    "title": "", "pseudonym": "", "one_line": "", "published_on": None, "period_covered": "",
    "commissioned_by": "", "lead_reviewer": "", "method": "", "pen_picture": [], "why_reviewed": "",
    "statistic": None, "what_happened": [], "lived_experience": "", "good_practice": [], "what_to_do": [],
    "questions": [], "supervision_prompts": [], "changes_already_made": [], "themes": [], "keywords": [],
    "content_warnings": [], "support": [], "report": None,
}  # fmt: skip
"""A record in which nothing is written yet."""


def section_of(field: str) -> Section | None:
    """Where a field is written: "findings[2].heading" under Findings."""
    name = field.partition("[")[0].partition(".")[0]
    return next((section for section in SECTIONS if name in section.fields), None)


def place_in_words(field: str) -> str:
    """ "findings[0].in_practice" as an author knows it: "Finding F1, in practice"."""
    name, _, part = field.partition(".")
    key, _, number = name.partition("[")
    of_section, place = section_of(key), int(number.rstrip("]") or 0) + 1 if number else 0
    if key in OF_THE_REVIEW and place:
        said = f"{BY_KEY[key].noun[0].capitalize()} {key[0].upper()}{place}"
    elif of_section and place and of_section.noun[0]:
        said = f"{of_section.title}, {of_section.noun[0]} {place}"
    else:
        said = " ".join(filter(None, [key.replace("_", " ").capitalize(), str(place or "")]))
    inside = part.partition("[")[0].replace("_", " ")
    return f"{said}, {inside}" if inside else said


def in_their_order(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """Ticks come back in the order of the page: those that were there keep their places, new ones follow."""
    return [code for code in before if code in now] + [code for code in now if code not in before]


def stamp(section: Section, words: Mapping[str, Any]) -> str:
    """What this section says, in a few letters: two people with the same stamp saw the same words."""
    said = json.dumps([words.get(field) for field in section.fields], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def how_much(section: Section, words: Mapping[str, Any]) -> str:
    """As "4 facts, 60 words"; nothing where there is nothing."""
    said = [words.get(field) for field in section.fields]
    rows = sum(len(value) for value in said if isinstance(value, list))
    total = sum(map(_words_in, said))
    if not total:
        return ""
    counted = [f"{rows} {section.noun[rows != 1]}"] if rows and section.noun[0] else []
    return ", ".join([*counted, f"{total} {'word' if total == 1 else 'words'}"])


def _words_in(value: Any) -> int:
    if isinstance(value, str):
        return count(value)
    if isinstance(value, Mapping):
        return sum(
            _words_in(part) for name, part in value.items() if name not in {"ref", "finding", "themes"}
        )
    return sum(map(_words_in, value)) if isinstance(value, list) else 0
