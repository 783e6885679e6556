"""A further route is decided while a review of the case goes on: one review may meet both duties."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.services.joining import hold_as_one
from pprg.meetings.states import Outcome
from pprg.reviews import services as reviews
from pprg.reviews.models import Review
from pprg.reviews.queries import timetable_of
from pprg.reviews.states import State
from tests.meetings.builders import (
    a_decision,
    a_full_room,
    a_meeting,
    a_ratified_decision,
    an_item,
    ratify,
    words,
)
from tests.reviews.test_scoping import whole


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def chair(people):
    return people.chair().account


@pytest.fixture
def first(people, coordinator, chair):
    """A meeting decided on a Safeguarding Adults Review, and its board agreed."""
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    a_ratified_decision(item, by=coordinator.account, chair=chair, outcome=Outcome.MANDATORY_SAR)
    commit()
    return item


@pytest.fixture
def review(people, coordinator, first):
    """It is under way, with an author and an agreed scope."""
    (review,) = db.session.query(Review)
    until = clock.today() + timedelta(days=200)
    reviews.appoint_author(review, people.author().account, by=coordinator.account, until=until)
    reviews.save_scope(review, whole(), version=0, by=coordinator.account)
    reviews.agree_scope(review, by=coordinator.account)
    commit()
    return review


@pytest.fixture
def item(first, review, coordinator):
    """The case before the group again, for a Domestic Homicide Review."""
    later = a_meeting(by=coordinator.account, in_days=30)
    item = put_before_again(first.referral, later, by=coordinator.account)
    a_full_room(later, by=coordinator.account)
    services.start_decision(item, Route.DHR, by=coordinator.account)
    commit()
    return item


def decided(item, coordinator, chair, outcome=Outcome.DHR):
    (dhr,) = item.decisions
    services.save_decision(
        dhr, words(Route.DHR, outcome=outcome), version=dhr.version, by=coordinator.account
    )
    services.record_decision(dhr, by=coordinator.account)
    services.sign_decision(dhr, by=chair)
    return dhr


def pressed(item, coordinator, label):
    return coordinator.presses(f"/meetings/items/{item.id}/joint", label).status_code


def test_it_is_held_as_one_with_the_review_that_goes_on(item, review, coordinator, chair, people):
    page = coordinator.reads(f"/meetings/items/{item.id}").get_text(" ", strip=True)
    assert "A review of this case goes on: Safeguarding Adults Review" in page
    assert "Hold it as one with that review" in page
    assert pressed(item, coordinator, "Hold one joint review") == 303

    dhr = decided(item, coordinator, chair)
    commit()
    said = coordinator.reads(f"/meetings/decisions/{dhr.id}").get_text(" ", strip=True)
    assert "meets this duty too: Domestic Homicide Review" in said
    assert review.meets == [ReviewType.SAR_MANDATORY], "Nothing follows before it is ratified."
    ratify(dhr)
    commit()

    assert db.session.query(Review).all() == [review]
    assert review.review_type == ReviewType.JOINT
    assert review.meets == [ReviewType.SAR_MANDATORY, ReviewType.DHR]
    assert (review.state, review.author) == (State.UNDER_WAY, people.author().account)
    assert (review.scope.family, review.scope.agreed_on) == (whole().family, None)
    dates = timetable_of(coordinator.account, review)
    assert {due.clock.kind for due in dates} == {ClockKind.SAR_COMPLETE, ClockKind.DHR_COMPLETE}
    assert dates[0].due_on == min(due.due_on for due in dates)
    shown = coordinator.reads(f"/reviews/{review.id}").get_text(" ", strip=True)
    assert "meets several duties: Safeguarding Adults Review and Domestic Homicide Review" in shown
    sketched = coordinator.reads(f"/reviews/{review.id}/scope").get_text(" ", strip=True)
    assert "Joint review: Safeguarding Adults Review and Domestic Homicide Review" in sketched
    assert db.session.query(AuditLine).filter_by(verb="added a duty to").count() == 1


def test_each_duty_keeps_its_own_ratification(item, coordinator, chair, review):
    hold_as_one(item, joint=True, by=coordinator.account)
    dhr = decided(item, coordinator, chair)
    first = db.session.query(Review).one()
    assert dhr.ratifications
    assert not dhr.is_ratified
    assert first.review_type == ReviewType.SAR_MANDATORY


def test_unless_somebody_says_so_it_is_held_by_itself(item, coordinator, chair, review):
    ratify(decided(item, coordinator, chair))
    assert {one.review_type for one in db.session.query(Review)} == {
        ReviewType.SAR_MANDATORY,
        ReviewType.DHR,
    }
    assert "It stays as it is" in coordinator.opens(f"/meetings/items/{item.id}/joint").text
    with pytest.raises(Refused, match="commissioned already"):
        hold_as_one(item, joint=True, by=coordinator.account)


def test_until_it_is_ratified_they_can_be_held_apart_again(item, coordinator, chair, review):
    pressed(item, coordinator, "Hold one joint review")
    dhr = decided(item, coordinator, chair)
    commit()
    assert pressed(item, coordinator, "Hold them apart") == 303
    ratify(dhr)
    assert review.review_type == ReviewType.SAR_MANDATORY
    assert db.session.query(Review).count() == 2


def test_once_the_report_is_agreed_nothing_is_added_to_it(item, coordinator, chair, review):
    hold_as_one(item, joint=True, by=coordinator.account)
    dhr = decided(item, coordinator, chair)
    reviews.conclude_review(review, by=coordinator.account)
    commit()
    assert "goes on" not in coordinator.opens(f"/meetings/items/{item.id}").text
    ratify(dhr)
    assert review.meets == [ReviewType.SAR_MANDATORY]
    assert db.session.query(Review).filter_by(review_type=ReviewType.DHR).one().goes_on
    with pytest.raises(Refused, match="concluded"):
        reviews.take_on_duty(review, ReviewType.DHR, by=coordinator.account)


def test_no_review_decided_leaves_the_one_that_goes_on_alone(item, coordinator, chair, review):
    hold_as_one(item, joint=True, by=coordinator.account)
    ratify(decided(item, coordinator, chair, Outcome.NO_REVIEW))
    assert review.meets == [ReviewType.SAR_MANDATORY]
    assert review.scope.agreed_on


def test_an_amendment_on_the_same_route_is_no_further_duty(first, review, coordinator):
    (decision,) = first.decisions
    amend_decision(decision, "A figure was wrong.", by=coordinator.account)
    db.session.expire_all()
    page = coordinator.reads(f"/meetings/items/{first.id}").get_text(" ", strip=True)
    assert "A review of this case goes on" not in page


def test_at_the_same_meeting_too(first, coordinator, chair):
    """The first was ratified within the hour, and the group goes on to a second route."""
    item = first
    dhr = a_decision(item, Route.DHR, by=coordinator.account, outcome=Outcome.DHR)
    commit()
    assert pressed(item, coordinator, "Hold one joint review") == 303
    services.record_decision(dhr, by=coordinator.account)
    services.sign_decision(dhr, by=chair)
    ratify(dhr)
    (review,) = db.session.query(Review)
    assert review.meets == [ReviewType.SAR_MANDATORY, ReviewType.DHR]
