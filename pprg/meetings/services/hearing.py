"""What is told by mail of interests: chairs that one waits, whoever said it that the chair has ruled.

A day and a reference; not who it is, nor what they said.
"""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.database import db
from pprg.meetings.models import Interest, Meeting
from pprg.meetings.queries.interests import interest_visible_to
from pprg.meetings.queries.sitting import meeting_visible_to
from pprg.meetings.rules.interests import rule_on_interest
from pprg.notices.services import Words, put_in, worded_by

TO_RULE = "interest to rule on"
RULED = "interest ruled on"


def chairs(said: Interest) -> None:
    """Tell everybody who may rule on it."""
    db.session.flush()
    able = {account.id: account for account in active_accounts_with(Role.CHAIR)}
    able |= {seat.account_id: seat.account for seat in said.item.meeting.invited}
    for account in able.values():
        if rule_on_interest(account, said):
            put_in(TO_RULE, to=account.id, about=said.id)


def whoever_said(said: Interest) -> None:
    put_in(RULED, to=said.account_id, about=said.id)


def _to_rule(to_id: uuid.UUID, interest_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    said = interest_visible_to(account, interest_id)
    if account is None or said is None or said.ruling is not None or not rule_on_interest(account, said):
        return None
    body = (
        f"Somebody has an interest in {said.item.case.reference}. Say what they may do before it is decided."
    )
    return _words(account, said.item.meeting, body)


def _ruled(to_id: uuid.UUID, interest_id: uuid.UUID) -> Words | None:
    """To them alone, and without the case: it may be closed to them now."""
    account, said = account_by_id(to_id), db.session.get(Interest, interest_id)
    if account is None or said is None or said.account_id != account.id:
        return None
    if meeting_visible_to(account, said.item.meeting_id) is None:
        return None
    return _words(
        account, said.item.meeting, "The chair has ruled on an interest that you or others declared."
    )


def _words(account: Account, meeting: Meeting, body: str) -> Words:
    when = f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
    subject, path = f"Interests at the meeting on {when}", f"/meetings/{meeting.id}/interests"
    return Words(address=account.email, subject=subject, body=body, path=path)


worded_by(TO_RULE, _to_rule)
worded_by(RULED, _ruled)
