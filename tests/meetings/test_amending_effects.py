"""What an amendment changes of what the first decision set going: every outcome into every other."""

from datetime import timedelta
from itertools import permutations

import pytest

from pprg import clock
from pprg.cases.clocks import start_clock
from pprg.cases.queries import clocks_of_case
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services
from pprg.meetings.queries.following import BEGINS, GROWN_FROM, what_changes
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.states import COMMISSIONS, OPEN_TO, Outcome, RatifyingEvent, State
from pprg.referrals.models import Referral
from pprg.referrals.states import State as ReferralState
from pprg.reviews import services as reviews
from pprg.reviews.models import Review
from pprg.reviews.states import State as ReviewState
from tests.meetings.builders import a_ratified_decision, a_signed_decision, an_item, ratify, words

WHY = "A report came after the meeting that says otherwise."
COUNTED = {
    ReviewType.SAR_MANDATORY: ClockKind.SAR_COMPLETE,
    ReviewType.SAR_DISCRETIONARY: ClockKind.SAR_COMPLETE,
    ReviewType.LCSPR: ClockKind.LCSPR_PUBLISH,
    ReviewType.DHR: ClockKind.DHR_COMPLETE,
    ReviewType.LEARNING_REVIEW: ClockKind.NSR_COMPLETE,
}
NONE_HELD = {Outcome.NO_REVIEW, Outcome.SINGLE_AGENCY, Outcome.BRIEFING, Outcome.OTHER_ROUTE}
FOOTINGS = {Outcome.MANDATORY_SAR, Outcome.DISCRETIONARY_SAR}


@pytest.fixture
def decide(item, coordinator, chair):
    def ratified(route, outcome, on=item, **changes):
        by, signs = coordinator.account, chair.account
        return a_ratified_decision(on, route, by=by, chair=signs, outcome=outcome, **changes)

    return ratified


@pytest.fixture
def amend(coordinator, chair):
    def to(decision, outcome, *, agreed=True, **changes):
        by = coordinator.account
        edition = amend_decision(decision, WHY, by=by)
        said = words(decision.route, outcome=outcome, **{"reason": "it was read again", **changes})
        services.save_decision(edition, said, version=edition.version, by=by)
        services.record_decision(edition, by=by)
        services.sign_decision(edition, by=chair.account)
        if agreed:
            ratify(edition)
        db.session.flush()
        return edition

    return to


def held():
    return {review.review_type: review.state for review in db.session.query(Review)}


def running(case):
    return {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}


def expected(first, then):
    """Which reviews there are afterwards, and how each stands."""
    was, now = COMMISSIONS.get(first), COMMISSIONS.get(then)
    if {first, then} == FOOTINGS:
        return {now: ReviewState.COMMISSIONED}
    stays = was == now or (was == ReviewType.RAPID_REVIEW and then in {Outcome.LCSPR, Outcome.NATIONAL})
    found = {was: ReviewState.COMMISSIONED if stays else ReviewState.DISCONTINUED} if was else {}
    return found | ({now: ReviewState.COMMISSIONED} if now else {})


def test_outcomes_that_call_for_no_review_are_one_of_a_kind():
    """So that one of them stands for all in the table below."""
    alike = set(Outcome) - COMMISSIONS.keys() - {Outcome.WAIT, Outcome.NATIONAL}
    assert alike == NONE_HELD
    assert not alike & (BEGINS.keys() | GROWN_FROM.keys())


@pytest.mark.parametrize("route", [Route.SAR, Route.CHILD, Route.DHR])
def test_every_outcome_amended_into_every_other(coordinator, referrer, decide, amend, route):
    wrong = {}
    outcomes = [one for one in OPEN_TO[route] if one not in NONE_HELD - {Outcome.NO_REVIEW}]
    for first, then in permutations(outcomes, 2):
        item = an_item(by=coordinator.account, referrer=referrer)
        edition = amend(decide(route, first, on=item), then)
        stands, should = as_it_stands(item.case), as_it_should(route, first, then)
        should["told"] = edition.sentence
        if stands != should:
            wrong[first.name, then.name] = (stands, should)
    assert wrong == {}


def as_it_stands(case):
    (referral,) = db.session.query(Referral).filter_by(case_id=case.id)
    reviews_of_case = db.session.query(Review).filter_by(case_id=case.id).all()
    return {
        "reviews": {review.review_type: review.state for review in reviews_of_case},
        "because": {review.discontinued_because for review in reviews_of_case} - {None},
        "clocks": running(case) & {*COUNTED.values(), ClockKind.DHR_HO_NOTICE},
        "referral": referral.state,
        "told": referral.outcome,
    }


def as_it_should(route, first, then):
    reviews_of_case = expected(first, then)
    live = {kind for kind, state in reviews_of_case.items() if state == ReviewState.COMMISSIONED}
    home_office = {ClockKind.DHR_HO_NOTICE} if route == Route.DHR and then != Outcome.WAIT else set()
    return {
        "reviews": reviews_of_case,
        "because": {WHY} if ReviewState.DISCONTINUED in reviews_of_case.values() else set(),
        "clocks": {COUNTED[kind] for kind in live & COUNTED.keys()} | home_office,
        "referral": ReferralState.RECEIVED if then == Outcome.WAIT else ReferralState.DECIDED,
    }


def test_what_is_only_signed_changes_nothing_yet(item, decide, amend):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    amend(decision, Outcome.NO_REVIEW, agreed=False)
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.COMMISSIONED}
    assert ClockKind.SAR_COMPLETE in running(item.case)


def test_the_group_alone_does_not_take_back_what_the_board_has_ratified(item, decide, amend):
    """To wait is the group's own, but not where a board has decided already."""
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    edition = amend(decision, Outcome.WAIT, agreed=False)
    (asked,) = edition.ratifications
    assert asked.owner == decision.ratifications[0].owner
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.COMMISSIONED}
    assert item.referral.state == ReferralState.DECIDED

    ratify(edition)
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.DISCONTINUED}
    assert item.referral.state == ReferralState.RECEIVED


def test_while_a_board_is_asked_whether_to_wait_another_route_still_stands_before_its_own(
    item, decide, amend, coordinator, chair
):
    services.start_decision(item, Route.DHR, by=coordinator.account)
    sar = decide(Route.SAR, Outcome.MANDATORY_SAR)
    a_signed_decision(item, Route.DHR, by=coordinator.account, chair=chair.account, outcome=Outcome.DHR)
    amend(sar, Outcome.WAIT, agreed=False)
    assert item.referral.state == ReferralState.TABLED


def test_an_amendment_that_is_not_agreed_leaves_the_review_as_it_is(item, decide, amend, people):
    edition = amend(decide(Route.SAR, Outcome.MANDATORY_SAR), Outcome.NO_REVIEW, agreed=False)
    (asked,) = edition.ratifications
    board = people.decision_maker(asked.owner).account
    services.answer_ratification(asked, RatifyingEvent.REFUSE, reasons="It must be held.", by=board)
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.COMMISSIONED}
    again = amend(edition, Outcome.LEARNING_REVIEW)
    assert again.edition == 3
    assert held() == {
        ReviewType.SAR_MANDATORY: ReviewState.DISCONTINUED,
        ReviewType.LEARNING_REVIEW: ReviewState.COMMISSIONED,
    }


def test_a_clock_never_gets_more_time_by_an_amendment(item, decide, amend, time_machine):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    (first,) = (due for due in clocks_of_case(item.case) if due.clock.kind == ClockKind.SAR_COMPLETE)
    time_machine.move_to(clock.now() + timedelta(days=30))
    edition = amend(decision, Outcome.MANDATORY_SAR)
    amend(edition, Outcome.DISCRETIONARY_SAR)
    (still,) = (due for due in clocks_of_case(item.case) if due.clock.kind == ClockKind.SAR_COMPLETE)
    assert (still.clock.runs, still.due_on) == (True, first.due_on)


def test_to_wait_after_all_lets_the_clock_for_the_decision_go_on(item, decide, amend, coordinator):
    start_clock(item.case, ClockKind.SAR_DECIDE, trigger=clock.today(), by=coordinator.account)
    decision = decide(Route.SAR, Outcome.NO_REVIEW)
    assert ClockKind.SAR_DECIDE not in running(item.case)
    amend(decision, Outcome.WAIT)
    assert ClockKind.SAR_DECIDE in running(item.case)


def test_another_footing_keeps_the_author_and_the_scope(item, decide, amend, coordinator, people):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    (review,) = db.session.query(Review)
    author = people.author().account
    reviews.appoint_author(review, author, by=coordinator.account)
    edition = amend(decision, Outcome.DISCRETIONARY_SAR, agreed=False)
    assert what_changes(edition) == [
        "The review goes on as one that is held by choice, with its author, its scope and its dates."
    ]
    ratify(edition)
    assert (review.review_type, review.state) == (ReviewType.SAR_DISCRETIONARY, ReviewState.UNDER_WAY)
    assert review.author == author


def test_a_report_that_is_there_stays(item, decide, amend, coordinator):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    reviews.conclude_review(db.session.query(Review).one(), by=coordinator.account)
    amend(decision, Outcome.NO_REVIEW)
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.CONCLUDED}


def test_back_again_takes_the_review_up(item, decide, amend):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    amend(amend(decision, Outcome.NO_REVIEW), Outcome.MANDATORY_SAR)
    assert held() == {ReviewType.SAR_MANDATORY: ReviewState.COMMISSIONED}
    assert ClockKind.SAR_COMPLETE in running(item.case)


def test_a_review_that_another_decision_calls_for_goes_on(item, decide, amend, coordinator):
    services.start_decision(item, Route.LEARNING, by=coordinator.account)
    first = decide(Route.SAR, Outcome.LEARNING_REVIEW)
    other = decide(Route.LEARNING, Outcome.LEARNING_REVIEW)
    amend(first, Outcome.NO_REVIEW)
    assert held() == {ReviewType.LEARNING_REVIEW: ReviewState.COMMISSIONED}
    assert ClockKind.NSR_COMPLETE in running(item.case)
    amend(other, Outcome.NO_REVIEW)
    assert held() == {ReviewType.LEARNING_REVIEW: ReviewState.DISCONTINUED}


def test_one_duty_of_a_joint_review_goes_and_the_other_holds_it(item, decide, amend, coordinator, chair):
    item.joint = True
    services.start_decision(item, Route.DHR, by=coordinator.account)
    draft = next(one for one in item.decisions if one.route == Route.DHR)
    services.save_decision(
        draft, words(Route.DHR, outcome=Outcome.DHR), version=draft.version, by=coordinator.account
    )
    sar = decide(Route.SAR, Outcome.MANDATORY_SAR)
    dhr = decide(Route.DHR, Outcome.DHR)
    (joint,) = db.session.query(Review)
    assert joint.meets == [ReviewType.SAR_MANDATORY, ReviewType.DHR]

    edition = amend(sar, Outcome.NO_REVIEW, agreed=False)
    assert what_changes(edition)[0].startswith("The joint review goes on without one of its duties: ")
    ratify(edition)
    commit()
    assert (joint.meets, joint.state) == ([ReviewType.DHR], ReviewState.COMMISSIONED)
    assert ClockKind.SAR_COMPLETE not in running(item.case)
    assert ClockKind.DHR_COMPLETE in running(item.case)
    page = coordinator.reads(f"/meetings/decisions/{dhr.id}")
    assert page.select_one(f"a[href='/reviews/{joint.id}']")

    amend(edition, Outcome.DISCRETIONARY_SAR)
    assert joint.meets == [ReviewType.DHR, ReviewType.SAR_DISCRETIONARY] or len(held()) == 2
    amend(dhr, Outcome.NO_REVIEW)
    assert ClockKind.DHR_COMPLETE not in running(item.case)


def test_the_pages_say_beforehand_what_follows(item, decide, coordinator, chair, people):
    decision = decide(Route.SAR, Outcome.MANDATORY_SAR)
    commit()
    url = f"/meetings/decisions/{decision.id}/amendment"
    said = coordinator.reads(url).get_text(" ", strip=True)
    assert "If the amended decision does not call for that review, it will be discontinued" in said
    place = coordinator.fills_in(url, because=WHY).location
    assert "will be discontinued" not in coordinator.opens(place).text

    edition = decision.amendments[0]
    services.save_decision(
        edition,
        words(outcome=Outcome.LEARNING_REVIEW, reason="it was read again"),
        version=edition.version,
        by=coordinator.account,
    )
    commit()
    follows = (
        "The review that was commissioned, Safeguarding Adults Review, will be discontinued.",
        "A review will be commissioned: ",
        "This date no longer counts: Complete the Safeguarding Adults Review.",
    )
    writing = coordinator.reads(place).get_text(" ", strip=True)
    services.record_decision(edition, by=coordinator.account)
    commit()
    signing = chair.reads(place).get_text(" ", strip=True)
    for sentence in follows:
        assert sentence in writing
        assert sentence in signing
    services.sign_decision(edition, by=chair.account)
    ratify(edition)
    commit()
    assert "will be discontinued" not in chair.opens(place).text
    assert edition.state == State.SIGNED


def test_another_item_of_another_case_is_left_alone(item, decide, amend, coordinator, people):
    other = an_item(by=coordinator.account, referrer=people.referrer("NHS Marlshire").account)
    first = decide(Route.SAR, Outcome.MANDATORY_SAR)
    decide(Route.SAR, Outcome.MANDATORY_SAR, on=other)
    amend(first, Outcome.NO_REVIEW)
    assert sorted(review.state for review in db.session.query(Review)) == ["commissioned", "discontinued"]
    assert ClockKind.SAR_COMPLETE in running(other.case)
