"""The chair's signature, and from when the group's decision goes to those whose decision it finally is."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.errors import Refused
from pprg.meetings.models import Decision
from pprg.meetings.services.acting import set_going
from pprg.meetings.services.agenda import bring_to_next_meeting
from pprg.meetings.services.deciding import hold, still
from pprg.meetings.services.effects import let_go_of
from pprg.meetings.services.ratifying import send_to_owners
from pprg.meetings.states import Event, MeetingKind, State


def sign_decision(decision: Decision, *, by: Account, version: int | None = None) -> None:
    """Fix the words for good. Signed twice is signed once.

    Of a meeting without a quorum it stays a recommendation until named members have confirmed it. A chair's
    action needs no meeting, and so no quorum. Urgent actions do not wait for either.
    """
    hold(decision)
    if decision.state in {State.PENDING, State.SIGNED} and decision.signed_by_id == by.id:
        return
    still(decision, version)
    if not decision.may_be_signed_by(by):
        said = "Nobody signs what they wrote or what an interest keeps them from deciding"
        raise Refused(f"{said}: another chair has to.")
    decision.move(Event.SIGN_PENDING if _too_small(decision) else Event.SIGN)
    decision.signed_by, decision.signed_by_id, decision.signed_at = by, by.id, clock.now()
    decision.digest = decision.digest_now
    record("signed", decision, by=by, digest=decision.digest)
    set_going(decision)
    if decision.state == State.SIGNED:
        stands(decision, by=by)


def stands(decision: Decision, *, by: Account) -> None:
    """It is the group's decision now: those whose decision it finally is are asked.

    What the chair decided alone comes before the next meeting. What was typed on the way to its words goes:
    it was nobody's decision.
    """
    decision.savings.clear()
    send_to_owners(decision, by=by)
    let_go_of(decision.item, by=by)
    bring_to_next_meeting(decision, by=by)


def _too_small(decision: Decision) -> bool:
    return decision.quorate is False and decision.item.meeting.kind != MeetingKind.CHAIRS_ACTION
