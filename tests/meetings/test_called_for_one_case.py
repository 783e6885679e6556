"""That a meeting was called for one case tells that there is one: who may not hear of it finds neither."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.cases import services as cases
from pprg.cases.states import Part
from pprg.database import commit
from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.services import between
from pprg.meetings.services.arranging import open_agenda
from pprg.notices.services import send_waiting
from tests.builders import a_sent_referral
from tests.house_rules.test_need_to_know import PostOffice

CALLED = ["an extraordinary meeting", "a chair’s action"]


@pytest.fixture
def called(request, coordinator, member, referrer):
    """A meeting for one case with a member invited, or no meeting but the chair’s own decision."""
    referral = a_sent_referral(by=referrer)
    if request.param == "a chair’s action":
        return between.take_chairs_action(referral, because="It cannot wait", by=coordinator.account).meeting
    return between.call_extraordinary(
        referral,
        held_on=clock.today() + timedelta(days=2),
        starts_at="09:00",
        ends_at="10:00",
        place="Room 3",
        because="It cannot wait",
        members=[member.account],
        by=coordinator.account,
    )


def sees(person, meeting):
    """By rule, by query, on the list and by its address, which must say the same."""
    commit()
    by_rule = may.read_meeting(person.account, meeting)
    assert by_rule == (queries.meeting_visible_to(person.account, meeting.id) is not None)
    assert by_rule == (person.opens(f"/meetings/{meeting.id}").status_code == 200)
    assert by_rule == (str(meeting.id) in person.opens("/meetings/").text)
    return by_rule


@pytest.mark.parametrize("called", CALLED, indirect=True)
def test_who_is_kept_out_of_the_case_quietly_finds_no_meeting_for_it(called, coordinator, second, chair):
    case = called.items[0].case
    for person in (second, chair):
        assert sees(person, called)
        cases.close_quietly(case, person.account, by=coordinator.account)
        assert not sees(person, called)
    assert sees(coordinator, called)


@pytest.mark.parametrize("called", CALLED, indirect=True)
def test_who_is_not_named_on_a_restricted_case_finds_no_meeting_for_it(called, coordinator, second, chair):
    case = called.items[0].case
    cases.restrict(case, by=coordinator.account, members=[coordinator.account])
    assert not sees(chair, called)
    assert not sees(second, called)
    cases.let_know(case, chair.account, Part.CHAIR, by=coordinator.account)
    assert sees(chair, called)


@pytest.mark.parametrize("called", CALLED, indirect=True)
def test_who_stepped_out_of_the_case_knows_of_it_and_still_prepares_its_meeting(called, second):
    cases.step_out(called.items[0].case, second.account, by=second.account)
    assert sees(second, called)
    assert called.items[0].case.reference not in second.opens(f"/meetings/{called.id}").text


@pytest.mark.parametrize("called", CALLED[:1], indirect=True)
def test_a_member_kept_out_quietly_gets_no_invitation_to_it(called, coordinator, member):
    seat = called.invited[0]
    cases.close_quietly(called.items[0].case, member.account, by=coordinator.account)
    open_agenda(called, by=coordinator.account)
    assert not sees(member, called)
    assert str(seat.id) not in member.opens("/meetings/invitations").text
    for path in (f"/meetings/invitations/{seat.id}", f"/meetings/{called.id}/invitation.ics"):
        assert member.opens(path).status_code == 404
    post = PostOffice()
    send_waiting(post, commit=commit, at_most=100)
    assert member.account.email not in [mail["To"] for mail in post.sent]


def test_an_ordinary_meeting_stays_theirs_and_the_case_is_not_on_it(people, coordinator, second, item):
    cases.close_quietly(item.case, second.account, by=coordinator.account)
    assert sees(second, item.meeting)
    assert item.case.reference not in second.opens(f"/meetings/{item.meeting_id}").text
