"""What a decision must say before it can be recorded, and what the chair then reads of it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from pprg.errors import Mistaken
from pprg.meetings import services
from pprg.meetings.states import Agreement, Answer, Outcome
from pprg.meetings.words import ActionWords, DissentWords
from tests.meetings.builders import (
    a_decision,
    a_recorded_decision,
    typed,
    words,
)
from tests.people import an_agency


@pytest.fixture
def decision(item, coordinator):
    return a_decision(item, by=coordinator.account)


@pytest.fixture
def address(decision):
    return f"/meetings/decisions/{decision.id}"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"outcome": None}, "outcome"),
        ({"reason": ""}, "reason"),
        ({"agreement": None}, "agreement"),
        ({"agreement": Agreement.MOST}, "for_and_against"),
        ({"outcome": Outcome.WAIT, "of_whom": ""}, "of_whom"),
        ({"outcome": Outcome.WAIT, "until": None}, "until"),
        ({"outcome": Outcome.SINGLE_AGENCY, "of_whom": ""}, "of_whom"),
        ({"outcome": Outcome.SINGLE_AGENCY, "until": None}, "until"),
        ({"outcome": Outcome.OTHER_ROUTE, "of_whom": ""}, "of_whom"),
        ({"dissents": (DissentWords(words="We think it was seen."),)}, "dissents.0.agency_id"),
        ({"actions": (ActionWords(what="Check every fire alarm."),)}, "actions.0.agency_id"),
    ],
)
def test_what_a_decision_needs_is_asked_for_where_it_lacks(coordinator, item, changes, where):
    decision = a_decision(item, by=coordinator.account, **changes)
    with pytest.raises(Mistaken) as refused:
        services.record_decision(decision, by=coordinator.account)
    assert [place for place, _ in refused.value.mistakes] == [where]


def test_equality_and_voice_are_asked_for_and_stop_nothing(coordinator, chair, item):
    decision = a_recorded_decision(item, by=coordinator.account, equality="", voice="")
    page = chair.opens(f"/meetings/decisions/{decision.id}").text
    assert "how race, culture, disability, sex, age and language were considered" in page
    assert "what the person or the family said or wanted" in page


def test_every_lack_in_a_row_leads_to_its_box(coordinator, decision, address):
    half = words(
        dissents=(DissentWords(words="We think it was seen."),),
        actions=(ActionWords(what="Check every fire alarm.", owner="Fire safety lead"),),
    )
    answer = coordinator.posts(address, **typed(half), version=decision.version, record="1")

    assert answer.status_code == 422
    assert decision.words == half  # saved all the same
    page = BeautifulSoup(answer.text, "html.parser")
    lacks = {link.get_text(): page.select_one(link["href"]) for link in page.select(".govuk-error-summary a")}
    assert lacks["Say which agency disagreed."]["name"] == "dissents-0-agency_id"
    assert lacks["Urgent action 1 needs an agency and a date."]["name"] == "actions-0-agency_id"


def test_the_chair_reads_who_disagreed_and_what_does_not_wait(coordinator, chair, item):
    fire = an_agency("Marlshire Fire and Rescue")
    a_recorded_decision(
        item,
        by=coordinator.account,
        agreement=Agreement.MOST,
        for_and_against="For: council, health board. Against: fire and rescue.",
        dissents=(DissentWords(agency_id=fire.id, words="Nothing new would come of it."),),
        actions=(
            ActionWords(
                what="Check every fire alarm.",
                agency_id=fire.id,
                owner="Fire safety lead",
                due_on=date(2027, 1, 12),
            ),
        ),
        learning_now="Ask who else is calling.",
    )
    text = chair.reads(f"/meetings/decisions/{item.decisions[0].id}").get_text()
    for said in (
        "Marlshire Fire and Rescue disagreed",
        "Nothing new would come of it.",
        "For: council, health board.",
        "Check every fire alarm.",
        "Marlshire Fire and Rescue, Fire safety lead, by 12 January 2027",
        "Ask who else is calling.",
        "Her sister wanted to know",
        "Hal Health, core member, for the integrated care board",
    ):
        assert said in text


def test_what_the_facts_suggested_is_kept_with_what_was_recorded(coordinator, chair, decision, address):
    services.record_decision(decision, by=coordinator.account)
    kept = {said.criterion: said.suggested for said in decision.weighings}
    assert kept["needs"] == Answer.MET
    assert "The facts suggested" in chair.opens(address).text
