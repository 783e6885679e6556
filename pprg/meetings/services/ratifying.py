"""A signed decision before those whose decision it finally is, and what their agreement sets going."""

from __future__ import annotations

import hashlib

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.states import LegalOwner
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import Decision, Ratification
from pprg.meetings.services import effects
from pprg.meetings.states import RatifyingEvent, owners_of

GIVES_REASONS = frozenset({RatifyingEvent.CHANGE, RatifyingEvent.REFUSE, RatifyingEvent.ESCALATE})


def send_to_owners(decision: Decision, *, by: Account) -> None:
    """Put it before each legal owner of its route. What is the group's own takes effect at once."""
    owners = owners_of(decision.route, decision.outcome)
    if owners == (LegalOwner.REVIEW_GROUP,):
        effects.take_effect(decision, by=by)
        return
    text = decision.sentence
    for owner in owners:
        asked = Ratification(
            decision=decision,
            case=decision.case,
            owner=owner,
            text=text,
            digest=hashlib.sha256(text.encode()).hexdigest(),
            sent_at=clock.now(),
        )
        db.session.add(asked)
        record("sent for ratification", decision, by=by, owner=owner.name)


def answer_ratification(
    ratification: Ratification, event: RatifyingEvent, *, by: Account, reasons: str = ""
) -> None:
    """What one legal owner says. When all of them agree, the decision takes effect."""
    if event in GIVES_REASONS and not reasons.strip():
        raise Refused("Give the reasons.")
    ratification.move(event)
    ratification.answered_by, ratification.answered_at = by, clock.now()
    ratification.reasons = reasons.strip()
    record("answered for ratification", ratification.decision, by=by, answer=event.name)
    if ratification.decision.is_ratified:
        effects.take_effect(ratification.decision, by=by)
