"""A meeting begins, its minutes are written, it is closed; and why they were opened again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.meetings.minutes import Clash, merged, read_marks
from pprg.meetings.models import AgendaItem, Meeting, Minute, Reopening
from pprg.meetings.queries.minuting import minutes_of
from pprg.meetings.queries.naming import named_in, names_somebody
from pprg.meetings.services import looking_again
from pprg.meetings.services.agenda import put_in_order
from pprg.meetings.states import MeetingEvent, MeetingKind, MeetingState, Section
from pprg.meetings.states.naming import Stays

NOT_NOW = "Minutes are written while the meeting sits. Begin it, or open its minutes again with a reason."
NAMES = "The notes under “{place}” say who somebody is. Write the reference or a label, such as “the sister”."
OTHER_WORDS = "The note has changed meanwhile. Look at it again."
REASON_NAMES = "Everybody who reads the minutes reads this. Say it without naming anybody."


def begin_meeting(meeting: Meeting, *, by: Account) -> None:
    """The chair has opened the meeting. From now on its minutes are written. Begun twice is begun once."""
    _hold(meeting)
    if meeting.state == MeetingState.SITTING:
        return
    if clock.today() < meeting.held_on:
        raise Refused("The day of the meeting has not come yet.")
    if meeting.state == MeetingState.CLOSED:
        raise Refused("This meeting is closed. Open its minutes again, with a reason.")
    meeting.move(MeetingEvent.BEGIN)
    meeting.begun_at = clock.now()
    put_in_order(meeting)
    record("began", meeting, by=by)


def close_meeting(meeting: Meeting, *, by: Account) -> None:
    """Nothing more is written in its minutes; whoever is still noted as there leaves now.

    Mistaken, by place, while the notes surely name somebody in a case that they may look into. What is
    named of a case that is closed to them stops nothing, or they would learn of it: those who may look
    into it are told.
    """
    _hold(meeting)
    if meeting.state == MeetingState.CLOSED:
        return
    words = minutes_of(by, meeting)
    named = dict.fromkeys(one.key for one in named_in(by, meeting, words) if one.stops)
    if named and meeting.state == MeetingState.SITTING:
        raise Mistaken([(key, NAMES.format(place=words.places[key])) for key in named])
    meeting.move(MeetingEvent.CLOSE)
    meeting.closed_at = meeting.closed_at or clock.now()  # closed again, it ended when it ended
    for attendance in (came for seat in meeting.invited for came in seat.attendances):
        attendance.left_at = attendance.left_at or max(meeting.closed_at, attendance.came_at)
    record("closed", meeting, by=by)
    looking_again.coordinators(meeting, but=by)


def reopen_meeting(meeting: Meeting, reason: str, *, by: Account) -> None:
    """Let the minutes be put right. The reason is kept with them, for all to read: it names nobody."""
    _hold(meeting)
    if not reason.strip():
        raise Refused("Say why the minutes are opened again.")
    if meeting.kind == MeetingKind.CHAIRS_ACTION:
        raise Refused("A chair’s action has no minutes. Amend the decision instead.")
    if names_somebody(by, meeting, reason):
        raise Mistaken([("reason", REASON_NAMES)])
    meeting.move(MeetingEvent.REOPEN)
    db.session.add(Reopening(meeting=meeting, by=by, by_id=by.id, reason=reason.strip()))
    record("opened the minutes again", meeting, by=by)


def save_minutes(meeting: Meeting, said: Mapping[str, str], *, marks: str, by: Account) -> list[Clash]:
    """Keep what was typed, by heading or item. `marks` say which texts the writer began with.

    Gives back where somebody else wrote meanwhile: nothing is changed there, and a person chooses.
    """
    _hold(meeting)
    if meeting.state != MeetingState.SITTING:
        raise Refused(NOT_NOW)
    rows = {minute.key: minute for minute in meeting.minutes}
    now = {key: minute.words for key, minute in rows.items()}
    changed, clashes = merged(said, now, read_marks(marks))
    for key, words in changed.items():
        minute = rows.get(key) or _new(meeting, key)
        minute.words, minute.saved_at, minute.saved_by_id = words, clock.now(), by.id
    if changed:
        record("wrote minutes of", meeting, by=by, places=len(changed))
    return clashes


def keep_words(meeting: Meeting, key: str, mark: str, because: Stays, *, by: Account) -> None:
    """Let words stand that only look like a name of somebody in a case. Said twice is said once.

    It holds for this sentence of this note, and for the cases that this person may look into and that know
    the name; the trail of each of these keeps who said so and why, and no name.
    """
    _hold(meeting)
    named = named_in(by, meeting, minutes_of(by, meeting))
    found = next((one for one in named if one.sure and (one.key, one.mark) == (key, mark)), None)
    if found is None:
        raise Refused(OTHER_WORDS)
    if found.stays:
        return
    minute = next(one for one in meeting.minutes if one.key == key)
    there = minute.stays or {}
    before = there.get(mark, {})
    minute.stays = {**there, mark: {**{str(case): because.name for case in found.cases}, **before}}
    newly = {item.case_id: item for item in meeting.items if item.case_id in found.cases}
    for item in (item for case, item in newly.items() if str(case) not in before):
        record("said that words in the minutes name nobody", item, by=by, because=because.name)


def _new(meeting: Meeting, key: str) -> Minute:
    if key in Section.__members__:
        minute = Minute(meeting=meeting, section=Section[key])
    else:
        item = db.session.get_one(AgendaItem, uuid.UUID(key))
        minute = Minute(meeting=meeting, section=item.section, item=item, item_id=item.id)
    db.session.add(minute)
    return minute


def _hold(meeting: Meeting) -> None:
    """One after the other, each seeing what the one before has done."""
    db.session.flush()
    held = select(Meeting).where(Meeting.id == meeting.id).with_for_update()
    db.session.scalars(held, execution_options={"populate_existing": True}).one()
    db.session.expire(meeting, ["minutes"])
