"""Rows → words: the pack of one reader, of what they may read and have said they have no part in."""

from __future__ import annotations

import uuid
from collections.abc import Container

from pprg import clock
from pprg.accounts.models import Account
from pprg.documents.properties import Properties
from pprg.meetings import queries
from pprg.meetings.models import AgendaItem, Meeting, Seat
from pprg.meetings.packs.case import item_of
from pprg.meetings.packs.content import Front, Heading, Invited, Line, Mark, Pack
from pprg.meetings.queries.agenda import headings_of
from pprg.meetings.queries.sitting import Line as Seen
from pprg.meetings.rules.packs import open_pack
from pprg.meetings.states import Capacity
from pprg.publications.disclosure.folding import folded
from pprg.web.filters import day, moment

OUT = "You have stepped out of this item."
WAITS = "This item opens to you once you have said whether you have an interest in it."
_RANK = {capacity: place for place, capacity in enumerate(Capacity)}


def pack_of_meeting(reader: Account, meeting: Meeting, *, house: str, marking: str) -> Pack:
    """The whole pack: the agenda and every item that is open to this reader."""
    lines = queries.agenda_of(reader, meeting)
    title = f"Pack for the {meeting.kind} on {day(meeting.held_on)}"
    return Pack(
        title=title,
        house=house,
        marking=marking,
        mark=mark_of(reader),
        front=front_of(reader, meeting),
        items=tuple(
            item_of(reader, line.item, line.number) for line in lines if line.item and is_open(reader, line)
        ),
        document=about(title, house),
    )


def pack_of_item(reader: Account, item: AgendaItem, *, house: str, marking: str) -> Pack:
    """The pack of one item. The caller has asked `open_pack`."""
    title = f"Pack of {item.case.reference}"
    return Pack(
        title=title,
        house=house,
        marking=marking,
        mark=mark_of(reader),
        front=None,
        items=(item_of(reader, item, _number_of(reader, item)),),
        document=about(title, house),
    )


def is_open(reader: Account, line: Seen) -> bool:
    return line.item is not None and not line.waits and open_pack(reader, line.item)


def mark_of(reader: Account) -> Mark:
    return Mark(reader=reader.name, at=moment(clock.now()))


def front_of(reader: Account, meeting: Meeting) -> Front:
    """When, where, who, and the agenda under its standing headings."""
    lines = queries.agenda_of(reader, meeting)
    headings = headings_of(lines)
    facts = [
        ("When", f"{meeting.held_on:%A} {day(meeting.held_on)}, {meeting.starts_at} to {meeting.ends_at}"),
        ("Where", meeting.place),
    ]
    return Front(
        id=str(meeting.id),
        day=day(meeting.held_on),
        facts=tuple((name, said) for name, said in facts if said),
        agenda=tuple(
            Heading(one.number, one.section.value, tuple(_line(reader, seen) for seen in one.lines))
            for one in headings
        ),
        invited=_invited(meeting, {line.item.id for line in lines if line.item}),
    )


def _line(reader: Account, seen: Seen) -> Line:
    item = seen.item
    if item is None:
        return Line(number=seen.number, said=OUT)
    if not is_open(reader, seen):
        return Line(number=seen.number, said=WAITS, waits=True)
    return Line(
        number=seen.number,
        said=" · ".join(filter(None, (item.about, item.agency_name))),
        id=str(item.id),
        reference=item.case.reference,
        slot=item.starts_at,
        urgent=item.urgent,
    )


def _invited(meeting: Meeting, seen: Container[uuid.UUID | None]) -> tuple[Invited, ...]:
    seats = sorted(meeting.invited, key=lambda seat: (_RANK[seat.capacity], folded(seat.account.name)))
    return tuple(
        Invited(name=seat.account.name, agency=seat.account.agency_name, capacity=_as_what(seat, seen))
        for seat in seats
    )


def _as_what(seat: Seat, seen: Container[uuid.UUID | None]) -> str:
    """Core member, for the police; deputy, in place of somebody; for one item, if they see that."""
    said = str(seat.capacity).capitalize()
    said += f", for {seat.voice}" if seat.voice else ""
    said += f", in place of {seat.in_place_of.name}" if seat.in_place_of else ""
    return f"{said}, for one item" if seat.only_item_id in seen else said


def _number_of(reader: Account, item: AgendaItem) -> int:
    lines = queries.agenda_of(reader, item.meeting)
    return next((line.number for line in lines if line.item is item), 0)


def about(title: str, house: str, whose: str = "the members of the group") -> dict[str, object]:
    """The file names the house and the day, never its reader and nobody of a case."""
    return Properties(title=title, subject=f"For {whose}", author=house, dated=clock.today()).plain
