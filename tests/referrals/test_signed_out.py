"""A sign-in runs out while somebody writes: the page keeps the words, and saves them after the next."""

import pytest
from playwright.sync_api import expect

from pprg.accounts.models import SignIn
from pprg.accounts.states import Role
from pprg.database import commit, db, undo
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import Step
from tests.builders import a_draft
from tests.people import PASSWORD, an_account

pytestmark = pytest.mark.needs("chromium")
POLICE = "Marlshire Police"


@pytest.fixture
def writer(app):
    account = an_account("Rowan Referrer", Role.REFERRER, POLICE)
    commit()
    return account


@pytest.fixture
def draft(writer):
    made = a_draft(by=writer)
    commit()
    return made


@pytest.fixture
def page(draft, writer, browser_page):
    sign_in(browser_page, writer)
    address = f"/referrals/{draft.id}/why"
    undo()
    browser_page.goto(address)
    return browser_page


def sign_in(page, account):
    email = account.email
    undo()  # the test lets go of the database, so that the browser's requests get in
    page.goto("/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def signed_out_everywhere():
    for one in db.session.query(SignIn):
        db.session.delete(one)
    commit()


def kept(draft):
    """What the server has. The test lets go of the database, so that the browser's requests get in."""
    db.session.expire_all()
    words = db.session.get(Referral, draft.id).answers[Step.WHY]["together"]
    undo()
    return words


def writes(page, words):
    page.locator("#together").fill(words)
    page.locator("#learning").focus()


def test_the_page_says_so_keeps_the_words_and_saves_them_once_signed_in_again(page, draft, writer):
    signed_out_everywhere()
    writes(page, "Nobody told the others.")
    status = page.locator("[data-saved]")
    expect(status).to_contain_text("Sign in again in another tab; this page keeps your words.")
    expect(page.locator("#together")).to_have_value("Nobody told the others.")
    assert kept(draft) != "Nobody told the others."

    with page.context.expect_page() as opened:
        status.get_by_role("link", name="Sign in").click()
    sign_in(opened.value, writer)
    opened.value.close()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")

    expect(status).to_contain_text("You can leave.")
    assert kept(draft) == "Nobody told the others."

    writes(page, "Nobody told the others, then or later.")
    expect(status).to_contain_text("You can leave.")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url(lambda url: not url.endswith("/why"))
    assert kept(draft) == "Nobody told the others, then or later."


def test_pressing_the_button_while_signed_out_stays_on_the_page_that_has_the_words(page, draft):
    signed_out_everywhere()
    page.locator("#together").fill("Typed and sent at once.")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.locator("[data-saved]")).to_contain_text("Sign in again in another tab")
    page.wait_for_url("**/why")
    expect(page.locator("#together")).to_have_value("Typed and sent at once.")


def test_somebody_else_who_signs_in_saves_nothing_of_it(page, draft):
    signed_out_everywhere()
    writes(page, "Nobody told the others.")
    expect(page.locator("[data-saved]")).to_contain_text("Sign in again")
    other = an_account("Other Person", Role.REFERRER, POLICE)
    commit()
    tab = page.context.new_page()
    sign_in(tab, other)
    tab.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("[data-saved]")).to_contain_text("you signed in as somebody else")
    assert kept(draft) != "Nobody told the others."
    expect(page.locator("#together")).to_have_value("Nobody told the others.")


def test_newer_words_of_somebody_else_are_not_overwritten_after_signing_in_again(page, draft, writer):
    signed_out_everywhere()
    writes(page, "Mine.")
    expect(page.locator("[data-saved]")).to_contain_text("Sign in again")
    services.save_step(draft, Step.WHY, {"together": "Theirs, newer."}, version=draft.version, by=writer)
    commit()
    tab = page.context.new_page()
    sign_in(tab, writer)
    tab.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("[data-saved]")).to_contain_text("there are newer answers")
    assert kept(draft) == "Theirs, newer."
    expect(page.locator("#together")).to_have_value("Mine.")


def test_signing_in_again_in_another_tab_before_anything_was_lost_needs_nothing_more(page, draft, writer):
    """The token of this page is of the earlier sign-in: it fetches the new one by itself."""
    tab = page.context.new_page()
    page.context.clear_cookies()
    sign_in(tab, writer)
    tab.close()
    with page.expect_response(lambda answer: answer.url.endswith("/keep") and answer.status == 204):
        writes(page, "Saved with the new sign-in.")
    assert kept(draft) == "Saved with the new sign-in."
