"""Somebody going through the pages: with the keyboard alone, or with a mouse and without JavaScript."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser import look, tab_to
from tests.people import PASSWORD

STILL_COMING = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
ASKED_BY_HTMX = """one => {
    const by = [one, one.form].find(each => each && each.matches('[hx-post], [hx-get]'))
    return by && (by.getAttribute('hx-post') || by.getAttribute('hx-get'))
}"""
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|MAR-L-[0-9-]+")


class Walker:
    """`keyboard`: Tab, Space, arrows and Enter do everything, and every kind of page met is looked at."""

    def __init__(self, page: Page, *, keyboard: bool) -> None:
        self.page, self.keyboard = page, keyboard
        self.looked_at: set[str] = set()

    def signs_in(self, email: str) -> None:
        self.opens("/sign-in")
        self.writes("E-mail address", email)
        self.writes("Password", PASSWORD)
        self.presses("Sign in", "main")

    def signs_out(self) -> None:
        self.presses("Sign out", "nav")

    def opens(self, path: str) -> None:
        self.page.goto(path)
        self._arrives()

    def presses(self, name: str, inside: str = "main") -> None:
        """Press the button, or follow the link, that begins with these words."""
        words = re.compile(rf"^{re.escape(name)}")
        place = self.page.locator(inside)
        target = place.get_by_role("button", name=words).or_(place.get_by_role("link", name=words)).first
        self._goes_to(target)
        if address := self._fetches_a_piece(target):
            with self.page.expect_response(lambda answer: urlsplit(answer.url).path == address):
                self._enters(target)
        else:
            with self.page.expect_navigation():
                self._enters(target)
        self._has_all_of_it()
        self._arrives()

    def writes(self, label: str, words: str) -> None:
        self._fills(self.page.get_by_label(label, exact=True).first, words)

    def writes_in(self, name: str, words: str) -> None:
        """By the name of the box, where labels repeat on a page."""
        self._fills(self.page.locator(f"main [name='{name}']").first, words)

    def _fills(self, box: Locator, words: str) -> None:
        self._unfolds(box)
        self._goes_to(box)
        if not self.keyboard:
            box.fill(words)
            return
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def says_day(self, name: str, day: date) -> None:
        """A day in its three boxes; `name` is the field's."""
        for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
            box = self.page.locator(f"#{name}-{part}")
            self._goes_to(box)
            self.page.keyboard.insert_text(str(number)) if self.keyboard else box.fill(str(number))

    def ticks(self, name: str, value: str = "") -> None:
        box = self._choice(name, value)
        self._goes_to(box)
        if not box.is_checked():
            self.page.keyboard.press("Space") if self.keyboard else box.check()

    def chooses(self, name: str, value: str) -> None:
        """One of several: with the keyboard by arrows from the first."""
        wanted = self._choice(name, value)
        if not self.keyboard:
            wanted.check()
            return
        tab_to(self.page, self._in_the_tab_order(name))
        self.page.keyboard.press("Space")
        for _ in range(12):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows do not lead to {name}={value} on {self.page.url}")

    def picks(self, label: str, option: str) -> None:
        """An option of a drop-down list, by the beginning of its words."""
        box = self.page.get_by_label(label, exact=True)
        self._goes_to(box)
        words = box.locator("option").filter(has_text=re.compile(rf"^\s*{re.escape(option)}")).inner_text()
        if not self.keyboard:
            box.select_option(label=words)
            return
        self.page.keyboard.type(words.strip())

    def picks_value(self, name: str, value: str) -> None:
        """An option of a drop-down list, by its value; `name` is the field's."""
        box = self.page.locator(f"main select[name='{name}']")
        self._goes_to(box)
        if not self.keyboard:
            box.select_option(value)
            return
        self.page.keyboard.type(box.locator(f"option[value='{value}']").inner_text().strip())

    def hands_in(self, label: str, file: Path) -> None:
        self.page.get_by_label(label).set_input_files(file)

    def unfolds(self, words: str) -> None:
        """Open what is folded away under these words."""
        summary = self.page.locator("main summary").filter(has_text=words).first
        self._goes_to(summary)
        self._enters(summary)
        self._has_all_of_it()

    def waits_for_pictures(self) -> None:
        """They come by themselves; without JavaScript a link fetches them."""
        if not self.keyboard and self.page.get_by_role("link", name="Show them").count():
            self.presses("Show them")
        self.page.locator(".pprg-sheets").wait_for()

    def sees(self, words: str) -> None:
        """Pieces of a page may still be on their way, so they are given a while."""
        expect(self.page.locator("body"), self.page.url).to_contain_text(words, use_inner_text=True)

    def takes(self, name: str) -> Path:
        """Follow a link to a file and keep it."""
        link = self.page.locator("main").get_by_role("link", name=re.compile(rf"^{re.escape(name)}")).first
        self._goes_to(link)
        with self.page.expect_download() as coming:
            self.page.keyboard.press("Enter") if self.keyboard else link.click()
        return coming.value.path()

    def _choice(self, name: str, value: str) -> Locator:
        said = f"[value='{value}']" if value else ""
        return self.page.locator(f"main input[name='{name}']{said}").first

    def _in_the_tab_order(self, name: str) -> Locator:
        """Of radios the browser stops at the chosen one, else at the first."""
        group = self.page.locator(f"main input[name='{name}']")
        chosen = self.page.locator(f"main input[name='{name}']:checked")
        return chosen if chosen.count() else group.first

    def _unfolds(self, box: Locator) -> None:
        """Open what the box is folded away in."""
        folded = box.locator("xpath=ancestor::details[not(@open)]").last
        if folded.count():
            summary = folded.locator("summary").first
            self._goes_to(summary)
            self.page.keyboard.press("Enter") if self.keyboard else summary.click()

    def _goes_to(self, target: Locator) -> None:
        if self.keyboard:
            tab_to(self.page, target, most=400)

    def _enters(self, target: Locator) -> None:
        self.page.keyboard.press("Enter") if self.keyboard else target.click(no_wait_after=True)

    def _fetches_a_piece(self, target: Locator) -> str:
        """The path that htmx asks when this is pressed, where there is JavaScript; else nothing."""
        if not self.keyboard:
            return ""
        asked = target.evaluate(ASKED_BY_HTMX)
        return urlsplit(urljoin(self.page.url, asked)).path if asked else ""

    def _has_all_of_it(self) -> None:
        """Pieces that htmx fetches as a page opens, or for what was pressed, are in their place."""
        expect(self.page.locator(STILL_COMING)).to_have_count(0)

    def _arrives(self) -> None:
        kind = ID.sub("…", self.page.url.partition("?")[0].partition("#")[0])
        if self.keyboard and kind not in self.looked_at:
            self.looked_at.add(kind)
            look(self.page)
