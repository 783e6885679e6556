"""What may stand on the wall of a meeting room: one item, without the name of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pprg.accounts.models import Account
from pprg.guidance.codes import Route
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.queries.sitting import Line, agenda_of
from pprg.meetings.rules import read_decision
from pprg.meetings.states import Agreement, Answer, State
from pprg.people.masking import mask
from pprg.people.queries import identifiers_of_case


@dataclass(frozen=True)
class Shown:
    """One decision as everybody in the room may see it grow."""

    route: Route
    state: State
    weighed: Sequence[tuple[str, Answer | None]]
    """Each question and what the group says."""
    sentence: str
    agreement: Agreement | None
    disagreed: Sequence[str]
    """Agencies, by name; their words are not for the wall."""


@dataclass(frozen=True)
class Place:
    """Where an item stands on the agenda as one reader sees it."""

    number: int
    of: int
    before: Line | None
    after: Line | None


def place_of(reader: Account | None, item: AgendaItem) -> Place:
    lines = agenda_of(reader, item.meeting)
    here = next(number for number, line in enumerate(lines) if line.item is item and not line.waits)
    open_ = [line if line.item and not line.waits else None for line in lines]
    return Place(
        number=lines[here].number,
        of=len(lines),
        before=next((line for line in reversed(open_[:here]) if line), None),
        after=next((line for line in open_[here + 1 :] if line), None),
    )


def asked_on_the_wall(item: AgendaItem) -> str:
    """What the group is asked, without names. The caller has asked `run_item`."""
    return mask(identifiers_of_case(item.case_id))(item.asked) if item.asked else ""


def on_the_wall(reader: Account | None, item: AgendaItem) -> list[Shown]:
    """Every decision of an item that still counts, without names."""
    hide = mask(identifiers_of_case(item.case_id)) if item.decisions else str
    standing = [each for each in item.decisions if not each.amendments and read_decision(reader, each)]
    return [_shown(decision, hide(decision.sentence)) for decision in standing]


def _shown(decision: Decision, sentence: str) -> Shown:
    questions = zip(decision.criteria.criteria, decision.weighings, strict=True)
    return Shown(
        route=decision.route,
        state=decision.state,
        weighed=[(criterion.question, said.answer) for criterion, said in questions],
        sentence=sentence,
        agreement=decision.agreement,
        disagreed=[said.agency.name for said in decision.dissents if said.agency],
    )
