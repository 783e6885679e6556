"""What others say against a decision, as far as a reader may read it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.guidance.calendar import working_days_after
from pprg.guidance.queries import closed_days
from pprg.meetings.models import AgendaItem, Challenge, Decision
from pprg.meetings.queries.ratifying import last_words_on, may_be_asked
from pprg.meetings.quorum import Present
from pprg.meetings.rules import ratifying as rules
from pprg.meetings.states import (
    NATIONAL,
    RECONSIDERED_WITHIN,
    ChallengeBy,
    ChallengeOutcome,
    RatifyingState,
)
from pprg.publications.disclosure.folding import folded
from pprg.referrals.models import Referral


def challenge_visible_to(reader: Account | None, challenge_id: uuid.UUID) -> Challenge | None:
    return db.session.scalar(_challenges_visible_to(reader).where(Challenge.id == challenge_id))


def challenges_visible_to(reader: Account | None, *, open_only: bool = False) -> Sequence[Challenge]:
    """The oldest first."""
    found = _challenges_visible_to(reader)
    if open_only:
        found = found.where(Challenge.replied_on.is_(None))
    return db.session.scalars(found.order_by(Challenge.received_on, Challenge.created_at)).all()


def challenges_to_consider(reader: Account | None) -> Sequence[Challenge]:
    """What waits for this reader to look at it again."""
    mine = reader.id if reader else None
    return [one for one in challenges_visible_to(reader, open_only=True) if one.considered_by_id == mine]


def challenges_to_decide_anew(reader: Account | None) -> list[Challenge]:
    """Answered with "the group looks at it again", and not decided anew since, the oldest first."""
    found = _challenges_visible_to(reader).where(Challenge.outcome == ChallengeOutcome.AGAIN)
    answered = db.session.scalars(found.order_by(Challenge.replied_on, Challenge.created_at))
    return [one for one in answered if not decided_anew(one.decision)]


def decided_anew(decision: Decision) -> bool:
    """Whether a later edition is signed and no legal owner has sent it back."""
    later = decision.amended_by
    if later is None:
        return False
    return later.with_owners != RatifyingState.NOT_AGREED or decided_anew(later)


def people_to_ask(challenge: Challenge) -> list[Account]:
    """Who may be asked to look at it: chairs and decision-makers who had no part in the decision, by name.

    What a national body says may also be answered by a coordinator, and by whoever took the decision.
    """
    national = challenge.by in NATIONAL
    roles = (Role.CHAIR, Role.DECISION_MAKER) + ((Role.COORDINATOR,) if national else ())
    able = {each.id: each for role in roles for each in active_accounts_with(role)}
    took_part = set() if national else had_a_part(challenge.decision)
    fit = [
        each
        for each in able.values()
        if each.id not in took_part and rules.may_be_asked(each, challenge.case)
    ]
    return sorted(fit, key=lambda each: folded(each.name))


def had_a_part(decision: Decision) -> set[uuid.UUID | None]:
    """Who wrote, signed or confirmed a decision, took part in it or answered for a legal owner."""
    wrote = {decision.saved_by_id, decision.recorded_by_id, decision.signed_by_id}
    lines = set(decision.took_part or [])
    sat = {
        seat.account_id
        for seat in decision.item.meeting.invited
        if Present(seat.account.name, seat.capacity, seat.voice).line in lines
    }
    answered = {each.answered_by_id for each in decision.ratifications}
    return wrote | sat | answered | {each.account_id for each in decision.confirmations if each.answered}


def outcome_day(decision: Decision) -> date | None:
    """The day on which the last legal owner agreed; of the group's own decisions, when it was signed."""
    if not decision.is_ratified:
        return None
    moments = [each.answered_at for each in decision.ratifications if each.answered_at]
    last = max(moments, default=decision.signed_at)
    return last.astimezone(clock.LONDON).date() if last else None


def challenged_until(decision: Decision) -> date | None:
    """The last day on which a referrer or a family asks without having to say why it is late."""
    day = outcome_day(decision)
    return working_days_after(day, RECONSIDERED_WITHIN, closed=closed_days()) if day else None


def decisions_to_challenge(referral: Referral) -> list[Decision]:
    """For the referrer, who knows the outcome alone: what was ratified on the referral."""
    return [decision for decision in last_words_on(referral) if decision.is_ratified]


def asked_by_referrer(referral: Referral) -> Sequence[Challenge]:
    """For the referrer: what they asked themselves, and what was answered."""
    theirs = (
        select(Challenge)
        .join(Challenge.decision)
        .join(Decision.item)
        .where(AgendaItem.referral_id == referral.id, Challenge.by == ChallengeBy.REFERRER)
    )
    return db.session.scalars(theirs.order_by(Challenge.received_on)).all()


def challenges_of_case(case_id: uuid.UUID) -> Sequence[Challenge]:
    """For services: every challenge in one case."""
    return db.session.scalars(select(Challenge).where(Challenge.case_id == case_id)).all()


def _challenges_visible_to(reader: Account | None) -> Select[Challenge]:
    """rules.read_challenge, said again in SQL. A test holds the two together."""
    found = select(Challenge).join(Challenge.case)
    if reader is None:
        return found.where(false())
    works_on = open_to(reader) if reader.holds(Role.COORDINATOR, Role.CHAIR) else false()
    return found.where(or_(works_on, and_(_asked(reader), may_be_asked(reader))))


def _asked(reader: Account) -> ColumnElement[bool]:
    if not reader.holds(Role.CHAIR, Role.DECISION_MAKER, Role.COORDINATOR):
        return false()
    return Challenge.considered_by_id == reader.id
