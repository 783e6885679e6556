"""A browser in front of the demo, and what becomes of its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page

from pprg.accounts.states import DEMO_PASSWORD

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDE, PHONE = 1280, 390
COLOURS = 128
"""Enough for pages that have few; a picture is then a third of its size."""
LARGEST = 150_000


class Camera:
    """A browser in front of the running program. Everyone who looks through it signs in afresh."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address

    @contextmanager
    def looks_as(self, who: str, *, wide: int = WIDE) -> Iterator[Page]:
        """The first page of somebody of the demo; `who` is empty for a visitor."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": wide, "height": 900 if wide == WIDE else 780},
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(90_000)
        page = context.new_page()
        page.goto("/sign-in")
        if who:
            page.get_by_label("E-mail address").fill(f"{who}@example.org")
            page.get_by_label("Password", exact=True).fill(DEMO_PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.wait_for_url(f"{self.address}/")
        yield page
        context.close()


def visit(page: Page, path: str) -> None:
    page.goto(path)


def follow(page: Page, name: str) -> None:
    """The first link on the page that begins with these words."""
    page.get_by_role("main").get_by_role("link", name=re.compile(rf"^{re.escape(name)}")).first.click()
    page.wait_for_load_state("networkidle")


def unfold(page: Page) -> None:
    """Open everything that is folded away."""
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")


def fetched(page: Page, label: str) -> bytes:
    """The file behind the first link whose spoken name holds these words."""
    link = page.get_by_role("main").get_by_role("link", name=label).first.get_attribute("href")
    return page.request.get(str(link)).body()


def take(page: Page, name: str, *, tall: int = 900) -> None:
    """The page from its top, in a window as tall as it is or as `tall`."""
    page.wait_for_load_state("networkidle")
    wide = page.viewport_size["width"] if page.viewport_size else WIDE
    page.set_viewport_size({"width": wide, "height": 300})
    whole = int(page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": wide, "height": min(tall, whole)})
    page.evaluate("scrollTo(0, 0)")
    keep(Image.open(BytesIO(page.screenshot())), name)


def on_a_desk(sheets: list[bytes], *, across: int) -> Image.Image:
    """Pages beside and below each other, each with a hairline, so that white paper shows on white."""
    drawn = [ImageOps.expand(Image.open(BytesIO(sheet)).convert("RGB"), 1, "#b8c4c6") for sheet in sheets]
    wide, tall, gap = drawn[0].width, drawn[0].height, 20
    down = -(-len(drawn) // across)
    desk = Image.new("RGB", (across * (wide + gap) - gap, down * (tall + gap) - gap), "white")
    for place, sheet in enumerate(drawn):
        desk.paste(sheet, (place % across * (wide + gap), place // across * (tall + gap)))
    return desk


def keep(picture: Image.Image, name: str) -> None:
    """As a PNG of few colours, without a word about where or when it was made."""
    few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    file = PICTURES / f"{name}.png"
    few.save(file, optimize=True)
    size = file.stat().st_size
    print(f"{name}: {picture.width} × {picture.height}, {size // 1000} kB")
    if size > LARGEST:
        raise SystemExit(f"{file.name} is heavier than {LARGEST // 1000} kB: show less of the page.")
