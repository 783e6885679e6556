"""The minutes of a meeting as far as one reader may read them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from pprg.accounts.models import Account
from pprg.clock import LONDON
from pprg.guidance.labels import route_label
from pprg.meetings import rules as may
from pprg.meetings.minutes import ItemNotes, Minutes, SectionNotes
from pprg.meetings.models import AgendaItem, Attendance, Decision, Interest, Meeting, Seat
from pprg.meetings.queries.agenda import Heading, headings_of
from pprg.meetings.queries.membership import RANK
from pprg.meetings.queries.naming import without_others
from pprg.meetings.queries.sitting import Line, agenda_of
from pprg.meetings.states import InterestKind, MeetingKind, MeetingState, Reply, Section, State
from pprg.publications.disclosure.folding import folded

TO_NOTE_THE_ROOM = timedelta(minutes=10)


def minutes_of(reader: Account | None, meeting: Meeting) -> Minutes:
    """Everything recorded and noted, but of a case only what this reader may know."""
    headings = headings_of(agenda_of(reader, meeting))
    sections = [_section(reader, meeting, heading, headings) for heading in headings]
    return _minutes(meeting, f"Minutes of the {meeting.kind}", sections)


def extract_of(reader: Account | None, item: AgendaItem) -> Minutes:
    """What concerns one case alone: who was there, who had an interest in it, what was decided and noted.

    Neither other cases nor their number: the item is not numbered, no general note is in it, and what
    somebody wrote under it of another case is left out.
    """
    interests = tuple(_interests([Line(1, item)], numbered=False))
    if item.meeting.begun_at and not interests:
        interests = ("No interest in this case was declared.",)
    sections = [
        SectionNotes(
            number=1, key="", title="Who was there", facts=tuple(_attendance(item.meeting, item.id))
        ),
        SectionNotes(number=2, key="", title="Interests", facts=interests),
        SectionNotes(
            number=3,
            key="",
            title="What was said and decided",
            facts=tuple(_of_item(reader, item)),
            note=_note(item.meeting, item.section, item),
        ),
    ]
    title = f"Extract from the minutes: {item.case.reference}"
    return _minutes(item.meeting, title, _alone(reader, item, [part for part in sections if not part.empty]))


def _alone(reader: Account | None, item: AgendaItem, parts: Sequence[SectionNotes]) -> list[SectionNotes]:
    """Whatever somebody wrote into them about another case is left out, and one sees that it is."""
    kept = without_others(reader, item, [text for part in parts for text in (*part.facts, part.note)])
    return [
        replace(part, number=number, facts=tuple(kept[fact] for fact in part.facts), note=kept[part.note])
        for number, part in enumerate(parts, start=1)
    ]


def _minutes(meeting: Meeting, title: str, sections: Sequence[SectionNotes]) -> Minutes:
    times = " to ".join(time for time in (meeting.starts_at, meeting.ends_at) if time)
    return Minutes(
        title=title,
        held_on=meeting.held_on,
        lead=", ".join(part for part in (_day(meeting.held_on), times, meeting.place) if part),
        stands=_stands(meeting),
        sections=tuple(sections),
    )


def _stands(meeting: Meeting) -> str:
    if meeting.state == MeetingState.CLOSED and meeting.closed_at:
        return f"Closed on {_day(_there(meeting.closed_at).date())}."
    return "Draft: the meeting is not closed."


def _section(
    reader: Account | None, meeting: Meeting, heading: Heading, headings: Sequence[Heading]
) -> SectionNotes:
    facts: list[str] = []
    seen = [line for each in headings for line in each.lines if line.item and not line.waits]
    if heading.section == Section.WELCOME:
        facts = list(_attendance(meeting))
    if heading.section == Section.INTERESTS:
        facts = list(_interests(seen)) or (["No interest was declared."] if meeting.begun_at and seen else [])
    if heading.section == Section.MINUTES:
        facts = [f"The minutes were opened again: {one.reason}" for one in meeting.reopenings]
    return SectionNotes(
        number=heading.number,
        key=heading.section.name,
        title=heading.section.value,
        facts=tuple(facts),
        note=_note(meeting, heading.section, None),
        items=tuple(_item(reader, line) for line in heading.lines),
    )


def _item(reader: Account | None, line: Line) -> ItemNotes:
    item = line.item
    if item is None:
        return ItemNotes(number=line.number, facts=("You have stepped out of this item.",))
    if line.waits:
        return ItemNotes(
            number=line.number,
            reference=item.case.reference,
            facts=("It opens to you once you have said whether you have an interest in it.",),
        )
    return ItemNotes(
        number=line.number,
        key=str(item.id),
        reference=item.case.reference,
        about=", ".join(part for part in (item.about, item.agency_name) if part),
        path=f"/meetings/items/{item.id}",
        facts=tuple(_of_item(reader, item)),
        note=_note(item.meeting, item.section, item),
    )


def _attendance(meeting: Meeting, item_id: uuid.UUID | None = None) -> Iterator[str]:
    """Who was in the room; of one item, those invited for another alone are left out."""
    if meeting.kind == MeetingKind.CHAIRS_ACTION:
        yield "There was no meeting: the chair decided between two."
        return
    there = [seat for seat in meeting.invited if item_id is None or seat.only_item_id in (None, item_id)]
    seats = sorted(there, key=lambda seat: (RANK[seat.capacity], folded(seat.account.name)))
    for seat in seats:
        if seat.attendances:
            yield f"Present: {_who(seat)}{_when(seat.attendances, meeting)}"
    for seat in seats:
        if not seat.attendances and seat.reply in {Reply.DECLINED, Reply.DEPUTY}:
            sent = " (sent a deputy)" if seat.reply == Reply.DEPUTY else ""
            yield f"Apologies: {_who(seat)}{sent}"
    for seat in seats:
        came = seat.attendances or seat.reply in {Reply.DECLINED, Reply.DEPUTY}
        if meeting.begun_at and not came:
            yield f"Not there: {_who(seat)}"


def _who(seat: Seat) -> str:
    stands_in = f" for {seat.in_place_of.name}" if seat.in_place_of else ""
    speaks = f", speaks for {seat.voice}" if seat.voice else ""
    agency = f", {seat.account.agency_name}" if seat.account.agency_name else ""
    return f"{seat.account.name}{agency}, {seat.capacity}{stands_in}{speaks}"


def _when(came: Sequence[Attendance], meeting: Meeting) -> str:
    """Times are told of those who came late or left early. Noting a whole room takes some minutes."""
    first, last = came[0].came_at, came[-1].left_at
    told = []
    if meeting.begun_at and first > meeting.begun_at + TO_NOTE_THE_ROOM:
        told.append(f"came {_there(first):%H:%M}")
    if last and (meeting.closed_at is None or last < meeting.closed_at):
        told.append(f"left {_there(last):%H:%M}")
    return f" ({', '.join(told)})" if told else ""


def _interests(lines: Sequence[Line], *, numbered: bool = True) -> Iterator[str]:
    for line in lines:
        for said in _last_said(line.item) if line.item else ():
            of = f"Item {line.number}, " if numbered else ""
            ruled = f" The chair ruled: {said.ruling}." if said.ruling else ""
            yield f"{of}{said.account.name}: “{said.kind}.”{ruled}"


def _last_said(item: AgendaItem) -> list[Interest]:
    """The last word of each person who had an interest."""
    last = {said.account_id: said for said in item.interests}
    return [said for said in last.values() if said.kind != InterestKind.NONE]


def _of_item(reader: Account | None, item: AgendaItem) -> Iterator[str]:
    if item.asked:
        yield f"The group was asked: {item.asked}"
    for decision in item.decisions:
        if decision.state != State.DRAFT and may.read_decision(reader, decision):
            yield from _decided(decision)
    if item.confirms:
        yield from _of_chairs_action(reader, item.confirms)
    elif item.carried_on:
        yield f"Carried over to the meeting on {_day(item.carried_on.meeting.held_on)}."


def _decided(decision: Decision) -> Iterator[str]:
    stands = {State.RECORDED: ", not signed yet", State.PENDING: ", to be confirmed in writing"}
    edition = f"{_amended(decision)}{stands.get(decision.state, '')}"
    yield f"{route_label(decision.route)}{edition}: {decision.sentence}"
    if decision.agreement:
        voted = f" {decision.for_and_against}" if decision.for_and_against else ""
        yield f"Agreement: {decision.agreement}.{voted}"
    for said in decision.dissents:
        yield f"{said.agency.name if said.agency else 'An agency'} did not agree: {said.words}"
    if decision.dissent:
        yield f"Not agreed: {decision.dissent}"
    for act in decision.actions:
        owner = ", ".join(part for part in (act.agency.name if act.agency else "", act.owner) if part)
        by = f" by {_day(act.due_on)}" if act.due_on else ""
        yield f"To be done at once{by}: {act.what}" + (f" ({owner})" if owner else "")


def _amended(decision: Decision) -> str:
    """Both editions stay. What was decided on another day than the rest of the minutes says so."""
    meeting, newer = decision.item.meeting, decision.amended_by
    replaced = f", replaced by edition {newer.edition}" if newer else ""
    if decision.edition == 1:
        return replaced
    sat = meeting.kind != MeetingKind.CHAIRS_ACTION and meeting.closed_at
    later = " after the meeting" if sat and decision.created_at > sat else ""
    return f", amended{later} (edition {decision.edition}{replaced})"


def _of_chairs_action(reader: Account | None, acted: AgendaItem) -> Iterator[str]:
    day = _day(acted.meeting.held_on)
    if acted.meeting.because:
        yield f"The chair decided on {day}, because: {acted.meeting.because}"
    for decision in acted.standing:
        if decision.state != State.SIGNED or not may.read_decision(reader, decision):
            continue
        yield from _decided(decision)
        if decision.confirmed_at_id:
            yield "The group confirmed it."
        elif decision.unconfirmed_because:
            yield f"The group did not confirm it: {decision.unconfirmed_because}"


def _note(meeting: Meeting, section: Section, item: AgendaItem | None) -> str:
    item_id = item.id if item else None
    found = (m for m in meeting.minutes if m.item_id == item_id and (item or m.section == section))
    return next((minute.words for minute in found), "")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _there(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)
