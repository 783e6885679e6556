"""A signed decision before those whose decision it finally is, and what their answers set going."""

from __future__ import annotations

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.states import LegalOwner
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import Decision, Ratification
from pprg.meetings.packs.owners import digest_of_all, held_in_pack, item_for_owners, listing_of
from pprg.meetings.queries.following import owners_to_ask
from pprg.meetings.queries.ratifying import decided_since, in_dispute
from pprg.meetings.recommendation import digest_of, text_of
from pprg.meetings.services import effects, informing
from pprg.meetings.services.deciding import hold
from pprg.meetings.states import RatifyingEvent, RatifyingState

GIVES_REASONS = frozenset({RatifyingEvent.CHANGE, RatifyingEvent.REFUSE, RatifyingEvent.ESCALATE})


def send_to_owners(decision: Decision, *, by: Account) -> None:
    """Put it before each legal owner of its route. What is the group's own takes effect at once."""
    owners = owners_to_ask(decision)
    if owners == (LegalOwner.REVIEW_GROUP,):
        effects.take_effect(decision, by=by)
        return
    text = f"{text_of(decision)}\n\n{listing_of(decision)}"
    for owner in owners:
        asked = Ratification(
            decision=decision,
            case=decision.case,
            owner=owner,
            text=text,
            digest=digest_of(text),
            sent_at=clock.now(),
        )
        db.session.add(asked)
        record("sent for ratification", decision, by=by, owner=owner.name)
        informing.decision_makers(asked)


def answer_ratification(
    ratification: Ratification, event: RatifyingEvent, *, by: Account, reasons: str = ""
) -> None:
    """What one legal owner says. When all of them agree, the decision takes effect.

    Said twice is said once. Where one does not agree, the referral waits for another meeting.
    """
    decision = ratification.decision
    _hold_all(decision)
    if _said_already(ratification, event, by):
        return
    _must_stand(decision)
    if not ratification.may_be_answered_by(by):
        raise Refused("Nobody answers for two legal owners, or on a decision that they wrote or signed.")
    _say(ratification, event, reasons, by)
    ratification.answered_by, ratification.answered_by_id = by, by.id
    ratification.answered_at = clock.now()
    informing.of_answer(ratification)
    if ratification.state == RatifyingState.CHANGED:
        informing.other_owners(ratification)
    if in_dispute(decision):
        informing.of_dispute(decision)
    if decision.is_ratified:
        effects.take_effect(decision, by=by)
    elif ratification.state == RatifyingState.NOT_AGREED:
        effects.return_to_group(decision.item, by=by)


def escalate_ratification(ratification: Ratification, *, reasons: str, by: Account) -> None:
    """Ask those above: the partnership's executive hears that a legal owner does not agree."""
    _hold_all(ratification.decision)
    _must_stand(ratification.decision)
    _say(ratification, RatifyingEvent.ESCALATE, reasons, by)
    informing.of_answer(ratification)


def _say(ratification: Ratification, event: RatifyingEvent, reasons: str, by: Account) -> None:
    if event in GIVES_REASONS and not reasons.strip():
        raise Refused("Give the reasons.")
    ratification.move(event)
    if reasons.strip():
        said = f"{ratification.state.capitalize()}: {reasons.strip()}"
        ratification.reasons = "\n\n".join(part for part in (ratification.reasons, said) if part)
    record(
        "answered for ratification",
        ratification.decision,
        by=by,
        owner=ratification.owner.name,
        answer=event.name,
        digest=ratification.digest,
        pack=digest_of_all(held_in_pack(item_for_owners(ratification.decision))),
    )


def _must_stand(decision: Decision) -> None:
    if decision.amended_by is not None:
        raise Refused("This recommendation was amended since. The newer one is put before you on its own.")
    if decided_since(decision) is not None:
        raise Refused("The group has decided on this again since. What it said then does not stand any more.")


def _said_already(ratification: Ratification, event: RatifyingEvent, by: Account) -> bool:
    stands = {
        RatifyingEvent.RATIFY: RatifyingState.RATIFIED,
        RatifyingEvent.CHANGE: RatifyingState.CHANGED,
        RatifyingEvent.REFUSE: RatifyingState.NOT_AGREED,
        RatifyingEvent.ESCALATE: RatifyingState.ESCALATED,
    }
    return ratification.answered_by_id == by.id and ratification.state == stands.get(event)


def _hold_all(decision: Decision) -> None:
    """Hold the decision, so that partners who answer at once take turns, and read all answers as they are."""
    hold(decision)
    theirs = select(Ratification).where(Ratification.decision_id == decision.id)
    db.session.scalars(theirs, execution_options={"populate_existing": True}).all()
