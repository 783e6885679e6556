"""Who cannot come sends a deputy: one of their agency, or the one in the register."""

import pytest

from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.models import CoreMember
from pprg.meetings.services import inviting
from pprg.meetings.states import Capacity, InterestKind, Reply, Ruling, Voice
from tests.meetings.builders import a_meeting, an_item
from tests.people import an_account


@pytest.fixture
def colleague(people):
    """Somebody of the member's agency who may sit too."""
    return people._person("Dee Deputy", Role.REPRESENTATIVE, "NHS Marlshire")


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


def sends(person, meeting, deputy):
    answer = answers(person, meeting, "DEPUTY", deputy=str(deputy.account.id))
    assert answer.status_code == 303, answer.text


def test_a_deputy_gets_the_voice_and_the_principal_keeps_a_seat(member, colleague, meeting):
    seat_of(member, meeting).voice = Voice.HEALTH
    commit()

    sends(member, meeting, colleague)

    deputy, principal = seat_of(colleague, meeting), seat_of(member, meeting)
    assert (deputy.capacity, deputy.voice, deputy.in_place_of) == (
        Capacity.DEPUTY,
        Voice.HEALTH,
        member.account,
    )
    assert principal.reply == Reply.DEPUTY
    assert "core member" not in colleague.opens(page_of(colleague, meeting)).text
    assert "Dee Deputy" in member.opens(page_of(member, meeting)).text


def test_the_deputy_in_the_register_is_offered_whatever_their_agency(people, member, colleague, meeting):
    other = people.panel_member("Marlshire Housing")
    db.session.add(CoreMember(account=member.account, account_id=member.account.id, deputy=other.account))
    commit()
    offered = [
        option.get_text() for option in member.reads(page_of(member, meeting)).select("#deputy option")
    ]
    assert offered == ["Choose a deputy", "Pat Panel, Marlshire Housing", "Dee Deputy, NHS Marlshire"]


def test_where_nobody_can_come_instead_a_deputy_is_not_offered(member, meeting):
    assert "DEPUTY" not in member.opens(page_of(member, meeting)).text
    assert member.posts(page_of(member, meeting), reply="DEPUTY").status_code == 422


def test_a_deputy_must_be_named_and_be_one_of_those_offered(people, member, colleague, meeting):
    answer = answers(member, meeting, "DEPUTY")
    assert answer.status_code == 422
    assert "Choose who comes instead." in answer.text
    stranger = people.panel_member("Marlshire Housing").account
    assert answers(member, meeting, "DEPUTY", deputy=str(stranger.id)).status_code == 422
    assert len(meeting.invited) == 1


def test_who_comes_after_all_needs_no_deputy(member, colleague, meeting):
    sends(member, meeting, colleague)
    answers(member, meeting, "ACCEPTED")
    assert seat_of(colleague, meeting) is None
    assert seat_of(member, meeting).reply == Reply.ACCEPTED


def test_another_deputy_takes_the_place_of_the_first(people, member, colleague, meeting):
    second = people._person("Sam Second", Role.REPRESENTATIVE, "NHS Marlshire")
    sends(member, meeting, colleague)
    sends(member, meeting, second)
    assert seat_of(colleague, meeting) is None
    assert seat_of(second, meeting).in_place_of == member.account


def test_a_deputy_sends_no_deputy_and_a_member_stands_in_for_nobody(people, member, colleague, meeting):
    second = people._person("Sam Second", Role.REPRESENTATIVE, "NHS Marlshire")
    services.invite_member(meeting, second.account, by=people.coordinator().account)
    commit()
    offered = member.reads(page_of(member, meeting)).select("#deputy option")
    assert [option.get_text() for option in offered[1:]] == ["Dee Deputy, NHS Marlshire"]
    sends(member, meeting, colleague)
    assert "DEPUTY" not in colleague.opens(page_of(colleague, meeting)).text


def test_taking_back_an_invitation_takes_back_the_deputys(coordinator, member, colleague, meeting):
    sends(member, meeting, colleague)
    coordinator.presses(f"/meetings/{meeting.id}/invitations", "Take back the invitation of Pat Panel")
    db.session.expire(meeting, ["invited"])
    assert meeting.invited == []


def test_a_deputy_of_somebody_who_stepped_out_knows_of_the_case_only_by_the_chairs_ruling(
    people, coordinator, member, colleague, referrer
):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    services.step_out(item, by=member.account)
    commit()
    sends(member, item.meeting, colleague)

    said = services.declare_interest(item, InterestKind.NONE, by=colleague.account)
    commit()

    assert not look_into_case(colleague.account, item.case)
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 404
    services.rule_on_interest(
        said, Ruling.STAY, because="She does not report to him.", by=people.chair().account
    )
    commit()
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 200


def test_a_deputy_says_for_themselves_that_they_have_no_interest(coordinator, member, colleague, referrer):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    sends(member, item.meeting, colleague)
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 404
    services.declare_interest(item, InterestKind.NONE, by=colleague.account)
    commit()
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 200


def test_an_adviser_has_no_vote_and_a_chairs_deputy_who_chairs_leads(coordinator, people, member, meeting):
    vice = an_account("Vic Vice", Role.CHAIR, "Marlshire Safeguarding Partnership")
    seat = services.invite_member(meeting, people.chair().account, by=coordinator.account)
    assert seat.capacity == Capacity.CHAIR
    inviting.answer_invitation(seat, Reply.DEPUTY, deputy=vice, by=people.chair().account)
    assert [one.capacity for one in inviting.deputies_of(seat)] == [Capacity.DEPUTY_CHAIR]


def test_a_deputy_who_is_taken_back_leaves_the_question_open_again(coordinator, member, colleague, meeting):
    """Or the agency’s voice would be lost without anybody noticing."""
    sends(member, meeting, colleague)
    coordinator.presses(f"/meetings/{meeting.id}/invitations", "Take back the invitation of Dee Deputy")
    assert seat_of(colleague, meeting) is None
    assert seat_of(member, meeting).reply == Reply.NONE
