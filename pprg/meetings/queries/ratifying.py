"""Recommendations before those whose decision it finally is, as far as a reader may read them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true
from sqlalchemy.orm import aliased, contains_eager, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.cases.models import Case, Member, SteppingOut
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.meetings.models import AgendaItem, Decision, Meeting, Ratification
from pprg.meetings.queries.deciding import not_amended
from pprg.meetings.rules import ratifying as may
from pprg.meetings.states import AGREED, KNOWS_FOR, Outcome, RatifyingState, State
from pprg.meetings.states.ratifying import ASKS, EXECUTIVE, LEAST_FIRST, STUCK
from pprg.referrals.models import Referral

Answer = aliased(Ratification)


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
        if each.owner in owners and is_wanted(each) and may.answer_ratification(reader, each)
    ]
    return sorted(open_ones, key=lambda each: each.sent_at)


def not_agreed(reader: Account | None) -> Sequence[Ratification]:
    """What a legal owner does not agree to or has escalated, for those who look into the case."""
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR):
        return []
    return [
        each
        for each in ratifications_visible_to(reader)
        if each.state in STUCK and decided_since(each.decision) is None
    ]


def before_executive(reader: Account | None) -> Sequence[Ratification]:
    """For the executive: what a legal owner escalated, or the partners are not of one mind about.

    Of several owners of one decision the one that is furthest from agreeing: its page tells of the others.
    """
    if reader is None or EXECUTIVE not in reader.decides_for:
        return []
    above = [each for each in ratifications_visible_to(reader) if each.is_before_executive]
    nearest = sorted(above, key=lambda each: LEAST_FIRST.index(each.state), reverse=True)
    return list({each.decision_id: each for each in nearest}.values())


def owners_pack_visible_to(reader: Account | None, ratification_id: uuid.UUID) -> Ratification | None:
    return db.session.scalar(_packs_visible_to(reader).where(Ratification.id == ratification_id))


def asked_of(reader: Account | None, ratification_id: uuid.UUID) -> Ratification | None:
    """What is before a legal owner for which this reader decides, or before the executive."""
    found = ratification_visible_to(reader, ratification_id)
    return found if found is not None and may.step_out_as_owner(reader, found) else None


def is_wanted(ratification: Ratification) -> bool:
    """Whether an answer is still wanted: nothing that the group signed since stands in its place."""
    return ratification.is_open and decided_since(ratification.decision) is None


def decided_since(decision: Decision) -> Decision | None:
    """What the group signed later on the same route: an amendment, or what another meeting decided."""
    if decision.amended_by is not None or decision.item.referral_id is None or decision.signed_at is None:
        return decision.amended_by
    later = (
        select(Decision)
        .join(Decision.item)
        .where(
            AgendaItem.referral_id == decision.item.referral_id,
            Decision.route == decision.route,
            Decision.item_id != decision.item_id,
            Decision.state == State.SIGNED,
            Decision.signed_at > decision.signed_at,
        )
    )
    return db.session.scalar(later.order_by(Decision.signed_at.desc()).limit(1))


def nobody_answers(reader: Account | None) -> Sequence[Ratification]:
    """For coordinators: what waits for a legal owner for which nobody can answer."""
    if reader is None or not reader.holds(Role.COORDINATOR):
        return []
    return [each for each in ratifications_visible_to(reader) if is_wanted(each) and not who_answers(each)]


def who_answers(ratification: Ratification) -> list[Account]:
    """For services and for those who see the answers: everybody who may answer for this legal owner today."""
    able = decision_makers_of(ratification.owner)
    return [account for account in able if may.answer_ratification(account, ratification)]


def decision_makers_of(owner: LegalOwner) -> Sequence[Account]:
    """For services: everybody who decides for a legal owner today, by name."""
    return [account for account in active_accounts_with(Role.DECISION_MAKER) if owner in account.decides_for]


def in_dispute(decision: Decision) -> bool:
    """The council does not agree to a rapid review that another safeguarding partner wants."""
    return any(each.is_disputed for each in decision.ratifications)


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
    found = select(Ratification).join(Ratification.case).join(Ratification.decision)
    if reader is None:
        return found.where(false())
    works_on = open_to(reader) if reader.holds(Role.COORDINATOR, Role.CHAIR) else false()
    above = _before_executive() if EXECUTIVE in reader.decides_for else false()
    return found.where(or_(works_on, and_(or_(_decides(reader), above), may_be_asked(reader))))


def _packs_visible_to(reader: Account | None) -> Select[Ratification]:
    """rules.read_owners_pack, said again in SQL. A test holds the two together."""
    found = select(Ratification).join(Ratification.case).join(Ratification.decision)
    if reader is None:
        return found.where(false())
    not_long_ago = datetime.combine(clock.today() - KNOWS_FOR, time.min, tzinfo=clock.LONDON)
    is_open = and_(_one_of_its(Answer.state.in_(ASKS)), not_amended())
    lately = _one_of_its(Answer.answered_at >= not_long_ago)
    return found.where(_decides(reader), may_be_asked(reader), or_(is_open, lately))


def _before_executive() -> ColumnElement[bool]:
    """Ratification.is_before_executive, said in SQL."""
    council = Answer.owner == LegalOwner.PARTNER_LOCAL_AUTHORITY
    disputed = and_(
        Decision.outcome == Outcome.RAPID_REVIEW,
        _one_of_its(and_(council, Answer.state.in_(STUCK))),
        _one_of_its(and_(~council, Answer.state.in_(AGREED))),
    )
    return and_(not_amended(), or_(_one_of_its(Answer.state == RatifyingState.ESCALATED), disputed))


def _one_of_its(holds: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether an answer to the same decision is so."""
    return select(Answer.id).where(Answer.decision_id == Ratification.decision_id, holds).exists()


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
