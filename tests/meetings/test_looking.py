"""Every page of the room in a real browser: axe, 320 pixels, keyboard, and what scripts add."""

import pytest
from playwright.sync_api import expect

from pprg import database
from pprg.cases import services as cases
from pprg.guidance.codes import Route
from pprg.meetings import services
from tests.browser import look, tab_to
from tests.builders import a_sent_referral
from tests.meetings.builders import a_decision, a_recorded_decision, a_signed_decision, an_item
from tests.people import PASSWORD


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )


def sign_in(page, account):
    """What the test has built is committed first: a test that still writes would make the browser wait."""
    email = account.email
    database.commit()
    page.goto("/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/")


def test_every_page_of_the_coordinator_can_be_read_by_everyone(item, coordinator, people, browser_page):
    chair = people.chair().account
    pages = ["/meetings/", "/meetings/new", f"/meetings/{item.meeting_id}", f"/meetings/items/{item.id}"]
    decisions = [
        a_decision(item, Route.CHILD, by=coordinator),
        a_recorded_decision(item, Route.DHR, by=coordinator),
        a_signed_decision(item, Route.SAR, by=coordinator, chair=chair),
    ]
    pages += [f"/meetings/decisions/{decision.id}" for decision in decisions]
    pages += [f"/meetings/decisions/{decisions[0].id}/aloud", f"/meetings/of-case/{item.case_id}"]
    pages += [f"/meetings/{item.meeting_id}/change", f"/meetings/items/{item.id}/step-out"]
    pages += [f"/meetings/decisions/{decisions[0].id}{more}" for more in ("?more=actions", "/earlier")]
    pages += [f"/meetings/decisions/{decisions[2].id}/amendment"]
    sign_in(browser_page, coordinator)
    for url in pages:
        browser_page.goto(url, wait_until="networkidle")  # pieces of other pages are still coming
        look(browser_page)


def test_the_agenda_is_ordered_by_keyboard_and_the_focus_stays(item, coordinator, people, browser_page):
    services.put_on_agenda(item.meeting, a_sent_referral(by=people.referrer().account), by=coordinator)
    url, down, up = f"/meetings/{item.meeting_id}", f"#down-{item.id}", f"#up-{item.id}"
    reference = item.case.reference
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    down = browser_page.locator(down)
    tab_to(browser_page, down)
    browser_page.keyboard.press("Enter")
    browser_page.locator(up).wait_for()
    lines = browser_page.locator("#agenda li[id^=item-]").all_inner_texts()
    assert reference in lines[1]
    look(browser_page)


def test_a_refused_recording_leads_by_keyboard_to_the_box_that_lacks(item, coordinator, people, browser_page):
    decision = a_decision(item, by=coordinator)
    decision.weighings[3].reason = ""
    url = f"/meetings/decisions/{decision.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    browser_page.click("text=Ready for the chair to sign")
    browser_page.locator(".govuk-error-summary a").wait_for()
    look(browser_page)
    browser_page.locator(".govuk-error-summary a").press("Enter")
    expect(browser_page.locator("*:focus")).to_have_attribute("name", "criterion_worked_together-reason")


def test_what_is_typed_is_saved_and_read_aloud_without_a_button(item, coordinator, people, browser_page):
    decision = a_decision(item, by=coordinator)
    url = f"/meetings/decisions/{decision.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    browser_page.fill("#reason", "nobody called a meeting")
    browser_page.locator("#reason").blur()
    aloud = browser_page.locator("#aloud", has_text="because nobody called a meeting.")
    aloud.wait_for()
    expect(browser_page.locator("[data-saved]")).to_contain_text("Saved")
    look(browser_page)


def test_the_page_with_two_texts_works_without_scripts(item, coordinator, people, plain_page):
    second = people.coordinator("Sasha Second")
    decision = a_decision(item, by=coordinator)
    url = f"/meetings/decisions/{decision.id}"
    sign_in(plain_page, coordinator)
    plain_page.goto(url)
    second.fills_in(url, reason="the first text")
    database.commit()
    plain_page.fill("#reason", "the second text")
    plain_page.click("button:text-is('Save')")
    plain_page.get_by_label("What you wrote").check()
    plain_page.click("text=Save what I chose")
    expect(plain_page.locator("#reason")).to_have_value("the second text")


def test_who_stepped_out_sees_an_agenda_that_can_be_read_by_everyone(item, people, browser_page):
    member = people.panel_member()
    cases.step_out(item.case, member.account, by=member.account)
    url = f"/meetings/{item.meeting_id}"
    sign_in(browser_page, member.account)
    browser_page.goto(url)
    expect(browser_page.locator("#agenda")).to_contain_text("you have stepped out.")
    look(browser_page)


def test_a_decision_is_weighed_from_the_keyboard_with_scripts(item, coordinator, people, browser_page):
    """Facts copied, the next thing that is left found by its link, and the tag says that it is weighed."""
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    database.commit()
    url = f"/meetings/decisions/{decision.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    copies = browser_page.locator("button[name=copy][value=adult]")
    tab_to(browser_page, copies)
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**/decisions/*?open=adult*")
    browser_page.locator("#criterion_adult-answer-0").press("Space")
    browser_page.locator("#criterion_adult-reason").fill("Nobody doubts it.")
    browser_page.locator("#wants-adult", has_text="Weighed").wait_for()
    left = browser_page.locator("#aloud a", has_text="Criterion 2 needs")
    left.wait_for()
    left.press("Enter")
    expect(browser_page.locator("*:focus")).to_have_id("criterion_area-answer-0")
    browser_page.locator("input[value^='wait for']").check()
    browser_page.locator("#of_whom").fill("the coroner")
    look(browser_page)


def test_of_whom_and_by_when_are_asked_where_the_outcome_needs_them(item, coordinator, people, browser_page):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    database.commit()
    url = f"/meetings/decisions/{decision.id}"
    sign_in(browser_page, coordinator)
    browser_page.goto(url)
    whom, against = browser_page.locator("#of_whom"), browser_page.locator("#for_and_against")
    expect(whom).to_be_hidden()
    expect(against).to_be_hidden()
    browser_page.locator("input[value^='ask one']").check()
    browser_page.locator("input[value^='most agreed']").check()
    expect(whom).to_be_visible()
    expect(against).to_be_visible()
    browser_page.locator("input[value^='hold no review']").check()
    expect(whom).to_be_hidden()


def test_rows_and_undo_work_without_scripts(item, coordinator, people, plain_page):
    decision = services.start_decision(item, Route.SAR, by=coordinator)
    database.commit()
    url = f"/meetings/decisions/{decision.id}"
    sign_in(plain_page, coordinator)
    plain_page.goto(url)
    plain_page.fill("#learning_now", "Ask who else is calling.")
    plain_page.click("text=Add an urgent action")
    plain_page.fill("#actions-0-what", "Check every alarm.")
    plain_page.click("text=Add another")
    expect(plain_page.locator("#actions-0-what")).to_have_value("Check every alarm.")
    expect(plain_page.locator("#learning_now")).to_have_value("Ask who else is calling.")
    plain_page.click("button:text-is('Undo the last change')")
    expect(plain_page.locator("#actions-0-what")).to_have_count(0)
    expect(plain_page.locator("#learning_now")).to_have_value("Ask who else is calling.")
