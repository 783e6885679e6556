"""Every page of the room in a real browser: nothing that a machine finds wrong, nothing too wide."""

import pytest
from playwright.sync_api import expect

from pprg.database import commit
from pprg.publications import services
from pprg.publications.sections import SECTIONS
from tests.browser import look
from tests.people import PASSWORD
from tests.publications.builders import (
    a_deck,
    a_pdf,
    a_proof,
    a_publication,
    a_release,
    a_web_page,
    made,
)


@pytest.fixture
def author(people):
    return people.author().account


@pytest.fixture
def chair(people):
    return people.chair().account


@pytest.fixture
def publication(author):
    return a_publication(by=author)


def sign_in(page, account) -> None:
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()


def looks(page, *addresses) -> None:
    for address in addresses:
        page.goto(address)
        look(page)


def test_the_pages_on_which_the_record_is_written(browser_page, author, publication):
    commit()
    sign_in(browser_page, author)
    here = f"/publications/{publication.id}"

    looks(browser_page, "/publications/", here, f"{here}/words", f"{here}/sections/findings/F1")
    looks(browser_page, *(f"{here}/sections/{section.key}" for section in SECTIONS))


def test_the_pages_on_which_files_are_checked(browser_page, author, chair, publication):
    files = [
        made(a_pdf("Mrs Pruett. There was a dot, a dot."), "pdf", faults=["Page 1 has no title."]),
        made(a_web_page("Ring 01225 444555."), "html"),
        made(a_deck(notes="Dottie laughed."), "pptx", product="slides"),
    ]
    proof = a_proof(publication, by=author, files=files)
    commit()
    sign_in(browser_page, chair)

    looks(browser_page, f"/publications/proofs/{proof.id}", f"/publications/proofs/{proof.id}/send-back")
    for file in proof.files:
        browser_page.goto(f"/publications/files/{file.id}")
        browser_page.locator("#sheets form[action$=reasons]").wait_for(timeout=60_000)
        look(browser_page)


def test_the_pages_after_release_and_withdrawal(browser_page, author, chair, publication):
    release = a_release(publication, by=chair, asked_by=author)
    commit()
    sign_in(browser_page, chair)
    here = f"/publications/{publication.id}"

    looks(browser_page, here, f"/publications/releases/{release.id}/withdrawal")
    services.withdraw(release, "A leak.", by=chair)
    commit()
    looks(browser_page, here, "/publications/")


def test_the_pages_that_come_back_with_mistakes(browser_page, author, publication):
    commit()
    sign_in(browser_page, author)
    browser_page.goto(f"/publications/{publication.id}/sections/happened")
    browser_page.get_by_label("What happened").first.fill("word " * 81)
    browser_page.get_by_role("button", name="Save and continue").click()

    browser_page.get_by_role("link", name="Use at most 80 words; there are 81.").click()
    expect(browser_page.locator("*:focus")).to_have_attribute("name", "what_happened-0-event")
    look(browser_page)


def test_what_is_typed_is_kept_without_pressing_anything(browser_page, author, publication):
    commit()
    sign_in(browser_page, author)
    browser_page.goto(f"/publications/{publication.id}/sections/life")
    browser_page.get_by_label("What life was like").fill("Typed, and nothing pressed.")
    browser_page.keyboard.press("Tab")

    browser_page.get_by_text("You can leave.").first.wait_for()
    browser_page.reload()
    expect(browser_page.get_by_label("What life was like")).to_have_value("Typed, and nothing pressed.")


def test_a_row_comes_and_goes_and_nothing_typed_is_lost(browser_page, author, publication):
    commit()
    sign_in(browser_page, author)
    browser_page.goto(f"/publications/{publication.id}/sections/person")
    browser_page.get_by_label("Fact about the person 1").fill("Typed a moment ago.")
    browser_page.get_by_role("button", name="Add another").click()
    browser_page.wait_for_url("**?more=pen_picture#pen_picture-4-row")
    browser_page.get_by_label("Fact about the person 5").fill("A fifth fact.")
    browser_page.get_by_role("button", name="Remove fact about the person 2").click()
    browser_page.wait_for_url("**/person#pen_picture-rows")

    expect(browser_page.get_by_label("Fact about the person 1")).to_have_value("Typed a moment ago.")
    expect(browser_page.get_by_label("Fact about the person 4")).to_have_value("A fifth fact.")


def test_everything_works_without_javascript(plain_page, author, chair, publication):
    proof = a_proof(publication, by=author, files=[made(a_pdf("There was a dot on the map."), "pdf")])
    commit()
    sign_in(plain_page, chair)
    plain_page.goto(f"/publications/proofs/{proof.id}")
    plain_page.get_by_role("link", name=proof.files[0].file_name).click()
    plain_page.get_by_label("Why nobody is given away").fill("A dot is a dot.")
    plain_page.get_by_role("button", name="Keep the reasons").click()
    plain_page.get_by_role("button", name="I have looked at every page of this file").click()
    plain_page.get_by_role("button", name="Release version 1.0").wait_for()
    for done in plain_page.get_by_label("Yes").all():
        done.check()
    plain_page.get_by_role("button", name="Release version 1.0").click()

    expect(plain_page.locator("body")).to_contain_text("Version 1.0 is released.")
