"""What a decision sets going once everybody whose decision it finally is has agreed."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.clocks import go_on, start_clock, start_clocks, stop_clock
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.cases.states import Ended
from pprg.database import db
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.queries.following import Plan, begun_by, in_force_before, plan_of, stopped_by
from pprg.meetings.queries.ratifying import items_of_referral, last_words_on
from pprg.meetings.states import Outcome, RatifyingState
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState
from pprg.reviews.queries import review_for
from pprg.reviews.services import commission_review, go_on_as, leave_duty, take_on_duty

ENDS = {Route.SAR: ClockKind.SAR_DECIDE, Route.DHR: ClockKind.DHR_DECIDE}
"""The clock that ran until it was decided."""


def take_effect(decision: Decision, *, by: Account) -> None:
    """Commission the review that it calls for, start and stop clocks, tell whoever referred the case.

    Of an amendment: what the earlier edition set going and this one does not call for ends with it.
    """
    record("took effect", decision, by=by)
    plan = plan_of(decision)
    begins = _commission(decision, plan, by)
    _end(decision, plan, by)
    if decision.outcome == Outcome.WAIT:
        _is_open_again(decision, by)
    else:
        _keep_time(decision, begins, by)
    let_go_of(decision.item, by=by)


def let_go_of(item: AgendaItem, *, by: Account) -> None:
    """Let the referral wait where the group waits; close it once the last word on it is ratified."""
    referral = item.referral
    if referral is None:
        return
    db.session.flush()
    waits = [one for one in item.standing if one.outcome == Outcome.WAIT and one.is_ratified]
    if item.settled and waits:
        return_to_group(item, by=by)
    else:
        _close_when_done(referral, by)


def return_to_group(item: AgendaItem, *, by: Account) -> None:
    """It waits for another meeting, unless it is on the agenda of one already.

    Decided before, and now partly or wholly open again: whoever made the referral reads that.
    """
    referral = item.referral
    if referral is None or items_of_referral(referral)[-1] is not item:
        return
    if referral.state == ReferralState.TABLED:
        referrals.take_off_agenda(referral, by=by)
    elif referral.state == ReferralState.DECIDED and _waits(referral):
        said = " ".join(_as_agreed(decision) for decision in last_words_on(referral))
        referrals.take_up_referral(referral, outcome=said, by=by)


def _waits(referral: Referral) -> bool:
    words = last_words_on(referral)
    return any(each.outcome == Outcome.WAIT and each.is_ratified for each in words)


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


def _commission(decision: Decision, plan: Plan, by: Account) -> bool:
    """The review that it calls for. Whether it begins now, for the first time or again."""
    if plan.wants is None:
        return False
    if plan.changes_footing and plan.review is not None and plan.had is not None:
        if plan.review.goes_on:
            go_on_as(plan.review, plan.had, plan.wants, by=by)
            return False
        if not plan.review.discontinued_on:
            return False  # its report is there: held is held
    there = review_for(decision.case, plan.wants)
    if there is not None and not there.discontinued_on and in_force_before(decision):
        return False
    if plan.joins is not None and (there is None or there.discontinued_on):
        take_on_duty(plan.joins, plan.wants, by=by)
    elif plan.joint:
        commission_review(decision.case, ReviewType.JOINT, duties=(plan.wants,), by=by)
    else:
        commission_review(decision.case, plan.wants, by=by)
    return True


def _end(decision: Decision, plan: Plan, by: Account) -> None:
    """What the edition in force called for and this one does not."""
    if plan.ends and plan.review is not None and plan.had is not None:
        leave_duty(plan.review, plan.had, decision.amended_because or decision.reason, by=by)
    for kind in stopped_by(decision):
        stop_clock(decision.case, kind, on=clock.today(), because=Ended.DECISION, by=by)


def _keep_time(decision: Decision, begins: bool, by: Account) -> None:
    """Stop what ran until it was decided, and start what counts from the decision.

    A clock that runs already runs on from its first day: an amendment never gives more time.
    """
    case, today = decision.case, clock.today()
    if decision.route in ENDS:
        stop_clock(case, ENDS[decision.route], on=today, by=by)
    earlier, running = in_force_before(decision), _running(case)
    if begins or earlier is None or earlier.outcome != decision.outcome:
        for kind, happened in begun_by(decision).items():
            if kind not in running:
                _begin(case, kind, happened, by)
    if ClockKind.OUTCOME_LETTER not in running:  # the first decision that is ratified sets the day
        start_clocks(case, Trigger.RATIFIED, on=today, routes={decision.route}, by=by)


def _begin(case: Case, kind: ClockKind, happened: Trigger, by: Account) -> None:
    """From today. One that was stopped on the very day it began goes on."""
    go_on(start_clock(case, kind, trigger=clock.today(), by=by, counted_from=happened), by=by)


def _is_open_again(decision: Decision, by: Account) -> None:
    """What was decided is to be decided still: the clock that ran until then goes on from its first day."""
    if in_force_before(decision) is None or decision.route not in ENDS:
        return
    kind = ENDS[decision.route]
    stopped = [due.clock for due in clocks_of_case(decision.case) if due.clock.kind == kind]
    if stopped:
        go_on(max(stopped, key=lambda each: each.started_on), by=by)


def _running(case: Case) -> set[ClockKind]:
    return {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}
