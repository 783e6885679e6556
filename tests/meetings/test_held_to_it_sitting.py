"""How long members see a meeting, and who hears of one that was called for a case: to the day."""

from datetime import datetime, time, timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.rules.agenda import read_minutes
from pprg.meetings.rules.quorum import see_attendance
from pprg.meetings.services import between
from tests.builders import a_sent_referral
from tests.meetings.builders import an_item


def sees(person, meeting):
    """By rule, by query and by its address, which must say the same."""
    commit()
    by_rule = may.read_meeting(person.account, meeting)
    assert by_rule == (queries.meeting_visible_to(person.account, meeting.id) is not None)
    assert by_rule == (person.opens(f"/meetings/{meeting.id}").status_code == 200)
    return by_rule


@pytest.fixture
def called(coordinator, referrer):
    """An extraordinary meeting for one case."""
    return between.call_extraordinary(
        a_sent_referral(by=referrer),
        held_on=clock.today() + timedelta(days=2),
        starts_at="09:00",
        ends_at="10:00",
        place="Room 3",
        because="It cannot wait",
        members=[],
        by=coordinator.account,
    )


@pytest.mark.parametrize(("days", "there"), [(0, True), (29, True), (30, True), (31, False)])
def test_the_thirtieth_day_after_it_is_the_last_on_which_members_see_it(
    coordinator, referrer, member, days, there, time_machine
):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    day = item.meeting.held_on + timedelta(days=days)
    time_machine.move_to(datetime.combine(day, time(12), tzinfo=clock.LONDON), tick=False)
    account = member.account
    assert may.read_meeting(account, item.meeting) == there
    assert (queries.meeting_visible_to(account, item.meeting_id) is not None) == there
    assert may.read_item(account, item) == there
    assert (queries.item_visible_to(account, item.id) is not None) == there
    assert may.read_meeting(coordinator.account, item.meeting), "It stays theirs."


def test_called_for_two_cases_it_is_heard_of_by_whoever_may_hear_of_one(
    called, coordinator, second, referrer
):
    other = services.put_on_agenda(called, a_sent_referral(by=referrer), by=coordinator.account)
    cases.close_quietly(called.items[0].case, second.account, by=coordinator.account)
    assert sees(second, called)
    assert may.prepare_meeting(second.account, called)
    cases.close_quietly(other.case, second.account, by=coordinator.account)
    assert not sees(second, called)
    assert not may.prepare_meeting(second.account, called)


def test_called_and_left_without_a_case_it_tells_of_none(called, coordinator, chair):
    case = called.items[0].case
    services.take_off_agenda(called.items[0], by=coordinator.account)
    cases.close_quietly(case, chair.account, by=coordinator.account)
    commit()
    assert not called.items
    assert sees(chair, called)
    assert case.reference not in chair.opens(f"/meetings/{called.id}").text


def test_whoever_is_there_for_one_item_sees_no_other_even_of_a_case_that_they_know(
    people, coordinator, member, referrer
):
    first = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    second = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    expert = people.panel_member("Marlshire Housing")
    seat = services.invite_member(first.meeting, expert.account, by=coordinator.account)
    seat.only_item_id = second.id
    for item in (first, second):
        cases.let_know(item.case, expert.account, Part.PANEL, by=coordinator.account)
    commit()
    for item, there in ((first, False), (second, True)):
        assert may.read_item(expert.account, item) == there
        assert (queries.item_visible_to(expert.account, item.id) is not None) == there
    assert first.case.reference not in expert.opens(f"/meetings/{first.meeting_id}").text


def test_a_member_sees_that_they_are_called_before_they_have_said_a_word_of_the_case(
    called, coordinator, member, second
):
    services.invite_member(called, member.account, by=coordinator.account)
    services.open_agenda(called, by=coordinator.account)
    assert sees(member, called)
    assert not may.read_item(member.account, called.items[0])


def test_who_sees_all_of_a_meeting_reads_its_minutes_and_who_was_there(people, coordinator, chair, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    seated, expert, elsewhere = (
        people.panel_member(), people.panel_member("Marlshire Housing"), people.panel_member("Marlford NHS"),
    )  # fmt: skip
    services.invite_member(item.meeting, seated.account, by=coordinator.account)
    seat = services.invite_member(item.meeting, expert.account, by=coordinator.account)
    seat.only_item_id = item.id
    commit()

    def readers():
        db.session.flush()
        everybody = (coordinator, chair, seated, expert, elsewhere)
        by_minutes = [read_minutes(person.account, item.meeting) for person in everybody]
        assert by_minutes == [see_attendance(person.account, item.meeting) for person in everybody]
        return by_minutes

    assert readers() == [True, True, False, False, False], "Before the agenda is open."
    services.open_agenda(item.meeting, by=coordinator.account)
    assert readers() == [True, True, True, False, False]


def test_only_coordinators_who_read_an_item_arrange_it(coordinator, second, chair, member, referrer):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    commit()
    cover = f"/meetings/items/{item.id}/cover"
    assert may.arrange_item(second.account, item)
    assert [each.opens(cover).status_code for each in (second, chair, member)] == [200, 403, 403]
    assert not may.arrange_item(chair.account, item)
    assert not may.arrange_item(member.account, item)
    cases.step_out(item.case, second.account, by=second.account)
    assert not may.arrange_item(second.account, item)
    commit()
    assert second.opens(cover).status_code == 404
