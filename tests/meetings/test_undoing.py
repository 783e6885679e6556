"""The way back from a wrong click, and two people who write in different places."""

import pytest
from bs4 import BeautifulSoup

from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.states import Answer
from tests.meetings.builders import an_item, autosaves, typed
from tests.people import an_agency


@pytest.fixture
def decision(people, coordinator):
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    begun = services.start_decision(item, Route.SAR, by=coordinator.account)
    db.session.flush()
    return begun


@pytest.fixture
def address(decision):
    return f"/meetings/decisions/{decision.id}"


def test_a_wrong_click_is_undone_whoever_made_it(coordinator, second, address, decision):
    coordinator.fills_in(address, reason="the right text", **{"criterion_area-answer": "met"})
    second.fills_in(address, **{"criterion_area-answer": "not met"})

    told = coordinator.reads(f"{address}/earlier").select_one(".pprg-entries li").get_text(" ", strip=True)
    assert "Sasha Second" in told
    assert "Criterion 2, the answer" in told
    coordinator.presses(f"{address}/earlier", "Undo this")

    assert decision.words.weighings["area"].answer == Answer.MET
    assert decision.reason == "the right text"
    coordinator.fills_in(address, undo="1")  # the undoing is a change too
    assert decision.words.weighings["area"].answer == Answer.NOT_MET


def test_typing_on_is_one_change_and_a_text_that_goes_is_another(coordinator, address, decision):
    for text in ("Four ag", "Four agencies", "Four agencies closed it", ""):
        autosaves(coordinator, address, reason=text)
    assert [saving.before.reason for saving in decision.savings] == ["", "Four agencies closed it"]
    coordinator.fills_in(address, undo="1")
    assert decision.reason == "Four agencies closed it"


def test_the_last_twenty_changes_are_kept(coordinator, address, decision):
    answers = [Answer.MET, Answer.NOT_MET] * 12
    for answer in answers:
        autosaves(coordinator, address, **{"criterion_area-answer": answer.value})
    assert len(decision.savings) == 20


def test_what_was_changed_meanwhile_is_not_undone_unseen(coordinator, second, address, decision):
    coordinator.fills_in(address, reason="the first text")
    page = coordinator.reads(f"{address}/earlier")
    second.fills_in(address, reason="quite another text altogether")
    form = page.select_one(".pprg-entries form")
    answer = coordinator.posts(form["action"], version=form.select_one("[name=version]")["value"])
    assert answer.status_code == 409
    assert decision.reason == "quite another text altogether"


def test_two_people_in_different_places_are_asked_nothing(coordinator, second, address, decision):
    fire, police = an_agency("Marlshire Fire and Rescue"), an_agency("Marlshire Police")
    coordinator.fills_in(address, reason="there at first")
    both_began = typed(decision.words) | {"version": str(decision.version)}
    coordinator.posts(
        address,
        **both_began
        | {"dissents-0-agency_id": str(fire.id), "dissents-0-words": "One.", "reason": "put right"},
    )
    answer = second.posts(
        address,
        **both_began | {"dissents-0-agency_id": str(police.id), "dissents-0-words": "Two.", "voice": "Hers."},
    )

    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "html.parser")
    assert not page.select("main input[type=radio]")
    form = page.select_one("main form[method=post]")
    second._browser.post(form["action"], data={box["name"]: box["value"] for box in form.select("[name]")})
    assert [said.words for said in decision.dissents] == ["One.", "Two."]
    assert (decision.reason, decision.voice) == ("put right", "Hers.")
