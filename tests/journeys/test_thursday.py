"""Thursday, ten to nine, on a telephone: a team leader who is not signed in needs something for nine."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from pprg.audit.models import AuditLine
from pprg.database import db
from pprg.learning.states import TOOK
from tests.browser import look
from tests.learning.builders import a_release

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def hub(another_app):
    app = another_app(public_hub=True, exit_url="/accessibility")
    with app.app_context():
        for record in ("sar-marian", "dhr-rosa", "lcspr-wren"):
            a_release(record)
        yield app


def link(page: Page, name: str) -> Locator:
    return page.locator("main").get_by_role("link", name=re.compile(name)).first


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_slides_notes_and_running_order_are_three_taps_away(hub, on_a_phone, javascript):
    with on_a_phone(hub, javascript=javascript) as page:
        page.goto("/learning/")
        look(page)

        link(page, "^Marian").tap()
        page.wait_for_url("**/learning/MAR-L-2024-03")
        look(page)

        link(page, "^7 minutes").tap()
        page.wait_for_url("**/minutes/7")
        look(page)
        running_order = page.locator(".pprg-order li").all_inner_texts()
        assert len(running_order) == 5

        with page.expect_download() as coming:
            link(page, "^Download the slides").tap()
        slides = Presentation(BytesIO(coming.value.path().read_bytes())).slides

    assert len(slides) == 4
    assert all(slide.notes_slide.notes_text_frame.text.startswith("Say") for slide in slides)
    assert "Marian" in slides[0].shapes.title.text
    assert db.session.query(AuditLine).filter_by(verb=TOOK, actor_id=None).count() == 1


def test_every_tap_is_on_the_first_screens_and_big_enough_for_a_thumb(hub, on_a_phone):
    """Nobody scrolls through a page to find out what to do next."""
    with on_a_phone(hub) as page:
        page.goto("/learning/")
        assert top(page.locator(".pprg-card").first) < 844
        page.goto("/learning/MAR-L-2024-03")
        first = page.locator(".pprg-time").first
        assert top(first) < 844
        assert first.bounding_box()["height"] >= 44
        page.goto("/learning/MAR-L-2024-03/minutes/7")
        slides = link(page, "^Download the slides")
        assert top(slides) + slides.bounding_box()["height"] < 844
        assert slides.bounding_box()["height"] >= 44


def top(target: Locator) -> float:
    return target.bounding_box()["y"]


def test_the_briefing_is_read_on_the_telephone_with_the_way_out_at_hand(hub, on_a_phone):
    with on_a_phone(hub) as page:
        page.goto("/learning/MAR-L-2024-03/minutes/7")
        link(page, "^Read it here").tap()
        page.wait_for_url("**/briefing")
        look(page)
        page.mouse.wheel(0, 2500)
        page.get_by_role("link", name="Exit this page", exact=True).last.tap()
        page.wait_for_url("**/accessibility")


def test_looking_for_a_theme_changes_the_list_at_once_and_can_be_sent_on(hub, on_a_phone):
    with on_a_phone(hub) as page:
        page.goto("/learning/")
        page.get_by_text("By theme, by where you work").tap()
        page.get_by_label("Theme").select_option("vulnerable_babies")
        page.get_by_role("heading", name="1 of 3 reviews").wait_for()
        expect(page.locator(".pprg-card")).to_have_count(1)
        assert "theme=vulnerable_babies" in page.url
        look(page)
        page.reload()
        assert page.locator(".pprg-card h3").inner_text().startswith("Wren")


def test_without_scripts_looking_is_a_button(hub, on_a_phone):
    with on_a_phone(hub, javascript=False) as page:
        page.goto("/learning/")
        page.get_by_label("Words to look for").fill("suicide")
        page.get_by_role("button", name="Find").tap()
        page.wait_for_url("**words=suicide**")
        assert page.locator(".pprg-card h3").inner_text().startswith("Rosa")
