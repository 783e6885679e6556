"""Minutes grow from what was recorded, are written while the meeting sits, and tell each reader a part."""

import io

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from pprg import clock
from pprg.cases.services import step_out
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings import services
from pprg.meetings.minutes import mark_of, marks_of, merged
from pprg.meetings.models import Minute
from pprg.meetings.queries.minuting import minutes_of
from pprg.meetings.services.minuting import begin_meeting, close_meeting, reopen_meeting, save_minutes
from pprg.meetings.states import InterestKind, MeetingState, Reply
from tests.builders import a_sent_referral
from tests.documents.opened import word_text
from tests.meetings.builders import REASON, a_recorded_decision, a_signed_decision, an_item, without_interest

CANARY = "Zephyrine Quillfeather"
OTHER = "Her brother telephoned twice."


@pytest.fixture
def sitting(coordinator, member, referrer):
    """A meeting in session with two cases, of which the member may read both."""
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    second = services.put_on_agenda(item.meeting, a_sent_referral(by=referrer), by=coordinator.account)
    without_interest(second, [member.account])
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    db.session.flush()
    return item.meeting


def writes(person, meeting, **notes):
    """Open the page, type, press Save."""
    return person.fills_in(f"/meetings/{meeting.id}/minutes", **{f"note-{k}": v for k, v in notes.items()})


def text_of(file, kind):
    if kind == "docx":
        return word_text(file)
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def test_what_was_recorded_stands_in_the_minutes_by_itself(coordinator, chair, member, people, sitting):
    absent = people.panel_member("Marlshire Housing").account
    seat = services.invite_member(sitting, absent, by=coordinator.account)
    seat.reply = Reply.DECLINED
    item = sitting.items[0]
    a_signed_decision(item, by=coordinator.account, chair=chair.account)
    services.declare_interest(item, InterestKind.VIEW, by=member.account)
    db.session.flush()

    page = coordinator.reads(f"/meetings/{sitting.id}/minutes").get_text(" ", strip=True)

    assert "Present: Pol Police, Marlshire Bench, core member, speaks for the police" in page
    assert "Apologies: Pat Panel, Marlshire Housing" in page
    assert "Pat Panel: “I have said publicly what I think of it.”" in page
    assert REASON in page
    assert "Agreement: everyone agreed" in page


def test_notes_are_kept_by_heading_and_by_item(coordinator, sitting):
    item = sitting.items[0]
    answer = writes(coordinator, sitting, WELCOME="The chair welcomed all.", **{str(item.id): OTHER})

    assert answer.status_code == 303
    assert {(m.section.name, m.item_id): m.words for m in db.session.query(Minute)} == {
        ("WELCOME", None): "The chair welcomed all.",
        (item.section.name, item.id): OTHER,
    }


def test_two_scribes_at_two_places_do_not_disturb_each_other(coordinator, people, sitting):
    second = people.coordinator("Corin Coordinator")
    page = f"/meetings/{sitting.id}/minutes"
    version = second.reads(page).select_one("main [name=version]")["value"]
    writes(coordinator, sitting, WELCOME="The chair welcomed all.")

    kept = second.posts(
        f"{page}/keep", version=version, **{"note-WELCOME": "", "note-DATES": "We meet again in May."}
    )

    assert kept.status_code == 204
    assert sorted(m.words for m in db.session.query(Minute)) == [
        "The chair welcomed all.",
        "We meet again in May.",
    ]
    again = second.posts(
        f"{page}/keep",
        version=kept.headers["X-Version"],
        **{"note-WELCOME": "", "note-DATES": "We meet again in June."},
    )
    assert again.status_code == 204
    assert "The chair welcomed all." in [m.words for m in db.session.query(Minute)]


def test_two_scribes_at_one_place_see_both_texts_and_choose(coordinator, people, sitting):
    second = people.coordinator("Corin Coordinator")
    page = f"/meetings/{sitting.id}/minutes"
    version = second.reads(page).select_one("main [name=version]")["value"]
    writes(coordinator, sitting, WELCOME="Mine.")
    typed = {"version": version, "note-WELCOME": "Theirs.", "note-DATES": "In May."}
    assert second.posts(f"{page}/keep", **typed).status_code == 409

    both = second.posts(page, **typed)

    assert both.status_code == 409
    assert "Mine." in both.text
    assert "Theirs." in both.text
    assert {m.words for m in db.session.query(Minute)} == {"Mine.", "In May."}  # what does not clash is saved
    marks = marks_of({"WELCOME": "Mine."})
    chosen = second.posts(page, version=marks, **{"note-WELCOME": "Mine.\n\nTheirs."})
    assert chosen.status_code == 303
    assert {m.words for m in db.session.query(Minute)} == {"Mine.\n\nTheirs.", "In May."}


def test_a_reply_that_was_lost_is_saved_once(coordinator, sitting):
    page = f"/meetings/{sitting.id}/minutes"
    version = coordinator.reads(page).select_one("main [name=version]")["value"]
    for _ in range(2):
        answer = coordinator.posts(f"{page}/keep", version=version, **{"note-DATES": "In May."})
        assert answer.status_code == 204
    assert [m.words for m in db.session.query(Minute)] == ["In May."]


def test_what_a_writer_did_not_touch_never_goes_over_newer_words():
    changed, clashes = merged(
        {"A": "old", "B": "mine", "C": "new here"}, {"A": "newer", "B": "theirs"}, {"A": mark_of("old")}
    )
    assert changed == {"C": "new here"}
    assert [(clash.key, clash.theirs, clash.mine) for clash in clashes] == [("B", "theirs", "mine")]


def test_minutes_are_locked_at_close_and_opened_again_with_a_reason(coordinator, member, sitting):
    writes(coordinator, sitting, WELCOME="The chair welcomed all.")
    coordinator.presses(f"/meetings/{sitting.id}", "Close the meeting")

    refused = coordinator.posts(f"/meetings/{sitting.id}/minutes", **{"note-WELCOME": "Changed."})
    assert refused.status_code == 409
    assert "The chair welcomed all." in coordinator.opens(f"/meetings/{sitting.id}/minutes").text
    silent = coordinator.fills_in(f"/meetings/{sitting.id}/reopening", reason=" ")
    assert silent.status_code == 422
    coordinator.fills_in(f"/meetings/{sitting.id}/reopening", reason="A name was spelt wrong.")
    assert sitting.state == MeetingState.SITTING
    writes(coordinator, sitting, WELCOME="Changed.")
    assert "A name was spelt wrong." in member.opens(f"/meetings/{sitting.id}/minutes").text


def test_a_meeting_that_did_not_begin_has_no_minutes_to_write(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    with pytest.raises(Refused, match="while the meeting sits"):
        save_minutes(item.meeting, {"WELCOME": "Too soon."}, marks="", by=coordinator.account)


def test_whoever_is_still_there_leaves_at_the_close(coordinator, member, sitting):
    seat = next(seat for seat in sitting.invited if seat.account_id == member.account.id)
    services.note_arrival(seat, by=coordinator.account)
    close_meeting(sitting, by=coordinator.account)
    assert not seat.is_there
    reopen_meeting(sitting, "A name was spelt wrong.", by=coordinator.account)
    assert not seat.is_there


@pytest.mark.parametrize("kind", ["page", "docx", "pdf"])
def test_whoever_stepped_out_reads_nothing_of_that_case(coordinator, chair, member, sitting, kind):
    gone, stays = sitting.items
    a_recorded_decision(gone, by=coordinator.account, reason=f"{CANARY} was not heard")
    writes(coordinator, sitting, **{str(gone.id): f"{CANARY} fell.", str(stays.id): OTHER})
    step_out(gone.case, member.account, by=member.account)
    db.session.flush()

    url = f"/meetings/{sitting.id}/minutes" + ("" if kind == "page" else f".{kind}")
    answer = member.opens(url)
    read = answer.text if kind == "page" else text_of(answer.data, kind)

    assert answer.status_code == 200
    assert OTHER in read
    assert "stepped out" in read
    assert CANARY not in read
    assert gone.case.reference not in read
    assert CANARY.encode() not in answer.data


@pytest.mark.parametrize("kind", ["page", "docx", "pdf"])
def test_an_extract_carries_nothing_of_another_case(coordinator, chair, member, sitting, kind):
    wanted, other = sitting.items
    other.asked, other.office_notes = f"{CANARY}?", f"{CANARY}!"
    a_signed_decision(other, by=coordinator.account, chair=chair.account, reason=f"{CANARY} was not heard")
    services.declare_interest(other, InterestKind.AGENCY, by=member.account, words=CANARY)
    writes(coordinator, sitting, WELCOME=CANARY, **{str(other.id): CANARY, str(wanted.id): OTHER})

    url = f"/meetings/items/{wanted.id}/extract" + ("" if kind == "page" else f".{kind}")
    answer = coordinator.opens(url)
    read = answer.text if kind == "page" else text_of(answer.data, kind)

    assert answer.status_code == 200
    assert OTHER in read
    assert wanted.case.reference in read
    for told in (CANARY, other.case.reference, "My agency is the focus", "Item 1", "Item 2"):
        assert told not in read
    if kind != "page":
        assert "other" not in answer.headers["Content-Disposition"]
        assert wanted.case.reference in answer.headers["Content-Disposition"]


def test_the_files_are_sound(coordinator, chair, sitting, tmp_path):
    a_signed_decision(sitting.items[0], by=coordinator.account, chair=chair.account)
    writes(coordinator, sitting, WELCOME="One.\n\nTwo.\n- a point\n- another\n\n## Not a heading")
    made = tmp_path / "minutes.docx"
    made.write_bytes(coordinator.opens(f"/meetings/{sitting.id}/minutes.docx").data)

    assert [str(error) for error in OpenXmlValidator().validate(made).errors] == []
    headings = [p.text for p in Document(str(made)).paragraphs if p.style.name == "Heading 2"]
    assert headings[0] == "1. Welcome, attendance and apologies"
    assert "Not a heading" not in headings
    read = PdfReader(io.BytesIO(coordinator.opens(f"/meetings/{sitting.id}/minutes.pdf").data))
    assert read.metadata.title == "Minutes of the meeting"


def test_a_member_reads_minutes_and_does_not_write_them(coordinator, member, sitting):
    writes(coordinator, sitting, WELCOME="The chair welcomed all.")
    page = member.reads(f"/meetings/{sitting.id}/minutes")
    assert "The chair welcomed all." in page.get_text()
    assert page.select("main textarea") == []
    assert member.posts(f"/meetings/{sitting.id}/minutes").status_code == 403


def test_a_stranger_to_the_meeting_finds_no_minutes(people, sitting):
    stranger = people.panel_member("Marlshire Housing")
    for end in ("", ".docx", ".pdf"):
        assert stranger.opens(f"/meetings/{sitting.id}/minutes{end}").status_code == 404
    assert stranger.opens(f"/meetings/items/{sitting.items[0].id}/extract.pdf").status_code == 404


def test_headings_that_say_nothing_are_not_on_paper(coordinator, sitting):
    said = [
        piece.words for piece in minutes_of(coordinator.account, sitting).pieces if piece.kind == "heading"
    ]
    assert "13. Dates" not in said
    assert "6. New referrals" in said
