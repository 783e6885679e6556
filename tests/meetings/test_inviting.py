"""Members are invited and say whether they come, before the agenda is open to them."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from pprg import clock
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.queries.inviting import my_invitations
from pprg.meetings.states import Reply
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting


@pytest.fixture
def meeting(coordinator, member):
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    commit()
    return meeting


def seat_of(person, meeting):
    db.session.expire(meeting, ["invited"])
    return next((seat for seat in meeting.invited if seat.account_id == person.account.id), None)


def page_of(person, meeting):
    return f"/meetings/invitations/{seat_of(person, meeting).id}"


def answers(person, meeting, reply, **more):
    return person.fills_in(page_of(person, meeting), reply=reply, **more)


def test_a_member_answers_before_the_agenda_opens_and_sees_none_of_it(coordinator, member, meeting, referrer):
    services.put_on_agenda(meeting, a_sent_referral(by=referrer), by=coordinator.account)
    commit()
    assert member.opens(f"/meetings/{meeting.id}").status_code == 404

    page = member.opens(page_of(member, meeting)).text

    assert "10:00 to 12:30" in page
    assert "County Hall" in page
    assert "PPRG-" not in page
    assert answers(member, meeting, "ACCEPTED").status_code == 303
    assert seat_of(member, meeting).reply == Reply.ACCEPTED
    assert "Comes" in coordinator.opens(f"/meetings/{meeting.id}/invitations").text


def test_an_answer_can_be_changed_and_nothing_chosen_is_no_answer(member, meeting):
    answers(member, meeting, "ACCEPTED")
    answers(member, meeting, "DECLINED")
    assert seat_of(member, meeting).reply == Reply.DECLINED
    assert member.posts(page_of(member, meeting)).status_code == 422
    assert member.posts(page_of(member, meeting), reply="MAYBE").status_code == 422


def test_nobody_sees_or_answers_an_invitation_of_somebody_else(people, member, meeting):
    url = page_of(member, meeting)
    for person in (people.chair(), people.panel_member("Marlshire Housing"), people.referrer()):
        assert person.opens(url).status_code == 404
        assert person.posts(url, reply="DECLINED").status_code == 404
        assert person.opens(f"/meetings/{meeting.id}/invitation.ics").status_code == 404
    assert seat_of(member, meeting).reply == Reply.NONE


def test_a_coordinator_answers_for_somebody_who_telephoned(coordinator, member, meeting):
    page = coordinator.reads(page_of(member, meeting))
    assert "Will they be there?" in page.get_text()
    coordinator.fills_in(page_of(member, meeting), reply="DECLINED")
    assert seat_of(member, meeting).reply == Reply.DECLINED
    assert "Sends apologies" in _table(coordinator, meeting)


def test_the_entry_for_the_calendar_is_taken_from_the_page(member, meeting):
    answer = member.opens(f"/meetings/{meeting.id}/invitation.ics")
    assert answer.mimetype == "text/calendar"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["UID"] == str(meeting.id)
    assert event["DTSTART"].dt.date() == meeting.held_on
    assert event["SUMMARY"] == "Group meeting"
    assert "ATTENDEE" not in event


def test_whoever_was_in_the_room_stays_in_the_record(coordinator, member, meeting):
    services.note_arrival(seat_of(member, meeting), by=coordinator.account)
    commit()
    assert "Take back" not in coordinator.opens(f"/meetings/{meeting.id}/invitations").text
    answer = coordinator.posts(f"/meetings/seats/{seat_of(member, meeting).id}/remove")
    assert answer.status_code == 409
    assert seat_of(member, meeting)


def test_another_day_asks_everybody_again_and_another_place_does_not(coordinator, member, meeting):
    answers(member, meeting, "ACCEPTED")
    coordinator.fills_in(f"/meetings/{meeting.id}/change", place="Town Hall")
    assert (seat_of(member, meeting).reply, meeting.sequence) == (Reply.ACCEPTED, 1)
    coordinator.fills_in(f"/meetings/{meeting.id}/change", starts_at="11:00")
    assert (seat_of(member, meeting).reply, meeting.sequence) == (Reply.NONE, 2)
    coordinator.fills_in(f"/meetings/{meeting.id}/change")
    assert meeting.sequence == 2


def test_a_meeting_that_is_over_is_not_answered(member, meeting, time_machine):
    url = page_of(member, meeting)
    time_machine.move_to(clock.now() + timedelta(days=8))
    member = type(member)(member._browser.application, member.account)
    assert "This meeting is over" in member.opens(url).text
    assert member.posts(url, reply="DECLINED").status_code == 422
    assert seat_of(member, meeting).reply == Reply.NONE
    assert my_invitations(member.account) == []


def test_ones_own_invitations_stand_in_one_list(coordinator, member, meeting):
    a_meeting(by=coordinator.account, in_days=3, members=[member.account])
    a_meeting(by=coordinator.account, in_days=1)
    commit()
    listed = my_invitations(member.account)
    assert [one.held_on - clock.today() for one in listed] == [timedelta(days=3), timedelta(days=7)]
    assert all(one.waits for one in listed)
    links = member.reads("/meetings/invitations").select("main li a")
    assert [member.opens(link["href"]).status_code for link in links] == [200, 200]


def _table(person, meeting):
    return person.reads(f"/meetings/{meeting.id}/invitations").select_one("table").get_text()
