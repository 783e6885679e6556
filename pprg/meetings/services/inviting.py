"""Who is invited to a meeting, as what, and what they answer."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, CoreMember, Meeting, Seat
from pprg.meetings.queries import membership
from pprg.meetings.services import calling, telling
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.states import SITS, Capacity, Reply, Voice


def invite_member(
    meeting: Meeting,
    account: Account,
    *,
    by: Account,
    capacity: Capacity | None = None,
    voice: Voice | None = None,
    in_place_of: Account | None = None,
    only_item: AgendaItem | None = None,
) -> Seat:
    """Give somebody a seat: a core member as the register has them, if nothing else is said.

    Invited twice is invited once. With `only_item` they see that item of the agenda and nothing else of it.
    """
    for seat in meeting.invited:
        if seat.account_id == account.id:
            return seat
    if meeting.called_off:
        _not_gone(meeting)
    if not account.holds(*SITS):
        raise Refused("That person is not a member of the group today.")
    known = membership.core_member_on(account, meeting.held_on)
    seat = Seat(
        meeting=meeting,
        account=account,
        account_id=account.id,
        capacity=capacity or _usual(account, known),
        voice=voice or (known.voice if known and not capacity else None),
        in_place_of=in_place_of,
        only_item_id=only_item.id if only_item else None,
    )
    db.session.add(seat)
    record("invited", meeting, by=by, account=account.id, capacity=seat.capacity.name)
    calling.call(seat)
    if meeting.is_open:
        for item in meeting.items:
            let_member_know(item.case, account, by=by)
        telling.member(telling.OPENED, seat)
    return seat


def invite_group(meeting: Meeting, *, by: Account) -> int:
    """Invite every core member of the day who is not invited yet. Gives back how many that were."""
    coming = membership.core_members_to_invite(meeting)
    for member in coming:
        invite_member(meeting, member.account, capacity=member.capacity, voice=member.voice, by=by)
    return len(coming)


def take_seat_away(seat: Seat, *, by: Account) -> None:
    """Take an invitation back, and that of whoever comes for them.

    Whoever had it knows of these cases no longer, from the next request.
    """
    meeting, account, for_whom_id = seat.meeting, seat.account, seat.in_place_of_id
    if seat.attendances:
        raise Refused("They have been in the room, so their seat stays in the record.")
    for deputy in deputies_of(seat):
        take_seat_away(deputy, by=by)
    db.session.delete(seat)
    db.session.flush()
    db.session.expire(meeting, ["invited"])
    record("took invitation back", meeting, by=by, account=account.id)
    meeting.sequence += 1
    calling.call_back(meeting, account)
    for principal in meeting.invited:
        if principal.account_id == for_whom_id and principal.reply == Reply.DEPUTY:
            principal.reply, principal.replied_at = Reply.NONE, None  # nobody comes for them any more
    if meeting.is_open:
        for item in meeting.items:
            let_member_know(item.case, account, by=by)


def answer_invitation(seat: Seat, reply: Reply, *, by: Account, deputy: Account | None = None) -> None:
    """Say whether they come, or who comes for them. The last answer counts."""
    _not_gone(seat.meeting)
    if reply == Reply.DEPUTY:
        _send(seat, deputy, by=by)
    else:
        for other in deputies_of(seat):
            take_seat_away(other, by=by)
    if seat.reply == reply:
        return
    seat.reply, seat.replied_at = reply, clock.now()
    record("answered invitation to", seat.meeting, by=by, account=seat.account_id, reply=reply.name)
    if reply == Reply.DECLINED and seat.in_place_of is not None:
        calling.deputy_cannot(seat)


def deputies_of(seat: Seat) -> list[Seat]:
    """The seats of those who come in place of this one's holder."""
    return [one for one in seat.meeting.invited if one.in_place_of_id == seat.account_id]


def ask_again(meeting: Meeting, *, another_time: bool) -> None:
    """Day, time or place were changed: calendars follow; an answer to another time is no answer."""
    meeting.sequence += 1
    if another_time:
        for seat in meeting.invited:
            if seat.reply != Reply.DEPUTY:
                seat.reply, seat.replied_at = Reply.NONE, None
        for presenter in (one for item in meeting.items for one in item.presenters):
            presenter.reply, presenter.replied_at = Reply.NONE, None
    calling.call_all_again(meeting)


def _send(seat: Seat, deputy: Account | None, *, by: Account) -> None:
    """Give the deputy a seat with the same voice. One person speaks for one."""
    if deputy is None:
        raise Refused("Choose who comes for you.")
    if seat.in_place_of is not None:
        raise Refused("A deputy does not send a deputy.")
    there = deputies_of(seat)
    if [one.account_id for one in there] == [deputy.id]:
        return
    if any(one.account_id == deputy.id for one in seat.meeting.invited):
        raise Refused("They have a seat of their own at this meeting. Choose somebody else.")
    for other in there:
        take_seat_away(other, by=by)
    chairs = seat.capacity == Capacity.CHAIR and deputy.holds(Role.CHAIR)
    invite_member(
        seat.meeting,
        deputy,
        by=by,
        capacity=Capacity.DEPUTY_CHAIR if chairs else Capacity.DEPUTY,
        voice=seat.voice,
        in_place_of=seat.account,
    )


def _usual(account: Account, known: CoreMember | None) -> Capacity:
    if known is not None:
        return known.capacity
    return Capacity.CHAIR if account.holds(Role.CHAIR) else Capacity.CORE


def _not_gone(meeting: Meeting) -> None:
    if meeting.over:
        raise Refused(f"This meeting is {meeting.ended}.")
