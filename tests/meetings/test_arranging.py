"""The coordinator arranges a meeting, invites members and makes the agenda."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.rules import look_into_case
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings import services
from pprg.meetings.models import Meeting
from pprg.meetings.queries import agenda_of
from pprg.notices.models import Notice
from pprg.referrals.states import State
from tests.builders import a_sent_referral
from tests.meetings.builders import a_decision, a_meeting, an_item, without_interest


def day_boxes(day):
    return {"held_on-day": day.day, "held_on-month": day.month, "held_on-year": day.year}


def references(reader, meeting):
    return [line.item.case.reference if line.item else None for line in agenda_of(reader, meeting)]


def test_a_meeting_has_a_day_a_time_and_a_place(coordinator):
    day = clock.today() + timedelta(days=9)
    answer = coordinator.fills_in("/meetings/new", **day_boxes(day), starts_at="9.30", place="County Hall")

    assert answer.status_code == 303
    meeting = db.session.query(Meeting).one()
    assert (meeting.held_on, meeting.starts_at, meeting.place) == (day, "09:30", "County Hall")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"held_on-day": "31", "held_on-month": "2"}, "must be a real date"),
        ({"held_on-year": "2001"}, "must be today or later"),
        ({"starts_at": "25:00"}, "Enter the time like 10:00"),
        ({"starts_at": "ten"}, "Enter the time like 10:00"),
        ({"place": ""}, "Enter the place"),
        ({"place": "x" * 201}, "at most 200"),
    ],
)
def test_a_meeting_that_cannot_be_comes_back_with_a_sentence_and_its_text(coordinator, wrong, said):
    good = {**day_boxes(clock.today() + timedelta(days=9)), "starts_at": "10:00", "place": "Room 4"}
    answer = coordinator.fills_in("/meetings/new", **{**good, **wrong})

    assert answer.status_code == 422
    assert said in answer.text
    for typed in wrong.values():
        assert typed in answer.text
    assert db.session.query(Meeting).count() == 0


def test_a_meeting_today_is_not_in_the_past(coordinator):
    answer = coordinator.fills_in(
        "/meetings/new", **day_boxes(clock.today()), starts_at="10:00", place="Room 4"
    )
    assert answer.status_code == 303


def test_a_waiting_referral_is_put_on_the_agenda_and_waits_no_more(coordinator, referrer):
    meeting, referral = a_meeting(by=coordinator.account), a_sent_referral(by=referrer)

    coordinator.presses(f"/meetings/{meeting.id}", "Put on the agenda")

    assert referral.state == State.TABLED
    assert references(coordinator.account, meeting) == [referral.reference]
    assert "No referral is waiting" in coordinator.opens(f"/meetings/{meeting.id}").text


def test_a_referral_is_on_one_agenda_at_a_time(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    other = a_meeting(by=coordinator.account)

    with pytest.raises(Refused):
        services.put_on_agenda(other, item.referral, by=coordinator.account)

    assert references(coordinator.account, other) == []


def test_put_on_twice_is_put_on_once(coordinator, referrer):
    meeting, referral = a_meeting(by=coordinator.account), a_sent_referral(by=referrer)
    for _ in range(2):
        services.put_on_agenda(meeting, referral, by=coordinator.account)
    assert references(coordinator.account, meeting) == [referral.reference]


def test_nothing_comes_on_the_agenda_of_a_meeting_that_is_over(coordinator, referrer):
    meeting, referral = a_meeting(by=coordinator.account), a_sent_referral(by=referrer)
    meeting.held_on = clock.today() - timedelta(days=1)
    with pytest.raises(Refused, match="over"):
        services.put_on_agenda(meeting, referral, by=coordinator.account)


def test_items_move_up_and_down_by_buttons(coordinator, referrer):
    meeting = a_meeting(by=coordinator.account)
    items = [
        services.put_on_agenda(meeting, a_sent_referral(by=referrer), by=coordinator.account)
        for _ in range(3)
    ]
    first, second, third = [item.case.reference for item in items]
    moved = coordinator.posts(f"/meetings/items/{items[0].id}/down", htmx=True)
    assert f"{second}" in moved.text
    assert "<html" not in moved.text
    assert references(coordinator.account, meeting) == [second, first, third]

    assert coordinator.posts(f"/meetings/items/{items[2].id}/up").status_code == 303
    assert references(coordinator.account, meeting) == [second, third, first]

    coordinator.posts(f"/meetings/items/{items[1].id}/up")  # it is first already
    assert references(coordinator.account, meeting) == [second, third, first]


def test_an_item_taken_off_the_agenda_waits_again(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    meeting, referral = item.meeting, item.referral

    coordinator.presses(f"/meetings/{meeting.id}", "Take off")

    assert referral.state == State.RECEIVED
    assert references(coordinator.account, meeting) == []


def test_an_item_with_a_decision_begun_stays_on_the_agenda(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    a_decision(item, by=coordinator.account)

    answer = coordinator.posts(f"/meetings/items/{item.id}/removal")

    assert answer.status_code == 409
    assert "decision has been started" in answer.text
    assert item.referral.state == State.TABLED


def test_members_know_of_the_cases_from_the_opening_until_thirty_days_after(
    coordinator, member, referrer, time_machine
):
    item = an_item(by=coordinator.account, referrer=referrer)
    services.invite_member(item.meeting, member.account, by=coordinator.account)
    assert member.opens(f"/meetings/{item.meeting_id}").status_code == 404
    assert not look_into_case(member.account, item.case)

    coordinator.presses(f"/meetings/{item.meeting_id}", "Open the agenda")

    assert member.opens(f"/meetings/{item.meeting_id}").status_code == 200
    assert not look_into_case(member.account, item.case)  # not before they say that they have no interest
    without_interest(item, [member.account])
    assert look_into_case(member.account, item.case)
    time_machine.move_to(clock.now() + timedelta(days=7 + 30))
    assert look_into_case(member.account, item.case)
    time_machine.shift(timedelta(days=1))
    assert not look_into_case(member.account, item.case)


def test_an_agenda_with_nothing_on_it_or_nobody_invited_is_not_opened(coordinator, member, referrer):
    meeting = a_meeting(by=coordinator.account)
    assert (
        "First put a referral on it and invite its members"
        in coordinator.opens(f"/meetings/{meeting.id}").text
    )
    with pytest.raises(Refused, match="nothing on the agenda"):
        services.open_agenda(meeting, by=coordinator.account)
    services.put_on_agenda(meeting, a_sent_referral(by=referrer), by=coordinator.account)
    with pytest.raises(Refused, match="Nobody is invited"):
        services.open_agenda(meeting, by=coordinator.account)


def test_each_member_is_told_once_when_the_agenda_opens(coordinator, member, people, referrer):
    members = [member.account, people.panel_member("Marlshire Housing").account]
    item = an_item(by=coordinator.account, referrer=referrer, members=members)
    services.open_agenda(item.meeting, by=coordinator.account)  # opened twice is opened once

    told = [n.to_id for n in db.session.query(Notice).filter_by(kind="agenda opened")]

    assert sorted(told) == sorted(account.id for account in members)


def test_a_referral_that_comes_late_is_told_to_the_members_who_say_first_whether_they_have_an_interest(
    coordinator, member, referrer
):
    first = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    late = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    assert late.case.reference in member.opens(f"/meetings/{first.meeting_id}").text
    assert not look_into_case(member.account, late.case)
    without_interest(late, [member.account])
    assert look_into_case(member.account, late.case)
    assert db.session.query(Notice).filter_by(kind="agenda changed", to_id=member.account.id).count() == 1


def test_a_member_removed_from_the_meeting_knows_no_more(coordinator, member, people, referrer):
    stays = people.panel_member("Marlshire Housing")
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account, stays.account])
    seat = next(seat for seat in item.meeting.invited if seat.account_id == member.account.id)

    coordinator.posts(f"/meetings/seats/{seat.id}/remove")

    assert member.opens(f"/meetings/{item.meeting_id}").status_code == 404
    assert member.opens(f"/meetings/items/{item.id}").status_code == 404
    assert not look_into_case(member.account, item.case)
    assert look_into_case(stays.account, item.case)


def test_a_member_who_knows_of_the_case_from_another_meeting_goes_on_knowing(coordinator, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    a_decision(item, by=coordinator.account)
    other = a_meeting(by=coordinator.account, in_days=40, members=[member.account])
    second = a_sent_referral(by=referrer)
    second.case = item.case
    later = services.put_on_agenda(other, second, by=coordinator.account)
    services.open_agenda(other, by=coordinator.account)
    without_interest(later, [member.account])

    services.take_seat_away(item.meeting.invited[0], by=coordinator.account)

    assert look_into_case(member.account, item.case)


def test_only_members_of_the_group_are_invited(coordinator, people):
    meeting = a_meeting(by=coordinator.account)
    author = people.author()
    assert author.account.name not in coordinator.opens(f"/meetings/{meeting.id}").text
    answer = coordinator.posts(f"/meetings/{meeting.id}/members", account=str(author.account.id))
    assert answer.status_code == 422
    with pytest.raises(Refused, match="not a member of the group"):
        services.invite_member(meeting, author.account, by=coordinator.account)


def test_an_invitation_never_lets_anybody_into_a_restricted_case(coordinator, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    cases.restrict(item.case, by=coordinator.account, members=[coordinator.account])
    services.invite_member(item.meeting, member.account, by=coordinator.account)
    services.open_agenda(item.meeting, by=coordinator.account)

    page = member.opens(f"/meetings/{item.meeting_id}").text

    assert item.case.reference not in page
    assert "Nothing is on the agenda for you" in page
    assert member.opens(f"/meetings/items/{item.id}").status_code == 404


def test_a_meeting_moved_moves_how_long_its_members_know(coordinator, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    later = clock.today() + timedelta(days=21)

    answer = coordinator.fills_in(f"/meetings/{item.meeting_id}/change", **day_boxes(later))

    assert answer.status_code == 303
    assert item.meeting.held_on == later
    assert [m.until for m in item.case.members if m.account_id == member.account.id] == [
        later + timedelta(days=30)
    ]


def test_the_day_of_a_meeting_stays_once_a_decision_is_begun(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    a_decision(item, by=coordinator.account)
    later = clock.today() + timedelta(days=21)

    answer = coordinator.fills_in(f"/meetings/{item.meeting_id}/change", **day_boxes(later))

    assert answer.status_code == 422
    assert "a decision has been started" in answer.text
