"""A meeting is called off: everybody hears of it, and its cases wait for another."""

from datetime import timedelta

import pytest

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.cases.queries import case_open_to
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.home import deciding, invited
from pprg.meetings import queries, services
from pprg.meetings.models import Meeting
from pprg.meetings.queries.agenda import item_now, meetings_to_carry_to, next_ordinary_meeting
from pprg.meetings.queries.inviting import my_invitations
from pprg.meetings.services.between import take_chairs_action
from pprg.meetings.services.calling_off import CALLED_OFF, call_off_meeting
from pprg.meetings.services.minuting import begin_meeting, close_meeting, reopen_meeting
from pprg.meetings.states import MeetingState
from pprg.notices.models import Notice
from pprg.referrals.states import State as ReferralState
from tests.builders import a_sent_referral
from tests.meetings.builders import a_decision, a_meeting, a_recorded_decision, an_item

WHY = "The room is flooded."
BUTTON = "Call the meeting off"


@pytest.fixture
def item(coordinator, member, referrer):
    """On an agenda that is open to one member, who has no interest in it."""
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    commit()
    return item


@pytest.fixture
def meeting(item):
    return item.meeting


def calls_off(person, meeting, reason=WHY):
    """From the page of the meeting, by the link and the button that stand there."""
    page = person.reads(f"/meetings/{meeting.id}")
    link = next(a for a in page.select("main a") if a.get_text(strip=True) == BUTTON)
    answer = person.presses(link["href"], BUTTON, reason=reason)
    db.session.expire_all()
    return answer


def test_a_coordinator_calls_a_meeting_off_with_a_reason(coordinator, member, meeting):
    assert calls_off(coordinator, meeting, reason=" ").status_code == 422
    assert meeting.state == MeetingState.OPENED

    assert calls_off(coordinator, meeting).status_code == 303

    assert (meeting.state, meeting.because) == (MeetingState.CALLED_OFF, WHY)
    for person in (coordinator, member):
        page = person.reads(f"/meetings/{meeting.id}").get_text(" ", strip=True)
        assert "Called off" in page
        assert WHY in page
        assert BUTTON not in page
        assert "Called off" in person.reads("/meetings/").select_one("tbody").get_text()
    (line,) = db.session.query(AuditLine).filter_by(verb="called off")
    assert (line.thing_id, line.actor_id) == (meeting.id, coordinator.account.id)
    assert WHY not in str(line.detail)


def test_only_coordinators_call_it_off(people, chair, member, meeting):
    for person, answer in ((chair, 403), (member, 403), (people.panel_member("Marlshire Housing"), 404)):
        assert person.opens(f"/meetings/{meeting.id}/calling-off").status_code == answer
        assert person.posts(f"/meetings/{meeting.id}/calling-off", reason=WHY).status_code == answer
    assert BUTTON not in chair.opens(f"/meetings/{meeting.id}").text
    assert meeting.state == MeetingState.OPENED


def test_its_referrals_wait_again_and_can_go_before_another(coordinator, item, meeting):
    referral = item.referral
    calls_off(coordinator, meeting)
    assert meeting.items == []
    assert referral.state == ReferralState.RECEIVED
    other = a_meeting(by=coordinator.account, in_days=9)
    commit()
    coordinator.presses(f"/meetings/{other.id}", f"Put on the agenda {referral.reference}")
    assert item_now(referral).meeting_id == other.id


def test_members_know_no_more_of_its_cases(coordinator, member, item, meeting):
    case = item.case
    assert case_open_to(member.account, case.id)
    calls_off(coordinator, meeting)
    assert case_open_to(member.account, case.id) is None
    assert queries.last_day_of_knowing(member.account.id, case.id) is None
    assert case.reference not in member.opens(f"/meetings/{meeting.id}").text
    assert my_invitations(member.account) == []


def test_a_second_press_is_once(coordinator, meeting):
    calls_off(coordinator, meeting)
    assert coordinator.posts(f"/meetings/{meeting.id}/calling-off", reason="Another").status_code == 303
    db.session.expire_all()
    assert meeting.because == WHY
    assert db.session.query(AuditLine).filter_by(verb="called off").count() == 1
    assert db.session.query(Notice).filter_by(kind=CALLED_OFF).count() == 1


def test_a_begun_decision_is_carried_over_first(coordinator, member, item, meeting):
    decision = services.start_decision(item, Route.SAR, by=coordinator.account)
    other = a_meeting(by=coordinator.account, in_days=9)
    commit()
    answer = calls_off(coordinator, meeting)
    assert answer.status_code == 422
    assert "Carry that item over to another meeting first" in answer.text
    assert WHY in answer.text
    assert meeting.state == MeetingState.OPENED

    services.carry_over(item, other, by=coordinator.account)
    commit()
    calls_off(coordinator, meeting)

    assert meeting.called_off
    assert decision.item.meeting_id == other.id
    assert item.referral.state == ReferralState.TABLED
    assert case_open_to(member.account, item.case_id) is None
    assert coordinator.opens(f"/meetings/{meeting.id}/pack").status_code == 409


def test_a_recorded_decision_keeps_its_meeting(coordinator, item, meeting):
    a_recorded_decision(item, by=coordinator.account)
    with pytest.raises(Refused, match="A decision has been started"):
        call_off_meeting(meeting, because=WHY, by=coordinator.account)


def test_nobody_who_came_is_sent_away(coordinator, meeting):
    services.note_arrival(meeting.invited[0], by=coordinator.account)
    with pytest.raises(Refused, match="in the room"):
        call_off_meeting(meeting, because=WHY, by=coordinator.account)


def test_one_that_has_begun_or_is_closed_is_not_called_off(coordinator, meeting):
    meeting.held_on = clock.today()
    begin_meeting(meeting, by=coordinator.account)
    with pytest.raises(Refused, match="You cannot call off a meeting that is in session"):
        call_off_meeting(meeting, because=WHY, by=coordinator.account)
    close_meeting(meeting, by=coordinator.account)
    with pytest.raises(Refused, match="You cannot call off a meeting that is closed"):
        call_off_meeting(meeting, because=WHY, by=coordinator.account)
    commit()
    assert BUTTON not in coordinator.opens(f"/meetings/{meeting.id}").text


def test_one_whose_day_is_gone_is_not_called_off(coordinator, meeting, time_machine):
    time_machine.move_to(clock.now() + timedelta(days=8))
    with pytest.raises(Refused, match="This meeting is over"):
        call_off_meeting(meeting, because=WHY, by=coordinator.account)


def test_it_takes_nothing_more(people, coordinator, member, referrer, meeting):
    call_off_meeting(meeting, because=WHY, by=coordinator.account)
    meeting.held_on = clock.today()
    seat, by = meeting.invited[0], coordinator.account
    somebody = people.panel_member("Marlshire Housing").account
    changed = {"held_on": meeting.held_on, "starts_at": "11:00", "place": "Town Hall"}
    for tried in (
        lambda: services.put_on_agenda(meeting, a_sent_referral(by=referrer), by=by),
        lambda: services.invite_member(meeting, somebody, by=by),
        lambda: services.note_arrival(seat, by=by),
        lambda: services.change_meeting(meeting, **changed, by=by),
        lambda: begin_meeting(meeting, by=by),
        lambda: close_meeting(meeting, by=by),
        lambda: reopen_meeting(meeting, "Once more", by=by),
    ):
        with pytest.raises(Refused, match="called off"):
            tried()


def test_home_asks_nothing_of_it(coordinator, member, referrer):
    meetings = [a_meeting(by=coordinator.account, members=[member.account]) for _ in range(2)]
    services.put_on_agenda(meetings[0], a_sent_referral(by=referrer), by=coordinator.account)
    services.open_agenda(meetings[0], by=coordinator.account)
    commit()
    for person in (coordinator, member):
        assert _of_meetings(person)
    for meeting in meetings:
        calls_off(coordinator, meeting)
    for person in (coordinator, member):
        assert _of_meetings(person) == []


def _of_meetings(person):
    return [*deciding.needs(person.account), *invited.needs(person.account)]


def test_it_is_no_next_meeting_and_nothing_is_carried_over_to_it(coordinator, referrer, item):
    soonest = a_meeting(by=coordinator.account, in_days=1)
    assert next_ordinary_meeting(clock.today()) == soonest
    assert soonest in meetings_to_carry_to(coordinator.account, item)
    call_off_meeting(soonest, because=WHY, by=coordinator.account)
    assert next_ordinary_meeting(clock.today()) == item.meeting
    assert soonest not in meetings_to_carry_to(coordinator.account, item)


def test_what_was_carried_over_to_it_stands_again_where_it_came_from(coordinator, item):
    other = a_meeting(by=coordinator.account, in_days=9)
    services.carry_over(item, other, by=coordinator.account)
    db.session.flush()
    call_off_meeting(other, because=WHY, by=coordinator.account)
    db.session.expire_all()
    assert item.referral.state == ReferralState.TABLED
    assert item_now(item.referral) is item


def test_what_the_chair_decided_alone_goes_to_the_next_ordinary_meeting(coordinator, chair, referrer, member):
    first = a_meeting(by=coordinator.account, in_days=5, members=[member.account])
    later = a_meeting(by=coordinator.account, in_days=35, members=[member.account])
    acted = take_chairs_action(a_sent_referral(by=referrer), because="It is due", by=coordinator.account)
    services.record_decision(a_decision(acted, by=coordinator.account), by=coordinator.account)
    services.sign_decision(acted.decisions[0], by=chair.account)
    db.session.flush()
    assert [item.confirms for item in first.items] == [acted]

    call_off_meeting(first, because=WHY, by=coordinator.account)

    db.session.expire_all()
    assert [item.confirms for item in db.session.get(Meeting, later.id).items] == [acted]
