"""The clocks that a referral sets going, puts right and stops. No date is typed here: what happened is."""

from __future__ import annotations

from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.clocks import start_clock, start_clocks, stop_clock
from pprg.cases.models import Case
from pprg.cases.states import Ended
from pprg.guidance.clocks import ClockKind, Trigger, rule_on, trigger_of
from pprg.guidance.codes import Door, Route
from pprg.guidance.queries import closed_days
from pprg.referrals.models import Referral
from pprg.referrals.questions import Answers, said
from pprg.referrals.states import Step
from pprg.referrals.weighing import Weighed, council_knew_on, notified_on, weighed
from pprg.referrals.when import NOT_SURE

ROUTES = {
    Route.SAR: (Door.SAR_MANDATORY, Door.SAR_DISCRETIONARY),
    Route.CHILD: (Door.RAPID_REVIEW,),
    Route.DHR: (Door.DHR,),
}
"""The doors behind which each route lies that has a clock of its own."""


_tells_the_csp = [False]


def sending_tells_the_csp(tells: bool) -> None:
    """Take the setting: whether sending one counts as telling the Community Safety Partnership."""
    _tells_the_csp[:] = [tells]


def set_clocks_going(referral: Referral, *, by: Account) -> None:
    """From the words as they were just sent. Sent again with another day, a clock is put right.

    The group's own clocks count from the day it was sent; sent again before it was ever authorised, from
    that day. Those of others count from the day *they* learned of it.
    """
    case, sent_on = referral.case, _sent_on(referral)
    if case is None or sent_on is None:
        return
    grid = weighed(referral.answers, on=clock.today(), closed=closed_days())
    routes = {route for route in ROUTES if _takes(route, referral.answers, grid)}
    if referral.acknowledged_at is None:
        start_clock(case, ClockKind.ACK_REFERRER, trigger=sent_on, by=by)
    if Route.SAR in routes:
        start_clock(case, ClockKind.SAR_DECIDE, trigger=sent_on, by=by)
    if _tells_the_csp[0] and Route.DHR in routes:
        start_clocks(case, Trigger.CSP_TOLD, on=sent_on, by=by, routes={Route.DHR})
    if grid.asks(Door.RAPID_REVIEW):
        _count_for_the_panel(case, referral.answers, by=by)


def _count_for_the_panel(case: Case, answers: Answers, *, by: Account) -> None:
    """From the day the council knew until it has notified the Panel, and from then for the rapid review."""
    aware, sent = council_knew_on(answers, on=clock.today()), notified_on(answers, on=clock.today())
    if aware is not None:
        start_clocks(case, Trigger.LA_AWARE, on=aware, by=by, routes={Route.CHILD})
    if sent is not None:
        stop_clock(case, ClockKind.SIN_NOTIFY, on=sent, by=by)
        if trigger_of(rule_on(ClockKind.RAPID_REVIEW, sent)) == Trigger.SIN_SENT:
            start_clock(case, ClockKind.RAPID_REVIEW, trigger=sent, by=by)


def somebody_answered(referral: Referral, *, by: Account) -> None:
    """Its writer has heard from the team: nothing is left to acknowledge."""
    referral.acknowledged_at = referral.acknowledged_at or clock.now()
    _stop(referral, ClockKind.ACK_REFERRER, by=by)


def nothing_to_decide(referral: Referral, *, by: Account, because: Ended | None = None) -> None:
    """It is decided, or goes another way, or was withdrawn. What the law asks of others runs on."""
    for kind in (ClockKind.ACK_REFERRER, ClockKind.SAR_DECIDE):
        _stop(referral, kind, because=because, by=by)


def _stop(referral: Referral, kind: ClockKind, *, by: Account, because: Ended | None = None) -> None:
    if referral.case is not None:
        stop_clock(referral.case, kind, on=clock.today(), because=because, by=by)


def _sent_on(referral: Referral) -> date | None:
    first = referral.sent_at if referral.authorised_at else clock.now()
    return first.astimezone(clock.LONDON).date() if first else None


def _takes(route: Route, answers: Answers, grid: Weighed) -> bool:
    """Asked for; or, by somebody who was not sure, what the facts point to."""
    asked = said(answers, Step.ESSENTIALS, "types") or []
    return route in asked or (NOT_SURE in asked and any(grid.asks(door) for door in ROUTES[route]))
