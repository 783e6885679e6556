"""What follows a decision, in a real browser: amended, challenged, discontinued, before the group again."""

import pytest
from playwright.sync_api import expect

from pprg import clock
from pprg.accounts.states import Role
from pprg.database import commit
from pprg.meetings import services
from pprg.meetings.services.amending import amend_decision
from pprg.meetings.services.challenging import answer_challenge, ask_to_consider, enter_challenge
from pprg.meetings.states import ChallengeBy, ChallengeOutcome, Outcome
from pprg.reviews.queries import review_for
from pprg.reviews.services import appoint_author, discontinue_review
from tests.browser import look
from tests.meetings.builders import a_meeting, a_ratified_decision, words
from tests.meetings.test_looking import sign_in
from tests.people import an_account


@pytest.fixture
def decided(item, coordinator, chair, people):
    by = coordinator.account
    decision = a_ratified_decision(item, by=by, chair=chair.account, outcome=Outcome.MANDATORY_SAR)
    appoint_author(review_for(decision.case, decision.calls_for), people.author().account, by=by)
    return decision


def test_an_amendment_says_what_follows_on_each_of_its_pages(decided, coordinator, chair, browser_page):
    by = coordinator.account
    sign_in(browser_page, by)
    browser_page.goto(f"/meetings/decisions/{decided.id}/amendment")
    look(browser_page)
    edition = amend_decision(decided, "A report came that says otherwise.", by=by)
    said = words(outcome=Outcome.LEARNING_REVIEW, reason="it was read again")
    services.save_decision(edition, said, version=edition.version, by=by)
    sign_in_again(browser_page, by, f"/meetings/decisions/{edition.id}")
    expect(browser_page.get_by_text("will be discontinued")).to_be_visible()
    look(browser_page)
    browser_page.locator("input[name=outcome][value='hold no review']").check()
    browser_page.get_by_text("A review will be commissioned").wait_for(state="detached")
    look(browser_page)


def sign_in_again(page, account, url):
    """What the test has written meanwhile is there for the browser."""
    commit()
    page.goto(url, wait_until="networkidle")


def test_what_is_looked_at_again_can_be_read_by_everyone(decided, coordinator, browser_page):
    by, una = coordinator.account, an_account("Una Other", Role.CHAIR, "Marlshire Safeguarding Partnership")
    asked = enter_challenge(
        decided, ChallengeBy.FAMILY, received_on=clock.today(), words="Nobody rang her sister.", by=by
    )
    ask_to_consider(asked, una, by=by)
    answer_challenge(asked, ChallengeOutcome.AGAIN, advice="Counsel.", reply="We look again.", by=una)
    later = a_meeting(by=by, in_days=30)
    sign_in(browser_page, by)
    for url in ("/", f"/meetings/challenges/{asked.id}", f"/meetings/items/{decided.item_id}/again"):
        browser_page.goto(url, wait_until="networkidle")
        look(browser_page)
    browser_page.goto(f"/meetings/{later.id}", wait_until="networkidle")
    look(browser_page)
    browser_page.get_by_role("button", name="Put on the agenda").first.click()
    browser_page.locator("[id^=item-]").first.wait_for()
    browser_page.get_by_role("link", name=decided.case.reference).first.click()
    browser_page.get_by_role("heading", name="What the group is asked").wait_for()
    look(browser_page)


def test_a_review_that_ends_early_can_be_read_by_everyone(decided, coordinator, browser_page):
    by, review = coordinator.account, review_for(decided.case, decided.calls_for)
    sign_in(browser_page, by)
    browser_page.goto(f"/reviews/{review.id}/discontinuation")
    look(browser_page)
    browser_page.get_by_role("button", name="Discontinue the review").click()
    browser_page.locator(".govuk-error-summary").wait_for()
    look(browser_page)
    discontinue_review(review, "The inquest looks at the same questions.", by=by)
    for url in (f"/reviews/{review.id}", "/reviews/"):
        sign_in_again(browser_page, by, url)
        look(browser_page)
