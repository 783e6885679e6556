"""Whoever was invited to a meeting, or to present at it, hears that it is called off."""

import pytest
from icalendar import Calendar

from pprg.database import commit
from pprg.meetings.queries.inviting import my_invitations
from pprg.meetings.services import presenting
from pprg.meetings.services.calling_off import call_off_meeting
from pprg.notices.services import send_waiting
from tests.meetings.builders import a_meeting, an_item

WHY = "The room is flooded."


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def member(people):
    return people.panel_member().account


@pytest.fixture
def presenter(people):
    return people.referrer().account


@pytest.fixture
def item(coordinator, member, presenter):
    """On an open agenda, with somebody asked to present it."""
    item = an_item(by=coordinator, referrer=presenter, members=[member])
    presenting.ask_to_present(item, [presenter], starts_at="10:40", by=coordinator)
    return item


def mails_now(letterbox):
    """What goes out now: (address, method, event) of each mail that encloses an entry for a calendar."""
    commit()
    before = len(letterbox.mails)
    _, failed = send_waiting(letterbox.post, commit=commit, at_most=1_000)
    assert failed == 0
    found = []
    for mail in letterbox.mails[before:]:
        for part in mail.iter_attachments():
            calendar = Calendar.from_ical(part.get_content())
            (event,) = calendar.walk("VEVENT")
            found.append((mail["To"], str(calendar["METHOD"]), event))
    return found


def test_calendars_of_everybody_invited_forget_it(letterbox, coordinator, member, presenter, item):
    sent = {to: event for to, _, event in mails_now(letterbox)}

    call_off_meeting(item.meeting, because=WHY, by=coordinator)

    gone = mails_now(letterbox)
    assert sorted(to for to, _, _ in gone) == sorted([member.email, presenter.email])
    for to, method, event in gone:
        assert (method, event["STATUS"]) == ("CANCEL", "CANCELLED")
        assert event["UID"] == sent[to]["UID"]
        assert event["SEQUENCE"] > sent[to]["SEQUENCE"]
    assert WHY not in "".join(mail.as_string() for mail in letterbox.mails)
    assert my_invitations(member) == my_invitations(presenter) == []
    assert mails_now(letterbox) == []


def test_a_presenter_is_told_that_the_item_is_not_heard_then(letterbox, coordinator, presenter, item):
    mails_now(letterbox)
    call_off_meeting(item.meeting, because=WHY, by=coordinator)
    mails_now(letterbox)
    (mail,) = [mail for mail in letterbox.mails[-2:] if mail["To"] == presenter.email]
    assert "your item is not heard then" in mail.get_body().get_content().replace("\n", " ")


def test_whoever_never_heard_of_it_hears_nothing(letterbox, coordinator, member):
    meeting = a_meeting(by=coordinator, members=[member])
    call_off_meeting(meeting, because=WHY, by=coordinator)
    assert mails_now(letterbox) == []
