"""What a decision changes of what an earlier edition set going: said beforehand on its page, then done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from pprg import clock
from pprg.agencies.states import LegalOwner
from pprg.cases.queries import clocks_of_case, one_matter
from pprg.database import db
from pprg.guidance.clocks import ClockKind, Trigger, clock_kinds_for, rule_on
from pprg.guidance.codes import ReviewType, Route
from pprg.guidance.labels import review_type_label
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.states import COMMISSIONS, OPEN_TO, Outcome, State, owners_of
from pprg.reviews.models import Review
from pprg.reviews.queries import COMPLETED_BY, counted_on, review_for, reviews_going_on
from pprg.reviews.states import State as ReviewState

BEGINS = {
    Outcome.MANDATORY_SAR: (Trigger.SAR_DECIDED, Route.SAR),
    Outcome.DISCRETIONARY_SAR: (Trigger.SAR_DECIDED, Route.SAR),
    Outcome.LCSPR: (Trigger.LCSPR_DECIDED, Route.CHILD),
    Outcome.DHR: (Trigger.DHR_DECIDED, Route.DHR),
    Outcome.LEARNING_REVIEW: (Trigger.LEARNING_DECIDED, Route.LEARNING),
}
"""What happens, for the clocks, when an outcome is ratified."""

OTHER_FOOTING = {ReviewType.SAR_MANDATORY, ReviewType.SAR_DISCRETIONARY}
"""One review, whichever subsection of Care Act 2014 s.44 it is held under."""

GROWN_FROM = {Outcome.LCSPR: ReviewType.RAPID_REVIEW, Outcome.NATIONAL: ReviewType.RAPID_REVIEW}
"""Outcomes that a rapid review leads to. They do not undo it."""


@dataclass(frozen=True)
class Plan:
    """What becomes of reviews when a decision takes effect."""

    wants: ReviewType | None
    """The review that it calls for."""
    joint: bool
    """Whether that is one duty of a joint review."""
    joins: Review | None = None
    """The review that goes on already and meets this duty too from then on."""
    had: ReviewType | None = None
    """What the edition in force called for, where this one does not."""
    review: Review | None = None
    """The review that it led to."""

    @property
    def changes_footing(self) -> bool:
        return {self.wants, self.had} == OTHER_FOOTING and self.review is not None

    @property
    def ends(self) -> bool:
        """Whether that review is discontinued, or goes on without this duty."""
        return self.review is not None and self.review.goes_on and not self.changes_footing


def plan_of(decision: Decision) -> Plan:
    earlier = in_force_before(decision)
    wants, had = decision.calls_for, earlier.calls_for if earlier else None
    review = review_for(decision.case, had) if had else None
    was_joint = review is not None and review.review_type == ReviewType.JOINT
    joint = was_joint or (decision.item.held_as_one and not _held_apart(decision))
    grown = decision.outcome is not None and GROWN_FROM.get(decision.outcome) == had
    joins = review_to_join(decision) if decision.item.joint and wants and not was_joint else None
    if had is None or had == wants or grown or _called_for_by_another(decision, had):
        return Plan(wants, joint, joins)
    return Plan(wants, joint, joins, had, review)


def review_to_join(decision: Decision) -> Review | None:
    """The review that goes on for another duty, and that this decision's could be held as one with."""
    earlier = in_force_before(decision)
    own = {COMMISSIONS[outcome] for outcome in OPEN_TO[decision.route] if outcome in COMMISSIONS}
    own.discard(ReviewType.LEARNING_REVIEW)  # any route can lead to one
    if earlier is not None and earlier.calls_for:
        own.add(earlier.calls_for)
    able = (one for one in reviews_going_on(decision.case) if not own.intersection(one.meets))
    return next(able, None)


def review_to_join_on(item: AgendaItem) -> Review | None:
    """The same for what is still to be decided or ratified on an item."""
    found = (review_to_join(decision) for decision in item.decisions if not decision.is_ratified)
    return next((review for review in found if review is not None), None)


def in_force_before(decision: Decision) -> Decision | None:
    """The edition that this one changes and that stands until this one is ratified, if one was ratified."""
    earlier = decision.amends
    while earlier is not None and not earlier.is_ratified:
        earlier = earlier.amends
    return earlier


def begun_by(decision: Decision | None) -> dict[ClockKind, Trigger]:
    """The clocks that its outcome sets going, and what each counts from."""
    if decision is None or decision.outcome in {None, Outcome.WAIT}:
        return {}
    begun = {}
    if begins := BEGINS.get(decision.outcome) if decision.outcome else None:
        happened, route = begins
        begun = dict.fromkeys(clock_kinds_for(happened, on=clock.today(), routes={route}), happened)
    if decision.route == Route.DHR:
        # The Home Office is told of a decision not to review, too.
        begun[ClockKind.DHR_HO_NOTICE] = Trigger.DHR_DECIDED
    return begun


def owners_to_ask(decision: Decision) -> tuple[LegalOwner, ...]:
    """Whose decision it finally is. What an owner has ratified the group does not take back alone."""
    earlier = in_force_before(decision)
    if earlier is not None and earlier.ratifications:
        return tuple(said.owner for said in earlier.ratifications)
    return owners_of(decision.route, decision.outcome)


def is_fixed(item: AgendaItem) -> bool:
    """Whether what is decided on it is held as one, or apart, for good."""
    going = review_to_join_on(item)
    return going is None and any(decision.commissioned for decision in item.decisions)


def what_changes(decision: Decision) -> list[str]:
    """What follows from an amendment, as sentences for those who write, record and sign it."""
    if decision.outcome is None or decision.is_ratified:
        return []
    plan = plan_of(decision)
    if in_force_before(decision) is None:
        return [*_of_joining(plan)]
    return [*_of_review(plan), *_of_new_review(decision, plan), *_of_time(decision, plan)]


def _of_review(plan: Plan) -> Iterator[str]:
    if plan.review is None or plan.had is None:
        return
    name = review_type_label(plan.had)
    if plan.changes_footing and plan.wants:
        now = "must be held" if plan.wants == ReviewType.SAR_MANDATORY else "is held by choice"
        yield f"The review goes on as one that {now}, with its author, its scope and its dates."
    elif plan.review.state == ReviewState.CONCLUDED:
        yield f"The review that was held, {name}, is concluded and stays as it is."
    elif plan.review.goes_on and len(plan.review.meets) > 1:
        yield f"The joint review goes on without one of its duties: {name}."
    elif plan.review.goes_on:
        yield f"The review that was commissioned, {name}, will be discontinued."


def _of_new_review(decision: Decision, plan: Plan) -> Iterator[str]:
    if plan.wants is None or plan.changes_footing:
        return
    there = review_for(decision.case, plan.wants)
    name = review_type_label(plan.wants)
    if plan.joins is not None:
        yield from _of_joining(plan)
    elif there is None:
        yield f"A review will be commissioned: {name}."
    elif there.state == ReviewState.DISCONTINUED:
        yield f"The review that was discontinued will be taken up again: {name}."


def _of_joining(plan: Plan) -> Iterator[str]:
    """It is one review then: its author stays, and so does what was written."""
    if plan.joins is not None and plan.wants is not None:
        held = " and ".join(review_type_label(duty) for duty in plan.joins.meets)
        yield f"The review that goes on, {held}, meets this duty too: {review_type_label(plan.wants)}."
        yield "Its author stays, its scope is agreed anew, and the earliest of its dates counts."


def _of_time(decision: Decision, plan: Plan) -> Iterator[str]:
    stops = stopped_by(decision)
    if plan.ends and plan.review is not None and plan.had in COMPLETED_BY:
        others = counted_on(decision.case, but=plan.review)
        stops |= {COMPLETED_BY[plan.had]} - others - set(begun_by(decision)) - {ClockKind.RAPID_REVIEW}
    running = {due.clock.kind for due in clocks_of_case(decision.case) if due.clock.runs}
    for kind in sorted(stops & running):
        yield f"This date no longer counts: {rule_on(kind, clock.today()).label}."
    if decision.outcome == Outcome.WAIT:
        yield "The referral waits for another meeting."


def stopped_by(decision: Decision) -> set[ClockKind]:
    """What the edition in force set going and this one does not, beside the clocks of reviews themselves."""
    return set(begun_by(in_force_before(decision))) - set(begun_by(decision)) - set(COMPLETED_BY.values())


def _called_for_by_another(decision: Decision, kind: ReviewType) -> bool:
    """Whether another decision of the matter that is in force calls for this review too."""
    outcomes = [outcome for outcome, called in COMMISSIONS.items() if called == kind]
    found = select(Decision).where(
        Decision.case_id.in_(one_matter(decision.case)),
        Decision.state == State.SIGNED,
        Decision.outcome.in_(outcomes),
    )
    own = set(_editions_before(decision)) | {decision}
    return any(_in_force(other) for other in db.session.scalars(found) if other not in own)


def _held_apart(decision: Decision) -> bool:
    """Whether what the other decisions of the item call for is held already, each by itself."""
    others = [one for one in decision.item.standing if one is not decision and one.commissioned]
    held = [review_for(decision.case, one.calls_for) for one in others if one.calls_for]
    return any(one is not None and one.review_type != ReviewType.JOINT for one in held)


def _editions_before(decision: Decision) -> Iterator[Decision]:
    earlier = decision.amends
    while earlier is not None:
        yield earlier
        earlier = earlier.amends


def _in_force(decision: Decision) -> bool:
    return decision.is_ratified and not any(_takes_its_place(later) for later in decision.amendments)


def _takes_its_place(later: Decision) -> bool:
    return later.is_ratified or any(_takes_its_place(each) for each in later.amendments)
