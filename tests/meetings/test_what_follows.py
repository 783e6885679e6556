"""What a ratified decision orders: the referral is closed or waits, a review is commissioned, clocks run."""

import pytest

from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services
from pprg.meetings.states import COMMISSIONS, OPEN_TO, Outcome
from pprg.referrals.states import State
from pprg.reviews.models import Review
from pprg.reviews.states import State as ReviewState
from tests.builders import a_sent_referral
from tests.meetings.builders import (
    a_meeting,
    a_ratified_decision,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    ratify,
)


@pytest.fixture
def referrer(people):
    return people.referrer()


@pytest.fixture
def item(coordinator, referrer):
    return an_item(by=coordinator.account, referrer=referrer.account)


@pytest.fixture
def decide(coordinator, chair):
    def ratified(item, route, outcome, **changes):
        by, signs = coordinator.account, chair.account
        return a_ratified_decision(item, route, by=by, chair=signs, outcome=outcome, **changes)

    return ratified


def reviews():
    return [(review.review_type, review.state) for review in db.session.query(Review)]


@pytest.mark.parametrize(
    ("route", "outcome"),
    [
        (route, outcome)
        for route, outcomes in OPEN_TO.items()
        for outcome in outcomes
        if outcome != Outcome.WAIT
    ],
)
def test_every_outcome_closes_the_referral_and_commissions_its_review(item, decide, route, outcome):
    decide(item, route, outcome)

    assert item.referral.state == State.DECIDED
    commissioned = COMMISSIONS.get(outcome)
    assert reviews() == ([(commissioned, ReviewState.COMMISSIONED)] if commissioned else [])


def test_the_referrer_reads_the_outcome(item, decide, referrer):
    decide(item, Route.SAR, Outcome.MANDATORY_SAR)
    said = (
        "The group decided to recommend a Safeguarding Adults Review that must be held because four agencies"
    )
    assert said in referrer.opens(f"/referrals/{item.referral_id}").text


def test_the_outcome_is_not_there_before_the_board_has_ratified_it(item, coordinator, chair, referrer):
    a_signed_decision(item, by=coordinator.account, chair=chair.account)
    assert item.referral.state == State.TABLED
    assert "The group decided" not in referrer.opens(f"/referrals/{item.referral_id}").text
    assert reviews() == []


def test_to_wait_sends_the_referral_back_to_waiting_for_another_meeting(item, decide, coordinator, chair):
    decide(item, Route.SAR, Outcome.WAIT, reason="the cause of death is not known yet")

    assert item.referral.state == State.RECEIVED
    assert reviews() == []
    assert "waiting for more information" in coordinator.opens(f"/meetings/items/{item.id}").text
    with pytest.raises(Refused, match="not before this meeting"):
        services.start_decision(item, Route.DHR, by=coordinator.account)

    later = a_meeting(by=coordinator.account, in_days=30)
    coordinator.presses(f"/meetings/{later.id}", "Put on the agenda")
    again = later.items[0]
    assert again.referral == item.referral
    decide(again, Route.SAR, Outcome.MANDATORY_SAR)
    assert item.referral.state == State.DECIDED
    assert "the cause of death" not in item.referral.outcome


def test_a_referral_that_waits_does_not_come_back_to_the_same_meeting(item, decide, coordinator):
    decide(item, Route.SAR, Outcome.WAIT)
    with pytest.raises(Refused, match="Put it on the agenda of another"):
        services.put_on_agenda(item.meeting, item.referral, by=coordinator.account)
    assert item.referral.state == State.RECEIVED


def test_several_routes_close_the_referral_when_the_last_is_ratified(item, decide, coordinator, chair):
    last = services.start_decision(item, Route.DHR, by=coordinator.account)
    decide(item, Route.SAR, Outcome.NO_REVIEW, reason="needs for care and support were not met")
    assert item.referral.state == State.TABLED

    a_recorded_decision(item, Route.DHR, by=coordinator.account, outcome=Outcome.DHR, reason="all is met")
    services.sign_decision(last, by=chair.account)
    assert item.referral.state == State.TABLED
    ratify(last)

    assert item.referral.state == State.DECIDED
    assert item.referral.outcome == (
        "The group decided to hold no review because needs for care and support were not met. "
        "The group decided to recommend a Domestic Homicide Review because all is met."
    )
    assert reviews() == [(ReviewType.DHR, ReviewState.COMMISSIONED)]


def test_one_route_that_waits_keeps_the_referral_waiting_and_the_rest_stands(item, decide, coordinator):
    services.start_decision(item, Route.DHR, by=coordinator.account)
    decide(item, Route.SAR, Outcome.MANDATORY_SAR)
    decide(item, Route.DHR, Outcome.WAIT)
    assert item.referral.state == State.RECEIVED
    assert reviews() == [(ReviewType.SAR_MANDATORY, ReviewState.COMMISSIONED)]

    later = a_meeting(by=coordinator.account, in_days=30)
    again = services.put_on_agenda(later, item.referral, by=coordinator.account)
    decide(again, Route.DHR, Outcome.NO_REVIEW, reason="it was not by a member of the household")

    assert item.referral.outcome.startswith("The group decided to recommend a Safeguarding Adults Review")
    assert item.referral.outcome.endswith("it was not by a member of the household.")


def test_a_decision_taken_away_lets_the_rest_close_the_referral(item, decide, coordinator):
    by_mistake = services.start_decision(item, Route.CHILD, by=coordinator.account)
    decide(item, Route.SAR, Outcome.MANDATORY_SAR)
    assert item.referral.state == State.TABLED
    services.remove_decision(by_mistake, by=coordinator.account)
    assert item.referral.state == State.DECIDED


def test_two_routes_to_the_same_review_commission_it_once(item, decide, coordinator):
    services.start_decision(item, Route.LEARNING, by=coordinator.account)
    decide(item, Route.SAR, Outcome.LEARNING_REVIEW)
    decide(item, Route.LEARNING, Outcome.LEARNING_REVIEW)
    assert reviews() == [(ReviewType.LEARNING_REVIEW, ReviewState.COMMISSIONED)]


def test_another_case_gets_a_review_of_its_own(item, decide, coordinator, referrer):
    other = services.put_on_agenda(item.meeting, a_sent_referral(by=referrer.account), by=coordinator.account)
    for each in (item, other):
        decide(each, Route.SAR, Outcome.MANDATORY_SAR)
    assert len(reviews()) == 2


def test_a_signed_decision_leads_to_its_review(item, decide, coordinator):
    decision = decide(item, Route.SAR, Outcome.MANDATORY_SAR)
    review = db.session.query(Review).one()
    page = coordinator.reads(f"/meetings/decisions/{decision.id}")
    assert page.select_one(f"a[href='/reviews/{review.id}']").get_text() == "Safeguarding Adults Review"
