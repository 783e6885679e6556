"""What a question of the form is, and how its answer is kept: raw, as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pprg.referrals.states import Step

Answers = Mapping[str, Mapping[str, Any]]
"""Words by step and question: a day as its three boxes, choices or rows as a list, else text."""

Row = Mapping[str, Any]
"""One entry of a list, by question, with the `id` that it keeps."""


class Kind(Enum):
    LINE = auto()
    LINES = auto()
    """Several short answers, one a line."""
    TEXT = auto()
    DAY = auto()
    ONE = auto()
    SEVERAL = auto()
    ROWS = auto()
    """A list of entries, each with the same few questions, each on a page of its own."""
    NOTE = auto()
    """Something to know and nothing to answer: the label says it."""


LONGEST = {Kind.LINE: 500, Kind.LINES: 5_000, Kind.TEXT: 20_000}
"""Characters that can be sent. More is kept for its writer, who can shorten it."""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    hint: str = ""
    alone: bool = False
    """Chosen instead of the others: "Not sure"."""
    group: str = ""
    """What it is listed under. Choices with groups are a list that folds out."""


@dataclass(frozen=True, kw_only=True)
class Question:
    key: str
    label: str
    kind: Kind = Kind.LINE
    read_as: str = ""
    """The label for those who read it, where "your" would be somebody else's."""
    hint: str = ""
    law: str = ""
    """The law's words, for whoever wants them."""
    choices: Sequence[Choice] = ()
    missing: str = ""
    """What to do when it is left out. It warns, unless the question is `essential`."""
    essential: bool = False
    """Nothing can be sent without it."""
    useful: str = ""
    """What the group will ask if it is left out."""
    instead: str = ""
    """Another question of the step whose answer does as well."""
    rests_on: str = ""
    """The yes or no that this answer explains: wanted only after a yes."""
    called: str = ""
    """How a day is named in messages: "The date of death"."""
    or_unknown: bool = False
    """A day that may be ticked as not known."""
    partial: bool = False
    """A day of which only the year, or month and year, may be known."""
    ahead: bool = False
    """A day that may lie ahead: a trial, an inquest."""
    after: str = ""
    """Another day of the same page that this one cannot come before."""
    columns: Sequence[Question] = ()
    """What is asked of each entry of a list. The first names it."""
    one: str = ""
    """What one entry is called: "person"."""
    most: int = 100
    """Entries that a list may hold."""
    by_day: str = ""
    """The day by which its entries are put in order."""
    strong: str = ""
    """An answer that helps the group."""
    weak: str = ""
    """One that does not."""
    explains: str = ""
    """What a repeated label is about, for those who hear it: "What shows it: was the person an adult?"."""
    vault: bool = False
    """It says who somebody is: the answer goes to the vault and is shown to nobody else."""
    asked: Callable[[Answers], bool] = lambda _: True
    heading: str = ""
    """A heading that begins with this question."""
    rows: int = 5
    short: bool = False
    """A line of a few characters, or choices side by side."""

    @property
    def folds_out(self) -> bool:
        """Too many choices to show at once."""
        return self.kind == Kind.ONE and any(choice.group for choice in self.choices)


def said(answers: Answers, step: Step, key: str) -> Any:
    """What was answered, or nothing: an empty text."""
    return answers.get(step, {}).get(key) or ""


def choices_of(labels: Mapping[str, str], *, group: str = "") -> tuple[Choice, ...]:
    """A list of `guidance` as choices. Of several, "none" and "not known" are chosen instead of the "
    "others."""
    return tuple(
        Choice(value, label, alone=value in {"none", "not_known"}, group=group)
        for value, label in labels.items()
    )


def note(
    label: str, *, key: str, heading: str = "", asked: Callable[[Answers], bool] | None = None
) -> Question:
    """Something to know, beside the questions."""
    return Question(key=key, label=label, kind=Kind.NOTE, heading=heading, asked=asked or (lambda _: True))


YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("not_known", "Not known"))
YES_NO_UNSURE = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unsure", "Not sure"))
