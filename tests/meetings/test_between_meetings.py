"""A case that cannot wait: a meeting called for it alone, or the chair's action for the next to confirm."""

from pprg import clock
from pprg.cases.clocks import start_clock
from pprg.cases.queries import due_of
from pprg.cases.rules import look_into_case
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.models import CoreMember, Meeting
from pprg.meetings.queries import agenda_of
from pprg.meetings.services.calling_off import call_off_meeting
from pprg.meetings.services.minuting import begin_meeting, close_meeting
from pprg.meetings.states import Capacity, MeetingKind, MeetingState, Section, State, Voice
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting, without_interest, words


def arising(reader, meeting):
    """What stands under matters arising, and nothing stands elsewhere."""
    lines = [line.item for line in agenda_of(reader, meeting)]
    assert {item.section for item in lines} == {Section.ARISING}
    return [item.case.reference for item in lines]


def test_an_extraordinary_meeting_is_called_in_two_clicks(coordinator, people, referrer):
    referral = a_sent_referral(by=referrer)
    running = start_clock(
        referral.case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=coordinator.account
    )
    police, housing = people.panel_member("Marlshire Constabulary"), people.panel_member("Marlshire Housing")
    db.session.add(CoreMember(account=police.account, capacity=Capacity.CORE, voice=Voice.POLICE))
    db.session.add(CoreMember(account=housing.account, capacity=Capacity.CORE))
    db.session.flush()

    answer = coordinator.presses(f"/meetings/extraordinary/{referral.id}", "Arrange it and invite")

    assert answer.status_code == 303
    meeting = db.session.query(Meeting).one()
    assert clock.today() < meeting.held_on < due_of(running).due_on
    assert (meeting.kind, meeting.state) == (MeetingKind.EXTRAORDINARY, MeetingState.PREPARED)
    assert [seat.account for seat in meeting.invited] == [police.account]
    assert [item.referral for item in meeting.items] == [referral]
    coordinator.presses(f"/meetings/extraordinary/{referral.id}", "Arrange it and invite")
    assert db.session.query(Meeting).count() == 1


def a_chairs_action(coordinator, chair, referral):
    coordinator.fills_in(f"/meetings/chairs-action/{referral.id}", because="She may be hurt this week.")
    (item,) = db.session.query(Meeting).filter_by(kind=MeetingKind.CHAIRS_ACTION).one().items
    decision = services.start_decision(item, Route.SAR, by=coordinator.account)
    services.save_decision(decision, words(), version=decision.version, by=coordinator.account)
    services.record_decision(decision, by=coordinator.account)
    services.sign_decision(decision, by=chair.account)
    db.session.flush()
    return decision


def test_a_chairs_action_stands_with_the_signature_and_comes_before_the_next_meeting(
    coordinator, chair, member, referrer
):
    following = a_meeting(by=coordinator.account, members=[member.account])
    referral = a_sent_referral(by=referrer)
    decision = a_chairs_action(coordinator, chair, referral)

    assert decision.state == State.SIGNED
    assert decision.item.meeting.state == MeetingState.CLOSED
    assert decision.sentence.startswith("The chair decided to recommend a Safeguarding Adults Review")
    assert arising(coordinator.account, following) == [referral.reference]
    services.open_agenda(following, by=coordinator.account)
    (item,) = following.items
    assert not item.can_be_decided
    without_interest(item, [member.account])
    assert look_into_case(member.account, referral.case)


def test_a_chairs_action_waits_for_a_meeting_to_be_arranged(coordinator, chair, referrer):
    referral = a_sent_referral(by=referrer)
    a_chairs_action(coordinator, chair, referral)
    following = a_meeting(by=coordinator.account)
    a_meeting(by=coordinator.account, in_days=40)
    assert arising(coordinator.account, following) == [referral.reference]


def test_what_stood_on_the_next_agenda_already_is_confirmed_there(coordinator, chair, member, referrer):
    following = a_meeting(by=coordinator.account, in_days=0, members=[member.account])
    later = a_meeting(by=coordinator.account, in_days=40)
    referral = a_sent_referral(by=referrer)
    services.put_on_agenda(following, referral, by=coordinator.account)
    db.session.flush()

    decision = a_chairs_action(coordinator, chair, referral)
    commit()
    (item,) = following.items
    assert item.confirms is decision.item
    assert not item.can_be_decided
    assert arising(coordinator.account, following) == [referral.reference]
    assert not later.items
    assert not a_meeting(by=coordinator.account, in_days=50).items, "It is asked once."
    page = coordinator.reads(f"/meetings/{following.id}").get_text(" ", strip=True)
    assert "To confirm" in page
    assert "Confirm or not" in page

    begin_meeting(following, by=coordinator.account)
    commit()
    coordinator.presses(f"/meetings/items/{item.id}/confirmation", "The group confirms it")
    assert decision.confirmed_at == following
    minutes = coordinator.reads(f"/meetings/{following.id}/minutes").get_text(" ", strip=True)
    assert "Carried over" not in minutes


def test_a_sooner_meeting_is_asked_instead_and_the_later_one_if_that_is_called_off(
    coordinator, chair, member, referrer
):
    sooner = a_meeting(by=coordinator.account, in_days=0, members=[member.account])
    later = a_meeting(by=coordinator.account, in_days=14, members=[member.account])
    referral = a_sent_referral(by=referrer)
    item = services.put_on_agenda(later, referral, by=coordinator.account)
    db.session.flush()
    decision = a_chairs_action(coordinator, chair, referral)
    commit()
    assert [one.confirms for one in sooner.items] == [decision.item]
    assert item.confirms is None
    assert "Carried over" in coordinator.opens(f"/meetings/{later.id}").text

    call_off_meeting(sooner, because="Snow.", by=coordinator.account)
    commit()
    assert item.confirms is decision.item
    assert arising(coordinator.account, later) == [referral.reference]
    assert len(later.items) == 1


def test_what_the_chair_took_from_a_meeting_that_is_called_off_goes_to_the_one_after(
    coordinator, chair, member, referrer
):
    first = a_meeting(by=coordinator.account, members=[member.account])
    later = a_meeting(by=coordinator.account, in_days=40)
    referral = a_sent_referral(by=referrer)
    services.put_on_agenda(first, referral, by=coordinator.account)
    db.session.flush()
    decision = a_chairs_action(coordinator, chair, referral)
    commit()

    call_off_meeting(first, because="Snow.", by=coordinator.account)
    commit()
    assert [item.confirms for item in later.items] == [decision.item]


def test_a_meeting_that_is_over_does_not_confirm_what_the_chair_does_after_it(coordinator, chair, referrer):
    before = a_meeting(by=coordinator.account, in_days=0)
    referral = a_sent_referral(by=referrer)
    item = services.put_on_agenda(before, referral, by=coordinator.account)
    begin_meeting(before, by=coordinator.account)
    close_meeting(before, by=coordinator.account)
    following = a_meeting(by=coordinator.account)
    db.session.flush()

    decision = a_chairs_action(coordinator, chair, referral)
    commit()
    assert item.confirms is None
    assert [one.confirms for one in following.items] == [decision.item]


def test_the_group_confirms_a_chairs_action_or_says_why_not(coordinator, chair, referrer):
    decision = a_chairs_action(coordinator, chair, a_sent_referral(by=referrer))
    following = a_meeting(by=coordinator.account, in_days=0)
    url = f"/meetings/items/{following.items[0].id}/confirmation"
    assert coordinator.posts(url, confirmed="1").status_code == 422  # the meeting has not begun
    begin_meeting(following, by=coordinator.account)
    db.session.flush()

    silent = coordinator.presses(url, "does not confirm")
    assert silent.status_code == 422
    assert "Say why the group does not confirm it" in silent.text
    coordinator.presses(url, "does not confirm", because="The police were not heard.")
    assert (decision.confirmed_at, decision.unconfirmed_because) == (None, "The police were not heard.")
    coordinator.presses(url, "The group confirms it")
    assert (decision.confirmed_at, decision.unconfirmed_because) == (following, "")
    assert "Confirmed" in coordinator.opens(f"/meetings/{following.id}").text
