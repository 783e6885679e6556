"""Coordinators watch what is due, open a date to see how it was reached, and keep the calendar."""

from datetime import date

import pytest
import time_machine

from pprg.cases import clocks, services
from pprg.cases.models import RunningClock
from pprg.cases.states import Part
from pprg.database import commit, db
from pprg.guidance.clocks import ClockKind
from tests.people import People

MONDAY = date(2026, 3, 30)


@pytest.fixture(autouse=True)
def in_april(app):
    with time_machine.travel("2026-04-10 10:00", tick=True):
        yield


@pytest.fixture
def case(people: People):
    case = services.open_case(by=people.coordinator().account, year=2026)
    commit()
    return case


@pytest.fixture
def clock(people: People, case):
    return a_clock(case, ClockKind.SIN_NOTIFY, people)


def a_clock(case, kind, people):
    started = clocks.start_clock(case, kind, trigger=MONDAY, by=people.coordinator().account)
    commit()
    return started


def text(page):
    return page.select_one("main").get_text(" ", strip=True)


def boxes(name, day):
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def again(clock):
    db.session.expire_all()
    return db.session.get(RunningClock, clock.id)


def test_the_list_leads_from_each_date_to_how_it_was_reached(people, clock):
    listed = people.coordinator().reads("/clocks/")
    assert "Overdue by 2 working days" in text(listed)
    assert listed.select_one(f"main a[href='/clocks/{clock.id}']").time["datetime"] == "2026-04-08"
    opened = text(people.coordinator().reads(f"/clocks/{clock.id}"))
    assert "Friday 3 April 2026 (Good Friday)" in opened
    assert "Day 5 is Wednesday 8 April 2026." in opened
    assert "Children Act 2004 s.16C" in opened


def test_the_chair_reads_how_a_date_was_reached_and_changes_nothing(people, clock):
    page = people.chair().reads(f"/clocks/{clock.id}")
    assert "Put day 0 right" not in text(page)
    for change in ("done", "day-0", "pause", "resume", "late"):
        assert people.chair().opens(f"/clocks/{clock.id}/{change}").status_code == 403
    assert people.chair().posts("/clocks/closures/new").status_code == 403


def test_nobody_outside_the_case_finds_a_clock(people, case, clock):
    services.let_know(case, people.referrer().account, Part.REFERRER, by=people.coordinator().account)
    services.step_out(case, people.chair().account, by=people.coordinator().account)
    commit()
    outside = (people.referrer(), people.panel_member(), people.team_leader(), people.chair())
    for person in outside:
        for url in (f"/clocks/{clock.id}", f"/clocks/of/{case.id}", f"/clocks/{clock.id}/done"):
            assert person.opens(url).status_code == 404, (person.account.name, url)
    assert case.reference not in people.chair().opens("/clocks/").text


def test_putting_day_0_right_moves_the_date(people, clock):
    answer = people.coordinator().fills_in(f"/clocks/{clock.id}/day-0", **boxes("day", date(2026, 4, 2)))
    assert answer.status_code == 303
    assert "Monday 13 April 2026" in text(people.coordinator().reads(f"/clocks/{clock.id}"))


def test_a_day_that_does_not_exist_comes_back_beside_the_boxes(people, clock):
    answer = people.coordinator().fills_in(f"/clocks/{clock.id}/day-0", **{"day-day": "31", "day-month": "4"})
    assert answer.status_code == 422
    assert "April 2026 has 30 days" in answer.text
    assert 'value="31"' in answer.text
    assert again(clock).started_on == MONDAY


def test_a_clock_that_may_not_stand_still_says_so_and_keeps_what_was_typed(people, clock):
    answer = people.coordinator().fills_in(
        f"/clocks/{clock.id}/pause", reason="sickness", because="Two are away", agreed_by="The chair"
    )
    assert answer.status_code == 422
    assert "This clock cannot be paused. If its date is not kept, say why it is late." in answer.text
    assert "Two are away" in answer.text
    assert again(clock).pauses == []


def test_pausing_and_resuming_shows_the_days_with_and_without(people, case):
    clock = a_clock(case, ClockKind.SAR_COMPLETE, people)
    coordinator, url = people.coordinator(), f"/clocks/{a_clock(case, ClockKind.SAR_COMPLETE, people).id}"
    coordinator.fills_in(
        f"{url}/pause", reason="criminal proceedings", agreed_by="The chair", **boxes("on", date(2026, 4, 1))
    )
    assert "Paused since Wednesday 1 April 2026" in text(coordinator.reads(url))
    coordinator.fills_in(f"{url}/resume", **boxes("on", date(2026, 4, 8)))
    page = text(coordinator.reads(url))
    assert "By Wednesday 7 October 2026" in page
    assert "11 days, of which 4 days count" in page
    assert "Criminal proceedings" in page
    assert again(clock).pause is None


def test_why_it_is_late_stands_with_the_clock(people, clock):
    answer = people.coordinator().fills_in(f"/clocks/{clock.id}/late", because="  ")
    assert answer.status_code == 422
    people.coordinator().fills_in(f"/clocks/{clock.id}/late", reason="sickness", because="All were ill.")
    assert "Sickness. All were ill." in text(people.coordinator().reads(f"/clocks/{clock.id}"))


def test_done_stops_the_clock(people, clock, case):
    people.coordinator().fills_in(f"/clocks/{clock.id}/done", **boxes("on", date(2026, 4, 9)))
    assert "Done Thursday 9 April 2026, late" in text(people.coordinator().reads(f"/clocks/of/{case.id}"))
    assert "Nothing is due" in text(people.coordinator().reads("/clocks/"))


def test_a_clock_is_set_going_by_hand_for_what_happened_elsewhere(people, case):
    answer = people.coordinator().fills_in(
        f"/clocks/of/{case.id}/start", kind="dhr_decide", **boxes("day", MONDAY)
    )
    assert answer.status_code == 303
    assert "By Thursday 30 April 2026" in text(people.coordinator().reads(answer.location))


def test_adding_a_closure_answers_with_what_moved_and_taking_it_away_too(people, case):
    a_clock(case, ClockKind.RAPID_REVIEW, people)
    coordinator = people.coordinator()
    answer = coordinator.fills_in(
        "/clocks/closures", form="main form", why="Extra bank holiday", **boxes("day", date(2026, 4, 15))
    )
    assert answer.status_code == 303
    page = text(coordinator.reads(answer.location))
    assert "One date moved" in page
    assert f"{case.reference}" in page
    assert page.index("22 April 2026") < page.index("23 April 2026")
    assert "Extra bank holiday Closure" in text(coordinator.reads("/clocks/closures"))

    answer = coordinator.presses(answer.location, "Make it a working day again")
    page = text(coordinator.reads(answer.location))
    assert page.index("23 April 2026") < page.index("22 April 2026")


def test_what_moved_shows_no_case_that_this_coordinator_may_not_look_into(people, case):
    a_clock(case, ClockKind.RAPID_REVIEW, people)
    second = people.coordinator("Sasha Second")
    services.step_out(case, second.account, by=people.coordinator().account)
    commit()
    clocks.close_day(date(2026, 4, 15), "Extra bank holiday", by=people.coordinator().account)
    commit()
    assert case.reference not in second.opens("/clocks/closures/2026-04-15").text


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "99999-01-01", "%00"])
def test_an_address_that_names_no_day_is_not_there(people, day):
    assert people.coordinator().opens(f"/clocks/closures/{day}").status_code == 404


def test_a_bank_holiday_cannot_be_closed_and_the_page_says_so(people):
    answer = people.coordinator().fills_in(
        "/clocks/closures", form="main form", why="Spring", **boxes("day", date(2026, 5, 4))
    )
    assert answer.status_code == 422
    assert "is not counted already: Early May bank holiday" in answer.text
    assert 'value="Spring"' in answer.text
