"""A signed decision as the plain text that is put before its legal owners, and kept as they saw it.

A blank line begins a paragraph; one that begins with "## " is a heading, with "### " a smaller one. Who took
part stands in it by what they do, not by name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime

from pprg import clock
from pprg.guidance.labels import route_label
from pprg.meetings.models import Decision, UrgentAction
from pprg.meetings.states import MeetingKind

NOT_SAID = "Nothing was said of it."


def text_of(decision: Decision) -> str:
    """The whole recommendation, from its reference to its signature."""
    return "\n\n".join(part for section in _sections(decision) for part in section if part)


def digest_of(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def paragraphs(text: str) -> list[tuple[int, str]]:
    """The text as a page shows it: of each part how far down a heading it is (0: none), and its words."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    return [(_level(part), part.lstrip("#").lstrip() if _level(part) else part) for part in parts]


def _level(part: str) -> int:
    return 2 if part.startswith("### ") else 1 if part.startswith("## ") else 0


def _sections(decision: Decision) -> Iterator[list[str]]:
    yield _opening(decision)
    yield ["## What is recommended", decision.sentence, _details(decision)]
    yield ["## What was weighed", decision.criteria.basis, *_weighed(decision)]
    yield ["## How it was agreed", *_agreed(decision)]
    yield ["## Who took part", *_took_part(decision)]
    yield ["## Race, culture, disability, sex, age and language", decision.equality or NOT_SAID]
    yield ["## What the person or the family said or wanted", decision.voice or NOT_SAID]
    if decision.learning_now:
        yield ["## What can be shared at once", decision.learning_now]
    if decision.actions:
        yield ["## What is being done already", *(_action(each) for each in decision.actions)]
    yield ["## Signed", _signature(decision)]


def _opening(decision: Decision) -> list[str]:
    held_on = decision.item.meeting.held_on
    where = (
        f"Decided by the chair between two meetings, {_day(held_on)}."
        if decision.item.meeting.kind == MeetingKind.CHAIRS_ACTION
        else f"Meeting on {_day(held_on)}."
    )
    lines = [f"{decision.case.reference}\n{route_label(decision.route, on=held_on)}\n{where}"]
    if decision.edition > 1:
        lines.append(f"Edition {decision.edition}. It was amended because: {decision.amended_because}")
    return lines


def _details(decision: Decision) -> str:
    lines = [decision.of_whom or "", f"By {_day(decision.until)}." if decision.until else ""]
    return "\n".join(line for line in lines if line)


def _weighed(decision: Decision) -> Iterator[str]:
    pairs = zip(decision.criteria.criteria, decision.weighings, strict=True)
    for number, (criterion, said) in enumerate(pairs, start=1):
        answer = said.answer.capitalize() if said.answer else "Not answered"
        yield f"### {number}. {criterion.question}"
        yield (
            f"{answer}.\nEvidence relied on: {said.evidence or NOT_SAID}\nReason: {said.reason or NOT_SAID}"
        )


def _agreed(decision: Decision) -> Iterator[str]:
    yield f"{decision.agreement.capitalize()}." if decision.agreement else NOT_SAID
    yield decision.for_and_against or ""
    for each in decision.dissents:
        yield f"{each.agency.name if each.agency else 'An agency'} disagreed: {each.words}"
    yield f"Disagreement: {decision.dissent}" if decision.dissent else ""
    if not decision.dissents and not decision.dissent:
        yield "No agency disagreed."


def _took_part(decision: Decision) -> Iterator[str]:
    roles = [line.partition(", ")[2] or line for line in decision.took_part or []]
    yield "\n".join(role[:1].upper() + role[1:] for role in roles) or "It was not kept who took part."
    if decision.item.meeting.kind == MeetingKind.CHAIRS_ACTION:
        yield "No meeting was held; the next one is asked to confirm it."
    elif decision.quorate is not None:
        yield "Enough of the group took part." if decision.quorate else _confirmed(decision)


def _confirmed(decision: Decision) -> str:
    agreed = [one for one in decision.confirmations if one.agrees and one.digest == decision.digest]
    said = "The meeting was too small to decide."
    if not agreed:
        return said
    return f"{said} {len(agreed)} more {'member' if len(agreed) == 1 else 'members'} confirmed it in writing."


def _action(action: UrgentAction) -> str:
    who = [action.agency.name if action.agency else "", action.owner]
    by = f"By {_day(action.due_on)}" if action.due_on else ""
    return "\n".join(line for line in (action.what, ", ".join(filter(None, who)), by) if line)


def _signature(decision: Decision) -> str:
    if decision.signed_by is None or decision.signed_at is None:
        return "Not signed."
    at: datetime = decision.signed_at.astimezone(clock.LONDON)
    return f"{decision.signed_by.name}, chair, on {_day(at.date())} at {at:%H:%M}.\nSHA-256 {decision.digest}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
