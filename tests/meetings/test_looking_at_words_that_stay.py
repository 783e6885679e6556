"""Words that only look like a name, in a real browser: kept for a reason, by keyboard and without scripts."""

import pytest
from playwright.sync_api import expect

from pprg import clock
from pprg.meetings.services.minuting import begin_meeting, save_minutes
from pprg.meetings.states.naming import Stays
from tests.browser import look, tab_to
from tests.meetings.builders import a_decision, an_item
from tests.meetings.test_looking import sign_in

ROOM = "We met in the Theodora Room."


@pytest.fixture
def sitting(coordinator, referrer):
    item = an_item(by=coordinator.account, referrer=referrer)
    item.meeting.held_on = clock.today()
    begin_meeting(item.meeting, by=coordinator.account)
    return item.meeting


def lets_stay(page):
    """From the box to the reason and back to the minutes."""
    page.get_by_role("link", name="Is nobody in a case meant?").click()
    page.get_by_text("Nobody in a case is meant: Theodora").click()
    page.get_by_label(Stays.WORD.value).check()
    page.get_by_role("button", name="Let these words stay").click()
    expect(page.get_by_text(f"It stays: {Stays.WORD}.")).to_be_visible()


def test_a_room_called_like_somebody_stays_and_the_minutes_ask_no_more(coordinator, sitting, browser_page):
    address = f"/meetings/{sitting.id}/minutes"
    sign_in(browser_page, coordinator.account)
    browser_page.goto(address)
    browser_page.get_by_label("Notes: Dates").fill(ROOM)
    browser_page.get_by_label("Notes: Dates").blur()
    expect(browser_page.locator("#named-DATES mark")).to_have_text("Theodora", timeout=15_000)
    look(browser_page)

    lets_stay(browser_page)
    look(browser_page)

    browser_page.goto(address)
    expect(browser_page.get_by_label("Notes: Dates")).to_have_value(ROOM)
    expect(browser_page.locator("#named-DATES mark")).to_have_count(0)


def test_without_scripts_words_stay_too_and_a_reason_is_asked_for(coordinator, sitting, plain_page):
    save_minutes(sitting, {"DATES": ROOM}, marks="", by=coordinator.account)
    sign_in(plain_page, coordinator.account)
    plain_page.goto(f"/meetings/{sitting.id}/minutes/names")
    plain_page.get_by_text("Nobody in a case is meant: Theodora").click()
    plain_page.get_by_role("button", name="Let these words stay").click()
    plain_page.get_by_role("link", name="Say what it is").click()
    expect(plain_page.get_by_label(Stays.COLLEAGUE.value)).to_be_visible()
    look(plain_page)

    plain_page.goto(f"/meetings/{sitting.id}/minutes")
    lets_stay(plain_page)


def test_a_name_in_a_decision_is_asked_about_by_keyboard_before_the_chair_has_it(
    coordinator, sitting, browser_page
):
    decision = a_decision(sitting.items[0], by=coordinator.account, learning_now="See the Theodora Centre.")
    sign_in(browser_page, coordinator.account)
    browser_page.goto(f"/meetings/decisions/{decision.id}", wait_until="networkidle")
    expect(browser_page.get_by_role("heading", name="Does it say who somebody is?")).to_be_visible()
    ready = browser_page.get_by_role("button", name="Ready for the chair to sign")
    ready.click()
    browser_page.get_by_role("link", name="This says who somebody is").click()
    expect(browser_page.locator("#learning_now")).to_be_focused()
    look(browser_page)

    tab_to(browser_page, browser_page.get_by_label(Stays.COLLEAGUE.value))
    browser_page.keyboard.press("ArrowDown")
    expect(browser_page.get_by_label(Stays.WORD.value)).to_be_checked()
    tab_to(browser_page, ready)
    browser_page.keyboard.press("Enter")
    expect(browser_page.get_by_text("Recorded. The chair is told that it is ready to sign.")).to_be_visible()
