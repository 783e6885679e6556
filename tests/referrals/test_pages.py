"""The pages of a referral in a real browser: to look at, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from pprg import database
from pprg.referrals import services
from pprg.referrals.steps.asking import steps_of
from tests.browser import look
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
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
    everything = {"types": ["sar", "child", "dhr"], "concerns": "both"}
    draft = a_draft(by=writer.account, essentials=everything, happened={"at_risk": "yes"})
    sent = a_sent_referral(by=writer.account)
    urls = ["/referrals/", "/referrals/new", f"/referrals/{sent.id}", f"/referrals/{sent.id}/withdraw"]
    steps = [f"/{step}" for step in steps_of(draft.answers)]
    one_of_a_list = ("/family/people/a1", "/family/people/a1/remove")
    urls += [f"/referrals/{draft.id}{page}" for page in ("", *steps, *one_of_a_list, "/check", "/withdraw")]
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


def test_every_page_of_the_safeguarding_lead_can_be_read_by_everybody(people, browser_page):
    lead = people.safeguarding_lead()
    awaited = an_awaited_referral(by=people.referrer().account)
    signs_in(browser_page, lead)
    for url in ("/referrals/?stands=awaiting", f"/referrals/{awaited.id}"):
        browser_page.goto(url)
        look(browser_page)
    browser_page.goto(f"/referrals/{awaited.id}/authorise")
    browser_page.get_by_role("button", name="Send your answer").click()
    browser_page.get_by_text("There are some problems").wait_for()
    look(browser_page)


def test_mistakes_can_be_read_by_everybody(people, browser_page):
    url = f"/referrals/{a_draft(by=people.referrer().account, happened={'at_risk': 'yes', 'facts': ''}).id}"
    signs_in(browser_page, people.referrer())
    browser_page.goto(f"{url}/essentials")
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
    expect(box).to_have_value("Nobody told\nanybody & “everybody” knew.")


def test_who_it_is_is_shown_in_its_place_and_hidden_again(people, browser_page):
    url = f"/referrals/{a_sent_referral(by=people.referrer().account, family={'people': []}).id}"
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
    browser_page.wait_for_url(f"**{url}")
    person.get_by_role("link", name="Hide it again").click()
    person.get_by_text(NAME).wait_for(state="detached")


def test_a_referral_is_written_and_sent_without_javascript(people, plain_page):
    page = plain_page
    signs_in(page, people.referrer())
    page.goto("/referrals/")
    page.get_by_role("link", name="Refer a case").click()
    page.get_by_role("button", name="Start a referral").click()
    page.get_by_role("link", name="You and the person").click()
    page.get_by_label("Your job title", exact=True).fill("Sergeant")
    page.get_by_label("Your work telephone number").fill("01632 960001")
    page.get_by_label("Safeguarding Adults Review").check()
    page.get_by_label("An adult").check()
    page.get_by_label("Full name", exact=True).fill("Not known")
    page.get_by_label("Or the age").fill("about 50")
    page.get_by_label("No, the person is alive").check()
    says(page, "Does anybody in this work for one of the partner agencies?", "No")
    onwards(page)
    says(page, "Is anybody at risk now?", "No")
    page.get_by_label("What happened").last.fill("He was found hurt.")
    page.get_by_label("Where it happened").fill("A park in Marlshire")
    for day in ("when", "agency_knew", "council_knew"):
        on_the_day(page, day)
    says(page, "Has the council been told?", "Yes")
    page.get_by_label("Which agencies knew").fill("Nobody that we know of")
    says(page, "Does the person, or their family, know of this referral?", "Yes")
    onwards(page)
    page.get_by_role("link", name="Check and send").click()
    page.get_by_role("button", name="Send the referral").click()
    expect(page.locator("h1")).to_contain_text("Your referral is sent")
    expect(page.locator("main")).to_contain_text("Adult, about 50")


def says(page, question, answer):
    page.get_by_role("radiogroup", name=question).get_by_label(answer, exact=True).check()


def on_the_day(page, name):
    for box, number in (("day", "1"), ("month", "2"), ("year", "2024")):
        page.locator(f"#{name}-{box}").fill(number)


def onwards(page):
    page.get_by_role("button", name="Save and continue").click()
