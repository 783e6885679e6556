"""Who sits on the made-up group, and who says that they come to its next meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from pprg import clock
from pprg.accounts.models import Account
from pprg.meetings.models import Meeting
from pprg.meetings.queries.inviting import people_to_present
from pprg.meetings.services.inviting import answer_invitation, invite_group
from pprg.meetings.services.membership import Membership, enter_member
from pprg.meetings.services.presenting import answer_presenting, ask_to_present
from pprg.meetings.states import Capacity, Reply, Voice

Who = Callable[[str], Account]


def seat_the_group(group: Sequence[dict[str, Any]], *, who: Who, by: Account) -> None:
    """They have sat on it for more than a year."""
    since = clock.today() - timedelta(days=400)
    for said in group:
        sits = Membership(
            capacity=Capacity(said["capacity"]),
            voice=Voice[said["voice"]] if "voice" in said else None,
            deputy=who(said["deputy"]) if "deputy" in said else None,
            from_day=since,
        )
        enter_member(who(said["who"]), sits, by=by)


def everybody_comes(meeting: Meeting, *, by: Account) -> None:
    invite_group(meeting, by=by)
    for seat in list(meeting.invited):
        answer_invitation(seat, Reply.ACCEPTED, by=seat.account)


def some_answer(meeting: Meeting, group: Sequence[dict[str, Any]], *, who: Who, by: Account) -> None:
    """The chair comes, one sends a deputy, the others have not answered yet."""
    invite_group(meeting, by=by)
    seats = {seat.account_id: seat for seat in meeting.invited}
    for said in group:
        seat = seats[who(said["who"]).id]
        if "deputy" in said:
            answer_invitation(seat, Reply.DEPUTY, deputy=who(said["deputy"]), by=seat.account)
        elif seat.capacity == Capacity.CHAIR:
            answer_invitation(seat, Reply.ACCEPTED, by=seat.account)


def first_is_presented(meeting: Meeting, *, by: Account) -> None:
    """Whoever made the referral of the first item comes for it."""
    item = meeting.items[0]
    owner_id = item.referral.owner_id if item.referral else None
    asked = [account for account in people_to_present(item) if account.id == owner_id]
    ask_to_present(item, asked, starts_at="10:20", by=by)
    for presenter in item.presenters:
        answer_presenting(presenter, Reply.ACCEPTED, by=presenter.account)
