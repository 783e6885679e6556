"""The pages of a pack in a real browser: axe, 320 pixels, unfolding an item, and what is printed."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from tests.browser import look
from tests.meetings.builders import an_item
from tests.meetings.test_looking import sign_in
from tests.requests.builders import asked, returned

TOGETHER = "Housing, the GP and adult social care each closed their case."


@pytest.fixture
def member(people):
    return people.panel_member().account


@pytest.fixture
def item(people, member):
    coordinator = people.coordinator().account
    made = an_item(by=coordinator, referrer=people.referrer().account, members=[member])
    first, _ = asked(made.case, "Marlshire Police", "Marlford Housing", by=coordinator)
    returned(first, by=coordinator)
    made.office_notes = "The discharge letter is missing."
    return made


def test_every_page_of_a_pack_can_be_read_by_everyone(item, people, browser_page):
    meeting, one = f"/meetings/{item.meeting_id}/pack", f"/meetings/items/{item.id}/pack"
    sign_in(browser_page, people.coordinator().account)
    for url in (meeting, f"{meeting}/print", f"{meeting}/readiness", one, f"{one}/print"):
        browser_page.goto(url)
        look(browser_page)


def test_an_item_is_read_where_it_is_unfolded(item, member, browser_page):
    sign_in(browser_page, member)
    browser_page.goto(f"/meetings/{item.meeting_id}/pack")
    assert TOGETHER not in browser_page.content()

    browser_page.locator("summary", has_text=item.case.reference).press("Enter")
    browser_page.get_by_text(TOGETHER).wait_for()
    browser_page.locator("details nav").get_by_role("link", name="Chronology").press("Enter")

    browser_page.wait_for_url("**#1-chronology")
    look(browser_page)


def test_without_scripts_an_item_is_read_on_its_own_page(item, member, plain_page):
    sign_in(plain_page, member)
    plain_page.goto(f"/meetings/{item.meeting_id}/pack")
    plain_page.locator("summary", has_text=item.case.reference).click()
    plain_page.get_by_role("link", name="Read it").click()

    expect(plain_page.locator("main")).to_contain_text(TOGETHER)
    look(plain_page)


def test_on_paper_each_sheet_says_whose_it_is_and_other_pages_do_not_print(item, member, browser_page):
    sign_in(browser_page, member)
    browser_page.goto(f"/meetings/{item.meeting_id}/pack/print")
    sheets = [page.extract_text() for page in PdfReader(BytesIO(browser_page.pdf())).pages]
    browser_page.goto(f"/meetings/items/{item.id}/pack")
    other = [page.extract_text() for page in PdfReader(BytesIO(browser_page.pdf())).pages]

    assert len(sheets) > 3
    assert all(f"For {member.name}" in sheet and "OFFICIAL-SENSITIVE" in sheet for sheet in sheets)
    assert TOGETHER.split(",")[0] in "\n".join(sheets)
    assert len(other) == 1
    assert "Print a pack from its print view" in other[0]
    assert "Housing" not in other[0]


def test_on_paper_no_word_of_a_case_runs_into_the_line_that_names_the_reader(item, member, browser_page):
    """However the words fall: a line more each time, and they end somewhere else on the sheet."""
    sign_in(browser_page, member)
    browser_page.goto(f"/meetings/items/{item.id}/pack/print")
    for _ in range(6):
        browser_page.evaluate(
            "document.querySelector('.pprg-panel p').append(document.createElement('br'), '-')"
        )
        for sheet in PdfDocument(browser_page.pdf()):
            assert _beside_the_mark(sheet, f"For {member.name}").endswith("OFFICIAL-SENSITIVE")


def _beside_the_mark(sheet, mark):
    """All that stands at the height of the line that names the reader."""
    words = sheet.get_textpage()
    first, _ = words.search(mark).get_next()
    _, low, _, high = words.get_charbox(first)
    found = words.get_text_bounded(bottom=low - 1, top=high + 1)
    assert found.startswith(mark), found
    return found
