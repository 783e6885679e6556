"""Minutes in a real browser: what names somebody comes and goes beside its box, and stops the close."""

import pytest
from playwright.sync_api import expect

from pprg import clock
from pprg.meetings.services.minuting import begin_meeting, save_minutes
from tests.browser import look
from tests.meetings.builders import a_recorded_decision, an_item
from tests.meetings.test_looking import sign_in


@pytest.fixture
def sitting(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    a_recorded_decision(item, by=coordinator.account)
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    return item.meeting


def test_a_name_is_shown_while_one_types_stops_the_close_and_goes_when_it_is_changed(
    coordinator, sitting, browser_page
):
    meeting = f"/meetings/{sitting.id}"
    sign_in(browser_page, coordinator.account)
    browser_page.goto(f"{meeting}/minutes")
    dates = browser_page.get_by_label("Notes: Dates")

    dates.fill("Theodora has a birthday in June.")
    dates.blur()
    expect(browser_page.locator("#named-DATES mark")).to_have_text("Theodora")
    expect(browser_page.locator("#named")).to_contain_text("the meeting cannot be closed")
    look(browser_page)

    browser_page.goto(meeting)
    browser_page.get_by_role("button", name="Close the meeting").click()
    browser_page.get_by_role("link", name="The notes under “Dates” say who somebody is").click()
    expect(dates).to_be_focused()
    look(browser_page)

    dates.fill("The group meets again in June.")
    dates.blur()
    expect(browser_page.locator("#named-DATES mark")).to_have_count(0)
    browser_page.goto(meeting)
    browser_page.get_by_role("button", name="Close the meeting").click()
    expect(browser_page.get_by_text("The meeting is closed and its minutes are locked.")).to_be_visible()


def test_minutes_extract_log_and_what_is_named_can_be_read_by_everyone(coordinator, sitting, browser_page):
    item = sitting.items[0]
    notes = {"WELCOME": f"Theodora, in {item.case.reference}.", str(item.id): "Hallewell " * 60}
    save_minutes(sitting, notes, marks="", by=coordinator.account)
    pages = [f"/meetings/{sitting.id}/minutes", f"/meetings/{sitting.id}/minutes/names"]
    pages += [f"/meetings/items/{item.id}/extract", "/meetings/log?reference=PPRG"]
    sign_in(browser_page, coordinator.account)
    for url in pages:
        browser_page.goto(url, wait_until="networkidle")
        look(browser_page)
