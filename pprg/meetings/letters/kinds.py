"""The kinds of letter: what each is called, to whom it goes, and which are due once a decision stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pprg.guidance.codes import Route
from pprg.meetings.states import COMMISSIONS, LetterKind, Outcome

TO_REFERRER = frozenset({LetterKind.ACKNOWLEDGEMENT, LetterKind.INVITATION})
"""Letters about one referral, before anything is decided."""
OUTCOMES = frozenset({LetterKind.REVIEW_AGREED, LetterKind.NO_REVIEW})
"""What the group's members read once it is sent, beside the agency that referred the case."""
OF_A_DECISION = OUTCOMES | {
    LetterKind.FAMILY,
    LetterKind.PANEL,
    LetterKind.HOME_OFFICE,
    LetterKind.CONCLUSION,
}

FIRST_ASK = (
    "Have the police, the coroner and the family liaison officer been asked, where they are involved? A "
    "letter that comes too early can harm a trial, and a family that has not been told yet."
)
"""What somebody is asked before a letter to a family goes out. It never stands in the letter."""


class MustStand(StrEnum):
    """Why names stay in a letter. Fixed words: the trail tells no story."""

    ADDRESSED = "the letter is to that person, or says whom to ring"
    NEEDED = "whoever reads it cannot act without the name"
    ANOTHER = "it is another word, or somebody else of that name"


_ADDRESSED = {
    LetterKind.ACKNOWLEDGEMENT: "The referrer and the safeguarding lead",
    LetterKind.INFORMATION: "[The safeguarding lead of the agency]",
    LetterKind.FAMILY: "[Name and address]",
    LetterKind.PANEL: "The Child Safeguarding Practice Review Panel",
    LetterKind.HOME_OFFICE: "The Home Office",
}
_WHOM = {
    LetterKind.FAMILY: "To the person or the family",
    LetterKind.PANEL: "To the national Panel",
    LetterKind.HOME_OFFICE: "To the Home Office",
    LetterKind.REVIEW_AGREED: "To the agencies and the executive",
}
_SUBJECT = {
    LetterKind.ACKNOWLEDGEMENT: "Your referral {}: we have it",
    LetterKind.INFORMATION: "{}: please tell us what you know",
    LetterKind.INVITATION: "Your referral {}: please present it",
    LetterKind.REVIEW_AGREED: "{}: there will be a review",
    LetterKind.NO_REVIEW: "{}: what was decided, and why",
    LetterKind.FAMILY: "What happens now",
    LetterKind.PANEL: "{}: our rapid review and what we decided",
    LetterKind.HOME_OFFICE: "{}: whether a death is reviewed",
    LetterKind.CONCLUSION: "{}: the review has ended",
}


@dataclass(frozen=True)
class DueLetter:
    """A letter that a decision asks for, and why."""

    kind: LetterKind
    why: str
    to_referrer: bool = False
    """Whether whoever made the referral reads it on screen. Otherwise it goes by hand."""
    since: date | None = None
    """It is due anew from this day: a letter begun before does not answer it."""

    @property
    def whom(self) -> str:
        return "To the referrer" if self.to_referrer else _WHOM.get(self.kind, "To the agencies")


def subject_of(kind: LetterKind, reference: str) -> str:
    """Its first line on paper. It names nobody."""
    return _SUBJECT[kind].format(reference)


def file_name(kind: LetterKind, reference: str, suffix: str) -> str:
    return f"{reference}-{kind.name.lower().replace('_', '-')}.{suffix}"


def addressed(kind: LetterKind, agency: str) -> str:
    """To whom it goes if nobody says otherwise."""
    if agency and kind != LetterKind.INFORMATION:
        return f"{_ADDRESSED.get(kind, 'The referrer')}, {agency}"
    return _ADDRESSED.get(kind, "[The agency]")


def agreed(route: Route, outcome: Outcome) -> bool:
    """Whether what was weighed on this route is held: a learning review in place of it is not."""
    if outcome == Outcome.LEARNING_REVIEW:
        return route == Route.LEARNING
    return outcome in COMMISSIONS or outcome == Outcome.NATIONAL


def due_for(
    route: Route, outcome: Outcome | None, *, concluded_on: date | None = None
) -> tuple[DueLetter, ...]:
    """The letters that a decision asks for once it is ratified, the most pressing first."""
    if outcome is None:
        return ()
    if outcome == Outcome.WAIT:
        return (DueLetter(LetterKind.INFORMATION, "The group waits for information."),)
    held = agreed(route, outcome)
    kind = LetterKind.REVIEW_AGREED if held else LetterKind.NO_REVIEW
    said = "a review is held" if held else "there is no such review, and why"
    due = [DueLetter(kind, f"The referrer hears that {said}.", to_referrer=True)]
    if held:
        due.append(DueLetter(kind, "They hear of it, and agencies name people for its panel."))
    if outcome == Outcome.SINGLE_AGENCY:
        due.append(DueLetter(kind, "The agency that is to look at its own part hears why, and by when."))
    due.append(DueLetter(LetterKind.FAMILY, "The person or the family hear of it from us."))
    if route == Route.CHILD and outcome != Outcome.RAPID_REVIEW:
        due.append(DueLetter(LetterKind.PANEL, "The national Panel is told of the decision, and why."))
    if route == Route.DHR:
        due.append(DueLetter(LetterKind.HOME_OFFICE, "The Home Office is told, whatever was decided."))
    return (*due, *(_once_ended(concluded_on) if concluded_on else ()))


def _once_ended(day: date) -> Iterator[DueLetter]:
    """The family first: they hear before anybody makes it public."""
    yield DueLetter(LetterKind.FAMILY, "They hear what the review found, before it is public.", since=day)
    yield DueLetter(LetterKind.CONCLUSION, "The review has ended.", to_referrer=True)
    yield DueLetter(LetterKind.CONCLUSION, "They hear what the review found, and what is to change.")
