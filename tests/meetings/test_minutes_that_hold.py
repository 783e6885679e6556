"""Minutes hold: nothing comes in after the close, and page, list and file tell each reader the same."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from pypdf import PdfReader

from pprg import clock, database
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases.services import step_out
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.minutes import marks_of
from pprg.meetings.models import Decision, Meeting, Minute
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.services.minuting import begin_meeting, close_meeting, reopen_meeting, save_minutes
from pprg.meetings.states import MeetingState
from tests.builders import a_sent_referral
from tests.meetings.builders import (
    a_full_room,
    a_recorded_decision,
    a_signed_decision,
    an_item,
    without_interest,
    words,
)
from tests.meetings.test_two_at_once import at_once
from tests.people import an_account


@pytest.fixture
def sitting(coordinator, member, referrer):
    """A meeting in session with two cases, of which the member may read both."""
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    second = services.put_on_agenda(item.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    without_interest(second, [member.account])
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    commit()
    return item.meeting


def minutes_page(person, meeting):
    return person.reads(f"/meetings/{meeting.id}/minutes").select_one("main").get_text(" ", strip=True)


@pytest.mark.both_databases
def test_what_is_typed_while_the_meeting_is_closed_stands_in_it_whole_or_is_refused(app):
    """Several times over: what was saved stands there and came before the close; what was refused not."""
    by = an_account("Cora", Role.COORDINATOR)
    meeting = an_item(by=by, referrer=an_account("Rowan", Role.REFERRER, "Marlshire Police")).meeting
    meeting.held_on = clock.today()
    begin_meeting(meeting, by=by)
    for number in range(6):
        before = {m.words for m in db.session.query(Minute)}
        said = {
            "said": {"WELCOME": f"Round {number}"},
            "marks": marks_of({"WELCOME": next(iter(before), "")}),
        }

        def types(said=said):
            save_minutes(db.session.get(Meeting, meeting.id), by=db.session.get(Account, by.id), **said)

        def closes():
            close_meeting(db.session.get(Meeting, meeting.id), by=db.session.get(Account, by.id))

        saved, closed = at_once(app, types, closes)
        database.undo()
        db.session.refresh(meeting)
        assert closed
        assert meeting.state == MeetingState.CLOSED
        assert {m.words for m in db.session.query(Minute)} == ({f"Round {number}"} if saved else before)
        assert what_was_done(meeting)[-1] == "closed"
        reopen_meeting(meeting, "Once more", by=by)
        commit()


def what_was_done(meeting):
    """In the order in which it took effect."""
    lines = db.session.query(AuditLine).filter_by(thing_id=meeting.id).order_by(AuditLine.number)
    return [line.verb for line in lines]


def test_an_autosave_that_arrives_after_the_close_saves_nothing_and_says_so(coordinator, sitting):
    page = f"/meetings/{sitting.id}/minutes"
    version = coordinator.reads(page).select_one("main [name=version]")["value"]
    coordinator.presses(f"/meetings/{sitting.id}", "Close the meeting")

    late = coordinator.posts(f"{page}/keep", version=version, **{"note-WELCOME": "Too late."})

    assert late.status_code == 409
    assert db.session.query(Minute).count() == 0


def test_closed_again_nobody_has_left_early_and_the_day_of_the_close_stays(coordinator, sitting):
    a_full_room(sitting, by=coordinator.account)
    begun = clock.now()
    with time_machine.travel(begun + timedelta(hours=2)):
        close_meeting(sitting, by=coordinator.account)
    with time_machine.travel(begun + timedelta(days=3)):
        reopen_meeting(sitting, "A number was wrong.", by=coordinator.account)
        close_meeting(sitting, by=coordinator.account)
    commit()

    read = minutes_page(coordinator, sitting)

    assert "Present: Pol Police, Marlshire Bench" in read
    assert "(left" not in read
    assert f"Closed on {begun.day} {begun:%B %Y}." in read
    assert "A number was wrong." in read


def test_whoever_is_noted_in_the_first_minutes_was_there_and_whoever_comes_later_has_a_time(
    coordinator, member, people, sitting
):
    late = services.invite_member(
        sitting, people.panel_member("Marlshire Housing").account, by=coordinator.account
    )
    on_time = next(seat for seat in sitting.invited if seat.account_id == member.account.id)
    begun = clock.now()
    for seat, minutes in ((on_time, 6), (late, 25)):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            services.note_arrival(seat, by=coordinator.account)
    commit()

    there = [li.get_text() for li in coordinator.reads(f"/meetings/{sitting.id}/minutes").select("main li")]

    assert any("NHS Marlshire" in line and "came" not in line for line in there)
    assert any("Marlshire Housing" in line and "came" in line for line in there)


def test_both_editions_stand_in_the_minutes_and_say_which_is_which(coordinator, chair, sitting):
    signed = a_signed_decision(sitting.items[0], by=coordinator.account, chair=chair.account)
    commit()
    assert "replaced by" not in minutes_page(coordinator, sitting)
    edition = amend_decision(signed, "The count was wrong.", by=coordinator.account)
    counted = words(reason="five agencies closed the case")
    services.save_decision(edition, counted, version=edition.version, by=coordinator.account)
    services.record_decision(edition, by=coordinator.account)
    services.sign_decision(edition, by=chair.account)
    close_meeting(sitting, by=coordinator.account)
    commit()

    read = minutes_page(coordinator, sitting)

    assert "Review, replaced by edition 2: The group decided" in read
    assert "Review, amended (edition 2): The group decided" in read
    edition.created_at = sitting.closed_at + timedelta(days=40)
    commit()
    assert "Review, amended after the meeting (edition 2):" in minutes_page(coordinator, sitting)


def test_an_item_with_notes_stays_on_the_agenda_and_one_without_goes(coordinator, sitting):
    first, second = sitting.items
    page = f"/meetings/{sitting.id}/minutes"
    coordinator.fills_in(page, **{f"note-{first.id}": "Said.", f"note-{second.id}": "Said."})
    coordinator.fills_in(page, **{f"note-{second.id}": ""})

    stays = coordinator.posts(f"/meetings/items/{first.id}/removal")
    goes = coordinator.posts(f"/meetings/items/{second.id}/removal")

    assert stays.status_code == 409
    assert "The minutes have notes on this item" in stays.text
    assert goes.status_code == 303
    db.session.expire_all()
    assert sitting.items == [first]


def test_log_list_and_minutes_tell_each_reader_of_the_same_cases(coordinator, chair, second, member, sitting):
    """A decision signed, its amendment, and one recorded; two readers have each stepped out of one case."""
    first, other = sitting.items
    signed = a_signed_decision(first, by=coordinator.account, chair=chair.account)
    a_recorded_decision(other, by=coordinator.account)
    edition = amend_decision(signed, "The count was wrong.", by=coordinator.account)
    counted = words(reason="five agencies closed the case")
    services.save_decision(edition, counted, version=edition.version, by=coordinator.account)
    services.record_decision(edition, by=coordinator.account)
    step_out(first.case, second.account, by=second.account)
    step_out(other.case, member.account, by=member.account)
    commit()
    cases = {first.case.reference, other.case.reference}
    assert db.session.query(Decision).count() == 3

    for person, reads in ((coordinator, cases), (chair, cases), (second, cases - {first.case.reference}),
                          (member, cases - {other.case.reference})):  # fmt: skip
        log = {a.contents[0].strip() for a in person.reads("/meetings/log").select("main tbody th a")}
        pdf = PdfReader(io.BytesIO(person.opens(f"/meetings/{sitting.id}/minutes.pdf").data))
        paper = " ".join(page.extract_text() for page in pdf.pages)
        assert log == reads, person.account.name
        assert {reference for reference in cases if reference in paper} == reads, person.account.name
        taken = person.posts("/meetings/log.csv", reason="REPORT")
        if person is member:
            assert taken.status_code == 403
        else:
            lines = list(csv.DictReader(io.StringIO(taken.data.decode("utf-8-sig"))))
            assert {line["Reference"] for line in lines} == reads
            rows = person.reads("/meetings/log").select("main tbody tr")
            assert len(lines) == len(rows)


def test_signs_that_mean_anything_to_a_search_find_nothing_else(coordinator, sitting):
    a_recorded_decision(sitting.items[0], by=coordinator.account)
    commit()
    for sign in ("%", "_", "PPRG_", "?", "*", "\\", "'", "[A-Z]", "PPRG%00"):
        page = BeautifulSoup(
            coordinator.opens("/meetings/log", query_string={"reference": sign}).text, "html.parser"
        )
        assert page.select("main tbody tr") == [], sign
