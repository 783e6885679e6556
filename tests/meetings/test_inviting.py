"""Members are invited, say whether they come, and send a deputy; some come for one item alone."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from pprg import clock
from pprg.accounts.states import Role
from pprg.cases import services as cases
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.models import CoreMember
from pprg.meetings.queries.inviting import my_invitations
from pprg.meetings.services import inviting
from pprg.meetings.states import Capacity, InterestKind, Reply, Ruling, Voice
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting, an_item
from tests.people import an_account


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def member(people):
    return people.panel_member()


@pytest.fixture
def colleague(people):
    """Somebody of the member's agency who may sit too."""
    return people._person("Dee Deputy", Role.REPRESENTATIVE, "NHS Marlshire")


@pytest.fixture
def referrer(people):
    return people.referrer().account


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


def test_a_member_answers_before_the_agenda_is_open_and_sees_none_of_it(
    coordinator, member, meeting, referrer
):
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
    assert (
        "Sends apologies"
        in coordinator.reads(f"/meetings/{meeting.id}/invitations").select_one("table").get_text()
    )


def test_the_entry_for_the_calendar_is_taken_from_the_page(member, meeting):
    answer = member.opens(f"/meetings/{meeting.id}/invitation.ics")
    assert answer.mimetype == "text/calendar"
    (event,) = Calendar.from_ical(answer.data).walk("VEVENT")
    assert event["UID"] == str(meeting.id)
    assert event["DTSTART"].dt.date() == meeting.held_on
    assert event["SUMMARY"] == "Group meeting"
    assert "ATTENDEE" not in event


def test_a_deputy_gets_the_voice_and_the_principal_keeps_a_seat_that_does_not_count(
    member, colleague, meeting
):
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


def test_a_deputy_sends_no_deputy_and_whoever_has_a_seat_stands_in_for_nobody(
    people, member, colleague, meeting
):
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


def test_whoever_was_in_the_room_stays_in_the_record(coordinator, member, meeting):
    services.note_arrival(seat_of(member, meeting), by=coordinator.account)
    commit()
    assert "Take back" not in coordinator.opens(f"/meetings/{meeting.id}/invitations").text
    answer = coordinator.posts(f"/meetings/seats/{seat_of(member, meeting).id}/remove")
    assert answer.status_code == 409
    assert seat_of(member, meeting)


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


def test_a_deputy_of_somebody_with_no_interest_says_so_for_themselves(
    coordinator, member, colleague, referrer
):
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    sends(member, item.meeting, colleague)
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 404
    services.declare_interest(item, InterestKind.NONE, by=colleague.account)
    commit()
    assert colleague.opens(f"/meetings/items/{item.id}").status_code == 200


@pytest.fixture
def two_items(coordinator, member, referrer):
    first = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    second = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    commit()
    return first, second


def co_opted_for(coordinator, person, item):
    answer = coordinator.fills_in(
        f"/meetings/{item.meeting_id}/invitations",
        form="form[action$='/members']",
        account=str(person.account.id),
        capacity="CO_OPTED",
        only_item=str(item.id),
    )
    assert answer.status_code == 303, answer.text
    for each in item.meeting.items:
        if queries.item_to_declare(person.account, each.id):
            services.declare_interest(each, InterestKind.NONE, by=person.account)
    commit()


def test_whoever_is_co_opted_for_one_item_sees_that_line_of_the_agenda_and_no_other(
    people, coordinator, two_items
):
    first, second = two_items
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, second)

    page = expert.opens(f"/meetings/{second.meeting_id}").text

    assert second.case.reference in page
    assert first.case.reference not in page
    assert "Item 1 of 1" in expert.opens(f"/meetings/items/{second.id}").text
    assert expert.opens(f"/meetings/items/{first.id}").status_code == 404
    assert not look_into_case(expert.account, first.case)
    assert look_into_case(expert.account, second.case)


def test_one_item_alone_hides_even_a_case_that_they_know_from_before(
    people, coordinator, two_items, referrer
):
    """And a line that says that they stepped out of another would tell that there is one."""
    first, second = two_items
    third = services.put_on_agenda(first.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, second)
    cases.let_know(first.case, expert.account, cases.Part.PANEL, by=coordinator.account)
    cases.step_out(third.case, expert.account, by=expert.account)
    commit()
    assert [line.item for line in queries.agenda_of(expert.account, first.meeting)] == [second]
    assert expert.opens(f"/meetings/items/{first.id}").status_code == 404


def test_rule_and_query_agree_on_items_for_every_seat(people, coordinator, two_items):
    expert, chair = people.panel_member("Marlshire Housing"), people.chair()
    co_opted_for(coordinator, expert, two_items[1])
    co_opted_for(coordinator, chair, two_items[1])
    for reader in [person.account for person in people.made.values()]:
        for item in two_items:
            seen = queries.item_visible_to(reader, item.id) is not None
            assert may.read_item(reader, item) == seen, (reader.name, item.place)


def test_a_whole_voice_does_not_come_for_one_item(people, coordinator, two_items):
    answer = coordinator.fills_in(
        f"/meetings/{two_items[0].meeting_id}/invitations",
        form="form[action$='/members']",
        account=str(people.panel_member("Marlshire Housing").account.id),
        capacity="CORE",
        only_item=str(two_items[0].id),
    )
    assert answer.status_code == 422
    assert "Only somebody co-opted is invited for one item." in answer.text


def test_an_item_that_goes_takes_along_who_came_for_it_alone(people, coordinator, two_items):
    expert = people.panel_member("Marlshire Housing")
    co_opted_for(coordinator, expert, two_items[1])
    meeting, case = two_items[1].meeting, two_items[1].case
    assert coordinator.posts(f"/meetings/items/{two_items[1].id}/removal").status_code == 303
    assert seat_of(expert, meeting) is None
    assert not look_into_case(expert.account, case)


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


def test_an_adviser_has_no_vote_and_a_chairs_deputy_who_chairs_leads(coordinator, people, member, meeting):
    vice = an_account("Vic Vice", Role.CHAIR, "Marlshire Safeguarding Partnership")
    seat = services.invite_member(meeting, people.chair().account, by=coordinator.account)
    assert seat.capacity == Capacity.CHAIR
    inviting.answer_invitation(seat, Reply.DEPUTY, deputy=vice, by=people.chair().account)
    assert [one.capacity for one in inviting.deputies_of(seat)] == [Capacity.DEPUTY_CHAIR]
