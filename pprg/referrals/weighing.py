"""The facts of one referral weighed: every door at once, and the answers it rests on.

Worked out from the words as last sent each time it is looked at, by the engine under the command; kept
nowhere. It advises: people decide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pprg.errors import Mistaken
from pprg.guidance.codes import Door
from pprg.guidance.elsewhere import due_elsewhere
from pprg.guidance.triage.facts import FACTS, Facts, facts_from, settled
from pprg.guidance.triage.grid import Grid, Stands, Verdict, weigh
from pprg.guidance.triage.questions import FACT_QUESTIONS
from pprg.referrals.days import day_of
from pprg.referrals.facts import facts_of
from pprg.referrals.questions import Answers, said
from pprg.referrals.states import AnotherWay, Step

IN_VAULT = {"date_of_birth", "died_on"}
"""Days that say who somebody is. They are weighed, and shown to nobody here; the age is."""
IN_ORDER = (Stands.MET, Stands.MAY_BE_MET, Stands.NEED_TO_KNOW, Stands.NOT_MET)
SCHEMES = {AnotherWay.CHILD_DEATH_REVIEW: Door.CHILD_DEATH, AnotherWay.LEDER: Door.LEDER}
"""What is told elsewhere when its door is met, in the order in which it is told."""
_IN_WORDS = {
    "yes": "Yes",
    "no": "No",
    "unsure": "Not sure",
    "own": "In our area",
    "other": "Elsewhere in England",
    "outside_england": "Outside England",
    "self_neglect": "Self-neglect",
    "ex": "Former partner",
    "household": "Member of the household",
}


@dataclass(frozen=True)
class Known:
    """One fact as it was answered."""

    question: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Weighed:
    grid: Grid
    known: Sequence[Known]
    unread: Sequence[str]
    """Answers that cannot be so, and were left out: why, each in a sentence."""

    @property
    def open(self) -> Sequence[Verdict]:
        """The doors that stand open or may yet, those that are met first; a duty before a choice."""
        return [verdict for verdict in _sorted(self.grid) if verdict.stands != Stands.NOT_MET]

    @property
    def shut(self) -> Sequence[Verdict]:
        return [verdict for verdict in self.grid.verdicts if verdict.stands == Stands.NOT_MET]

    @property
    def met(self) -> Sequence[Verdict]:
        return [verdict for verdict in self.open if verdict.stands == Stands.MET]

    @property
    def need(self) -> Mapping[str, Sequence[Door]]:
        """Every fact that some door turns on, by key, and which: those on which most turns come first."""
        facts = {fact for verdict in self.open for fact in verdict.need}
        turns = {fact: [v.door for v in self.open if fact in v.need] for fact in facts}
        return dict(sorted(turns.items(), key=lambda turn: (-len(turn[1]), FACTS.index(turn[0]))))

    def asks(self, route: Door) -> bool:
        """Whether this door is met, or may be on what is known."""
        return self.grid[route].stands in {Stands.MET, Stands.MAY_BE_MET}

    @property
    def elsewhere(self) -> Sequence[AnotherWay]:
        """Where this death must also be told, whatever the group decides."""
        due = {told.door for told in due_elsewhere(self.grid)}
        return [scheme for scheme, door in SCHEMES.items() if door in due]


def weighed(answers: Answers, *, on: date, closed: Collection[date] = ()) -> Weighed:
    """The grid of what was said. `closed` are the partnership's closures."""
    facts, unread = _read(facts_of(answers, on=on))
    return Weighed(grid=weigh(facts, closed=closed), known=_known(facts), unread=unread)


def council_knew_on(answers: Answers, *, on: date) -> date | None:
    """The day the local authority became aware, if it is one."""
    facts, _ = _read(facts_of(answers, on=on))
    aware = facts.became_aware_on
    return aware if aware is not None and aware <= on else None


def notified_on(answers: Answers, *, on: date) -> date | None:
    """The day the national Panel was notified of a serious incident, if it was."""
    sent = day_of(said(answers, Step.PROCESSES, "sin_on"))
    notified = said(answers, Step.PROCESSES, "sin") == "yes"
    return sent if notified and sent is not None and sent <= on else None


def _read(answered: Mapping[str, Any]) -> tuple[Facts, list[str]]:
    """The facts, without those that contradict another: a referral may be sent with a slip in it."""
    unread: list[str] = []
    while True:
        try:
            return facts_from(answered), unread
        except Mistaken as mistaken:
            wrong = dict(mistaken.mistakes)
            unread += [f"{FACT_QUESTIONS[fact]} {_not_quoted(sentence)}" for fact, sentence in wrong.items()]
            answered = {fact: given for fact, given in answered.items() if fact not in wrong}


def _not_quoted(sentence: str) -> str:
    """What is wrong, but for the words themselves: they may be a name in the wrong place."""
    return "The answer cannot be read." if "“" in sentence else sentence


def _known(facts: Facts) -> list[Known]:
    facts = settled(facts)
    return [
        Known(FACT_QUESTIONS[fact], _words(given))
        for fact in FACTS
        if fact not in IN_VAULT and (given := getattr(facts, fact)) is not None
    ]


def _words(given: Any) -> str:
    if isinstance(given, bool):
        return "Yes" if given else "No"
    if isinstance(given, date):
        return f"{given.day} {given:%B %Y}"
    return _IN_WORDS.get(given) or str(given).capitalize()


def _sorted(grid: Grid) -> list[Verdict]:
    return sorted(grid.verdicts, key=lambda verdict: (IN_ORDER.index(verdict.stands), verdict.power))
