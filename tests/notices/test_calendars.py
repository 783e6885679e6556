"""An invitation arrives as a mail with an entry for the calendar, which a real calendar library reads."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parseaddr

import pytest
from icalendar import Calendar

from pprg import clock, database
from pprg.accounts.states import Role
from pprg.notices import services
from pprg.notices.calendar import Entry, Method, calendar_file
from pprg.notices.services import Words
from tests.people import an_account

SUMMER, WINTER = date(2026, 7, 8), date(2026, 12, 8)
ENTRY = Entry(
    uid=uuid.UUID("3f2b8f4e-0f5e-4f53-9a55-0d3f5a0f6f11"),
    sequence=2,
    day=WINTER,
    starts_at="10:00",
    ends_at="12:30",
    title="Group meeting",
    place="Council Offices, Sandmere; room 4",
)


@pytest.fixture
def reader(app):
    account = an_account("Remy", Role.REPRESENTATIVE)
    database.commit()
    return account


def posted(letterbox, reader, entry=ENTRY, method=Method.REQUEST):
    words = Words(
        address=reader.email, subject="Meeting", body="Come.", path="/meetings", calendar=entry, method=method
    )
    services.worded_by("test_kind", lambda to, about: words)
    services.put_in("test_kind", to=reader.id, about=reader.id)
    database.commit()
    post = replace(letterbox.post, site="https://reviews.example.org")
    assert services.send_waiting(post, commit=database.commit) == (1, 0)
    return letterbox.mails[-1]


def the_event(content):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_mail_and_attachment_carry_the_same_entry_and_the_words_stay_readable(letterbox, reader):
    mail = posted(letterbox, reader)

    kinds = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/calendar", "application/ics"]
    words, shown, attached = (part for part in mail.walk() if not part.is_multipart())
    assert words.get_content().split() == ["Come.", "https://reviews.example.org/meetings"]
    assert shown.get_param("method") == "REQUEST"
    assert attached.get_filename() == "invite.ics"
    calendar = Calendar.from_ical(attached.get_content())
    assert Calendar.from_ical(shown.get_content()) == calendar
    assert calendar["METHOD"] == "REQUEST"
    event = the_event(attached.get_content())
    assert (event["UID"], event["SEQUENCE"]) == (str(ENTRY.uid), 2)
    assert event["LOCATION"] == ENTRY.place
    assert parseaddr(mail["From"])[1] == event["ORGANIZER"].removeprefix("mailto:")


def test_only_whom_it_goes_to_is_in_it(letterbox, reader):
    """Without them it is no invitation to their calendar; with the others it were a list."""
    event = the_event(posted(letterbox, reader).get_payload()[1].get_content())
    assert event["ATTENDEE"] == f"mailto:{reader.email}"
    assert event["ATTENDEE"].params["RSVP"] == "FALSE"


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (SUMMER, datetime(2026, 7, 8, 9, 0, tzinfo=UTC), datetime(2026, 7, 8, 11, 30, tzinfo=UTC)),
        (WINTER, datetime(2026, 12, 8, 10, 0, tzinfo=UTC), datetime(2026, 12, 8, 12, 30, tzinfo=UTC)),
    ],
)
def test_ten_o_clock_is_ten_in_london_in_summer_and_in_winter(letterbox, reader, day, begins, ends):
    mail = posted(letterbox, reader, replace(ENTRY, day=day))
    event = the_event(mail.get_payload()[1].get_content())
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (begins, ends)


def test_the_time_zone_it_brings_along_is_london_s():
    """For programs that know no time zones of their own: each last Sunday, at one o’clock UTC."""
    content = calendar_file(ENTRY, method=Method.REQUEST, organiser="no-reply@example.org")
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    carried = zone.to_tz(lookup_tzid=False)
    hour = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for _ in range(400):
        hour += timedelta(hours=22)
        there = hour.astimezone(clock.LONDON)
        wall = there.replace(tzinfo=None)
        assert wall.replace(tzinfo=carried).utcoffset() == there.utcoffset(), there


def test_an_entry_taken_back_is_known_for_the_same_one(letterbox, reader):
    first = the_event(posted(letterbox, reader).get_payload()[1].get_content())
    mail = posted(letterbox, reader, replace(ENTRY, sequence=3), Method.CANCEL)
    gone = the_event(mail.get_payload()[1].get_content())
    assert mail.get_payload()[0].get_payload()[1].get_param("method") == "CANCEL"
    assert gone["UID"] == first["UID"]
    assert gone["SEQUENCE"] > first["SEQUENCE"]
    assert gone["STATUS"] == "CANCELLED"


def test_nothing_typed_as_a_place_becomes_a_line_of_its_own():
    place = "Room 4\r\nATTENDEE:mailto:somebody@example.org\nEND:VEVENT, and by video"
    content = calendar_file(replace(ENTRY, place=place), method=Method.REQUEST, organiser="a@example.org")
    event = the_event(content)
    assert "ATTENDEE" not in event
    assert event["LOCATION"].replace("\r", "") == place.replace("\r", "")


def test_an_end_that_is_not_after_the_beginning_does_not_make_an_entry_without_length():
    for ends_at in ("09:00", "10:00", ""):
        event = the_event(
            calendar_file(replace(ENTRY, ends_at=ends_at), method=Method.REQUEST, organiser="a@example.org")
        )
        assert event["DTEND"].dt > event["DTSTART"].dt


def test_every_line_is_short_enough_for_old_programs():
    content = calendar_file(
        replace(ENTRY, place="Ärztehaus " * 30), method=Method.REQUEST, organiser="a@example.org"
    )
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
