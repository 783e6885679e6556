"""A case that was decided, before the group again: for a further route, or to be looked at again."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries.again import can_come_again
from pprg.meetings.services.agenda import add_item
from pprg.meetings.states import Section
from pprg.referrals.models import Referral
from pprg.referrals.services.writing import hold


def put_before_again(referral: Referral, meeting: Meeting, *, asked: str = "", by: Account) -> AgendaItem:
    """On this agenda, under matters arising. What was decided stands meanwhile, and its referrer reads that.

    Put on twice is put on once.
    """
    hold(referral)
    db.session.expire(meeting, ["items"])
    for item in meeting.items:
        if item.referral_id == referral.id:
            return item
    if not can_come_again(referral) or referral.case is None:
        raise Refused("The group has nothing decided on it, or hears it at another meeting already.")
    item = add_item(meeting, referral.case, Section.ARISING, by=by, referral=referral)
    item.asked = asked
    return item
