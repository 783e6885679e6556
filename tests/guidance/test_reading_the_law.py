"""What the group weighs, as anybody who is signed in reads it."""

from __future__ import annotations

from datetime import date

import pytest

from pprg import database
from pprg.guidance import lawbook
from pprg.guidance.codes import Door, Route
from pprg.guidance.criteria import SETS, criteria_of, criteria_on
from tests.browser import look
from tests.people import PASSWORD

LAW = "/guidance/"


def sign_in(page, account):
    """What the test has built is committed first: a test that still writes would make the browser wait."""
    email = account.email
    database.commit()
    page.goto("/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/")


def test_anybody_signed_in_reads_every_criterion_with_its_source(people):
    words = people.team_leader().reads(LAW).select_one("main").get_text(" ", strip=True)
    for door in Door:
        for criterion in criteria_of(door).criteria:
            assert criterion.question in words
            assert criterion.source in words
    assert "Valid from 1 April 2015" in words
    assert "Notify the national Panel of a serious incident" in words
    assert "5 working days" in words


def test_a_visitor_is_asked_to_sign_in(app):
    answer = app.test_client().get(LAW)
    assert answer.status_code == 303
    assert "/sign-in" in answer.location


def test_what_nobody_could_read_in_the_source_is_marked(people):
    page = people.team_leader().reads(LAW)
    marked = [row for row in page.select("main tbody tr") if "To be confirmed" in row.get_text()]
    assert any("Statutory guidance 2016" in row.get_text() for row in marked)
    assert not any("Care Act 2014 s.44(1)(a)" in row.get_text() for row in marked)


def test_help_leads_to_it(people):
    assert people.team_leader().reads("/help").select_one(f"main a[href='{LAW}']")


def test_it_is_clean_and_fits_a_narrow_window(people, browser_page):
    sign_in(browser_page, people.team_leader().account)
    browser_page.goto(LAW)
    look(browser_page)
    for more in browser_page.locator("main details > summary").all():
        more.click()
    look(browser_page)


def test_the_law_to_come_holds_on_no_day_until_somebody_writes_its_day():
    coming = [law for law in SETS if law.valid_from is None]
    assert [law.of for law in coming] == [Route.DHR]
    assert not coming[0].holds_on(date(2099, 1, 1))
    assert criteria_on(Route.DHR, date(2099, 1, 1)).basis.endswith("s.9")
    assert [entry.law for entry in lawbook.not_in_force(date(2026, 11, 23))] == coming


def test_a_day_before_the_law_has_no_criteria():
    with pytest.raises(LookupError):
        criteria_on(Route.SAR, date(2015, 3, 31))
    assert criteria_on(Route.SAR, date(2015, 4, 1)).holds_on(date(2015, 4, 1))


@pytest.mark.parametrize("of", [*Route, *Door])
def test_no_two_sets_of_one_route_hold_on_the_same_day(of):
    for day in (date(2011, 4, 13), date(2018, 6, 29), date(2026, 11, 23), date.max):
        assert sum(law.of == of and law.holds_on(day) for law in SETS) <= 1
    assert len({each.key for each in criteria_of(of).criteria}) == len(criteria_of(of).criteria)


def test_every_door_says_what_follows_and_every_part_what_is_so_otherwise():
    for door in Door:
        law = criteria_of(door)
        assert law.so.endswith(".")
        assert all(criterion.otherwise for criterion in law.criteria), door
        assert (" may " in law.so) == door.is_power
