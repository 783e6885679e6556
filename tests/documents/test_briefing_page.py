"""The web page of a briefing: one file that works anywhere, for everybody, and prints on two sheets."""

import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from pprg.briefings.drawing.page import briefing
from pprg.documents.page import in_style
from tests.browser import axe, narrow
from tests.documents import words
from tests.documents.opened import pdf_pages

REVIEWS = pytest.mark.parametrize("review", words.NAMES)


def read(made):
    return BeautifulSoup(briefing(made).decode(), "html.parser")


@pytest.fixture
def shown(chromium, tmp_path):
    """Opens a briefing as a file from the disk; anything it asks of elsewhere fails the test."""
    asked = []

    def show(made) -> Page:
        file = tmp_path / "briefing.html"
        file.write_bytes(briefing(made))
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        return page

    yield show
    for context in chromium.contexts:
        context.close()


@REVIEWS
def test_everybody_can_read_it(shown, review):
    page = shown(words.briefing(review, draft=True))

    axe(page)
    narrow(page)
    page.set_viewport_size({"width": 320, "height": 800})
    axe(page)


@REVIEWS
def test_it_prints_on_two_sheets(shown, review):
    made = words.briefing(review)

    story, team = pdf_pages(shown(made).pdf(prefer_css_page_size=True))

    headings = [box.heading for box in made.boxes]
    assert all(heading in story for heading in headings[:4])
    assert all(heading in team for heading in headings[4:])
    for number, sheet in enumerate((story, team), start=1):
        assert f"{made.imprint.reference} · version 1.0 · {made.imprint.released_on} · OFFICIAL" in sheet
        assert f"Page {number} of 2" in sheet


def test_each_printed_sheet_of_a_draft_says_so(shown):
    sheets = pdf_pages(shown(words.briefing("lcspr-wren", draft=True)).pdf(prefer_css_page_size=True))

    assert len(sheets) == 2
    assert all(sheet.count("Draft, not released") >= 1 for sheet in sheets)


def test_it_stands_alone():
    file = briefing(words.briefing("dhr-rosa")).decode()

    for forbidden in (
        "<script",
        "<link",
        "<img",
        "<iframe",
        "data:",
        "url(",
        "@import",
        "javascript:",
        " style=",
    ):
        assert forbidden not in file
    assert not re.findall(r"\son\w+=", file)
    addresses = set(re.findall(r'(?:href|src)="([^"#]+)"', file))
    assert addresses == {
        words.briefing("dhr-rosa").imprint.hub_address,
        words.briefing("dhr-rosa").imprint.use_address,
    }


def test_its_parts_are_what_they_are():
    made = words.briefing("dhr-rosa")
    soup = read(made)

    assert soup.html["lang"] == "en-GB"
    assert soup.title.text.startswith("Rosa: a pattern in plain sight")
    assert [heading.text for heading in soup.find_all("h2")] == [
        f"{place} {box.heading}" for place, box in enumerate(made.boxes, 1)
    ]
    assert [heading.name for heading in soup.find_all(re.compile("^h[1-6]$"))] == [
        "h1",
        *["h2"] * 7,
        "h3",
        "h3",
    ]
    table = soup.table
    assert table.caption.text == "What to do now"
    assert [cell["scope"] for cell in table.thead.find_all("th")] == ["col", "col"]
    assert [cell["scope"] for cell in table.tbody.find_all("th")] == ["row"] * 6
    code = soup.find(role="img")
    assert code["aria-label"].endswith(made.imprint.use_address)
    assert code.svg


def test_words_in_the_style_cannot_end_it():
    """The foot of a printed page is set in the style sheet, where marks of other kinds rule."""
    for text in ('"; } </style><script>alert(1)</script>', "\\", "a\nb", "é 🙂 ·"):
        coded = in_style(text)
        assert re.fullmatch(r'"[A-Za-z0-9 \\]*"', coded)
        assert "</" not in coded


def test_the_foot_reads_as_it_was_typed(shown):
    made = words.briefing("dhr-rosa")
    marked = words.said(made, marking='"OFFICIAL" · \\ é </style> 2 & 3')

    sheets = pdf_pages(shown(marked).pdf(prefer_css_page_size=True))

    assert all('"OFFICIAL" · \\ é </style> 2 & 3' in sheet for sheet in sheets)
