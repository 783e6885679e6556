"""Every box of a decision is saved as it is typed: half a day, rows that come and go, lost replies."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.states import Agreement, Outcome
from pprg.meetings.words import ActionWords, DissentWords
from tests.meetings.builders import an_item, autosaves, typed, words
from tests.people import an_agency

AWKWARD = "Smith & Jones, BP <90/60, {{ 7*7 }}, “quotes”, é\nand a second line"


@pytest.fixture
def decision(people, coordinator):
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    begun = services.start_decision(item, Route.SAR, by=coordinator.account)
    db.session.flush()
    return begun


@pytest.fixture
def address(decision):
    return f"/meetings/decisions/{decision.id}"


def a_whole_form(agency):
    """Every box filled, with a row of each kind."""
    return words(
        outcome=Outcome.WAIT,
        of_whom="the coroner",
        until=date(2027, 1, 12),
        agreement=Agreement.MOST,
        for_and_against="For: council. Against: fire and rescue.",
        dissents=(DissentWords(agency_id=agency.id, words=AWKWARD),),
        dissent="The adviser would have chosen a review.",
        learning_now="Ask who else is calling.",
        actions=(
            ActionWords(
                what=AWKWARD, agency_id=agency.id, owner="Fire safety lead", due_on=date(2026, 12, 1)
            ),
            ActionWords(what="Half an action"),
        ),
    )


def test_every_box_is_saved_and_found_again_as_typed(coordinator, address, decision):
    said = a_whole_form(an_agency("Marlshire Fire and Rescue"))
    answer = coordinator.posts(address, **typed(said), version=decision.version)

    assert answer.status_code == 303
    assert decision.words == said
    page = coordinator.reads(address)
    sentence = (
        "The group decided to wait for more information from the coroner by 12 January 2027 because four"
    )
    assert page.select_one(".pprg-aloud").get_text().startswith(sentence)
    coordinator.fills_in(address)  # as the page stands: nothing changes
    assert decision.words == said


def test_half_a_day_stops_nothing_else_and_comes_back_as_typed(coordinator, address, decision):
    half = {"until-day": "12", "until-month": "", "until-year": ""}
    answer = coordinator.fills_in(address, reason="the first text", **half)

    assert answer.status_code == 422
    assert "The date by when must include a month and a year." in answer.text
    assert decision.reason == "the first text"
    page = BeautifulSoup(answer.text, "html.parser")
    assert page.select_one("#until-day")["value"] == "12"
    assert autosaves(coordinator, address, reason="the second text", **half).status_code == 204
    assert decision.reason == "the second text"


@pytest.mark.parametrize(("rows", "box"), [("dissents", "dissents-{}-words"), ("actions", "actions-{}-what")])
def test_another_row_is_added_without_scripts_and_nothing_is_lost(coordinator, address, decision, rows, box):
    answer = coordinator.fills_in(address, reason="half a sen", more=rows)
    assert answer.status_code == 303
    there = answer.location
    first = coordinator.reads(there).select_one(f"[name={box.format(0)}]")
    assert first.get_text(strip=True) == ""

    answer = coordinator.fills_in(there, more=rows, **{box.format(0): "the first row"})
    coordinator.fills_in(answer.location, **{box.format(1): "the second row"})
    assert [row.words if rows == "dissents" else row.what for row in getattr(decision, rows)] == [
        "the first row",
        "the second row",
    ]
    assert decision.reason == "half a sen"

    coordinator.fills_in(address, less=f"{rows}-0")
    assert len(getattr(decision, rows)) == 1
    assert "the first row" not in coordinator.opens(address).text


def test_a_click_sent_twice_because_its_answer_was_lost_is_done_once(coordinator, address, decision):
    fire = an_agency("Marlshire Fire and Rescue")
    said = typed(words(actions=(ActionWords(what="Check every alarm.", agency_id=fire.id),)))
    seen = {"version": decision.version}
    for _ in range(2):
        assert coordinator.posts(address, **said, **seen, more="actions").status_code == 303
    assert [act.what for act in decision.actions] == ["Check every alarm."]

    again = {"version": decision.version, "copy": "needs"}
    for _ in range(2):
        coordinator.posts(address, **said, **again)
    assert decision.words.weighings["needs"].evidence.count("The referral says") == 1
