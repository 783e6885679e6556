"""The pages of those who decide for a legal owner in a real browser: axe, 320 pixels, keyboard."""

import pytest
from playwright.sync_api import expect

from pprg.agencies.states import LegalOwner
from pprg.guidance.codes import Route
from pprg.meetings import services
from pprg.meetings.states import Outcome, RatifyingEvent
from tests.browser import look
from tests.meetings.builders import a_signed_decision
from tests.meetings.test_looking import sign_in
from tests.requests.builders import asked, returned

TOGETHER = "Housing, the GP and adult social care each closed their case."


@pytest.fixture
def partners(people):
    owners = [owner for owner in LegalOwner if owner.name.startswith("PARTNER")]
    return {owner: people.decision_maker(owner).account for owner in owners}


@pytest.fixture
def rapid(item, partners, people, coordinator, chair):
    """Disputed; what the police answered came after it was put before the partners."""
    people.decision_maker()
    by = coordinator.account
    police, _ = asked(item.case, "Marlshire Police", "Marlford Housing", by=by)
    made = a_signed_decision(item, Route.CHILD, by=by, chair=chair.account, outcome=Outcome.RAPID_REVIEW)
    returned(police, by=by)
    answer = services.answer_ratification
    council, police = (LegalOwner.PARTNER_LOCAL_AUTHORITY, LegalOwner.PARTNER_POLICE)
    answer(put(made, council), RatifyingEvent.REFUSE, by=partners[council], reasons="No abuse is suspected.")
    answer(put(made, police), RatifyingEvent.CHANGE, by=partners[police], reasons="Without the school.")
    return made


def put(decision, owner):
    return next(each for each in decision.ratifications if each.owner == owner)


def test_a_partner_comes_to_the_pack_and_back_by_keyboard(rapid, partners, browser_page):
    health = LegalOwner.PARTNER_HEALTH
    url = f"/meetings/ratifications/{put(rapid, health).id}"
    sign_in(browser_page, partners[health])
    for page in (url, f"{url}/interest"):
        browser_page.goto(page)
        look(browser_page)
    browser_page.get_by_text("I have an interest").press("Enter")
    look(browser_page)

    browser_page.get_by_role("button", name="No interest: open the pack").press("Enter")
    browser_page.get_by_text("New: What Marlshire Police answered").wait_for()
    look(browser_page)
    expect(browser_page.locator("main")).to_contain_text(TOGETHER)
    browser_page.get_by_role("link", name="Print view").press("Enter")
    browser_page.wait_for_url("**/pack/print")
    look(browser_page)

    browser_page.goto(url)
    browser_page.get_by_label("I agree", exact=True).press("Space")
    browser_page.get_by_role("button", name="Sign your answer").press("Enter")
    browser_page.wait_for_url("**/ratifications")
    look(browser_page)


def test_the_executive_and_the_coordinator_see_the_dispute(
    rapid, people, partners, coordinator, browser_page
):
    council = put(rapid, LegalOwner.PARTNER_LOCAL_AUTHORITY).id
    sign_in(browser_page, people.decision_maker().account)
    for page in ("/meetings/ratifications", f"/meetings/ratifications/{council}"):
        browser_page.goto(page)
        look(browser_page)
    browser_page.context.clear_cookies()
    partners[LegalOwner.PARTNER_HEALTH].active = False
    sign_in(browser_page, coordinator.account)
    browser_page.goto(f"/meetings/decisions/{rapid.id}/ratification")
    expect(browser_page.locator("main")).to_contain_text("Nobody can answer")
    look(browser_page)
