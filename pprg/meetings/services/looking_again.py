"""Who is told that minutes which were closed still name somebody in a case.

It happens where whoever closed them may not look into that case, and so could not be told.
"""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.meetings.models import Meeting
from pprg.meetings.queries import meeting_visible_to
from pprg.meetings.queries.minuting import minutes_of
from pprg.meetings.queries.naming import named_in
from pprg.meetings.states import MeetingState
from pprg.notices.services import Words, put_in, worded_by

NAMED = "minutes name somebody"


def coordinators(meeting: Meeting, *, but: Account) -> None:
    for account in active_accounts_with(Role.COORDINATOR):
        if account.id != but.id and _sees_names(account, meeting):
            put_in(NAMED, to=account.id, about=meeting.id)


def _sees_names(reader: Account, meeting: Meeting) -> bool:
    return any(one.stops for one in named_in(reader, meeting, minutes_of(reader, meeting)))


def _named(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    meeting = meeting_visible_to(account, meeting_id)
    if account is None or meeting is None or meeting.state != MeetingState.CLOSED:
        return None
    if not _sees_names(account, meeting):
        return None
    when = f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
    return Words(
        address=account.email,
        subject=f"Minutes of {when}",
        body=f"The minutes of the meeting on {when} are closed, and a note in them needs you.",
        path=f"/meetings/{meeting.id}/minutes",
    )


worded_by(NAMED, _named)
