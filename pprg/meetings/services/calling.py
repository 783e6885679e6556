"""Invitations by mail, each with an entry for the calendar: a day, a time and a place, never a case.

Nobody is named in them: neither who else comes nor whom a case is about.
"""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.database import db
from pprg.meetings.models import Meeting, Presenter, Seat
from pprg.meetings.queries import inviting as queries
from pprg.meetings.states import Reply
from pprg.notices.calendar import Method
from pprg.notices.services import Words, put_in, was_sent, worded_by

INVITED = "invitation"
MOVED = "meeting moved"
TAKEN_BACK = "invitation taken back"
DEPUTY_CANNOT = "deputy cannot come"
PRESENTS = "asked to present"
PRESENTS_MOVED = "time to present moved"
PRESENTS_NOT = "not asked to present any more"

A_MEETING = (INVITED, MOVED)
AN_ITEM = (PRESENTS, PRESENTS_MOVED)


def call(seat: Seat) -> None:
    put_in(INVITED, to=seat.account_id, about=seat.meeting_id or seat.meeting.id)


def seat_moved(seat: Seat) -> None:
    put_in(MOVED, to=seat.account_id, about=seat.meeting_id)


def call_back(meeting: Meeting, account: Account) -> None:
    put_in(TAKEN_BACK, to=account.id, about=meeting.id)


def call_presenter(meeting: Meeting, account: Account) -> None:
    put_in(PRESENTS, to=account.id, about=meeting.id)


def presenter_moved(meeting: Meeting, account: Account) -> None:
    put_in(PRESENTS_MOVED, to=account.id, about=meeting.id)


def call_presenter_back(meeting: Meeting, account: Account) -> None:
    put_in(PRESENTS_NOT, to=account.id, about=meeting.id)


def call_all_again(meeting: Meeting) -> None:
    """Everybody invited to it hears of another day, time or place."""
    for seat in meeting.invited:
        if seat.reply != Reply.DEPUTY:
            put_in(MOVED, to=seat.account_id, about=meeting.id)
    for account_id in {one.account_id for item in meeting.items for one in item.presenters}:
        put_in(PRESENTS_MOVED, to=account_id, about=meeting.id)


def deputy_cannot(seat: Seat) -> None:
    """Tell the principal: the deputy's answer is theirs to mend."""
    if seat.in_place_of_id is not None:
        put_in(DEPUTY_CANNOT, to=seat.in_place_of_id, about=seat.meeting_id)


def _invited(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _to_member(
        to_id,
        meeting_id,
        "You are invited to the meeting of the group on {when}. Say on this page whether you come, or who "
        "comes for you.",
    )


def _moved(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _to_member(
        to_id,
        meeting_id,
        "The meeting of the group is now on {when}. Say on this page whether you come, or who comes for you.",
    )


def _deputy_cannot(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    seat = _seat(to_id, meeting_id)
    if seat is None or not any(
        one.in_place_of_id == to_id and one.reply == Reply.DECLINED for one in seat.meeting.invited
    ):
        return None
    return Words(
        address=seat.account.email,
        subject=f"Meeting on {_day(seat.meeting)}",
        body="Your deputy cannot come to this meeting. Choose somebody else, or come yourself.",
        path=f"/meetings/invitations/{seat.id}",
    )


def _taken_back(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    account, meeting = account_by_id(to_id), db.session.get(Meeting, meeting_id)
    if account is None or not account.active or meeting is None or meeting.over:
        return None
    if _seat(to_id, meeting_id) or not any(was_sent(kind, to_id, meeting_id) for kind in A_MEETING):
        return None
    return Words(
        address=account.email,
        subject=f"Meeting on {_day(meeting)}",
        body=f"You are no longer invited to the meeting of the group on {_day(meeting)}.",
        calendar=queries.entry_of_meeting(meeting),
        method=Method.CANCEL,
    )


def _presents(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _to_presenter(
        to_id,
        meeting_id,
        "You are asked to present a referral of your agency to the group on {when}. Read what to expect, and "
        "say whether you come.",
    )


def _presents_moved(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _to_presenter(
        to_id,
        meeting_id,
        "You present a referral of your agency to the group now on {when}. Say whether you come.",
    )


def _presents_not(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    account, meeting = account_by_id(to_id), db.session.get(Meeting, meeting_id)
    if account is None or not account.active or meeting is None or meeting.over:
        return None
    if queries.presented_by(account, meeting) or not any(was_sent(k, to_id, meeting_id) for k in AN_ITEM):
        return None
    return Words(
        address=account.email,
        subject=f"Meeting on {_day(meeting)}",
        body=f"You need not come to the group on {_day(meeting)} any more.",
        calendar=queries.entry_of_slot(meeting, []),
        method=Method.CANCEL,
    )


def _to_member(to_id: uuid.UUID, meeting_id: uuid.UUID, body: str) -> Words | None:
    seat = _seat(to_id, meeting_id)
    if seat is None or seat.meeting.over or seat.reply == Reply.DEPUTY:
        return None
    entry = queries.entry_of_seat(seat)
    when = f"{_day(seat.meeting)}, {entry.starts_at} to {entry.ends_at}, {seat.meeting.place}"
    return Words(
        address=seat.account.email,
        subject=f"Meeting on {_day(seat.meeting)}",
        body=body.format(when=when),
        path=f"/meetings/invitations/{seat.id}",
        calendar=entry,
    )


def _to_presenter(to_id: uuid.UUID, meeting_id: uuid.UUID, body: str) -> Words | None:
    account, meeting = account_by_id(to_id), db.session.get(Meeting, meeting_id)
    presented = queries.presented_by(account, meeting) if account and meeting else []
    if account is None or meeting is None or meeting.over or not presented:
        return None
    entry = queries.entry_of_slot(meeting, presented)
    return Words(
        address=account.email,
        subject=f"Meeting on {_day(meeting)}",
        body=body.format(when=f"{_day(meeting)} at {entry.starts_at}, {meeting.place}"),
        path=_page_of(presented),
        calendar=entry,
    )


def _page_of(presented: list[Presenter]) -> str:
    return f"/meetings/presenting/{presented[0].id}" if len(presented) == 1 else "/meetings/invitations"


def _seat(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Seat | None:
    account = account_by_id(to_id)
    return queries.seat_of(account, meeting_id) if account else None


def _day(meeting: Meeting) -> str:
    return f"{meeting.held_on.day} {meeting.held_on:%B %Y}"


for _kind, _wording in (
    (INVITED, _invited),
    (MOVED, _moved),
    (TAKEN_BACK, _taken_back),
    (DEPUTY_CANNOT, _deputy_cannot),
    (PRESENTS, _presents),
    (PRESENTS_MOVED, _presents_moved),
    (PRESENTS_NOT, _presents_not),
):
    worded_by(_kind, _wording)
