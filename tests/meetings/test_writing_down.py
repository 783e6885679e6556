"""The coordinator writes down what the group says, while it says it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings import services
from pprg.meetings.models import Decision
from pprg.meetings.states import OPEN_TO, Answer, Outcome, State
from pprg.meetings.words import WeighingWords
from tests.meetings.builders import (
    REASON,
    WHY,
    a_decision,
    a_recorded_decision,
    autosaves,
    typed,
    words,
)

AWKWARD = "Smith & Jones, BP <90/60, {{ 7*7 }}, “quotes”, é\nand a second line"


@pytest.fixture
def decision(item, coordinator):
    return services.start_decision(item, Route.SAR, by=coordinator.account)


@pytest.fixture
def address(decision):
    db.session.flush()
    return f"/meetings/decisions/{decision.id}"


@pytest.mark.parametrize("route", list(Route))
def test_a_decision_opens_with_the_criteria_of_its_route_and_of_the_day(coordinator, item, route):
    answer = coordinator.fills_in(f"/meetings/items/{item.id}", route=route.value)

    page = coordinator.reads(answer.location)
    set_of_the_day = criteria_on(route, item.meeting.held_on)
    assert [h.get_text() for h in page.select(".pprg-criteria h3")] == [
        criterion.question for criterion in set_of_the_day.criteria
    ]
    for criterion in set_of_the_day.criteria:
        assert criterion.law in page.get_text()
        assert criterion.source in page.get_text()
    outcomes = [box["value"] for box in page.select("input[name=outcome]")]
    assert outcomes == [outcome.value for outcome in OPEN_TO[route]]
    assert item.decisions[0].criteria_from == set_of_the_day.valid_from


def test_what_the_referral_says_stands_beside_the_criterion_without_names(coordinator, address):
    text = coordinator.reads(address).select_one(".pprg-criteria").get_text()
    assert "A care assessment in April found that she needed help every day." in text
    assert "Housing, the GP and adult social care each closed their case." in text
    assert "Hallewell" not in text


def test_started_twice_is_started_once(coordinator, item):
    for _ in range(2):
        coordinator.posts(f"/meetings/items/{item.id}/decisions", route="sar")
    assert db.session.query(Decision).count() == 1


def test_a_decision_on_no_route_comes_back_with_a_sentence(coordinator, item):
    for answers in ({}, {"route": "nonsense"}):
        answer = coordinator.posts(f"/meetings/items/{item.id}/decisions", **answers)
        assert answer.status_code == 422
        assert "Choose the kind of review" in answer.text or "Invalid Choice" in answer.text


def test_anything_can_be_saved_and_is_found_again_as_typed(coordinator, address, decision):
    answer = coordinator.fills_in(address, reason=AWKWARD, **{"criterion_needs-evidence": AWKWARD})

    assert answer.status_code == 303
    assert decision.state == State.DRAFT
    assert decision.reason == AWKWARD
    page = coordinator.reads(address)
    for box in ("reason", "criterion_needs-evidence"):
        assert page.select_one(f"[name={box}]").get_text().removeprefix("\n") == AWKWARD


def test_typing_is_saved_by_itself(coordinator, address, decision):
    answer = autosaves(coordinator, address, reason="Half a sen")

    assert answer.status_code == 204
    assert answer.headers["X-Version"] == str(decision.version)
    assert len(answer.headers["X-Saved-At"]) == len("14:03")
    assert decision.reason == "Half a sen"


def test_text_that_is_too_long_comes_back_whole(coordinator, address, decision):
    long = "x" * 6001
    answer = coordinator.fills_in(address, reason=long)
    assert answer.status_code == 422
    assert "at most 6,000 characters" in answer.text
    assert long in answer.text
    assert autosaves(coordinator, address, reason=long).status_code == 422
    assert decision.reason == ""


@pytest.mark.parametrize(
    "forged", [{"outcome": "nonsense"}, {"version": "nine"}, {"criterion_needs-answer": "maybe"}]
)
def test_what_no_page_offers_is_not_taken(coordinator, address, decision, forged):
    answer = coordinator.fills_in(address, **forged)
    assert answer.status_code == 422
    assert decision.words.blank


def test_an_outcome_of_another_route_is_not_taken(coordinator, address, decision):
    answer = coordinator.fills_in(address, outcome=Outcome.DHR.value)
    assert answer.status_code == 422
    assert decision.outcome is None


def test_the_second_of_two_people_sees_both_texts_and_nothing_is_overwritten(
    coordinator, second, address, decision
):
    stale = {"version": decision.version}
    coordinator.fills_in(address, reason="the first text", **{"criterion_area-answer": "met"})

    answer = second.fills_in(address, reason="the second text", dissent="The police disagreed", **stale)

    assert answer.status_code == 409
    assert "the first text" in answer.text
    assert "the second text" in answer.text
    assert decision.reason == "the first text"
    assert autosaves(second, address, reason="the second text", **stale).status_code == 409
    assert decision.reason == "the first text"


@pytest.mark.parametrize(
    ("chosen", "stands"),
    [(0, "the first text"), (1, "the second text"), (2, "the first text\n\nthe second text")],
)
def test_the_second_chooses_and_what_only_one_wrote_stands(
    coordinator, second, address, decision, chosen, stands
):
    stale = {"version": decision.version}
    coordinator.fills_in(address, reason="the first text", **{"criterion_area-answer": "met"})
    both = second.fills_in(address, reason="the second text", dissent="The police disagreed", **stale)

    answer = choose(second, both, chosen)

    assert answer.status_code == 303
    assert decision.reason == stands
    assert decision.dissent == "The police disagreed"
    assert decision.words.weighings["area"].answer == Answer.MET


def choose(person, both, chosen):
    """Send the page with the two texts, with one of its answers ticked."""
    form = BeautifulSoup(both.text, "html.parser").select_one("main form[method=post]")
    data = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    data["reason"] = form.select("input[name=reason]")[chosen]["value"]
    return person._browser.post(form["action"], data=data)


def test_the_same_words_saved_twice_are_no_clash(coordinator, second, address, decision):
    stale = {"version": decision.version}
    coordinator.fills_in(address, reason="the same")
    assert second.fills_in(address, reason="the same", **stale).status_code == 303


def test_words_of_a_signed_decision_are_not_saved_over(people, coordinator, item):
    decision = a_recorded_decision(item, by=coordinator.account)
    services.sign_decision(decision, by=people.chair().account)
    answer = coordinator.posts(
        f"/meetings/decisions/{decision.id}",
        **typed(words(reason="something else")),
        version=decision.version,
    )
    assert answer.status_code == 409
    assert decision.reason == REASON


def test_a_decision_begun_by_mistake_is_taken_away_while_nothing_is_in_it(coordinator, address, item):
    coordinator.presses(address, "Take this decision away")
    assert db.session.query(Decision).count() == 0

    written = a_decision(item, by=coordinator.account)
    assert "Take this decision away" not in coordinator.opens(f"/meetings/decisions/{written.id}").text
    with pytest.raises(Refused, match="Something is written"):
        services.remove_decision(written, by=coordinator.account)


def test_criteria_of_the_meetings_day_are_weighed_whatever_holds_today(coordinator, item, monkeypatch):
    decision = a_decision(item, by=coordinator.account)
    assert decision.criteria == criteria_on(Route.SAR, date(2015, 4, 1))
    assert decision.words.weighings["adult"] == WeighingWords(
        answer=Answer.MET, evidence=decision.weighings[0].evidence, reason=WHY
    )
