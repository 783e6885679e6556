"""What a meeting that was too small recommended, confirmed in writing by named members."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import Confirmation, Decision
from pprg.meetings.queries.confirming import confirmation_visible_to, members_to_ask, quorum_now
from pprg.meetings.services.deciding import hand_back_decision, hold
from pprg.meetings.services.informing import about
from pprg.meetings.services.signing import stands
from pprg.meetings.states import Event, State
from pprg.notices.services import Words, put_in, waits, worded_by

TO_CONFIRM = "recommendation to confirm"


def ask_to_confirm(decision: Decision, accounts: Collection[uuid.UUID], *, by: Account) -> None:
    """Ask these members of the meeting. Asked again, they are reminded, once the first mail has gone."""
    hold(decision)
    if decision.state != State.PENDING:
        raise Refused("This decision does not wait for anybody to confirm it.")
    asked = [seat for seat in members_to_ask(decision) if seat.account_id in accounts]
    if not asked:
        raise Refused("Choose who is asked.")
    there = {one.account_id: one for one in decision.confirmations}
    for seat in asked:
        one = there.get(seat.account_id)
        if one is None:
            one = Confirmation(decision=decision, account_id=seat.account_id, account=seat.account)
            db.session.add(one)
        elif waits(TO_CONFIRM, seat.account_id, one.id):
            continue
        record("asked to confirm", decision, by=by, account=seat.account_id)
        put_in(TO_CONFIRM, to=seat.account_id, about=one.id)


def confirm_decision(confirmation: Confirmation, *, agrees: bool, words: str, by: Account) -> None:
    """Say for oneself whether one agrees. With enough who do, it is the group's decision."""
    decision = confirmation.decision
    hold(decision)
    if decision.state != State.PENDING:
        raise Refused("This decision does not wait for anybody to confirm it any more.")
    if not agrees and not words.strip():
        raise Refused("Say why you do not agree.")
    confirmation.agrees, confirmation.words = agrees, words.strip()
    confirmation.answered_at, confirmation.digest = clock.now(), decision.digest
    record("confirmed" if agrees else "did not confirm", decision, by=by, digest=decision.digest)
    if agrees and quorum_now(decision).reached:
        decision.move(Event.CONFIRM)
        record("stands, confirmed in writing:", decision, by=by)
        stands(decision, by=by)


def give_back_decision(decision: Decision, note: str, *, by: Account) -> None:
    """The chair gives back what is not confirmed, to be written and signed again. No answer is lost."""
    hold(decision)
    if decision.state != State.PENDING:
        raise Refused("This decision does not wait for anybody to confirm it.")
    hand_back_decision(decision, note, by=by)
    decision.signed_by, decision.signed_by_id, decision.signed_at, decision.digest = None, None, None, ""


def _wording(to_id: uuid.UUID, confirmation_id: uuid.UUID) -> Words | None:
    """Whoever has not said yet whether they have an interest is led to that first."""
    account = account_by_id(to_id)
    one = db.session.get(Confirmation, confirmation_id)
    if account is None or one is None or one.decision.state != State.PENDING or one.answered:
        return None
    said = "You are asked to confirm a recommendation in writing."
    if confirmation_visible_to(account, one.id) is None:
        return _declare_first(account, one, said)
    return about(one.decision.case.reference, account, said, f"/meetings/confirmations/{one.id}")


def _declare_first(account: Account, one: Confirmation, said: str) -> Words | None:
    item = one.decision.item
    out = any(gone.account_id == account.id for gone in one.decision.case.steppings_out)
    if out or item.case.restricted or item.interest_of(account) is not None:
        return None
    said += " Say first whether you have an interest in the case."
    return about(item.case.reference, account, said, f"/meetings/{item.meeting_id}/interests")


worded_by(TO_CONFIRM, _wording)
