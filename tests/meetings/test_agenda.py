"""An agenda grows heading by heading: from what waits, what is carried over, what the chair decided alone."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases.clocks import start_clock
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import ReviewType, Route
from pprg.meetings import services
from pprg.meetings.queries import agenda_of
from pprg.meetings.queries.agenda import headings_of
from pprg.meetings.services import agenda as making
from pprg.meetings.services.minuting import begin_meeting, close_meeting
from pprg.meetings.states import (
    MeetingState,
    Outcome,
    Section,
)
from pprg.referrals.states import State as ReferralState
from pprg.reviews.services import commission_review
from tests.builders import a_sent_referral
from tests.meetings.builders import (
    a_decision,
    a_meeting,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    words,
)


def under(reader, meeting):
    """References by heading, of the headings that have lines."""
    headings = headings_of(agenda_of(reader, meeting))
    return {
        heading.section: [line.item.case.reference if line.item else None for line in heading.lines]
        for heading in headings
        if heading.lines
    }


def put_on(meeting, referrer, by):
    return services.put_on_agenda(meeting, a_sent_referral(by=referrer), by=by)


def test_the_usual_headings_stand_there_in_order_with_nothing_under_them(coordinator):
    meeting = a_meeting(by=coordinator.account)
    page = coordinator.reads(f"/meetings/{meeting.id}")
    assert [h.get_text(strip=True) for h in page.select(".pprg-headings h3")] == [
        section.value for section in Section
    ]


def test_a_referral_comes_under_the_heading_it_belongs_to(coordinator, chair, referrer):
    meeting = a_meeting(by=coordinator.account, in_days=14)
    plain = put_on(meeting, referrer, coordinator.account)
    child = a_sent_referral(by=referrer)
    start_clock(child.case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=coordinator.account)
    urgent = services.put_on_agenda(meeting, child, by=coordinator.account)
    earlier = an_item(by=coordinator.account, referrer=referrer)
    a_signed_decision(earlier, by=coordinator.account, chair=chair.account, outcome=Outcome.WAIT)
    assert earlier.referral.state == ReferralState.RECEIVED
    waited = services.put_on_agenda(meeting, earlier.referral, by=coordinator.account)

    assert under(coordinator.account, meeting) == {
        Section.URGENT: [urgent.case.reference],
        Section.NEW: [plain.case.reference],
        Section.RETURNED: [waited.case.reference],
    }
    assert [item.place for item in meeting.items] == [1, 2, 3]


def test_several_are_ticked_and_put_on_in_one_go(coordinator, referrer):
    meeting = a_meeting(by=coordinator.account)
    first, second, third = (a_sent_referral(by=referrer) for _ in range(3))
    db.session.flush()

    coordinator.posts(f"/meetings/{meeting.id}/agenda", on=[f"referral-{first.id}", f"referral-{third.id}"])

    assert under(coordinator.account, meeting) == {Section.NEW: [first.reference, third.reference]}
    assert second.state == ReferralState.RECEIVED


def test_nothing_ticked_is_said_beside_the_boxes(coordinator, referrer):
    meeting = a_meeting(by=coordinator.account)
    a_sent_referral(by=referrer)
    db.session.flush()
    answer = coordinator.posts(f"/meetings/{meeting.id}/agenda")
    assert answer.status_code == 422
    assert "Tick what to put on the agenda." in answer.text


def test_a_referral_that_nobody_may_offer_is_not_put_on(coordinator, referrer):
    meeting, elsewhere = a_meeting(by=coordinator.account), an_item(by=coordinator.account, referrer=referrer)
    answer = coordinator.posts(f"/meetings/{meeting.id}/agenda", on=[f"referral-{elsewhere.referral_id}"])
    assert answer.status_code == 422
    assert under(coordinator.account, meeting) == {}


def test_a_line_moves_down_into_the_next_heading_and_up_again(coordinator, referrer):
    meeting = a_meeting(by=coordinator.account)
    one, two = (put_on(meeting, referrer, coordinator.account) for _ in range(2))
    making.change_item(
        one, section=Section.URGENT, starts_at="", asked="", office_notes="", by=coordinator.account
    )
    db.session.flush()
    first, second = one.case.reference, two.case.reference
    assert under(coordinator.account, meeting) == {Section.URGENT: [first], Section.NEW: [second]}

    coordinator.posts(f"/meetings/items/{one.id}/down")
    assert under(coordinator.account, meeting) == {Section.NEW: [first, second]}
    coordinator.posts(f"/meetings/items/{one.id}/down")
    assert under(coordinator.account, meeting) == {Section.NEW: [second, first]}


def test_the_cover_sheet_says_what_the_group_is_asked_and_when(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    url = f"/meetings/items/{item.id}/cover"

    wrong = coordinator.fills_in(url, asked="Is this a review?", starts_at="half ten")
    assert wrong.status_code == 422
    assert "Enter the time like" in wrong.text
    assert "Is this a review?" in wrong.text
    coordinator.fills_in(url, asked="Is this a review?", starts_at="10.40", section="RETURNED")

    assert (item.asked, item.starts_at, item.section) == ("Is this a review?", "10:40", Section.RETURNED)
    assert "Is this a review?" in coordinator.opens(f"/meetings/{item.meeting_id}").text


def test_a_review_comes_on_the_agenda_once_and_its_line_opens(coordinator, chair, referrer):
    referral = a_sent_referral(by=referrer)
    review = commission_review(referral.case, ReviewType.SAR_MANDATORY, by=coordinator.account)
    meeting = a_meeting(by=coordinator.account)
    db.session.flush()

    for _ in range(2):
        coordinator.posts(f"/meetings/{meeting.id}/agenda", on=[f"review-{review.id}"])

    assert under(coordinator.account, meeting) == {Section.LIVE: [referral.reference]}
    assert coordinator.opens(f"/meetings/items/{meeting.items[0].id}").status_code == 200
    assert coordinator.opens(f"/meetings/items/{meeting.items[0].id}/cover").status_code == 200


def test_what_was_not_finished_goes_on_at_the_next_meeting_with_its_draft(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    draft = a_decision(item, by=coordinator.account)
    recorded = a_recorded_decision(item, Route.LEARNING, by=coordinator.account)
    item.asked = "Is this a review?"
    begun = item.meeting
    later = a_meeting(by=coordinator.account, in_days=40)

    coordinator.fills_in(
        f"/meetings/items/{item.id}/cover",
        form="main form[action$='carrying-over']",
        meeting=str(later.id),
    )

    (carried,) = later.items
    assert (draft.item, recorded.item) == (carried, item)
    assert (carried.asked, carried.carried_from) == ("Is this a review?", item)
    assert draft.words == words()
    assert item.referral.state == ReferralState.TABLED
    assert not item.can_be_decided
    assert "Carried over" in coordinator.opens(f"/meetings/{begun.id}").text
    assert making.carry_over(item, later, by=coordinator.account) is carried


def test_what_is_settled_is_not_carried_over(coordinator, chair, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    a_signed_decision(item, by=coordinator.account, chair=chair.account)
    later = a_meeting(by=coordinator.account, in_days=40)
    with pytest.raises(Refused, match="done with this item"):
        making.carry_over(item, later, by=coordinator.account)


def test_unfinished_items_of_a_meeting_that_is_over_are_offered_to_the_next(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    later = a_meeting(by=coordinator.account, in_days=20)
    assert f"item-{item.id}" not in coordinator.opens(f"/meetings/{later.id}").text
    item.meeting.held_on = clock.today() - timedelta(days=1)
    db.session.flush()

    coordinator.posts(f"/meetings/{later.id}/agenda", on=[f"item-{item.id}"])

    assert under(coordinator.account, later) == {Section.NEW: [item.case.reference]}


def test_a_meeting_begins_on_its_day_and_is_closed(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    with pytest.raises(Refused, match="has not come"):
        begin_meeting(item.meeting, by=coordinator.account)
    item.meeting.held_on = clock.today()
    db.session.flush()

    coordinator.presses(f"/meetings/{item.meeting_id}", "Begin the meeting")
    assert item.meeting.state == MeetingState.SITTING
    coordinator.presses(f"/meetings/{item.meeting_id}", "Close the meeting")
    assert item.meeting.state == MeetingState.CLOSED
    with pytest.raises(Refused, match="is over"):
        put_on(item.meeting, referrer, coordinator.account)
    close_meeting(item.meeting, by=coordinator.account)  # closed twice is closed once


def test_a_member_neither_calls_meetings_nor_runs_them(coordinator, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    for url in (
        f"/meetings/{item.meeting_id}/beginning",
        f"/meetings/{item.meeting_id}/closing",
        f"/meetings/{item.meeting_id}/agenda",
        f"/meetings/items/{item.id}/cover",
        f"/meetings/items/{item.id}/carrying-over",
    ):
        assert member.posts(url).status_code == 403, url
    for url in (f"/meetings/extraordinary/{item.referral_id}", f"/meetings/chairs-action/{item.referral_id}"):
        assert member.opens(url).status_code in {403, 404}, url
