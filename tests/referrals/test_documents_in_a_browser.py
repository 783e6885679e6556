"""Choosing files in a real browser: how far each is, what was not taken, with and without a script."""

import pytest
from playwright.sync_api import expect

from pprg import database
from tests.browser import look, tab_to
from tests.builders import a_draft
from tests.papers.files import PROGRAM, a_letter, a_pdf
from tests.people import PASSWORD


def chosen(name, content, kind="application/octet-stream"):
    return {"name": name, "mimeType": kind, "buffer": content}


FILES = [
    chosen("Chronology May to June.docx", a_letter()),
    chosen("Body map.pdf", a_pdf()),
    chosen("setup.pdf", PROGRAM),
]


@pytest.fixture
def place(people):
    draft = a_draft(by=people.referrer().account)
    database.commit()
    return f"/referrals/{draft.id}/documents"


def signs_in(page, people, place):
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(people.referrer().account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(place)


def test_several_files_are_sent_one_after_the_other_and_it_says_what_became_of_each(
    people, place, browser_page
):
    page = browser_page
    signs_in(page, people, place)
    look(page)
    page.get_by_label("Choose one or more files").set_input_files(FILES)
    page.get_by_role("button", name="Add the files").click()
    expect(page.get_by_role("status").filter(has_text="2 of 3 files kept")).to_be_visible()
    expect(page.get_by_text("This is a program. Programs are not taken.")).to_be_visible()
    expect(page.locator("#documents")).to_contain_text("Body map.pdf")
    expect(page.locator("#documents")).not_to_contain_text("setup.pdf")
    look(page)


def test_a_file_that_is_too_large_is_not_sent_at_all(people, place, browser_page):
    page = browser_page
    signs_in(page, people, place)
    page.get_by_label("Choose one or more files").set_input_files([chosen("film.pdf", b"a" * 25_000_001)])
    page.get_by_role("button", name="Add the files").click()
    expect(page.get_by_text("This file is larger than 25 MB")).to_be_visible()


def test_a_file_on_its_way_can_be_stopped(people, place, browser_page):
    page = browser_page
    signs_in(page, people, place)
    page.route("**/documents", lambda route: None if route.request.method == "POST" else route.continue_())
    page.get_by_label("Choose one or more files").set_input_files(FILES[:1])
    page.get_by_role("button", name="Add the files").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".pprg-sending")).to_contain_text("Cancelled")
    expect(page.locator("#documents")).to_contain_text("No documents yet")


def test_somebody_who_is_no_longer_signed_in_is_told_so(people, place, browser_page):
    page = browser_page
    signs_in(page, people, place)
    page.context.clear_cookies()
    page.get_by_label("Choose one or more files").set_input_files(FILES[:1])
    page.get_by_role("button", name="Add the files").click()
    expect(page.locator(".pprg-sending")).to_contain_text("you signed in again. Reload it")


def test_without_a_script_the_same_page_does_it(people, place, plain_page):
    page = plain_page
    signs_in(page, people, place)
    page.get_by_label("Choose one or more files").set_input_files(FILES)
    page.get_by_role("button", name="Add the files").click()
    expect(page.get_by_role("alert")).to_contain_text("setup.pdf")
    expect(page.get_by_role("alert")).to_contain_text("2 files are kept")
    look(page)


def test_by_keyboard_a_document_is_described_removed_and_put_back(people, place, browser_page):
    page = browser_page
    signs_in(page, people, place)
    page.get_by_label("Choose one or more files").set_input_files(FILES[:1])
    tab_to(page, page.get_by_role("button", name="Add the files"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Describe document 1"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Document 1")).to_be_visible()
    look(page)
    tab_to(page, page.get_by_label("What does it show?"))
    page.keyboard.type("By the district nurse, 4 May.")
    tab_to(page, page.get_by_role("button", name="Save and go back"))
    page.keyboard.press("Enter")
    expect(page.locator("#documents")).to_contain_text("By the district nurse")
    tab_to(page, page.get_by_role("button", name="Remove document 1"))
    page.keyboard.press("Enter")
    expect(page.locator("#documents")).to_contain_text("Removed")
    look(page)
    tab_to(page, page.get_by_role("button", name="Put back document 1"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove document 1")).to_be_visible()
