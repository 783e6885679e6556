"""What comes before the group again once it was decided: a further route, or what it looks at again."""

from __future__ import annotations

from collections.abc import Sequence

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.guidance.codes import Route
from pprg.meetings.models import AgendaItem, Challenge, Decision, Meeting
from pprg.meetings.queries.agenda import Candidate, candidates_for, item_now
from pprg.meetings.queries.challenging import challenges_to_decide_anew
from pprg.meetings.queries.following import in_force_before
from pprg.meetings.queries.ratifying import items_of_referral
from pprg.meetings.states import MeetingState, Outcome, RatifyingState, Section, State
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState

BEFORE = frozenset({ReferralState.TABLED, ReferralState.DECIDED})


def takes_decisions(item: AgendaItem) -> bool:
    """Whether a decision can be begun on it: the group has not done with it, or its meeting goes on."""
    return item.can_be_decided or _goes_on(item)


def can_come_again(referral: Referral | None) -> bool:
    """Whether the group has decided on it, and no other meeting hears it already."""
    if referral is None or referral.state not in BEFORE or item_now(referral) is not None:
        return False
    return any(counts(decision) for item in items_of_referral(referral) for decision in item.standing)


def decided_before(item: AgendaItem) -> dict[Route, Decision]:
    """By route, the last that the group decided on this referral at other meetings and that still counts."""
    if item.referral is None:
        return {}
    others = [other for other in items_of_referral(item.referral) if other is not item]
    return {said.route: said for other in others for said in other.standing if counts(said)}


def counts(decision: Decision) -> bool:
    """Whether it is the group's last answer. One sent back counts where an earlier edition stands."""
    if decision.state == State.DRAFT or decision.amended_by is not None:
        return False
    if decision.with_owners == RatifyingState.NOT_AGREED:
        return in_force_before(decision) is not None
    return decision.outcome != Outcome.WAIT


def to_look_at_again(reader: Account | None) -> Sequence[Challenge]:
    """For coordinators: where a challenge was answered with that, and no agenda has it. One a referral."""
    if reader is None or not reader.holds(Role.COORDINATOR):
        return []
    waits = [one for one in challenges_to_decide_anew(reader) if can_come_again(one.decision.item.referral)]
    return list({one.decision.item.referral_id: one for one in waits}.values())


def challenged(reader: Account | None, item: AgendaItem) -> bool:
    """Whether a decision on this referral is to be looked at again because somebody challenged it."""
    return any(one.decision.item.referral_id == item.referral_id for one in to_look_at_again(reader))


def candidates(reader: Account | None, meeting: Meeting) -> dict[str, list[Candidate]]:
    """All that could be put on this agenda; first what a challenge sends back to the group."""
    on = {item.referral_id for item in meeting.items}
    waits = [(one, one.decision.item.referral) for one in to_look_at_again(reader)]
    again = [_candidate(one, referral) for one, referral in waits if referral and referral.id not in on]
    return ({"To be looked at again": again} if again else {}) | candidates_for(reader, meeting)


def _candidate(challenge: Challenge, referral: Referral) -> Candidate:
    held_on = challenge.decision.item.meeting.held_on
    return Candidate(
        key=f"again-{challenge.id}",
        thing=referral,
        reference=challenge.case.reference,
        about=f"Decided on {held_on.day} {held_on:%B %Y} and challenged by {challenge.by}",
        section=Section.ARISING,
        path=f"/meetings/challenges/{challenge.id}",
    )


def _goes_on(item: AgendaItem) -> bool:
    referral, over = item.referral, {MeetingState.CLOSED, MeetingState.CALLED_OFF}
    if referral is None or referral.state not in BEFORE or item.meeting.state in over:
        return False
    return item.settled and not item.confirms and items_of_referral(referral)[-1] is item
