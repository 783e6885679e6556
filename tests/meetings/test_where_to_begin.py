"""What stands first on the page of a meeting, for whoever opens it."""

import pytest

from pprg import clock
from pprg.database import commit
from pprg.home.needs import in_words
from pprg.meetings import services
from pprg.meetings.services.minuting import begin_meeting, close_meeting
from pprg.meetings.states import InterestKind
from tests.builders import a_sent_referral
from tests.meetings.builders import a_meeting


@pytest.fixture
def member(people):
    return people.panel_member()


@pytest.fixture
def item(people, coordinator, member):
    """On the open agenda of a meeting; nobody has said yet whether they have an interest."""
    meeting = a_meeting(by=coordinator.account, members=[member.account])
    referral = a_sent_referral(by=people.referrer().account)
    item = services.put_on_agenda(meeting, referral, by=coordinator.account)
    services.open_agenda(meeting, by=coordinator.account)
    commit()
    return item


def buttons(page):
    return [each.get_text(strip=True) for each in page.select("main .govuk-button")]


def test_a_member_is_led_first_to_saying_whether_they_have_an_interest(item, member):
    first = "Say whether you have an interest"
    assert buttons(member.reads(f"/meetings/{item.meeting_id}"))[0] == first
    services.declare_interest(item, InterestKind.NONE, by=member.account)
    commit()
    assert first not in buttons(member.reads(f"/meetings/{item.meeting_id}"))


def test_a_chair_who_reads_every_case_is_asked_too(item, chair, coordinator):
    services.invite_member(item.meeting, chair.account, by=coordinator.account)
    commit()
    assert "Say whether you have an interest" in buttons(chair.reads(f"/meetings/{item.meeting_id}"))


def test_a_chair_is_led_to_what_everybody_said(item, chair, member):
    assert "Interests said so far" in chair.reads(f"/meetings/{item.meeting_id}").get_text()
    text = member.reads(f"/meetings/{item.meeting_id}").get_text()
    assert "Your interests" in text
    assert "Interests said so far" not in text


def test_a_long_page_begins_with_its_parts_and_each_is_there(item, coordinator):
    page = coordinator.reads(f"/meetings/{item.meeting_id}")
    parts = [link["href"].removeprefix("#") for link in page.select("nav[aria-label='On this page'] a")]
    assert parts == ["could", "ready", "members"]
    assert all(page.find(id=part) for part in parts)


def test_of_a_closed_meeting_nothing_is_prepared_any_more_on_its_own_day(item, coordinator):
    meeting = item.meeting
    meeting.held_on = clock.today()
    begin_meeting(meeting, by=coordinator.account)
    close_meeting(meeting, by=coordinator.account)
    commit()
    page = coordinator.reads(f"/meetings/{meeting.id}")
    assert page.find(id="could") is None
    assert "Put on what is ticked" not in page.get_text()
    assert page.select("form[action$='/up'], form[action$='/down'], form[action$='/removal']") == []


def test_home_asks_about_the_nearest_meeting_first(item, people, coordinator, member):
    sooner = a_meeting(by=coordinator.account, in_days=3, members=[member.account])
    referral = a_sent_referral(by=people.referrer().account)
    services.put_on_agenda(sooner, referral, by=coordinator.account)
    services.open_agenda(sooner, by=coordinator.account)
    commit()
    asked = [link.get_text() for link in member.reads("/").select("main a") if "interest" in link.get_text()]
    assert asked == [
        f"Say whether you have an interest in the cases of {in_words(day)}"
        for day in (sooner.held_on, item.meeting.held_on)
    ]
