"""What a decision sets going once everybody whose decision it finally is has agreed."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.meetings.models import Decision
from pprg.meetings.states import COMMISSIONS
from pprg.reviews.services import commission_review


def take_effect(decision: Decision, *, by: Account) -> None:
    """Commission the review that it calls for."""
    record("took effect", decision, by=by)
    kind = COMMISSIONS.get(decision.outcome) if decision.outcome else None
    if kind is not None:
        commission_review(decision.case, kind, by=by)
