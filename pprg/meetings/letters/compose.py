"""From rows to what a letter knows. Only this file sees both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.states import LegalOwner
from pprg.cases.models import Case
from pprg.guidance.clocks import ClockKind, rule_on
from pprg.guidance.due import due_on
from pprg.guidance.labels import route_label
from pprg.guidance.queries import closed_days
from pprg.meetings import queries
from pprg.meetings.letters.facts import Decided, Facts, House, Reviewed, Slot, Weighed
from pprg.meetings.letters.phrases import day
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.queries.letters import last_asking
from pprg.meetings.states import RatifyingState
from pprg.referrals.models import Referral
from pprg.requests.models import Asking
from pprg.reviews.models import Review
from pprg.reviews.queries import reviews_of_case
from pprg.reviews.states import Intention
from pprg.reviews.states import State as ReviewState

OWNERS = {
    LegalOwner.SAFEGUARDING_ADULTS_BOARD: "the Safeguarding Adults Board",
    LegalOwner.COMMUNITY_SAFETY_PARTNERSHIP: "the Community Safety Partnership",
}
THE_PARTNERS = "the three safeguarding partners"

_whose: list[Callable[[], House | None]] = [lambda: None]


def ask_whose_house(ask: Callable[[], House | None]) -> None:
    """Say who knows the settings of the house that is asked now."""
    _whose[:] = [ask]


def house() -> House:
    """The house in whose name letters go out."""
    if (asked := _whose[0]()) is None:
        raise LookupError("Nobody has said whose letters these are.")
    return asked


def facts_of(case: Case, referral: Referral | None, decision: Decision | None, *, by: Account) -> Facts:
    """What a letter may know, as far as its writer may know it."""
    item = _item_of(case, referral, by)
    asking = last_asking(case)
    decided = _decided(decision) if decision else None
    routes = {decision.route} if decision else {each.route for each in queries.decisions_of_case(by, case)}
    if not routes and item is not None:
        routes = set(queries.routes_asked_for(by, item))
    return Facts(
        reference=case.reference,
        house=house(),
        routes=tuple(sorted(routes)),
        agency=referral.agency.name if referral else "",
        received_on=_day_of(referral),
        decided=decided,
        slot=_slot(item),
        next_meeting=_next_meeting(by),
        reviewed=_reviewed(decision, by) if decision else None,
        wanted_by=_wanted_by(asking),
        period=_period(asking.period_from, asking.period_to) if asking else "",
        questions=tuple(line.strip("-• ") for line in asking.questions.splitlines()) if asking else (),
    )


def review_of(decision: Decision, by: Account) -> Review | None:
    """The review that it commissioned, alone or as one duty of a joint one."""
    kind = decision.commissioned
    found = reviews_of_case(by, decision.case_id) if kind else ()
    return next((one for one in found if one.review_type == kind or kind in (one.duties or [])), None)


def concluded_on(decision: Decision, by: Account) -> date | None:
    """The day on which the review that it commissioned ended, if it did."""
    review = review_of(decision, by)
    return review.concluded_on if review and review.state == ReviewState.CONCLUDED else None


def _decided(decision: Decision) -> Decided | None:
    if decision.outcome is None:
        return None
    held_on, answers = decision.item.meeting.held_on, {one.criterion: one for one in decision.weighings}
    return Decided(
        route=decision.route,
        outcome=decision.outcome,
        label=route_label(decision.route, on=held_on),
        basis=decision.criteria.basis,
        held_on=held_on,
        sentence=decision.sentence,
        weighed=tuple(
            Weighed(question=each.question, answer=answers[each.key].answer, reason=answers[each.key].reason)
            for each in decision.criteria.criteria
            if each.key in answers
        ),
        of_whom=decision.of_whom or "",
        until=decision.until,
        owners=_owners(decision),
        agreed_on=_agreed_on(decision),
        changes=" ".join(
            one.last_reasons for one in decision.ratifications if one.state == RatifyingState.CHANGED
        ),
        learning=decision.learning_now or "",
    )


def _owners(decision: Decision) -> str:
    said = [OWNERS.get(one.owner, THE_PARTNERS) for one in decision.ratifications]
    return " and ".join(dict.fromkeys(said))


def _agreed_on(decision: Decision) -> date | None:
    answered = [one.answered_at for one in decision.ratifications if one.answered_at]
    return max(answered).astimezone(clock.LONDON).date() if answered and decision.is_ratified else None


def _reviewed(decision: Decision, by: Account) -> Reviewed | None:
    review = review_of(decision, by)
    if review is None:
        return None
    scope = review.scope
    return Reviewed(
        questions=tuple(scope.key_questions) if scope else (),
        period=_period(scope.period_from, scope.period_to) if scope else "",
        findings=tuple(finding.heading for finding in review.findings),
        recommendations=tuple(one.words for one in review.recommendations),
        publish_on=scope.publish_by if scope else None,
        published=scope is None or scope.publication != Intention.NOT,
        report_by=scope.report_by if scope else None,
        method=str(scope.method or "") if scope else "",
        concluded=review.state == ReviewState.CONCLUDED,
    )


def _item_of(case: Case, referral: Referral | None, by: Account) -> AgendaItem | None:
    """Where it stands on the agenda of a meeting that is still to come, or stood last."""
    found = [
        item
        for item in queries.items_of_case(by, case.id)
        if referral is None or item.referral_id == referral.id
    ]
    return found[-1] if found else None


def _slot(item: AgendaItem | None) -> Slot | None:
    if item is None or item.meeting.over:
        return None
    return Slot(held_on=item.meeting.held_on, place=item.meeting.place, starts_at=item.starts_at)


def _next_meeting(by: Account) -> date | None:
    """Of those that this writer sees, the first that is still to come."""
    ahead = [one.held_on for one in queries.meetings_visible_to(by) if not one.over]
    return min((day for day in ahead if day > clock.today()), default=None)


def _wanted_by(asking: Asking | None) -> date:
    """The day that the agencies were given, while it is ahead; otherwise the usual time from today."""
    today = clock.today()
    given = [request.due_on for request in asking.requests if request.due_on > today] if asking else []
    return max(given, default=due_on(rule_on(ClockKind.INFO_RETURN, today), today, closed=closed_days()))


def _period(first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    return f"From {day(first)} to {day(last) if last else 'today'}"


def _day_of(referral: Referral | None) -> date | None:
    sent = referral.sent_at if referral else None
    return sent.astimezone(clock.LONDON).date() if sent else None
