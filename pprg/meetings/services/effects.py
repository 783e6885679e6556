"""What a decision sets going once everybody whose decision it finally is has agreed."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.clocks import start_clock, start_clocks, stop_clock
from pprg.cases.queries import clocks_of_case
from pprg.database import db
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.queries.ratifying import items_of_referral, last_words_on
from pprg.meetings.states import COMMISSIONS, Outcome, RatifyingState
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState
from pprg.reviews.services import commission_review

BEGINS = {
    Outcome.MANDATORY_SAR: (Trigger.SAR_DECIDED, Route.SAR),
    Outcome.DISCRETIONARY_SAR: (Trigger.SAR_DECIDED, Route.SAR),
    Outcome.LCSPR: (Trigger.LCSPR_DECIDED, Route.CHILD),
    Outcome.DHR: (Trigger.DHR_DECIDED, Route.DHR),
    Outcome.LEARNING_REVIEW: (Trigger.LEARNING_DECIDED, Route.LEARNING),
}
"""What happens, for the clocks, when an outcome is ratified."""

ENDS = {Route.SAR: ClockKind.SAR_DECIDE, Route.DHR: ClockKind.DHR_DECIDE}
"""The clock that ran until it was decided."""


def take_effect(decision: Decision, *, by: Account) -> None:
    """Commission the review that it calls for, start and stop clocks, tell whoever referred the case."""
    record("took effect", decision, by=by)
    if decision.outcome != Outcome.WAIT:
        _commission(decision, by)
        _keep_time(decision, by)
    let_go_of(decision.item, by=by)


def let_go_of(item: AgendaItem, *, by: Account) -> None:
    """Let the referral wait where the group waits; close it once the last word on it is ratified."""
    referral = item.referral
    if referral is None:
        return
    db.session.flush()
    waits = item.settled and any(decision.outcome == Outcome.WAIT for decision in item.standing)
    if waits:
        return_to_group(item, by=by)
    else:
        _close_when_done(referral, by)


def return_to_group(item: AgendaItem, *, by: Account) -> None:
    """It waits for another meeting, unless it is on the agenda of one already."""
    referral = item.referral
    if referral is None or referral.state != ReferralState.TABLED:
        return
    if items_of_referral(referral)[-1] is item:
        referrals.take_off_agenda(referral, by=by)


def _close_when_done(referral: Referral, by: Account) -> None:
    words = last_words_on(referral)
    if not words or not all(each.is_ratified and each.outcome != Outcome.WAIT for each in words):
        return
    said = " ".join(_as_agreed(decision) for decision in words)
    if referral.state == ReferralState.DECIDED:
        referrals.change_outcome(referral, outcome=said, by=by)
        return
    if referral.state == ReferralState.RECEIVED:
        referrals.table_referral(referral, by=by)  # it had gone back, and was agreed to after all
    if referral.state == ReferralState.TABLED:
        referrals.close_referral(referral, outcome=said, by=by)


def _as_agreed(decision: Decision) -> str:
    """The group’s sentence, and who agreed to it with changes. Which, stands in the letter."""
    changed = [str(said.owner) for said in decision.ratifications if said.state == RatifyingState.CHANGED]
    return (
        f"{decision.sentence} Agreed with changes by: {', '.join(changed)}." if changed else decision.sentence
    )


def _commission(decision: Decision, by: Account) -> None:
    kind = COMMISSIONS.get(decision.outcome) if decision.outcome else None
    if kind is None:
        return
    if decision.item.held_as_one:
        commission_review(decision.case, ReviewType.JOINT, duties=(kind,), by=by)
    else:
        commission_review(decision.case, kind, by=by)


def _keep_time(decision: Decision, by: Account) -> None:
    """Stop what ran until it was decided, and start what counts from the decision."""
    case, today = decision.case, clock.today()
    if decision.route in ENDS:
        stop_clock(case, ENDS[decision.route], on=today, by=by)
    if begins := BEGINS.get(decision.outcome) if decision.outcome else None:
        happened, route = begins
        start_clocks(case, happened, on=today, routes={route}, by=by)
    elif decision.route == Route.DHR:
        # The Home Office is told of a decision not to review, too.
        counted_from = Trigger.DHR_DECIDED
        start_clock(case, ClockKind.DHR_HO_NOTICE, trigger=today, counted_from=counted_from, by=by)
    running = {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}
    if ClockKind.OUTCOME_LETTER not in running:  # the first decision that is ratified sets the day
        start_clocks(case, Trigger.RATIFIED, on=today, routes={decision.route}, by=by)
