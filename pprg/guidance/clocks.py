"""Clock rules as dated data: what is due, so long after what, by whom, and who says so.

Amounts marked to be confirmed are those whose paragraph of guidance could not be read when this
was written. Where a rule changes, the old one gets a `valid_to` and the new one stands before it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from pprg.guidance.clock_kinds import Basis, ClockKind, ClockRule, Trigger, Unit
from pprg.guidance.codes import Route

__all__ = ["RULES", "Basis", "ClockKind", "ClockRule", "Trigger", "Unit", "clock_kinds_for", "rule_on"]

CARE_ACT_IN_FORCE = date(2015, 4, 1)
WORKING_TOGETHER_2018 = date(2018, 6, 29)
DHR_GUIDANCE_2016 = date(2016, 12, 1)

WORKING_TOGETHER = "Working Together to Safeguard Children, chapter 5"
PANEL_GUIDANCE = "Child Safeguarding Practice Review Panel, guidance for safeguarding partners, 2025"
CARE_GUIDANCE = "Care and Support Statutory Guidance, chapter 14"
DHR_GUIDANCE = "Statutory guidance for the conduct of Domestic Homicide Reviews, 2016"
OWN = "Set by this group"

RULES = (
    ClockRule(
        kind=ClockKind.SIN_NOTIFY,
        label="Notify the national Panel of a serious incident",
        route=Route.CHILD,
        trigger=Trigger.LA_AWARE,
        amount=5,
        unit=Unit.WORKING_DAYS,
        owner="The local authority",
        basis=Basis.STATUTORY_GUIDANCE,
        source=f"Children Act 2004 s.16C; {PANEL_GUIDANCE}",
        note="The safeguarding partners are told within the same five working days.",
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.RAPID_REVIEW,
        label="Send the rapid review to the national Panel",
        route=Route.CHILD,
        trigger=Trigger.SIN_SENT,
        or_trigger=Trigger.LA_AWARE,
        amount=15,
        unit=Unit.WORKING_DAYS,
        owner="The safeguarding partners",
        basis=Basis.STATUTORY_GUIDANCE,
        source=f"{WORKING_TOGETHER}; {PANEL_GUIDANCE}",
        note="Sources differ on day 0: most practice counts from the notification, some wording from "
        "the day the local authority became aware.",
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.LCSPR_PUBLISH,
        label="Publish the local child safeguarding practice review",
        route=Route.CHILD,
        trigger=Trigger.LCSPR_DECIDED,
        amount=6,
        unit=Unit.MONTHS,
        owner="The safeguarding partners",
        pausable=True,
        basis=Basis.STATUTORY_GUIDANCE,
        source=WORKING_TOGETHER,
        to_be_confirmed=True,
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.LCSPR_PRESEND,
        label="Send the final report to the national Panel and the Secretary of State",
        route=Route.CHILD,
        trigger=Trigger.PUBLICATION_PLANNED,
        amount=-7,
        unit=Unit.WORKING_DAYS,
        owner="The coordinators",
        basis=Basis.STATUTORY_GUIDANCE,
        source=WORKING_TOGETHER,
        to_be_confirmed=True,
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.REPORT_ONLINE,
        label="Keep the report public",
        route=Route.CHILD,
        trigger=Trigger.PUBLISHED,
        amount=12,
        unit=Unit.MONTHS,
        owner="The coordinators",
        basis=Basis.AT_LEAST,
        source=WORKING_TOGETHER,
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.SAR_DECIDE,
        label="Decide on a Safeguarding Adults Review",
        route=Route.SAR,
        trigger=Trigger.REFERRED,
        amount=56,
        unit=Unit.DAYS,
        owner="The chair",
        pausable=True,
        basis=Basis.LOCAL,
        source=OWN,
        note="The law sets no limit. Eight weeks; the last two are marked.",
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.SAR_COMPLETE,
        label="Complete the Safeguarding Adults Review",
        route=Route.SAR,
        trigger=Trigger.SAR_DECIDED,
        amount=6,
        unit=Unit.MONTHS,
        owner="The Safeguarding Adults Board",
        pausable=True,
        basis=Basis.STATUTORY_AIM,
        source=CARE_GUIDANCE,
        note="Unless there is good reason, such as a criminal trial.",
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.DHR_DECIDE,
        label="Decide whether to review a death through domestic abuse",
        route=Route.DHR,
        trigger=Trigger.CSP_TOLD,
        amount=1,
        unit=Unit.MONTHS,
        owner="The chair of the Community Safety Partnership",
        basis=Basis.STATUTORY_GUIDANCE,
        source=DHR_GUIDANCE,
        to_be_confirmed=True,
        valid_from=DHR_GUIDANCE_2016,
    ),
    ClockRule(
        kind=ClockKind.DHR_HO_NOTICE,
        label="Tell the Home Office of the decision, also of one not to review",
        route=Route.DHR,
        trigger=Trigger.DHR_DECIDED,
        amount=5,
        unit=Unit.WORKING_DAYS,
        owner="The Community Safety Partnership",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=DHR_GUIDANCE_2016,
    ),
    ClockRule(
        kind=ClockKind.DHR_COMPLETE,
        label="Complete the review of a death through domestic abuse",
        route=Route.DHR,
        trigger=Trigger.DHR_DECIDED,
        amount=6,
        unit=Unit.MONTHS,
        owner="The Community Safety Partnership",
        pausable=True,
        basis=Basis.STATUTORY_GUIDANCE,
        source=DHR_GUIDANCE,
        note="Longer only if the Home Office has been told why.",
        to_be_confirmed=True,
        valid_from=DHR_GUIDANCE_2016,
    ),
    ClockRule(
        kind=ClockKind.NSR_COMPLETE,
        label="Complete the learning review",
        route=Route.LEARNING,
        trigger=Trigger.LEARNING_DECIDED,
        amount=84,
        unit=Unit.DAYS,
        owner="This group",
        pausable=True,
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.ACK_REFERRER,
        label="Acknowledge the referral",
        trigger=Trigger.REFERRED,
        amount=2,
        unit=Unit.WORKING_DAYS,
        owner="The coordinators",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.INFO_RETURN,
        label="Return the information that was asked for",
        trigger=Trigger.INFO_ASKED,
        amount=10,
        unit=Unit.WORKING_DAYS,
        owner="The agency that was asked",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.INFO_RETURN_RR,
        label="Return the information for the rapid review",
        route=Route.CHILD,
        trigger=Trigger.SIN_SENT,
        amount=8,
        unit=Unit.WORKING_DAYS,
        owner="The agency that was asked",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.OUTCOME_LETTER,
        label="Write to the referrer with the outcome",
        trigger=Trigger.RATIFIED,
        amount=5,
        unit=Unit.WORKING_DAYS,
        owner="The coordinators",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=CARE_ACT_IN_FORCE,
    ),
    ClockRule(
        kind=ClockKind.PANEL_REPLY,
        label="Answer what the national Panel asked",
        route=Route.CHILD,
        trigger=Trigger.PANEL_ANSWERED,
        amount=10,
        unit=Unit.WORKING_DAYS,
        owner="The safeguarding partners",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=WORKING_TOGETHER_2018,
    ),
    ClockRule(
        kind=ClockKind.HOME_OFFICE_REPLY,
        label="Answer what the Home Office asked",
        route=Route.DHR,
        trigger=Trigger.HOME_OFFICE_ANSWERED,
        amount=20,
        unit=Unit.WORKING_DAYS,
        owner="The Community Safety Partnership",
        basis=Basis.LOCAL,
        source=OWN,
        note="No date is fixed for an answer to the Home Office; this is the group’s own.",
        valid_from=DHR_GUIDANCE_2016,
    ),
    ClockRule(
        kind=ClockKind.RECONSIDER,
        label="Answer the challenge to the decision",
        trigger=Trigger.CHALLENGED,
        amount=20,
        unit=Unit.WORKING_DAYS,
        owner="A decision-maker who had no part in it",
        basis=Basis.LOCAL,
        source=OWN,
        valid_from=CARE_ACT_IN_FORCE,
    ),
)


class RapidReviewFrom(StrEnum):
    """The setting: from which day the fifteen working days of a rapid review count."""

    NOTIFICATION = "notification"
    AWARENESS = "awareness"


_rapid_review_from = [RapidReviewFrom.NOTIFICATION]


def count_rapid_reviews_from(day: str) -> None:
    """Take the partnership's setting. Called once, when the app is put together."""
    _rapid_review_from[:] = [RapidReviewFrom(day)]


def trigger_of(rule: ClockRule) -> Trigger:
    """The day that counts as day 0 here, by the partnership's setting."""
    if rule.or_trigger and _rapid_review_from == [RapidReviewFrom.AWARENESS]:
        return rule.or_trigger
    return rule.trigger


def rule_on(kind: ClockKind, day: date) -> ClockRule:
    """The rule that holds for a clock set going on this day; before the first rule, the first."""
    of_kind = [rule for rule in RULES if rule.kind == kind]
    return next((rule for rule in of_kind if rule.holds_on(day)), of_kind[0])


def clock_kinds_for(
    happened: Trigger, *, on: date, routes: Collection[Route] = frozenset(Route)
) -> tuple[ClockKind, ...]:
    """The clocks that are set going when this happens on that day in a case that takes these routes."""
    return tuple(
        kind
        for kind in ClockKind
        if (rule := rule_on(kind, on)) and trigger_of(rule) == happened and rule.route in {None, *routes}
    )
