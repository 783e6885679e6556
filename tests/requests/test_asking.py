"""A coordinator asks several agencies in one step."""

from datetime import timedelta

import pytest
from flask import Flask

from pprg import clock
from pprg.cases.clocks import start_clock
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.cases.services import restrict
from pprg.database import commit, db
from pprg.errors import Mistaken
from pprg.guidance.clocks import ClockKind
from pprg.notices.models import Notice
from pprg.requests.queries import requests_of_case
from pprg.requests.states import LegalBasis
from pprg.requests.suggesting import suggested
from tests.people import People, an_agency
from tests.requests.builders import IDENTIFIERS, a_case, asked

DAY = {"due_on-day": "1", "due_on-month": "1", "due_on-year": "2027"}


@pytest.fixture
def case(people: People) -> Case:
    found = a_case(by=people.coordinator().account)
    for agency in ("NHS Marlshire", "Marlshire Police"):
        an_agency(agency)
    commit()
    return found


def running(case: Case) -> set[ClockKind]:
    return {due.clock.kind for due in clocks_of_case(case) if due.clock.runs}


def told(kind: str) -> int:
    return db.session.query(Notice).filter(Notice.kind == kind).count()


def test_one_button_asks_all_that_are_ticked(app: Flask, people: People, case: Case):
    coordinator, lead, member = people.coordinator(), people.safeguarding_lead(), people.panel_member()
    page = coordinator.reads(f"/requests/ask/{case.id}")
    ids = {
        label.get_text(): page.select_one(f"#{label['for']}")["value"]
        for label in page.select("#agencies-0, [for^=agencies-]")
        if label.name == "label"
    }
    chosen = [ids["NHS Marlshire"], ids["Marlshire Police"]]
    answer = coordinator.fills_in(f"/requests/ask/{case.id}", agencies=chosen, identifiers=IDENTIFIERS)
    assert answer.status_code == 303, answer.text

    shown = coordinator.reads(f"/requests/of-case/{case.id}").get_text(" ", strip=True)
    assert "NHS Marlshire" in shown
    assert "Marlshire Police" in shown
    assert "Margaret" not in shown
    assert told("information asked") == 2, (lead.account, member.account)
    assert running(case) == {ClockKind.INFO_RETURN}


def test_what_is_wrong_stands_beside_its_box_and_every_word_is_kept(people: People, case: Case):
    coordinator = people.coordinator()
    past = {"due_on-day": "1", "due_on-month": "1", "due_on-year": "2020"}
    answer = coordinator.fills_in(
        f"/requests/ask/{case.id}", identifiers=IDENTIFIERS, questions="Why then?", **past
    )
    assert answer.status_code == 422
    assert "Choose at least one agency." in answer.text
    assert "The day to answer by must be today or later." in answer.text
    assert IDENTIFIERS in answer.text
    assert "Why then?" in answer.text
    bare = coordinator.fills_in(f"/requests/ask/{case.id}", **past)
    for mistake in ("Choose at least one agency.", "Say how the agency can find", "must be today or later."):
        assert mistake in bare.text
    assert not requests_of_case(coordinator.account, case.id)


def test_a_double_click_asks_nobody_twice(people: People, case: Case):
    by = people.coordinator().account
    asked(case, "NHS Marlshire", by=by)
    with pytest.raises(Mistaken, match="NHS Marlshire has been asked already"):
        asked(case, "NHS Marlshire", "Marlshire Police", by=by)
    assert len(requests_of_case(by, case.id)) == 1


def test_the_clocks_of_the_case_point_to_the_basis_and_the_day(people: People, case: Case):
    by = people.coordinator().account
    assert suggested(case).basis == LegalBasis.TASK
    assert not suggested(case).rapid
    start_clock(case, ClockKind.RAPID_REVIEW, trigger=clock.today(), by=by)
    hint = suggested(case)
    assert (hint.basis, hint.rapid, hint.day) == (LegalBasis.CHILDREN_ACT, True, hint.rapid_day)
    assert hint.rapid_day < hint.usual_day
    page = people.coordinator().reads(f"/requests/ask/{case.id}")
    assert page.select_one("#basis input[checked], [name=basis][checked]")["value"] == LegalBasis.CHILDREN_ACT
    assert page.select_one("[name=rapid]").has_attr("checked")


def test_the_clock_goes_on_from_the_first_asking(people: People, case: Case):
    by = people.coordinator().account
    asked(case, "NHS Marlshire", by=by)
    first = clocks_of_case(case)[0].clock
    first.started_on -= timedelta(days=3)
    db.session.flush()
    asked(case, "Marlshire Police", by=by)
    assert [due.clock.started_on for due in clocks_of_case(case)] == [clock.today() - timedelta(days=3)]


def test_only_a_coordinator_of_the_case_asks(people: People, case: Case):
    assert people.chair().opens(f"/requests/ask/{case.id}").status_code == 403
    for outside in (people.safeguarding_lead(), people.panel_member(), people.auditor()):
        assert outside.opens(f"/requests/ask/{case.id}").status_code == 404
    other = people.coordinator("Kim Keptout")
    restrict(case, by=people.coordinator().account, members=[people.coordinator().account])
    assert other.opens(f"/requests/ask/{case.id}").status_code == 404
    assert "This case is restricted." in people.coordinator().opens(f"/requests/ask/{case.id}").text


def test_an_agency_that_the_address_names_is_ticked(people: People, case: Case):
    agency = an_agency("Marlshire Police")
    page = people.coordinator().reads(f"/requests/ask/{case.id}?agency={agency.id}")
    assert [box["value"] for box in page.select("[name=agencies][checked]")] == [str(agency.id)]
