"""Recommendations before those whose decision it finally is, as far as a reader may read them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true
from sqlalchemy.orm import contains_eager, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases.models import Case, Member, SteppingOut
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.meetings.models import AgendaItem, Decision, Meeting, Ratification
from pprg.meetings.states import AGREED, Outcome, RatifyingState, State
from pprg.referrals.models import Referral


def ratification_visible_to(reader: Account | None, ratification_id: uuid.UUID) -> Ratification | None:
    return db.session.scalar(_ratifications_visible_to(reader).where(Ratification.id == ratification_id))


def ratifications_visible_to(reader: Account | None) -> Sequence[Ratification]:
    """What was put before legal owners, as this reader may read it, newest first."""
    found = _ratifications_visible_to(reader).options(contains_eager(Ratification.case))
    return db.session.scalars(found.order_by(Ratification.sent_at.desc(), Ratification.owner)).all()


def waiting_for(reader: Account | None) -> Sequence[Ratification]:
    """What waits for this decision-maker's answer, the longest waiting first."""
    owners = reader.decides_for if reader else frozenset()
    open_ones = [
        each
        for each in ratifications_visible_to(reader)
        if each.owner in owners and each.is_open and each.may_be_answered_by(reader)
    ]
    return sorted(open_ones, key=lambda each: each.sent_at)


def not_agreed(reader: Account | None) -> Sequence[Ratification]:
    """What a legal owner does not agree to or has escalated, for those who look into the case."""
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR):
        return []
    stuck = {RatifyingState.NOT_AGREED, RatifyingState.ESCALATED}
    return [
        each
        for each in ratifications_visible_to(reader)
        if each.state in stuck and not each.decision.amended_by
    ]


def decision_makers_of(owner: LegalOwner) -> Sequence[Account]:
    """For services: everybody who decides for a legal owner today, by name."""
    return [account for account in active_accounts_with(Role.DECISION_MAKER) if owner in account.decides_for]


def in_dispute(decision: Decision) -> bool:
    """The council does not agree to a rapid review that another safeguarding partner wants."""
    if decision.outcome != Outcome.RAPID_REVIEW:
        return False
    said = {each.owner: each.state for each in decision.ratifications}
    council = said.pop(LegalOwner.PARTNER_LOCAL_AUTHORITY, None)
    refused = council in {RatifyingState.NOT_AGREED, RatifyingState.ESCALATED}
    return refused and any(state in AGREED for state in said.values())


def items_of_referral(referral: Referral) -> Sequence[AgendaItem]:
    """For services: where it was to be decided, by the day of the meeting."""
    found = (
        select(AgendaItem)
        .join(AgendaItem.meeting)
        .where(AgendaItem.referral_id == referral.id)
        .order_by(Meeting.held_on, AgendaItem.created_at)
        .options(selectinload(AgendaItem.decisions))
    )
    return [item for item in db.session.scalars(found) if not item.confirms]


def last_words_on(referral: Referral) -> list[Decision]:
    """For services: on each route the last decision on a referral, at any meeting, as they were signed.

    Of an earlier meeting it does not count that the group waited, or was not followed: it looked again.
    """
    latest = {}
    items = items_of_referral(referral)
    for item in items:
        for decision in item.standing:
            if item is items[-1] or _still_counts(decision):
                latest[decision.route] = decision
    return sorted(latest.values(), key=lambda decision: decision.signed_at or clock.now())


def _still_counts(decision: Decision) -> bool:
    refused = any(said.state == RatifyingState.NOT_AGREED for said in decision.ratifications)
    return decision.state != State.DRAFT and decision.outcome != Outcome.WAIT and not refused


def _ratifications_visible_to(reader: Account | None) -> Select[Ratification]:
    """rules.read_ratification, said again in SQL. A test holds the two together."""
    found = select(Ratification).join(Ratification.case)
    if reader is None:
        return found.where(false())
    works_on = open_to(reader) if reader.holds(Role.COORDINATOR, Role.CHAIR) else false()
    return found.where(or_(works_on, and_(_decides(reader), may_be_asked(reader))))


def _decides(reader: Account) -> ColumnElement[bool]:
    return Ratification.owner.in_(reader.decides_for) if reader.decides_for else false()


def may_be_asked(reader: Account) -> ColumnElement[bool]:
    """rules.ratifying.may_be_asked, said in SQL, of a query joined with `Case`."""
    out = select(SteppingOut.id).where(SteppingOut.case_id == Case.id, SteppingOut.account_id == reader.id)
    named = select(Member.id).where(
        Member.case_id == Case.id,
        Member.account_id == reader.id,
        or_(Member.until.is_(None), Member.until >= clock.today()),
    )
    return and_(true() if reader.active else false(), ~out.exists(), or_(~Case.restricted, named.exists()))
