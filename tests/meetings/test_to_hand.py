"""What is to hand while the group weighs: the facts, the pack, the last decisions like it."""

import pytest

from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.queries.deciding import suggestions_for
from pprg.meetings.states import Answer, Outcome
from tests.meetings.builders import a_signed_decision, an_item


@pytest.fixture
def decision(people, coordinator):
    item = an_item(by=coordinator.account, referrer=people.referrer().account)
    begun = services.start_decision(item, Route.SAR, by=coordinator.account)
    db.session.flush()
    return begun


@pytest.fixture
def address(decision):
    return f"/meetings/decisions/{decision.id}"


def test_what_the_facts_suggest_stands_beside_and_chooses_nothing(coordinator, address, decision):
    page = coordinator.reads(address)
    suggested = {
        part["id"].removeprefix("criterion-"): part.select_one(".pprg-weigh__facts").get_text(" ", strip=True)
        for part in page.select(".pprg-criteria > li")
    }
    facts = suggestions_for(decision)
    assert suggested["needs"] == "Facts suggest Met"
    assert facts["needs"].answer == Answer.MET
    assert suggested["harm"] == f"Facts suggest {facts['harm'].in_words}"
    assert not page.select(".pprg-criteria input[checked]")


def test_what_the_referral_gives_is_copied_into_the_evidence(coordinator, address, decision):
    answer = coordinator.fills_in(address, copy="needs", **{"criterion_needs-evidence": "Mine first."})

    evidence = decision.words.weighings["needs"].evidence
    assert evidence.startswith("Mine first.\nThe referral’s facts:\n- Did the person have needs for care")
    assert "The referral says: A care assessment in April found" in evidence
    assert "Hallewell" not in evidence
    assert decision.words.weighings["needs"].answer is None
    fold = coordinator.reads(answer.location).select_one("#criterion_needs-evidence").find_parent("details")
    assert fold.has_attr("open")


def test_a_page_of_the_pack_is_added_to_the_evidence(coordinator, address, decision):
    coordinator.fills_in(address, cite="harm", page_harm="chronology")
    assert decision.words.weighings["harm"].evidence == "In the pack: The chronology."
    links = [link["href"] for link in coordinator.reads(address).select(".pprg-hand a")]
    assert f"/meetings/items/{decision.item_id}/pack#chronology" in links


def test_the_last_decisions_like_it_stand_beside_it(people, coordinator, decision, address):
    chair, referrer = people.chair().account, people.referrer().account
    by, said = coordinator.account, {"reason": "nothing new would be learnt"}
    for outcome in (Outcome.MANDATORY_SAR, Outcome.NO_REVIEW):
        other = an_item(by=by, referrer=referrer)
        a_signed_decision(other, Route.SAR, by=by, chair=chair, outcome=outcome, **said)
    elsewhere = an_item(by=by, referrer=referrer)
    a_signed_decision(elsewhere, Route.LEARNING, by=by, chair=chair, outcome=Outcome.NO_REVIEW)
    beside = coordinator.reads(address).select_one(".pprg-hand").get_text(" ", strip=True)
    assert "Last 2 decisions like this: 1 reviewed, 1 not" in beside
    assert f"{other.case.reference}, " in beside
    assert "5 of 5 criteria met" in beside
    assert elsewhere.case.reference not in beside


def test_the_four_outcomes_for_an_adult_are_kept_apart(coordinator, address):
    text = coordinator.reads(address).select_one("form#decision").get_text(" ", strip=True)
    assert "Care Act 2014 s.44(4): any other case. It is as statutory as the first." in text
    assert "It is no Safeguarding Adults Review." in text
    assert "non-statutory" not in text.lower()
