"""When a case cannot wait for the next meeting: one called for it alone, or the chair's own decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.again import can_come_again
from pprg.meetings.queries.agenda import item_now
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.agenda import carry_over
from pprg.meetings.services.arranging import arrange_meeting, put_on_agenda
from pprg.meetings.services.inviting import invite_member
from pprg.meetings.states import MeetingEvent, MeetingKind, MeetingState, State
from pprg.referrals.models import Referral

ACTED = "No meeting"


def call_extraordinary(
    referral: Referral,
    *,
    held_on: date,
    starts_at: str,
    ends_at: str,
    place: str,
    because: str,
    members: Sequence[Account],
    by: Account,
) -> Meeting:
    """A meeting for one case, its members invited and its item on the agenda, which is still to be opened.

    Called twice is called once: the one that was called for it and is not over.
    """
    if called := _called(referral, MeetingKind.EXTRAORDINARY):
        return called
    meeting = arrange_meeting(
        held_on=held_on,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        kind=MeetingKind.EXTRAORDINARY,
        because=because,
        by=by,
    )
    for account in members:
        invite_member(meeting, account, by=by)
    _bring(referral, meeting, by=by)
    return meeting


def take_chairs_action(referral: Referral, *, because: str, by: Account) -> AgendaItem:
    """What the chair decides today without a meeting: an item to be written down, recorded and signed.

    Begun twice is begun once.
    """
    begun = _called(referral, MeetingKind.CHAIRS_ACTION)
    if begun is None:
        begun = arrange_meeting(
            held_on=clock.today(),
            starts_at="",
            ends_at="",
            place=ACTED,
            kind=MeetingKind.CHAIRS_ACTION,
            because=because,
            by=by,
        )
        begun.move(MeetingEvent.BEGIN)
        begun.begun_at = clock.now()
        record("chair’s action begun", begun, by=by)
    return _bring(referral, begun, by=by)


def _called(referral: Referral, kind: MeetingKind) -> Meeting | None:
    item = item_now(referral)
    if item is None or item.meeting.kind != kind or item.meeting.over:
        return None
    return item.meeting if item.meeting.state != MeetingState.CLOSED else None


def _bring(referral: Referral, meeting: Meeting, *, by: Account) -> AgendaItem:
    """From wherever it stands now. A decision that is being signed is not taken from under the chair."""
    now = item_now(referral)
    if now is None and can_come_again(referral):
        return put_before_again(referral, meeting, by=by)
    if now is None:
        return put_on_agenda(meeting, referral, by=by)
    if now.meeting_id == meeting.id:
        return now
    if any(decision.state != State.DRAFT for decision in now.decisions):
        raise Refused("A decision on this referral is recorded already. Finish or take that one back first.")
    return carry_over(now, meeting, by=by)
