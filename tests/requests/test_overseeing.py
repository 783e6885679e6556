"""The coordinators see how everything stands, and remind, move, ask again, withdraw and hold back."""

from datetime import timedelta

import pytest
import time_machine

from pprg import clock
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from pprg.requests.queries import open_requests_by_agency
from pprg.requests.states import LIFE, Event, Stand, State, after
from tests.people import People, Person
from tests.requests.builders import asked, returned


@pytest.fixture
def two(coordinator: Person, lead: Person, people: People, case: Case) -> list[InfoRequest]:
    """The police, whom a lead answers for, and a health trust whose representative does."""
    people.panel_member()
    both = asked(case, "Marlshire Police", "NHS Marlshire", by=coordinator.account)
    commit()
    return both


def told(kind: str) -> int:
    return db.session.query(Notice).filter(Notice.kind == kind).count()


def test_one_button_reminds_all_that_are_ticked_and_nobody_twice_a_day(
    coordinator: Person, two: list[InfoRequest]
):
    ids = [str(one.id) for one in two]
    answer = coordinator.fills_in("/requests/all", requests=ids)
    assert answer.status_code == 303
    assert "2 reminded." in coordinator.opens("/requests/all").text
    assert [len(one.chases) for one in two] == [1, 1]

    again = coordinator.posts("/requests/chase", requests=ids)
    assert again.status_code == 303
    assert "reminded today already" in coordinator.opens("/requests/all").text
    assert [len(one.chases) for one in two] == [1, 1]
    assert told("information chased") == 2

    with time_machine.travel(clock.now() + timedelta(days=1), tick=False):
        assert requests.chase_requests(two, by=coordinator.account) == 2
    assert two[0].chases[-1].created_at > two[0].chases[0].created_at


def test_the_table_filters_by_how_each_stands(coordinator: Person, lead: Person, two: list[InfoRequest]):
    police, health = two
    returned(police, by=lead.account)
    health.due_on = clock.today() - timedelta(days=1)
    commit()
    to_come = coordinator.reads("/requests/all")
    assert [cell.get_text() for cell in to_come.select("tbody th")] == ["NHS Marlshire"]
    assert "Late" in to_come.select_one("tbody tr").get_text()
    for stand, agency in ((Stand.LATE, "NHS Marlshire"), (Stand.RETURNED, "Marlshire Police")):
        page = coordinator.reads(f"/requests/all?stands={stand}")
        assert [cell.get_text() for cell in page.select("tbody th")] == [agency]
    assert coordinator.reads("/requests/all?stands=nonsense&page=x").select("tbody th")


def test_a_reminder_without_a_tick_says_so(coordinator: Person, two: list[InfoRequest]):
    coordinator.posts("/requests/chase", requests=["nonsense"])
    assert "Tick the agencies" in coordinator.opens("/requests/all").text
    assert not told("information chased")


def test_the_day_is_moved_and_the_agency_told(coordinator: Person, two: list[InfoRequest]):
    url = f"/requests/{two[0].id}/date"
    day = clock.today() + timedelta(days=30)
    past = coordinator.fills_in(url, **{"day-day": "1", "day-month": "1", "day-year": "2020"})
    assert past.status_code == 422
    assert "must be today or later" in past.text
    boxes = {"day-day": day.day, "day-month": day.month, "day-year": day.year}
    assert coordinator.fills_in(url, **boxes).status_code == 303
    assert two[0].due_on == day
    assert told("information date moved") == 1


def test_asking_again_keeps_all_that_was_returned(coordinator: Person, lead: Person, two: list[InfoRequest]):
    police = two[0]
    returned(police, by=lead.account)
    commit()
    first = police.receipt
    coordinator.fills_in(f"/requests/{police.id}/ask-again", question="Who held the key?")
    assert police.state == State.OPENED
    page = lead.opens(f"/requests/{police.id}").text
    assert "Who held the key?" in page
    assert "Margaret did not answer the door" in page
    assert "Margaret" not in coordinator.opens(f"/requests/{police.id}").text
    assert "did not answer the door" in coordinator.opens(f"/requests/{police.id}").text

    lead.fills_in(f"/requests/{police.id}/answer/telling", own="The warden did.")
    assert "The warden did." not in coordinator.opens(f"/requests/{police.id}").text
    lead.fills_in(f"/requests/{police.id}/return", authorised_by="Ann Obi, director")
    assert "The warden did." in coordinator.opens(f"/requests/{police.id}").text
    assert [one["receipt"] for one in police.returns] == [first, police.receipt]
    assert first != police.receipt


def test_withdrawn_the_agency_need_not_answer_and_reads_no_name(
    coordinator: Person, lead: Person, two: list[InfoRequest]
):
    url = f"/requests/{two[0].id}"
    lead.presses(url, "Open the request")
    coordinator.presses(url, "Withdraw")
    assert two[0].state == State.WITHDRAWN
    page = lead.opens(url).text
    assert "need not answer" in page
    assert "Margaret" not in page
    assert lead.posts(f"{url}/answer/known", version=9, known="yes").status_code == 409
    assert told("information request withdrawn") == 1


def test_the_clock_stops_when_nothing_is_open_any_more(
    coordinator: Person, lead: Person, two: list[InfoRequest], case: Case
):
    police, health = two
    returned(police, by=lead.account)
    assert any(due.clock.runs for due in clocks_of_case(case))
    requests.withdraw_request(health, by=coordinator.account)
    assert not any(due.clock.runs for due in clocks_of_case(case))


def test_what_is_held_back_the_coordinator_lets_go_again(
    coordinator: Person, lead: Person, two: list[InfoRequest]
):
    police = two[0]
    with pytest.raises(Refused, match="Nothing was returned yet"):
        requests.hold_back(police, by=coordinator.account)
    returned(police, by=lead.account)
    commit()
    url = f"/requests/{police.id}"
    coordinator.presses(url, "Hold it back")
    assert police.held_back
    coordinator.presses(url, "Let the group read it")
    assert not police.held_back


def test_a_chair_looks_and_does_not_keep(people: People, two: list[InfoRequest]):
    chair = people.chair()
    page = chair.reads("/requests/all")
    assert len(page.select("tbody th")) == 2
    assert not page.select("[name=requests]")
    chair.posts("/requests/chase", requests=[str(two[0].id)])
    assert not two[0].chases
    assert chair.posts(f"/requests/{two[0].id}/withdraw").status_code == 403


def test_open_requests_are_counted_by_agency(coordinator: Person, lead: Person, two: list[InfoRequest]):
    police, health = two
    assert open_requests_by_agency(coordinator.account) == {police.agency_id: 1, health.agency_id: 1}
    returned(police, by=lead.account)
    assert open_requests_by_agency(coordinator.account) == {health.agency_id: 1}
    assert not open_requests_by_agency(lead.account)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("event", Event)
def test_a_request_moves_only_by_its_table(state: State, event: Event):
    if (state, event) in LIFE:
        assert after(state, event) in State
    else:
        with pytest.raises(Refused, match=f"You cannot {event} a request that is {state}"):
            after(state, event)
