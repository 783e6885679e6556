"""Pages of letters in a real browser: axe, 320 pixels, saved while typing, and how it looks follows."""

import re

import pytest
from playwright.sync_api import expect

from pprg import database
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterKind
from tests.browser import look
from tests.meetings.builders import a_ratified_decision, an_item
from tests.meetings.letters import sent, to_referrer
from tests.people import PASSWORD
from tests.referrals.builders import NAME


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def decided(people, coordinator):
    members = [people.panel_member().account]
    item = an_item(by=coordinator, referrer=people.referrer().account, members=members)
    return a_ratified_decision(item, by=coordinator, chair=people.chair().account)


def sign_in(page, account):
    """What the test has built is committed first: a test that still writes would make the browser wait."""
    email = account.email
    database.commit()
    page.goto("/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/")


def test_every_page_of_letters_can_be_read_by_everyone(decided, coordinator, browser_page):
    family = services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator)
    letter = sent(to_referrer(decided, coordinator), coordinator)
    pages = [f"/meetings/of-case/{decided.case_id}/letters"]
    pages += [f"/meetings/letters/{family.id}{part}" for part in ("", "/preview", "/sending")]
    pages += [f"/meetings/letters/{letter.id}", f"/meetings/letters/of-referral/{letter.referral_id}"]
    sign_in(browser_page, coordinator)
    for url in pages:
        browser_page.goto(url)
        look(browser_page)


def test_it_is_saved_while_typing_and_the_paper_follows(decided, coordinator, browser_page):
    letter = to_referrer(decided, coordinator)
    url = f"/meetings/letters/{letter.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    browser_page.fill("#words", "Dear colleague,\n\n## Why\n\n- It matters.")
    browser_page.locator("#to").focus()
    browser_page.locator(".pprg-letter li", has_text="It matters.").wait_for()
    expect(browser_page.locator(".pprg-letter h4")).to_have_text("Why")
    assert re.search(r"^Saved \d\d:\d\d", browser_page.locator("[data-saved]").inner_text())
    browser_page.goto(url)
    assert browser_page.locator("#words").input_value().endswith("- It matters.")


def test_a_name_shows_while_it_is_typed_and_the_way_out_is_by_keyboard(decided, coordinator, browser_page):
    url = f"/meetings/letters/{to_referrer(decided, coordinator).id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    browser_page.fill("#words", f"Dear colleague,\n\nNobody saw {NAME}.")
    browser_page.locator("#to").focus()
    browser_page.locator(".pprg-hits mark", has_text=NAME).wait_for()
    browser_page.locator("text=Check and send").press("Enter")
    browser_page.wait_for_url("**/sending")
    browser_page.locator("text=Send this letter").press("Enter")
    browser_page.locator(".govuk-error-summary a").first.wait_for()
    look(browser_page)
    browser_page.locator(".govuk-error-summary a").first.press("Enter")
    expect(browser_page.locator("*:focus")).to_have_attribute("name", "names")
    browser_page.locator(".pprg-panel a", has_text="Change the names in the letter").press("Enter")
    browser_page.wait_for_url(f"**{url}#words")


def test_sending_by_keyboard_leads_to_the_box_that_lacks(decided, coordinator, browser_page):
    family = services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator)
    url = f"/meetings/letters/{family.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    browser_page.locator("text=Check and send").press("Enter")
    browser_page.locator(".govuk-error-summary a").first.wait_for()
    look(browser_page)
    browser_page.locator(".govuk-error-summary a").first.press("Enter")
    expect(browser_page.locator("*:focus")).to_have_attribute("name", "to")
