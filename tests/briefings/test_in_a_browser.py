"""The editor in a real browser: by keyboard, with htmx and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from pprg import clock
from pprg.briefings import queries, services
from pprg.briefings.content import BoxKind
from pprg.database import commit, db
from tests.briefings.builders import a_chosen_publication, a_publication, facts, rewritten
from tests.browser import look, tab_to
from tests.people import PASSWORD

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def publication(author):
    return a_publication(by=author.account)


def signs_in(page: Page, account) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(account.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def moving(way: str, line: str) -> re.Pattern[str]:
    """The name of a button: "Move down" is seen, which line is heard."""
    return re.compile(f"^Move {way}.*{re.escape(line)}$")


def opens(page, author, publication, where=""):
    db.session.refresh(author.account)  # read before the commit: nothing is asked of the database after it
    commit()
    signs_in(page, author.account)
    page.goto(f"/publications/{publication.id}/briefing{where}")


@pytest.mark.parametrize("where", ["", "?box=learned", "?show=team-meeting-slides", "/preview", "/release"])
def test_every_page_is_for_everybody(browser_page, author, publication, where):
    opens(browser_page, author, publication, where)

    look(browser_page)


def test_a_page_with_a_changed_and_a_lost_line_is_for_everybody(browser_page, author):
    publication = a_chosen_publication(by=author.account)
    rewritten(publication, "person", by=author.account, pen_picture=[facts()[0], "She raised roses."])
    opens(browser_page, author, publication, "?box=person")

    expect(browser_page.get_by_text("The record has changed since you chose this.")).to_be_visible()
    expect(browser_page.get_by_text("The record no longer holds this line.")).to_be_visible()
    look(browser_page)


def test_the_form_for_release_is_for_everybody(browser_page, author):
    opens(browser_page, author, a_chosen_publication(by=author.account), "/release")

    expect(browser_page.get_by_role("button", name="Make the files and ask")).to_be_visible()
    look(browser_page)


def test_a_tick_saved_by_keyboard_changes_the_words_and_the_preview_without_a_new_page(
    browser_page, author, publication
):
    page = browser_page
    opens(page, author, publication)
    page.evaluate("document.body.dataset.same = 'page'")
    box = page.get_by_role("checkbox", name=facts()[3])
    tab_to(page, box)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Save and show"))
    page.keyboard.press("Enter")

    expect(page.locator(".pprg-paper")).to_contain_text(facts()[3])
    expect(page.locator("#said")).to_have_text("Saved. 605 words.")
    expect(page.get_by_role("button", name="Save and show")).to_be_focused()
    assert page.evaluate("document.body.dataset.same") == "page"
    look(page)


def test_lines_change_places_by_buttons_and_the_button_keeps_the_focus(browser_page, author, publication):
    page = browser_page
    opens(page, author, publication)
    page.get_by_role("button", name=moving("down", facts()[0])).click()

    expect(page.locator(".pprg-paper__person li").first).to_have_text(facts()[1])
    expect(page.get_by_role("button", name=moving("down", facts()[0]))).to_be_focused()
    assert queries.choices_of(publication)[BoxKind.PERSON].picks[0].text == facts()[1]


def test_words_typed_are_saved_by_themselves(browser_page, author, publication):
    page = browser_page
    opens(page, author, publication)
    page.get_by_text("Say it shorter").first.click()
    page.get_by_label(f"Your shorter words for: {facts()[0]}").fill("Marian cooked.")
    page.keyboard.press("Tab")

    expect(page.locator("[data-saved]")).to_contain_text("Saved")
    assert queries.choices_of(publication)[BoxKind.PERSON].picks[0].shorter == "Marian cooked."


def test_preview_and_meter_follow_the_keys_and_leave_focus_and_scrolling_alone(
    browser_page, author, publication
):
    page = browser_page
    opens(page, author, publication, "?box=person")
    page.get_by_text("Say it shorter").first.click()
    field = page.get_by_label(f"Your shorter words for: {facts()[0]}")
    tab_to(page, field)
    page.locator("#preview").evaluate("pane => { pane.scrollTop = 120; }")
    before = page.evaluate("scrollY")
    page.keyboard.type("Marian failed to engage.")

    expect(page.locator(".pprg-paper__person li").first).to_have_text("Marian failed to engage.")
    expect(page.locator(".pprg-prompts li").first).to_contain_text("did not come to appointments")
    expect(page.locator("#box-stands")).to_contain_text("1 idea for other words")
    expect(page.locator("#said")).to_contain_text("Who was Marian?:")
    expect(field).to_be_focused()
    expect(field).to_have_value("Marian failed to engage.")
    assert page.evaluate("scrollY") == before
    assert page.locator("#preview").evaluate("pane => pane.scrollTop") == 120
    look(page)


def test_the_slides_follow_the_keys_too(browser_page, author, publication):
    page = browser_page
    opens(page, author, publication, "?box=person&show=short-slides")
    page.get_by_text("Say it shorter").first.click()
    page.get_by_label(f"Your shorter words for: {facts()[0]}").press_sequentially("Marian cooked.")

    expect(page.locator(".pprg-deck")).to_contain_text("Marian cooked.")


def test_comments_and_the_familys_day_are_for_everybody(browser_page, coordinator, publication):
    page = browser_page
    opens(page, coordinator, publication, "?box=happened")
    page.get_by_text("Comment on this box").click()
    page.get_by_label("Your comment").fill("Is the second event too close to home?")
    page.get_by_role("button", name="Comment").click()
    expect(page.get_by_role("button", name="Settled")).to_be_visible()
    page.get_by_text("Note on which day they agreed").click()
    page.get_by_role("button", name="Note this day").click()

    expect(page.get_by_role("alert").first).to_contain_text("Enter the day on which they agreed.")
    look(page)


def test_words_before_a_second_person_are_changed_on_purpose_alone(browser_page, author):
    publication = a_chosen_publication(by=author.account)
    services.ask_for_release(publication, dated=clock.today(), by=author.account)
    opens(browser_page, author, publication, "?box=person")

    expect(browser_page.get_by_text("Saving a change here ends that check.")).to_be_visible()
    assert browser_page.locator("form#lines").get_attribute("data-autosave") is None


def test_everything_works_without_a_script(plain_page, author, publication):
    page = plain_page
    opens(page, author, publication, "?box=person")
    page.get_by_role("button", name="Take the first choice as mine").click()
    page.get_by_role("button", name=moving("down", facts()[0])).click()
    page.get_by_role("checkbox", name=facts()[3]).check()
    page.get_by_role("button", name="Save and show").click()

    said = page.locator(".pprg-paper__person li")
    expect(said).to_have_text([facts()[1], facts()[0], facts()[2], facts()[3]])
    page.get_by_text("Say it shorter").first.click()
    page.get_by_label(f"Your shorter words for: {facts()[1]}").fill("She grew sweet peas.")
    page.get_by_role("button", name="Show without saving").click()
    expect(page.locator(".pprg-paper__person li").first).to_have_text("She grew sweet peas.")
    page.go_back()
    page.get_by_role("link", name="Short slides", exact=True).click()
    expect(page.locator("#preview-name")).to_have_text("Short slides")
    look(page)


def test_drafts_are_handed_over_as_files(browser_page, author, publication):
    page = browser_page
    opens(page, author, publication)

    with page.expect_download() as handed:
        page.get_by_role("link", name="Word draft of the 7-minute briefing").click()

    assert handed.value.suggested_filename == "MAR-L-2024-03-seven-minute-briefing-draft-1.docx"
