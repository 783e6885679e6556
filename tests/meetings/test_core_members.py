"""The register of who sits on the group: coordinators keep it, its members read it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.meetings.models import CoreMember
from pprg.meetings.queries.membership import core_members_on
from pprg.meetings.states import Capacity, Voice
from tests.meetings.builders import a_meeting


def on(day):
    return {"from_day-day": str(day.day), "from_day-month": str(day.month), "from_day-year": str(day.year)}


def until(day):
    return {"to_day-day": str(day.day), "to_day-month": str(day.month), "to_day-year": str(day.year)}


def entered(coordinator, account, **said):
    answer = coordinator.fills_in("/meetings/members/new", account=str(account.id), **said)
    assert answer.status_code == 303, answer.text
    return db.session.query(CoreMember).order_by(CoreMember.created_at.desc()).first()


def lines():
    return [(line.verb, line.detail) for line in db.session.query(AuditLine).filter_by(thing="core_member")]


def test_a_coordinator_enters_a_member_and_everybody_on_the_group_reads_it(people, coordinator, member):
    housing = people.panel_member("Marlshire Housing").account
    entered(coordinator, member.account, voice="HEALTH", deputy=str(housing.id))

    row = member.reads("/meetings/members").select_one("tbody tr").get_text(" ", strip=True)
    for word in ("Pat Panel", "NHS Marlshire", "Core member", "The integrated care board"):
        assert word in row
    assert not member.reads("/meetings/members").select("a[href*='/meetings/members/']")
    assert "Pat Panel" in people.chair().opens("/meetings/members").text
    ((verb, detail),) = lines()
    assert verb == "entered"
    assert "Pat" not in detail


@pytest.mark.parametrize("part", ["referrer", "safeguarding_lead", "author", "team_leader", "administrator"])
def test_nobody_else_reads_or_keeps_it(people, coordinator, member, part):
    kept = entered(coordinator, member.account)
    person = getattr(people, part)()
    assert person.opens("/meetings/members").status_code == 403
    assert person.opens(f"/meetings/members/{kept.id}").status_code == 404
    assert person.posts(f"/meetings/members/{kept.id}/removal").status_code == 404


def test_members_and_the_chair_do_not_keep_it(people, coordinator, member):
    kept = entered(coordinator, member.account)
    for person in (member, people.chair()):
        assert person.posts("/meetings/members/new", account=str(member.account.id)).status_code == 403
        assert person.posts(f"/meetings/members/{kept.id}", capacity="CHAIR").status_code == 403
        assert person.posts(f"/meetings/members/{kept.id}/removal").status_code == 403
    assert kept.capacity == Capacity.CORE


def test_an_entry_is_put_right_and_ended(people, coordinator, member):
    kept = entered(coordinator, member.account, **on(clock.today() - timedelta(days=100)))
    last = clock.today() + timedelta(days=3)

    coordinator.fills_in(
        f"/meetings/members/{kept.id}", capacity="DEPUTY_CHAIR", voice="POLICE", **until(last)
    )

    db.session.expire_all()
    assert (kept.capacity, kept.voice, kept.to_day) == (Capacity.DEPUTY_CHAIR, Voice.POLICE, last)
    assert [verb for verb, _ in lines()] == ["entered", "changed"]
    assert [one.id for one in core_members_on(last)] == [kept.id]
    assert core_members_on(last + timedelta(days=1)) == []
    answer = coordinator.posts(f"/meetings/members/{kept.id}/removal")
    assert answer.status_code == 409
    assert "Enter their last day instead" in answer.text


def test_an_entry_that_has_not_begun_is_taken_out(coordinator, member):
    kept = entered(coordinator, member.account, **on(clock.today() + timedelta(days=30)))
    coordinator.presses(f"/meetings/members/{kept.id}", "Take this entry out")
    assert db.session.query(CoreMember).count() == 0


def test_what_cannot_be_comes_back_with_its_words(coordinator, member):
    entered(coordinator, member.account)
    own = str(member.account.id)

    answer = coordinator.fills_in("/meetings/members/new", account=own, deputy=own, voice="POLICE")

    assert answer.status_code == 422
    assert "They are on the group in part of that time already." in answer.text
    assert "Nobody is their own deputy." in answer.text
    page = BeautifulSoup(answer.text, "html.parser")
    assert page.select_one("#voice option[selected]")["value"] == "POLICE"
    later = clock.today() + timedelta(days=9)
    answer = coordinator.fills_in("/meetings/members/new", account=own, **on(later), **until(clock.today()))
    assert "The last day must not be before the first." in answer.text
    answer = coordinator.fills_in("/meetings/members/new", **{"from_day-day": "31", "from_day-month": "2"})
    assert answer.status_code == 422
    assert db.session.query(CoreMember).count() == 1


def test_somebody_comes_back_to_the_group(coordinator, member):
    before = clock.today() - timedelta(days=400)
    entered(coordinator, member.account, **on(before), **until(before + timedelta(days=30)))
    entered(coordinator, member.account)
    page = coordinator.reads("/meetings/members")
    assert [table.caption.get_text() for table in page.select("table")] == ["Today", "Before and later"]


def test_one_button_invites_the_group_as_it_is_on_the_day(people, coordinator, member):
    housing, chair = people.panel_member("Marlshire Housing"), people.chair()
    leaves = people.panel_member("Marlshire Schools")
    entered(coordinator, chair.account, capacity="CHAIR")
    entered(coordinator, member.account, voice="HEALTH")
    entered(coordinator, housing.account, capacity="ADVISER")
    entered(coordinator, leaves.account, **until(clock.today() + timedelta(days=1)))
    meeting = a_meeting(by=coordinator.account)
    commit()

    coordinator.presses(f"/meetings/{meeting.id}", "Invite the group")

    seats = {seat.account_id: (seat.capacity, seat.voice) for seat in meeting.invited}
    assert seats == {
        chair.account.id: (Capacity.CHAIR, None),
        member.account.id: (Capacity.CORE, Voice.HEALTH),
        housing.account.id: (Capacity.ADVISER, None),
    }
    coordinator.posts(f"/meetings/{meeting.id}/invitations/group")
    assert len(meeting.invited) == 3


def test_whose_role_has_ended_is_not_invited_with_the_group(coordinator, member):
    entered(coordinator, member.account)
    member.account.appointments[0].ends_on = clock.today() - timedelta(days=1)
    meeting = a_meeting(by=coordinator.account)
    commit()
    coordinator.posts(f"/meetings/{meeting.id}/invitations/group")
    assert meeting.invited == []


def test_a_member_who_is_invited_alone_sits_as_in_the_register(coordinator, member):
    entered(coordinator, member.account, capacity="DEPUTY_CHAIR", voice="HEALTH")
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    (seat,) = meeting.invited
    assert (seat.capacity, seat.voice) == (Capacity.DEPUTY_CHAIR, Voice.HEALTH)


def test_only_who_may_sit_at_meetings_is_entered(coordinator, people):
    author = people.author().account
    answer = coordinator.posts(
        "/meetings/members/new", account=str(author.id), capacity="CORE", **on(clock.today())
    )
    assert answer.status_code == 422
    assert db.session.query(CoreMember).count() == 0
