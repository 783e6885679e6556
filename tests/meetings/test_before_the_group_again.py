"""A case that was decided comes before the group again: challenged, or for a further kind of review."""

import pytest

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType, Route
from pprg.home.today import today_of
from pprg.meetings import services
from pprg.meetings.models import Decision
from pprg.meetings.queries.again import to_look_at_again
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.services.between import take_chairs_action
from pprg.meetings.services.challenging import answer_challenge, ask_to_consider, enter_challenge
from pprg.meetings.states import (
    ChallengeBy,
    ChallengeOutcome,
    MeetingEvent,
    Outcome,
    RatifyingEvent,
    State,
)
from pprg.notices.models import Notice
from pprg.referrals.states import State as ReferralState
from pprg.reviews.models import Review
from pprg.reviews.states import State as ReviewState
from tests.meetings.builders import (
    a_full_room,
    a_meeting,
    a_ratified_decision,
    a_signed_decision,
    ratify,
    words,
)
from tests.people import an_account


@pytest.fixture
def decided(item, coordinator, chair):
    decision = a_ratified_decision(
        item, by=coordinator.account, chair=chair.account, outcome=Outcome.MANDATORY_SAR
    )
    commit()
    return decision


@pytest.fixture
def challenge(decided, coordinator):
    other = an_account("Una Other", Role.CHAIR, "Marlshire Safeguarding Partnership")
    asked = enter_challenge(
        decided, ChallengeBy.FAMILY, received_on=clock.today(), words="Nobody rang.", by=coordinator.account
    )
    ask_to_consider(asked, other, by=coordinator.account)
    answer_challenge(asked, ChallengeOutcome.AGAIN, advice="Counsel.", reply="Yes.", by=other)
    commit()
    return asked


@pytest.fixture
def later(coordinator):
    meeting = a_meeting(by=coordinator.account, in_days=30)
    commit()
    return meeting


def sealed(decision, coordinator, chair, route=Route.SAR, **changes):
    """Written to its end, recorded, signed and ratified."""
    by = coordinator.account
    a_full_room(decision.item.meeting, by=by)
    services.save_decision(decision, words(route, **changes), version=decision.version, by=by)
    services.record_decision(decision, by=by)
    services.sign_decision(decision, by=chair.account)
    ratify(decision)
    commit()


def told(referral):
    return db.session.query(Notice).filter_by(kind="referral decided", thing_id=referral.id).count()


def test_a_challenge_brings_it_before_the_group_in_one_click(coordinator, chair, decided, challenge, later):
    do = f"Put {decided.case.reference} before the group again"
    assert do in [need.do for need in today_of(coordinator.account).needs]
    assert do not in [need.do for need in today_of(chair.account).needs]
    page = coordinator.reads(f"/meetings/{later.id}").get_text(" ", strip=True)
    assert "To be looked at again" in page
    assert "and challenged by the person or the family" in page

    answer = coordinator.presses(f"/meetings/{later.id}", "Put on the agenda")
    assert answer.status_code == 303
    (again,) = later.items
    assert (again.referral, again.section.name) == (decided.item.referral, "ARISING")
    assert "challenged" in again.asked
    assert decided.item.referral.state == ReferralState.DECIDED
    assert do not in [need.do for need in today_of(coordinator.account).needs]
    assert (
        "To be looked at again"
        not in coordinator.opens(f"/meetings/{a_meeting(by=coordinator.account).id}").text
    )


def test_it_leads_to_another_edition_and_nothing_changes_until_it_is_ratified(
    coordinator, chair, decided, challenge, later
):
    again = services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    commit()
    page = coordinator.reads(f"/meetings/items/{again.id}")
    assert "It is looked at again" in page.get_text()
    assert page.select_one(f"main a[href='/meetings/decisions/{decided.id}']")
    place = coordinator.fills_in(
        f"/meetings/items/{again.id}", form="form[action$='/decisions']", route=Route.SAR.value
    ).location
    edition = db.session.query(Decision).filter_by(edition=2).one()
    assert place == f"/meetings/decisions/{edition.id}"
    assert (edition.item, edition.amends, edition.words) == (again, decided, decided.words)
    assert "challenged by the person or the family" in edition.amended_because
    assert services.start_decision(again, Route.SAR, by=coordinator.account) is edition
    assert to_look_at_again(coordinator.account) == []
    (review,) = db.session.query(Review)
    assert review.state == ReviewState.COMMISSIONED

    sealed(edition, coordinator, chair, outcome=Outcome.NO_REVIEW, reason="the letters say so")
    assert review.state == ReviewState.DISCONTINUED
    assert decided.item.referral.outcome == edition.sentence
    assert told(decided.item.referral) == 2
    assert to_look_at_again(coordinator.account) == []
    page = coordinator.opens(f"/meetings/challenges/{challenge.id}").text
    assert f"/meetings/decisions/{edition.id}" in page


def test_the_group_may_come_to_the_same_words_again(coordinator, chair, decided, challenge, later):
    again = services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    edition = services.start_decision(again, Route.SAR, by=coordinator.account)
    db.session.flush()
    sealed(edition, coordinator, chair, outcome=Outcome.MANDATORY_SAR)
    assert edition.state == State.SIGNED
    assert [review.state for review in db.session.query(Review)] == [ReviewState.COMMISSIONED]


def test_an_amendment_that_was_begun_goes_along(coordinator, chair, decided, challenge, later):
    begun = amend_decision(decided, "It was challenged.", by=coordinator.account)
    again = services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    assert services.start_decision(again, Route.SAR, by=coordinator.account) is begun
    assert begun.item is again


def test_one_that_is_recorded_already_is_finished_first(coordinator, decided, challenge, later):
    begun = amend_decision(decided, "It was challenged.", by=coordinator.account)
    services.save_decision(
        begun, words(outcome=Outcome.NO_REVIEW), version=begun.version, by=coordinator.account
    )
    services.record_decision(begun, by=coordinator.account)
    again = services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    with pytest.raises(Refused, match="recorded already"):
        services.start_decision(again, Route.SAR, by=coordinator.account)


def test_taken_off_it_stays_decided_and_is_offered_again(coordinator, decided, challenge, later):
    again = services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    services.take_off_agenda(again, by=coordinator.account)
    assert decided.item.referral.state == ReferralState.DECIDED
    assert [one.id for one in to_look_at_again(coordinator.account)] == [challenge.id]


def test_without_a_challenge_a_stale_page_puts_nothing_decided_on_an_agenda(coordinator, decided, later):
    with pytest.raises(Refused):
        services.put_on_agenda(later, decided.item.referral, by=coordinator.account)
    assert later.items == []


def test_a_further_route_follows_at_the_same_meeting_after_all_were_signed(
    coordinator, chair, decided, referrer
):
    item = decided.item
    assert item.settled
    page = coordinator.reads(f"/meetings/items/{item.id}/room")
    assert "Start another decision" in page.get_text()
    place = coordinator.fills_in(
        f"/meetings/items/{item.id}", form="form[action$='/decisions']", route=Route.DHR.value
    ).location
    again = coordinator.posts(f"/meetings/items/{item.id}/decisions", route=Route.DHR.value)
    assert again.status_code in {303, 422}
    further = db.session.query(Decision).filter_by(route=Route.DHR).one()
    assert place == f"/meetings/decisions/{further.id}"
    assert not item.settled

    first = item.referral.outcome
    sealed(further, coordinator, chair, Route.DHR, outcome=Outcome.DHR, reason="all is met")
    assert item.referral.state == ReferralState.DECIDED
    assert item.referral.outcome == f"{first} {further.sentence}"
    assert told(item.referral) == 2
    assert {review.review_type for review in db.session.query(Review)} == {
        ReviewType.SAR_MANDATORY, ReviewType.DHR,
    }  # fmt: skip


def test_signed_and_not_ratified_yet_it_is_told_when_the_last_is(coordinator, chair, item):
    first = a_signed_decision(item, by=coordinator.account, chair=chair.account)
    further = services.start_decision(item, Route.DHR, by=coordinator.account)
    ratify(first)
    assert item.referral.state == ReferralState.TABLED
    sealed(further, coordinator, chair, Route.DHR, outcome=Outcome.DHR)
    assert item.referral.state == ReferralState.DECIDED
    assert told(item.referral) == 1


def test_once_the_meeting_is_closed_it_takes_a_later_one(coordinator, chair, decided, later):
    item = decided.item
    for event in (MeetingEvent.OPEN, MeetingEvent.BEGIN, MeetingEvent.CLOSE):
        item.meeting.move(event)
    commit()
    with pytest.raises(Refused, match="not before this meeting"):
        services.start_decision(item, Route.DHR, by=coordinator.account)
    url = f"/meetings/items/{item.id}"
    assert "Put it before the group again" in coordinator.opens(url).text
    assert coordinator.fills_in(f"{url}/again", asked="").status_code == 422
    asked = "Is it a domestic homicide too?"
    answer = coordinator.fills_in(f"{url}/again", meeting=str(later.id), asked=asked)
    (again,) = later.items
    assert answer.location.endswith(f"#item-{again.id}")
    assert again.asked == asked
    assert put_before_again(item.referral, later, by=coordinator.account) is again
    assert "on the agenda of a meeting already" in coordinator.opens(f"{url}/again").text

    further = services.start_decision(again, Route.DHR, by=coordinator.account)
    db.session.flush()
    sealed(further, coordinator, chair, Route.DHR, outcome=Outcome.DHR)
    assert decided.sentence in item.referral.outcome
    assert further.sentence in item.referral.outcome


def test_the_chair_may_decide_on_a_further_route_between_meetings(coordinator, chair, decided):
    referral = decided.item.referral
    acted = take_chairs_action(referral, because="The police say so now.", by=coordinator.account)
    assert take_chairs_action(referral, because="Again", by=coordinator.account) is acted
    assert acted.meeting_id != decided.item.meeting_id
    further = services.start_decision(acted, Route.DHR, by=coordinator.account)
    db.session.flush()
    sealed(further, coordinator, chair, Route.DHR, outcome=Outcome.DHR)
    assert referral.state == ReferralState.DECIDED
    assert further.sentence in referral.outcome


def test_a_further_route_that_waits_is_heard_again_and_the_rest_stands(coordinator, chair, decided, later):
    item = decided.item
    further = services.start_decision(item, Route.DHR, by=coordinator.account)
    db.session.flush()
    sealed(further, coordinator, chair, Route.DHR, outcome=Outcome.WAIT)
    assert item.referral.state == ReferralState.RECEIVED
    assert item.referral.outcome.startswith(decided.sentence)
    again = services.put_on_agenda(later, item.referral, by=coordinator.account)
    last = services.start_decision(again, Route.DHR, by=coordinator.account)
    assert last.amends is None
    db.session.flush()
    sealed(last, coordinator, chair, Route.DHR, outcome=Outcome.NO_REVIEW)
    assert item.referral.outcome == f"{decided.sentence} {last.sentence}"


def test_those_who_may_not_arrange_it_do_not(people, coordinator, chair, decided):
    url = f"/meetings/items/{decided.item_id}/again"
    assert chair.opens(url).status_code == 403
    assert people.referrer().opens(url).status_code == 404
    assert "Put it before the group again" not in chair.opens(f"/meetings/items/{decided.item_id}").text


def test_what_the_board_did_not_agree_to_comes_back_and_is_decided_on_top_of_it(
    people, coordinator, chair, decided, challenge, later
):
    by = coordinator.account
    again = services.put_on_agenda(later, decided.item.referral, by=by)
    edition = services.start_decision(again, Route.SAR, by=by)
    db.session.flush()
    a_full_room(later, by=by)
    services.save_decision(edition, words(outcome=Outcome.NO_REVIEW), version=edition.version, by=by)
    services.record_decision(edition, by=by)
    services.sign_decision(edition, by=chair.account)
    (asked,) = edition.ratifications
    board = people.decision_maker(asked.owner).account
    services.answer_ratification(asked, RatifyingEvent.REFUSE, reasons="It must be held.", by=board)
    assert [one.id for one in to_look_at_again(by)] == [challenge.id]

    third = services.put_on_agenda(a_meeting(by=by, in_days=60), decided.item.referral, by=by)
    last = services.start_decision(third, Route.SAR, by=by)
    assert (last.edition, last.amends) == (3, edition)
    db.session.flush()
    sealed(last, coordinator, chair, outcome=Outcome.LEARNING_REVIEW, reason="it is enough")
    assert {review.review_type: review.state for review in db.session.query(Review)} == {
        ReviewType.SAR_MANDATORY: ReviewState.DISCONTINUED,
        ReviewType.LEARNING_REVIEW: ReviewState.COMMISSIONED,
    }
    assert decided.item.referral.outcome == last.sentence
