"""Meetings and decisions, as they concern one reader today."""

from __future__ import annotations

from collections.abc import Iterator

from pprg import clock
from pprg.accounts.models import Account
from pprg.home.needs import SOON, Need, ago, ahead, counted, in_words
from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.models import AgendaItem, Challenge, Decision, Meeting, Ratification
from pprg.meetings.queries.again import to_look_at_again
from pprg.meetings.queries.ratifying import nobody_answers
from pprg.meetings.states import State


def needs(reader: Account) -> Iterator[Need]:
    """Agendas to read or to open, decisions to record or to sign, recommendations that nobody can answer."""
    for decision in queries.decisions_that_are(reader, State.RECORDED):
        if may.sign_decision(reader, decision):
            yield _to_sign(decision)
    for item in queries.items_to_decide(reader):
        if may.start_decision(reader, item):
            yield _to_record(item)
    for asked in nobody_answers(reader):
        yield _nobody_answers(asked)
    for challenge in to_look_at_again(reader):
        yield _to_put_before_again(challenge)
    coming = [one for one in queries.meetings_visible_to(reader) if not one.over]
    for meeting in reversed(coming):
        yield from _of_meeting(reader, meeting)


def waits(reader: Account) -> Iterator[Need]:
    """Decisions that this reader wrote and somebody else signs."""
    for decision in queries.decisions_that_are(reader, State.RECORDED):
        if may.record_decision(reader, decision) and not may.sign_decision(reader, decision):
            yield Need(
                do=f"The decision on {decision.case.reference} is with the chair",
                endpoint="meetings.decision",
                ids={"decision_id": decision.id},
                stands=f"Recorded {ago(decision.recorded_at or decision.created_at)}",
            )


def _of_meeting(reader: Account, meeting: Meeting) -> Iterator[Need]:
    if may.prepare_meeting(reader, meeting) and not meeting.is_open:
        yield _to_open(reader, meeting)
    elif meeting.is_open and any(seat.account_id == reader.id for seat in meeting.invited):
        yield _to_read(reader, meeting)


def _to_sign(decision: Decision) -> Need:
    return Need(
        do=f"Sign the decision on {decision.case.reference}",
        endpoint="meetings.decision",
        ids={"decision_id": decision.id},
        about=f"Meeting of {in_words(decision.item.meeting.held_on)}",
        stands=f"Recorded {ago(decision.recorded_at or decision.created_at)}",
        tone="soon",
    )


def _to_record(item: AgendaItem) -> Need:
    """A decision that is begun, or the item itself where none is."""
    begun = [decision for decision in item.decisions if decision.state == State.DRAFT]
    back = [decision for decision in begun if decision.chair_note]
    decision = next(iter([*back, *begun]), None)
    return Need(
        do=f"{'Change' if back else 'Record'} the decision on {item.case.reference}",
        endpoint="meetings.decision" if decision else "meetings.item",
        ids={"decision_id": decision.id} if decision else {"item_id": item.id},
        about=f"Meeting of {in_words(item.meeting.held_on)}",
        stands="Handed back by the chair" if back else f"Meeting was {ago(item.meeting.held_on)}",
        tone="soon",
    )


def _nobody_answers(asked: Ratification) -> Need:
    return Need(
        do=f"Find somebody who can decide on {asked.case.reference} for: {asked.owner}",
        endpoint="meetings.answers",
        ids={"decision_id": asked.decision_id},
        about="Nobody who decides for it can answer.",
        stands=f"Sent {ago(asked.sent_at)}",
        tone="soon",
    )


def _to_put_before_again(challenge: Challenge) -> Need:
    return Need(
        do=f"Put {challenge.case.reference} before the group again",
        endpoint="meetings.again",
        ids={"item_id": challenge.decision.item_id},
        about=f"Challenged by {challenge.by}: the group looks at it again",
        stands=f"Answered {ago(challenge.replied_on or challenge.received_on)}",
        tone="soon",
    )


def _to_open(reader: Account, meeting: Meeting) -> Need:
    lines = len(queries.agenda_of(reader, meeting))
    close = meeting.held_on - clock.today() <= SOON
    return Need(
        do=f"Prepare the agenda for {in_words(meeting.held_on)}",
        endpoint="meetings.show",
        ids={"meeting_id": meeting.id},
        about=f"{counted(lines, 'item', 'items')} so far. Members do not see it yet.",
        stands=ahead(meeting.held_on).capitalize(),
        tone="soon" if close else "waiting",
    )


def _to_read(reader: Account, meeting: Meeting) -> Need:
    close = meeting.held_on - clock.today() <= SOON
    lines = len(queries.agenda_of(reader, meeting))
    return Need(
        do=f"Read the agenda for {in_words(meeting.held_on)}",
        endpoint="meetings.show",
        ids={"meeting_id": meeting.id},
        about=f"{counted(lines, 'item', 'items')}. {meeting.starts_at}, {meeting.place}",
        stands=ahead(meeting.held_on).capitalize(),
        tone="soon" if close else "waiting",
    )
