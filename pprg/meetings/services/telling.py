"""What members, chairs and coordinators are told by mail. References and days, never a case's words."""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.meetings import queries, rules
from pprg.meetings.models import AgendaItem, Decision, Meeting, Seat
from pprg.meetings.states import State
from pprg.notices.services import Words, put_in, worded_by

OPENED = "agenda opened"
CHANGED = "agenda changed"
STEPPED_OUT = "stepped out"
TO_SIGN = "decision to sign"
HANDED_BACK = "decision handed back"


def members(kind: str, meeting: Meeting) -> None:
    """Tell everybody invited, once the agenda is open to them."""
    if meeting.is_open and not meeting.called_off:
        for seat in meeting.invited:
            member(kind, seat)


def member(kind: str, seat: Seat) -> None:
    put_in(kind, to=seat.account_id, about=seat.meeting_id)


def coordinators(kind: str, item: AgendaItem, *, but: Account) -> None:
    for account in active_accounts_with(Role.COORDINATOR):
        if account.id != but.id and rules.read_item(account, item):
            put_in(kind, to=account.id, about=item.id)


def chairs(kind: str, decision: Decision) -> None:
    """Tell every chair who may sign it."""
    for account in active_accounts_with(Role.CHAIR):
        if rules.sign_decision(account, decision):
            put_in(kind, to=account.id, about=decision.id)


def whoever_recorded(kind: str, decision: Decision) -> None:
    if decision.recorded_by_id is not None:
        put_in(kind, to=decision.recorded_by_id, about=decision.id)


def _of_meeting(body: str, to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    meeting = queries.meeting_visible_to(account, meeting_id)
    if account is None or meeting is None:
        return None
    when = f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
    return Words(
        address=account.email,
        subject=f"Meeting on {when}",
        body=body.format(when=when),
        path=f"/meetings/{meeting.id}",
    )


def _opened(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _of_meeting("The agenda of the meeting on {when} is open to you.", to_id, meeting_id)


def _changed(to_id: uuid.UUID, meeting_id: uuid.UUID) -> Words | None:
    return _of_meeting("The meeting on {when} or its agenda has changed.", to_id, meeting_id)


def _stepped_out(to_id: uuid.UUID, item_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    item = queries.item_visible_to(account, item_id)
    if account is None or item is None:
        return None
    said = "Somebody has stepped out of this case. Check who can decide on it."
    return _about(item.case.reference, account, said, f"/meetings/items/{item.id}")


def _to_sign(to_id: uuid.UUID, decision_id: uuid.UUID) -> Words | None:
    account, decision = account_by_id(to_id), _decision(to_id, decision_id)
    if account is None or decision is None or decision.state != State.RECORDED:
        return None
    said = "A decision is recorded and ready for you to sign."
    return _about(decision.case.reference, account, said, f"/meetings/decisions/{decision.id}")


def _handed_back(to_id: uuid.UUID, decision_id: uuid.UUID) -> Words | None:
    account, decision = account_by_id(to_id), _decision(to_id, decision_id)
    if account is None or decision is None or decision.state != State.DRAFT:
        return None
    said = "The chair has handed a decision back to you."
    return _about(decision.case.reference, account, said, f"/meetings/decisions/{decision.id}")


def _decision(to_id: uuid.UUID, decision_id: uuid.UUID) -> Decision | None:
    return queries.decision_visible_to(account_by_id(to_id), decision_id)


def _about(reference: str, account: Account, said: str, path: str) -> Words:
    return Words(address=account.email, subject=f"An item needs you – {reference}", body=said, path=path)


for _kind, _wording in (
    (OPENED, _opened),
    (CHANGED, _changed),
    (STEPPED_OUT, _stepped_out),
    (TO_SIGN, _to_sign),
    (HANDED_BACK, _handed_back),
):
    worded_by(_kind, _wording)
