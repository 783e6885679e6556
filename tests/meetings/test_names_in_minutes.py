"""Notes are read by many: what in them tells who somebody is, is shown to whoever writes and may know it."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from pprg import clock
from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.meetings import services
from pprg.meetings.models import Minute
from pprg.meetings.services import looking_again
from pprg.meetings.services.minuting import begin_meeting
from pprg.meetings.states import Capacity, MeetingState
from pprg.meetings.states.naming import Stays
from pprg.notices.models import Notice
from pprg.notices.services import _wordings
from tests.builders import a_sent_referral
from tests.documents.opened import word_text
from tests.meetings.builders import a_decision, an_item, autosaves, without_interest
from tests.people import HTMX
from tests.referrals.builders import words

HERS = "Theodora"
THEIRS = "Zephyrine"
ESSENTIALS = next(iter(words().values()))


@pytest.fixture
def sitting(coordinator, member, referrer):
    return two_cases(coordinator, member, referrer)


def two_cases(coordinator, member, referrer):
    """Two cases: of Theodora Hallewell, and of Zephyrine Quillfeather."""
    item = an_item(by=coordinator.account, referrer=referrer, members=[member.account])
    other = a_sent_referral(by=referrer, essentials={**ESSENTIALS, "name": f"{THEIRS} Quillfeather"})
    without_interest(services.put_on_agenda(item.meeting, other, by=coordinator.account), [member.account])
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    commit()
    return item.meeting


def writes(person, meeting, **notes):
    return person.fills_in(f"/meetings/{meeting.id}/minutes", **{f"note-{k}": v for k, v in notes.items()})


def found(person, meeting):
    """What is marked, by the place beside which it stands."""
    page = person.reads(f"/meetings/{meeting.id}/minutes")
    return {
        (mark.find_parent(class_="pprg-named")["id"].removeprefix("named-"), mark.get_text())
        for mark in page.select("main mark")
    }


def closes(person, meeting):
    answer = person.presses(f"/meetings/{meeting.id}", "Close the meeting")
    db.session.refresh(meeting)
    return answer


@pytest.mark.parametrize("said", [HERS, "Hallewell", "999 000 0018", "ZE91 4QP", "Jerome Quist"])
def test_a_name_or_a_number_is_shown_beside_its_box_and_is_saved_all_the_same(coordinator, sitting, said):
    answer = writes(coordinator, sitting, WELCOME=f"The chair had heard of {said} before.")

    assert answer.status_code == 303
    assert found(coordinator, sitting) == {("WELCOME", said)}
    assert db.session.query(Minute).one().words == f"The chair had heard of {said} before."


def test_a_name_of_another_case_under_an_item_counts_and_so_does_its_own(coordinator, sitting):
    first, second = sitting.items
    writes(coordinator, sitting, **{str(first.id): f"As with {THEIRS}.", str(second.id): f"{THEIRS} came."})
    assert found(coordinator, sitting) == {(str(first.id), THEIRS), (str(second.id), THEIRS)}


def test_typing_a_name_is_saved_and_the_page_then_fetches_what_it_tells(coordinator, sitting):
    page = f"/meetings/{sitting.id}/minutes"
    asks = coordinator.reads(page).select_one("#named")

    def fetches(seen):
        return coordinator.opens(f"{asks['hx-get']}?seen={seen}", headers=HTMX)

    seen = asks.select_one("input[name=seen]")["value"]
    assert fetches(seen).status_code == 204

    kept = autosaves(coordinator, page, **{"note-DATES": f"{HERS} has a birthday."})
    piece = fetches(seen)

    assert kept.status_code == 204
    shown = BeautifulSoup(piece.text, "html.parser")
    assert shown.select_one("#named-DATES[hx-swap-oob] mark").get_text() == HERS
    assert shown.select_one("#named-WELCOME[hx-swap-oob]") is not None
    assert shown.select_one("a[href='#note-DATES']") is not None
    assert fetches(shown.select_one("input[name=seen]")["value"]).status_code == 204
    whole = coordinator.reads(asks["hx-get"])
    assert whole.select_one("main mark").get_text() == HERS


def test_a_meeting_is_not_closed_while_a_note_says_who_somebody_is(coordinator, sitting):
    first = sitting.items[0]
    writes(coordinator, sitting, WELCOME=f"{HERS} was greeted.", **{str(first.id): "Mrs Hallewell fell."})

    refused = closes(coordinator, sitting)

    assert (refused.status_code, sitting.state) == (422, MeetingState.SITTING)
    ways = [a["href"] for a in BeautifulSoup(refused.text, "html.parser").select(".govuk-error-summary a")]
    assert ways == ["#note-WELCOME", f"#note-{first.id}"]
    assert "The notes under “Welcome, attendance and apologies” say who somebody is" in refused.text
    writes(coordinator, sitting, WELCOME="All were greeted.", **{str(first.id): "The adult fell."})
    assert (closes(coordinator, sitting).status_code, sitting.state) == (303, MeetingState.CLOSED)


def test_what_may_be_a_name_is_shown_and_stops_nothing(coordinator, sitting, people):
    namesake = people.panel_member("Hallewell Housing").account
    namesake.name = "Jo Hallewell"
    services.invite_member(sitting, namesake, by=coordinator.account)
    commit()
    writes(coordinator, sitting, WELCOME="We heard Jo Hallewell. Then Hallewell left.")

    assert found(coordinator, sitting) == {("WELCOME", "Hallewell")}
    shown = coordinator.opens(f"/meetings/{sitting.id}/minutes").text
    assert shown.count("Is this somebody’s name?") == 1  # whoever sits at the meeting is named in its minutes
    assert closes(coordinator, sitting).status_code == 303


def test_a_case_cited_anywhere_but_under_its_own_item_is_shown_and_stops_nothing(coordinator, sitting):
    first, second = sitting.items
    both = f"See {first.case.reference}."
    writes(coordinator, sitting, MINUTES=both, **{str(first.id): both, str(second.id): both})
    assert found(coordinator, sitting) == {
        ("MINUTES", first.case.reference),
        (str(second.id), first.case.reference),
    }
    assert closes(coordinator, sitting).status_code == 303


@pytest.mark.parametrize("closing", [cases.step_out, cases.close_quietly])
def test_whoever_a_case_is_closed_to_learns_of_no_name_in_it_and_others_are_told(
    coordinator, second, sitting, closing
):
    """The same page and the same close, whether what they try is a name in that case or none."""
    closing(sitting.items[0].case, coordinator.account, by=second.account)
    commit()
    pages = []
    for tried in (HERS, "Dorothea"):
        writes(coordinator, sitting, WELCOME=f"{tried} was mentioned.")
        pages.append(coordinator.opens(f"/meetings/{sitting.id}/minutes").text.replace(tried, ""))
        assert found(coordinator, sitting) == set()
    assert [without_marks(page) for page in pages[:1]] == [without_marks(page) for page in pages[1:]]

    writes(coordinator, sitting, WELCOME=f"{HERS} was mentioned, and {THEIRS} too.")
    assert found(coordinator, sitting) == {("WELCOME", THEIRS)}
    assert found(second, sitting) == {("WELCOME", HERS), ("WELCOME", THEIRS)}
    writes(coordinator, sitting, WELCOME=f"{HERS} was mentioned.")
    assert closes(coordinator, sitting).status_code == 303

    told = db.session.query(Notice).filter_by(kind=looking_again.NAMED).all()
    assert [notice.to_id for notice in told] == [second.account.id]
    mail = _wordings[looking_again.NAMED](told[0].to_id, told[0].thing_id)
    assert HERS not in f"{mail.subject} {mail.body}"
    assert found(second, sitting) == {("WELCOME", HERS)}
    assert "Open the minutes again" in second.opens(mail.path).text
    assert found(coordinator, sitting) == set()
    second.fills_in(f"/meetings/{sitting.id}/reopening", reason="Somebody is named.")
    writes(second, sitting, WELCOME="Somebody was mentioned.")
    closes(second, sitting)
    assert _wordings[looking_again.NAMED](told[0].to_id, told[0].thing_id) is None


def without_marks(page):
    """The page without what differs at every opening: tokens, and marks of the texts."""
    shown = BeautifulSoup(page, "html.parser")
    for box in shown.select("input[type=hidden]"):
        box["value"] = ""
    return str(shown.select_one("main"))


def test_a_clerk_sees_names_of_cases_that_are_open_to_them_and_a_reader_sees_none(
    coordinator, member, people, sitting
):
    clerk = people.panel_member("Marlshire Clerks")
    seat = services.invite_member(sitting, clerk.account, by=coordinator.account)
    seat.capacity = Capacity.CLERK
    without_interest(sitting.items[1], [clerk.account])
    commit()
    writes(coordinator, sitting, WELCOME=f"{HERS} and {THEIRS}.")

    assert found(clerk, sitting) == {("WELCOME", THEIRS)}
    assert found(member, sitting) == set()
    assert member.opens(f"/meetings/{sitting.id}/minutes/names").status_code == 403


def test_why_minutes_are_opened_again_names_nobody_for_everybody_reads_it(coordinator, sitting):
    closes(coordinator, sitting)
    page = f"/meetings/{sitting.id}/reopening"

    named = coordinator.fills_in(page, reason=f"{HERS} is spelt with an h.")

    assert named.status_code == 422
    assert "Say it without naming anybody" in named.text
    assert "is spelt with an h." in named.text
    assert coordinator.fills_in(page, reason="A name is spelt wrong.").status_code == 303


@pytest.mark.parametrize("kind", ["page", "docx", "pdf"])
def test_an_extract_leaves_out_what_was_written_under_its_item_of_another_case(coordinator, sitting, kind):
    wanted, other = sitting.items
    decision = a_decision(wanted, by=coordinator.account, reason=f"it is unlike {THEIRS}")
    services.record_decision(decision, by=coordinator.account, names=Stays.NAMESAKE)
    wanted.asked = f"Is it like {other.case.reference.lower().replace('-', ' ')}?"
    note = f"{THEIRS} Quillfeather of {other.case.reference} was compared; PPRG-1999-001 too; Hallewell came."
    writes(coordinator, sitting, WELCOME=THEIRS, **{str(wanted.id): note, str(other.id): THEIRS})

    url = f"/meetings/items/{wanted.id}/extract" + ("" if kind == "page" else f".{kind}")
    answer = coordinator.opens(url)
    read, named = answer.text if kind == "page" else "", answer.headers.get("Content-Disposition", "")
    if kind == "docx":
        with zipfile.ZipFile(io.BytesIO(answer.data)) as parts:
            within = "".join(parts.read(part).decode(errors="replace") for part in parts.namelist())
        read = word_text(answer.data) + within
    if kind == "pdf":
        pdf = PdfReader(io.BytesIO(answer.data))
        read = "\n".join([*(page.extract_text() for page in pdf.pages), *map(str, pdf.metadata.values())])

    assert "[another case]" in read
    assert "No interest in this case was declared." in read
    assert wanted.case.reference in read
    assert "Hallewell came." in read.replace("\n", " ")
    for told in (
        THEIRS,
        "Quillfeather",
        other.case.reference,
        "1999",
        other.case.reference[5:].replace("-", " "),
    ):
        assert told not in read, told
        assert told not in named


def test_an_extract_tells_a_reader_no_name_of_a_case_that_is_closed_to_them(coordinator, member, sitting):
    """They try nothing out, for they write nothing: so nothing is told by leaving it out."""
    wanted, other = sitting.items
    writes(coordinator, sitting, **{str(wanted.id): f"As with {THEIRS}."})
    cases.step_out(other.case, member.account, by=member.account)
    commit()
    read = member.opens(f"/meetings/items/{wanted.id}/extract").text
    assert "As with [another case]." in read
