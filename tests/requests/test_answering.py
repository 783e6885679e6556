"""An agency opens a request, answers it on screen or with a document, and gets a receipt."""

import hashlib
from io import BytesIO

import pytest
from flask import Flask

from pprg import clock
from pprg.audit.queries import lines_of_case
from pprg.cases.clocks import RunningClock
from pprg.database import commit, db
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.requests.models import InfoRequest
from pprg.requests.states import State
from tests.people import People, Person
from tests.requests.builders import NAME, a_case, asked, returned, with_a_file, written


@pytest.fixture
def request_(people: People, lead: Person) -> InfoRequest:
    by = people.coordinator().account
    request = asked(a_case(by=by), "Marlshire Police", by=by, questions="Who held the key?")[0]
    commit()
    return request


def test_it_names_nobody_until_somebody_opens_it(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}"
    assert NAME not in lead.opens(url).text
    lead.presses(url, "Open the request")
    assert request_.state == State.OPENED
    assert request_.opened_at
    page = lead.opens(url).text
    assert NAME in page
    assert "Who held the key?" in page
    verbs = [line.verb for line in lines_of_case(request_.case_id)]
    assert verbs.count("opened") == 2, "The case, and now the request."
    assert "read" in verbs


def test_nothing_known_is_one_button(people: People, lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}"
    lead.presses(url, "Open the request")
    lead.presses(url, "Nothing known")
    assert request_.state == State.NOTHING_KNOWN
    assert "Lee Lead" in request_.authorised_by
    assert "All years" in request_.returned["text"]
    clocks = db.session.query(RunningClock).filter_by(case_id=request_.case_id).all()
    assert clocks
    assert all(clock.stopped_on for clock in clocks)
    assert "Nothing known, said" in people.coordinator().opens(url).text


def test_nothing_known_is_not_offered_over_what_is_written(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}"
    lead.presses(url, "Open the request")
    assert lead.reads(url).find("button", string="Nothing known")
    written(request_, by=lead.account)
    commit()
    assert not lead.reads(url).find("button", string="Nothing known")
    assert lead.posts(f"{url}/nothing-known", searched="All years").status_code == 409
    assert request_.state == State.OPENED


def test_the_period_searched_cannot_be_left_out(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}"
    lead.presses(url, "Open the request")
    answer = lead.presses(url, "Nothing known", searched=" ")
    assert answer.status_code == 422
    assert "Say which period you searched." in answer.text
    assert request_.state == State.OPENED


def test_what_is_typed_is_saved_complete_or_not(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}/answer/practice"
    page = lead.reads(url)
    version = page.select_one("[name=version]")["value"]
    saved = lead.posts(f"{url}/keep", version=version, well="Two nurses", headers={"X-Autosave": "1"})
    assert saved.status_code == 204
    assert saved.headers["X-Saved-At"]
    assert "Two nurses" in lead.opens(url).text
    too_long = lead.fills_in(url, well="x" * 20_001)
    assert too_long.status_code == 422
    assert "It is saved as it is." in too_long.text
    assert len(request_.answers["practice"]["well"]) == 20_001


def test_two_who_write_on_one_page_never_overwrite_each_other(
    people: People, lead: Person, request_: InfoRequest
):
    url = f"/requests/{request_.id}/answer/person"
    member = people.panel_member("Marlshire Police")
    first, second = (one.reads(url).select_one("[name=version]")["value"] for one in (lead, member))
    lead.posts(url, version=first, voice="She wanted to stay")
    answer = member.posts(url, version=second, voice="She wanted to leave")
    assert answer.status_code == 409
    assert "She wanted to stay" in answer.text
    assert "She wanted to leave" in answer.text
    assert request_.answers["person"]["voice"] == "She wanted to stay"
    assert member.posts(f"{url}/keep", version=second, voice="Mine").status_code == 409
    # With both before their eyes, they save.
    assert member.posts(url, version=request_.version, voice="Both").status_code == 303
    assert request_.answers["person"]["voice"] == "Both"


def test_a_chronology_is_read_line_by_line_and_shown_before_it_goes(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}/answer/dates"
    lead.presses(url, "Save and see how it reads", chronology="5 May 2025 – Fell\n3/4/2025\tVisited\nNo day")
    cells = [cell.get_text() for cell in lead.reads(url).select("#reads dt")]
    assert cells == ["3 April 2025", "5 May 2025", "No day found"]


def test_returning_names_what_is_needed_and_leads_there(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}/return"
    page = lead.reads(url)
    assert [link["href"].rpartition("/")[2] for link in page.select("#missing a")] == ["known", "dates"]
    assert not page.select("main form[method=post]")
    stale = lead.posts(url, authorised_by="Ann Obi, director")
    assert stale.status_code == 422
    assert "It was not returned" in stale.text
    written(request_, by=lead.account)
    commit()
    answer = lead.fills_in(url, authorised_by="")
    assert answer.status_code == 422
    assert "name and role" in answer.text
    assert lead.fills_in(url, authorised_by="Ann Obi, director").status_code == 303
    assert request_.state == State.RETURNED


def test_the_receipt_is_the_digest_of_the_words(lead: Person, request_: InfoRequest):
    returned(with_a_file(request_, by=lead.account), by=lead.account)
    commit()
    text = lead.opens(f"/requests/{request_.id}/text")
    assert hashlib.sha256(text.data).hexdigest() == request_.receipt
    assert hashlib.sha256(b"Seen on 3 May.").hexdigest() in text.text
    assert NAME not in text.headers["Content-Disposition"]


def test_a_document_alone_is_enough_and_is_fixed_once_it_is_returned(lead: Person, request_: InfoRequest):
    url = f"/requests/{request_.id}"
    lead.posts(f"{url}/answer/known", version=request_.version, known="yes", searched="All")
    sent = lead.posts(f"{url}/documents", files=[(BytesIO(b"What we know."), "Hale.txt")])
    assert sent.status_code == 303, sent.text
    lead.fills_in(f"{url}/return", authorised_by="Ann Obi, director")
    assert request_.state == State.RETURNED
    file = request_.files[0]
    assert file.sent_at
    assert lead.posts(f"/requests/documents/{file.id}/remove").status_code == 409
    taken = lead.opens(f"/requests/documents/{file.id}/file")
    assert taken.data == b"What we know."
    assert "Hale" not in taken.headers["Content-Disposition"]


def test_a_file_that_is_not_taken_is_named_with_the_reason(lead: Person, request_: InfoRequest):
    answer = lead.posts(f"/requests/{request_.id}/documents", files=[(BytesIO(b"MZ\x90\x00"), "run.exe")])
    assert answer.status_code == 422
    assert "run.exe" in answer.text
    assert not request_.files


def test_once_returned_nothing_can_be_typed(lead: Person, request_: InfoRequest):
    returned(request_, by=lead.account)
    commit()
    url = f"/requests/{request_.id}/answer/person"
    assert lead.opens(url).status_code == 303
    assert lead.posts(url, version=request_.version, voice="Late").status_code == 409
    assert "person" not in request_.answers


def test_a_named_colleague_writes_and_the_lead_returns(
    app: Flask, people: People, lead: Person, request_: InfoRequest
):
    url, colleague = f"/requests/{request_.id}", people.referrer()
    assert colleague.opens(url).status_code == 404
    lead.fills_in(f"{url}/writers", colleague=str(colleague.account.id))
    colleague.presses(url, "Open the request")
    assert NAME in colleague.opens(url).text
    assert colleague.fills_in(f"{url}/answer/person", voice="Hers").status_code == 303
    assert colleague.opens(f"{url}/return").status_code == 403
    lead.presses(f"{url}/writers", "Take off")
    assert colleague.opens(url).status_code == 404


def test_the_first_view_is_given_with_the_criteria_in_sight(lead: Person, request_: InfoRequest):
    page = lead.reads(f"/requests/{request_.id}/answer/telling")
    shown = [one.get_text() for one in page.select("form .pprg-panel li")]
    law = criteria_on(Route.SAR, clock.today())
    assert shown == [criterion.question for criterion in law.criteria]
    assert law.basis in page.select_one("form .pprg-panel").get_text()


def test_what_needs_doing_at_once_is_read_first(people: People, lead: Person, request_: InfoRequest):
    returned(request_, by=lead.account, telling={"now": "Her sister is alone with him tonight."})
    commit()
    page = people.coordinator().reads(f"/requests/{request_.id}")
    first = page.select_one("h2:-soup-contains('What they returned') + .pprg-care")
    assert first.get_text(" ", strip=True).endswith("Her sister is alone with him tonight.")
