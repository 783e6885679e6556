"""Invitations and interests, as they concern one reader today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.home.needs import SOON, Need, ahead, counted, in_words
from pprg.meetings import queries as meetings
from pprg.meetings.models import Meeting
from pprg.meetings.queries.interests import to_answer
from pprg.meetings.queries.inviting import Invited, my_invitations


def needs(reader: Account) -> Iterator[Need]:
    """Invitations to answer; items of which one has still to say whether one has an interest."""
    for invited in my_invitations(reader):
        if invited.waits:
            yield _to_reply(invited)
    for meeting in sorted(meetings.meetings_visible_to(reader), key=lambda one: one.held_on):
        if meeting.is_open and not meeting.over:
            yield from _to_say(reader, meeting)


def waits(_reader: Account) -> Sequence[Need]:
    return []


def _to_reply(invited: Invited) -> Need:
    presents = invited.presenter_id is not None
    what = "present your item" if presents else "the meeting"
    return Need(
        do=f"Say whether you come to {what} on {in_words(invited.held_on)}",
        endpoint="meetings.presenting" if presents else "meetings.invitation",
        ids={"presenter_id": invited.presenter_id} if presents else {"invitation_id": invited.seat_id},
        about=f"{invited.starts_at}, {invited.place}",
        stands=ahead(invited.held_on).capitalize(),
        tone="soon" if invited.held_on - clock.today() <= SOON else "waiting",
    )


def _to_say(reader: Account, meeting: Meeting) -> Iterator[Need]:
    items = to_answer(reader, meeting)
    if items:
        yield Need(
            do=f"Say whether you have an interest in the cases of {in_words(meeting.held_on)}",
            endpoint="meetings.interests",
            ids={"meeting_id": meeting.id},
            about=f"{counted(len(items), 'case opens', 'cases open')} to you then.",
            stands=ahead(meeting.held_on).capitalize(),
            tone="soon" if meeting.held_on - clock.today() <= SOON else "waiting",
        )
