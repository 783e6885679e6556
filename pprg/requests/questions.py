"""What an agency is asked, page by page: the usual questions, which every request asks.

Put together from the forms of other partnerships: individual agency summary, summary of involvement,
scoping request. What one case asks besides stands in its `Asking`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pprg.requests.states import Part

Answers = Mapping[str, Mapping[str, Any]]
"""Words by page and question, as they were typed."""

LONGEST_LINE, LONGEST = 500, 20_000
YES, NO = "yes", "no"
AT_ONCE = "now"
"""Whether anything needs doing at once: asked with the last page, read before all others."""


class Kind(Enum):
    LINE = auto()
    TEXT = auto()
    YES_NO = auto()
    EVENTS = auto()
    """Dated events, one a line."""


@dataclass(frozen=True, kw_only=True)
class Question:
    key: str
    label: str
    read_as: str = ""
    """The label for those who read it, where "you" would be somebody else."""
    hint: str = ""
    kind: Kind = Kind.TEXT
    rows: int = 5

    @property
    def heading(self) -> str:
        return self.read_as or self.label

    @property
    def longest(self) -> int:
        return LONGEST_LINE if self.kind == Kind.LINE else LONGEST


TITLES = {
    Part.KNOWN: "What you hold",
    Part.DATES: "What happened",
    Part.PERSON: "The person and their family",
    Part.PRACTICE: "How you worked",
    Part.TELLING: "What the group should know",
}

READ_AS = {**TITLES, Part.KNOWN: "What the agency holds", Part.PRACTICE: "How the agency worked"}
"""The titles for those who read it."""

QUESTIONS: dict[Part, tuple[Question, ...]] = {
    Part.KNOWN: (
        Question(
            key="known",
            label="Did your agency know the person?",
            read_as="Did the agency know the person?",
            kind=Kind.YES_NO,
        ),
        Question(
            key="searched",
            label="Which period did you search?",
            read_as="Period searched",
            hint="For example: 1 January 2024 to 30 June 2026, in the electronic and the paper records.",
            kind=Kind.LINE,
        ),
        Question(
            key="services",
            label="Which of your teams or services knew them?",
            read_as="Teams and services that knew them",
            rows=3,
        ),
        Question(
            key="contacts",
            label="Key contacts",
            hint="Who saw or spoke to them, in what role, from when until when. Roles will do.",
        ),
    ),
    Part.DATES: (
        Question(
            key="chronology",
            label="Chronology",
            hint="One event a line, the day first: 3 April 2025 – Visited at home, no reply. "
            "Rows copied from a spreadsheet can be pasted as they are.",
            kind=Kind.EVENTS,
            rows=12,
        ),
        Question(
            key="events",
            label="Which of these events mattered most, and why?",
            read_as="Significant events",
        ),
    ),
    Part.PERSON: (
        Question(key="risk", label="What was known about risk, and what was done about it?"),
        Question(
            key="family",
            label="What was known about the family and the household?",
            hint="Who lived there, who cared for whom, who was a worry.",
        ),
        Question(
            key="voice",
            label="What did the person say or want?",
            hint="Their own words if you have them; what daily life was like; who asked them.",
        ),
        Question(
            key="equality",
            label="How were race, culture, disability, sex, age and language considered?",
            rows=4,
        ),
    ),
    Part.PRACTICE: (
        Question(key="well", label="What worked well?", hint="What others could do too."),
        Question(
            key="not_well",
            label="What did not work, and why?",
            hint="Why it made sense at the time: workload, tools, thresholds, how services are set up.",
        ),
        Question(key="policy", label="Was policy followed?", hint="If not, what stood in the way.", rows=4),
        Question(key="supervision", label="What supervision and management oversight was there?", rows=4),
        Question(
            key="learning",
            label="What has your agency changed already?",
            read_as="What the agency has changed already",
            rows=4,
        ),
    ),
    Part.TELLING: (
        Question(
            key=AT_ONCE,
            label="Does anything need doing at once?",
            hint="Somebody at risk now: act first, as you would any day, and say here what you did.",
            rows=3,
        ),
        Question(
            key="withheld",
            label="What do you hold and not share, and why?",
            read_as="Held and not shared, and why",
            hint="For example legal advice, or what the police ask to keep back.",
            rows=3,
        ),
        Question(
            key="own",
            label="Your answer to what this case also asks",
            read_as="Answer to what was also asked",
            hint="It stands with the request.",
        ),
        Question(
            key="view",
            label="Your first view: should there be a review?",
            read_as="The agency’s first view: should there be a review?",
            hint="For each criterion: met, not met or you cannot say, and what you know that shows it.",
            rows=8,
        ),
    ),
}


def said(answers: Answers, part: Part, key: str) -> str:
    """What was answered, or nothing: an empty text."""
    return str(answers.get(part, {}).get(key) or "")
