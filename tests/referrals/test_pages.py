"""The pages of a referral in a real browser: to look at, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from pprg import database
from pprg.referrals import services
from pprg.referrals.states import Step
from tests.browser import look
from tests.builders import a_draft, a_sent_referral
from tests.people import PASSWORD
from tests.referrals.builders import NAME

pytestmark = pytest.mark.needs("chromium")


def signs_in(page, person):
    email = person.account.email
    database.commit()  # lets go of the lock: the browser's server is another writer
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_every_page_of_the_referrer_can_be_read_by_everybody(people, browser_page):
    writer = people.referrer()
    draft = a_draft(by=writer.account, ask={"types": ["sar", "child", "dhr"]}, happened={"at_risk": "yes"})
    sent = a_sent_referral(by=writer.account)
    urls = ["/referrals/", "/referrals/new", f"/referrals/{sent.id}", f"/referrals/{sent.id}/withdraw"]
    urls += [
        f"/referrals/{draft.id}{page}" for page in ("", *(f"/{step}" for step in Step), "/check", "/withdraw")
    ]
    signs_in(browser_page, writer)
    for url in urls:
        browser_page.goto(url)
        look(browser_page)


def test_every_page_of_the_coordinator_can_be_read_by_everybody(people, browser_page):
    coordinator, writer = people.coordinator(), people.referrer().account
    sent = a_sent_referral(by=writer)
    returned = a_sent_referral(by=writer, ask={"urgency": ["media"]})
    services.return_referral(returned, "When?", by=coordinator.account)
    urls = ["/referrals/", "/referrals/?stands=returned", f"/referrals/{sent.id}/return"]
    urls += [f"/referrals/{sent.id}", f"/referrals/{returned.id}"]
    signs_in(browser_page, coordinator)
    for url in urls:
        browser_page.goto(url)
        look(browser_page)


def test_mistakes_can_be_read_by_everybody(people, browser_page):
    url = f"/referrals/{a_draft(by=people.referrer().account, happened={'at_risk': 'yes', 'facts': ''}).id}"
    signs_in(browser_page, people.referrer())
    browser_page.goto(f"{url}/person")
    browser_page.locator("#born-month").fill("13")
    browser_page.get_by_role("button", name="Save and continue").click()
    browser_page.get_by_text("There is a problem").wait_for()
    look(browser_page)
    browser_page.goto(f"{url}/check")
    browser_page.get_by_role("button", name="Send the referral").click()
    browser_page.get_by_role("link", name="Say what happened.").click()
    browser_page.wait_for_url(f"**{url}/happened#facts")
    expect(browser_page.locator("#facts")).to_be_in_viewport()


def test_what_is_typed_is_there_without_pressing_anything(people, browser_page):
    url = f"/referrals/{a_draft(by=people.referrer().account).id}/why"
    signs_in(browser_page, people.referrer())
    browser_page.goto(url)
    box = browser_page.get_by_label("How did the agencies work together?")
    box.fill("")
    box.press_sequentially("Nobody told\nanybody & “everybody” knew")
    browser_page.get_by_text("You can leave.").wait_for()
    with browser_page.expect_response("**/keep"):
        box.press_sequentially(".")
    browser_page.reload()
    assert box.input_value() == "Nobody told\nanybody & “everybody” knew."


def test_who_it_is_is_shown_in_its_place_and_hidden_again(people, browser_page):
    url = f"/referrals/{a_sent_referral(by=people.referrer().account, person={'others': ''}).id}"
    signs_in(browser_page, people.coordinator())
    browser_page.goto(url)
    person = browser_page.locator(".pprg-person")
    person.get_by_text("Show who this is").first.click()
    person.get_by_role("button", name="Show who this is").click()
    person.get_by_text("Choose why you need to know.").wait_for()
    person.get_by_label("To understand the referral").check()
    person.get_by_role("button", name="Show who this is").click()
    person.get_by_text(NAME).wait_for()
    look(browser_page)
    assert browser_page.url.endswith(url)
    person.get_by_role("link", name="Hide it again").click()
    person.get_by_text(NAME).wait_for(state="detached")


def test_a_referral_is_written_and_sent_without_javascript(people, plain_page):
    page = plain_page
    signs_in(page, people.referrer())
    page.goto("/referrals/")
    page.get_by_role("link", name="Refer a case").click()
    page.get_by_role("button", name="Start a referral").click()
    page.get_by_role("link", name="You and your safeguarding lead").click()
    for label, words in (
        ("Your job title", "Sergeant"),
        ("Your work telephone number", "01632 960001"),
        ("Who they are", "Lee Lead"),
        ("How your agency knew the person or family", "We did not."),
    ):
        page.get_by_label(label, exact=True).fill(words)
    on_the_day(page, "lead_on")
    onwards(page)
    page.get_by_label("Safeguarding Adults Review").check()
    page.get_by_label("An adult").check()
    page.get_by_label("No, the person is alive").check()
    page.get_by_role("radiogroup", name="Is another council area involved?").get_by_label(
        "No", exact=True
    ).check()
    onwards(page)
    page.get_by_label("Full name").fill("Not known")
    page.get_by_label("Or the age").fill("about 50")
    onwards(page)
    page.get_by_role("radiogroup", name="Is anybody at risk now?").get_by_label("No", exact=True).check()
    page.get_by_label("Where it happened").fill("A park in Marlshire")
    page.get_by_label("What happened").last.fill("He was found hurt.")
    for day in ("when", "agency_knew", "council_knew"):
        on_the_day(page, day)
    onwards(page)
    page.get_by_label("How did the agencies work together?").fill("Not known.")
    onwards(page)
    page.get_by_role("button", name="Send the referral").click()
    assert "Your referral is with the group" in page.locator("h1").inner_text()
    assert "Adult, about 50" in page.locator("main").inner_text()


def on_the_day(page, name):
    for box, number in (("day", "1"), ("month", "2"), ("year", "2024")):
        page.locator(f"#{name}-{box}").fill(number)


def onwards(page):
    page.get_by_role("button", name="Save and continue").click()
