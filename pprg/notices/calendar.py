"""An entry for somebody's calendar, as a file that Outlook, Apple's and Google's calendars read.

RFC 5545 and 5546. It says when and where, and nothing of what is spoken about. Nobody else who comes is
in it: only whom it goes to, because a request without them is not taken for an invitation.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur

from pprg import clock

AT_LEAST = timedelta(minutes=30)
"""How long an entry is whose end is not after its beginning."""


class Method(StrEnum):
    """What the calendar that gets it is to do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"
    """A file that somebody took from a page for themselves."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """When and where. Times are London's, 24 hours: "10:00"."""

    uid: uuid.UUID
    """The same for as long as it is the same appointment."""
    sequence: int
    day: date
    starts_at: str
    ends_at: str
    title: str
    place: str = ""

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.day, time.fromisoformat(self.starts_at), clock.LONDON)

    @property
    def ends(self) -> datetime:
        end = datetime.combine(self.day, time.fromisoformat(self.ends_at or self.starts_at), clock.LONDON)
        return end if end > self.begins else self.begins + AT_LEAST


def calendar_file(entry: Entry, *, method: Method, organiser: str, to: str = "", page: str = "") -> bytes:
    """The file. `page` is the whole address at which its reader answers."""
    calendar = Calendar()
    calendar.add("prodid", "-//Practice review group//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(_london())
    calendar.add_component(_event(entry, method=method, organiser=organiser, to=to, page=page))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, *, method: Method, organiser: str, to: str, page: str) -> Event:
    event = Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("summary", entry.title)
    event.add("organizer", vCalAddress(f"mailto:{organiser}"))
    event.add("status", "CANCELLED" if method == Method.CANCEL else "CONFIRMED")
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    if page:
        event.add("url", page)
    if to and method != Method.PUBLISH:
        # No answer by mail: it would go to an address that nobody reads. They answer on the page.
        event.add("attendee", vCalAddress(f"mailto:{to}"), parameters={"RSVP": "FALSE"})
    return event


def _london() -> Timezone:
    """Europe/London as it has been since 1996: the last Sundays of March and October, at one o’clock UTC."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    summer, winter = timedelta(hours=1), timedelta(0)
    changes = (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), winter, summer, 3),  # noqa: DTZ001 - wall clock
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), summer, winter, 10),  # noqa: DTZ001 - wall clock
    )
    for part, name, since, before, after, month in changes:
        part.add("dtstart", since)
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"}))
        zone.add_component(part)
    return zone
