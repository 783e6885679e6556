"""What members and presenters get by mail: an invitation, a change of it, and that it is taken back."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from pprg import clock
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.services import inviting, presenting
from pprg.meetings.states import Reply
from pprg.notices.services import send_waiting
from tests.meetings.builders import a_meeting, an_item


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def member(people):
    return people.panel_member().account


@pytest.fixture
def meeting(coordinator, member):
    return a_meeting(by=coordinator, members=[member])


@pytest.fixture
def item(people, coordinator, member):
    return an_item(by=coordinator, referrer=people.referrer().account, members=[member])


def sent_to(letterbox, account, *, enclosed=True):
    """What goes out now to one person: (method, event) of each mail that encloses an entry."""
    commit()
    before = len(letterbox.mails)
    _, failed = send_waiting(letterbox.post, commit=commit, at_most=1_000)
    assert failed == 0
    mine = [mail for mail in letterbox.mails[before:] if mail["To"] == account.email]
    if not enclosed:
        return mine
    return [entry for mail in mine for entry in entries(mail)]


def entries(mail):
    for part in mail.iter_attachments():
        calendar = Calendar.from_ical(part.get_content())
        (event,) = calendar.walk("VEVENT")
        yield str(calendar["METHOD"]), event


def move(meeting, by, **changes):
    now = {"held_on": meeting.held_on, "starts_at": meeting.starts_at, "place": meeting.place} | changes
    services.change_meeting(meeting, **now, by=by)


def test_an_invitation_its_change_and_its_end_are_one_entry(letterbox, coordinator, member, meeting):
    ((method, first),) = sent_to(letterbox, member)
    assert method == "REQUEST"
    assert (first["SUMMARY"], first["LOCATION"], first["SEQUENCE"]) == ("Group meeting", "County Hall", 0)
    assert f"{first['DTSTART'].dt:%Y-%m-%d %H:%M}" == f"{meeting.held_on} 10:00"

    move(meeting, coordinator, starts_at="14:00", held_on=meeting.held_on + timedelta(days=1))
    ((method, moved),) = sent_to(letterbox, member)
    assert method == "REQUEST"
    assert moved["UID"] == first["UID"]
    assert moved["SEQUENCE"] > first["SEQUENCE"]
    assert moved["DTSTART"].dt == first["DTSTART"].dt + timedelta(days=1, hours=4)

    services.take_seat_away(meeting.invited[0], by=coordinator)
    ((method, gone),) = sent_to(letterbox, member)
    assert method == "CANCEL"
    assert gone["UID"] == first["UID"]
    assert gone["SEQUENCE"] > moved["SEQUENCE"]


def test_who_is_invited_again_after_all_gets_an_entry_that_counts(letterbox, coordinator, member, meeting):
    sent_to(letterbox, member)
    services.take_seat_away(meeting.invited[0], by=coordinator)
    ((_, gone),) = sent_to(letterbox, member)
    services.invite_member(meeting, member, by=coordinator)
    ((method, again),) = sent_to(letterbox, member)
    assert method == "REQUEST"
    assert again["SEQUENCE"] >= gone["SEQUENCE"]
    assert again["DTSTAMP"].dt >= gone["DTSTAMP"].dt


def test_what_nobody_heard_of_is_not_taken_back(letterbox, coordinator, member, meeting):
    """Invited by a slip of the hand and removed before the next post."""
    services.take_seat_away(meeting.invited[0], by=coordinator)
    assert sent_to(letterbox, member, enclosed=False) == []


def test_nothing_is_sent_where_nothing_changed(letterbox, coordinator, member, meeting):
    sent_to(letterbox, member)
    move(meeting, coordinator)
    assert sent_to(letterbox, member, enclosed=False) == []


def test_the_mail_leads_to_the_page_on_which_they_answer(letterbox, people, member, meeting):
    (mail,) = sent_to(letterbox, member, enclosed=False)
    path = mail.get_body(preferencelist=("plain",)).get_content().split()[-1]
    assert people.panel_member().opens(path).status_code == 200
    assert mail["Subject"] == f"Meeting on {meeting.held_on.day} {meeting.held_on:%B %Y}"


def test_a_deputy_is_invited_and_the_principal_hears_if_they_cannot_come(
    letterbox, people, coordinator, member, meeting
):
    deputy = people.panel_member("Marlshire Housing").account
    sent_to(letterbox, member)
    (seat,) = meeting.invited
    inviting.answer_invitation(seat, Reply.DEPUTY, deputy=deputy, by=member)
    ((method, entry),) = sent_to(letterbox, deputy)
    assert (method, entry["UID"]) == ("REQUEST", str(meeting.id))

    (theirs,) = inviting.deputies_of(seat)
    inviting.answer_invitation(theirs, Reply.DECLINED, by=deputy)

    (mail,) = sent_to(letterbox, member, enclosed=False)
    assert "Your deputy cannot come" in mail.get_content()
    assert deputy.name not in mail.as_string()


def test_a_principal_whose_deputy_comes_hears_no_more_of_another_time(
    letterbox, people, coordinator, member, meeting
):
    deputy = people.panel_member("Marlshire Housing").account
    inviting.answer_invitation(meeting.invited[0], Reply.DEPUTY, deputy=deputy, by=member)
    sent_to(letterbox, member)
    move(meeting, coordinator, starts_at="11:00")
    assert sent_to(letterbox, member, enclosed=False) == []


def test_a_presenter_gets_the_time_of_the_item_alone(letterbox, people, coordinator, item):
    referrer = people.referrer().account
    presenting.ask_to_present(item, [referrer], starts_at="10:40", by=coordinator)
    ((method, asked),) = sent_to(letterbox, referrer)
    assert method == "REQUEST"
    assert asked["UID"] != str(item.meeting_id)
    assert f"{asked['DTSTART'].dt:%H:%M}-{asked['DTEND'].dt:%H:%M}" == "10:40-11:10"

    presenting.set_slot(item, "11:20", by=coordinator)
    ((_, moved),) = sent_to(letterbox, referrer)
    assert (moved["UID"], f"{moved['DTSTART'].dt:%H:%M}") == (asked["UID"], "11:20")
    assert moved["SEQUENCE"] > asked["SEQUENCE"]

    services.take_off_agenda(item, by=coordinator)
    db.session.flush()
    ((method, gone),) = sent_to(letterbox, referrer)
    assert (method, gone["UID"]) == ("CANCEL", asked["UID"])
    assert gone["SEQUENCE"] > moved["SEQUENCE"]


def test_a_presenter_who_steps_out_meanwhile_is_sent_nothing(letterbox, people, coordinator, item):
    referrer = people.referrer().account
    sent_to(letterbox, referrer)
    presenting.ask_to_present(item, [referrer], starts_at="10:40", by=coordinator)
    cases.step_out(item.case, referrer, by=referrer)
    assert sent_to(letterbox, referrer, enclosed=False) == []


def test_nobody_is_invited_to_a_meeting_that_is_over(letterbox, member, meeting, time_machine):
    time_machine.move_to(clock.now() + timedelta(days=8))
    assert sent_to(letterbox, member, enclosed=False) == []


def test_whose_role_has_ended_is_sent_nothing(letterbox, member, meeting):
    member.appointments[0].ends_on = clock.today() - timedelta(days=1)
    assert sent_to(letterbox, member, enclosed=False) == []
