"""Who invites, and who answers an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.meetings.rules.sitting import arrange_item, arrange_meeting, may_hear_of_meeting, prepare_meeting
from pprg.meetings.states import SITS
from pprg.referrals.rules import read_referral

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import AgendaItem, Meeting, Presenter, Seat


def invite(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators invite to a meeting and see who answered what."""
    return prepare_meeting(reader, meeting)


def answer_invitation(reader: Account | None, invitation: Seat) -> bool:
    """Whoever is invited answers for themselves; coordinators for somebody who telephoned."""
    if reader is None or not reader.holds(*SITS) or not may_hear_of_meeting(reader, invitation.meeting):
        return False
    return reader.id == invitation.account_id or arrange_meeting(reader)


def take_invitation(reader: Account | None, meeting: Meeting) -> bool:
    """Whoever is invited to a meeting takes its day and time for their calendar, its agenda open or not."""
    if reader is None or not reader.holds(*SITS) or not may_hear_of_meeting(reader, meeting):
        return False
    return any(seat.account_id == reader.id for seat in meeting.invited)


def ask_to_present(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators who see an item ask people of the agency that referred it to present it."""
    return arrange_item(reader, item)


def read_presenting(reader: Account | None, presenter: Presenter) -> bool:
    """Whoever is asked to present an item sees when and where until that day is over, while they may read their agency's referral."""  # noqa: E501
    referral = presenter.item.referral
    if reader is None or referral is None or reader.id != presenter.account_id:
        return False
    return not presenter.item.meeting.over and read_referral(reader, referral)


def need_not_present(reader: Account | None, presenter: Presenter) -> bool:
    """Coordinators who see an item take back that somebody was asked to present it."""
    return reader is not None and reader.holds(Role.COORDINATOR) and arrange_item(reader, presenter.item)
