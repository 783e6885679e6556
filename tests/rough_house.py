"""Where the roughest of users sends forms, and what has to come of each: see tests/rough.py."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from pprg import database
from tests.databases import PostgresStore, SqliteStore, let_go
from tests.rough import MARK, NEVER_KEPT, NOT_UTF_8, WAYS, Sent, Sheet, Way

TAKEN = {200, 204, 302, 303}
NOT_TAKEN = {403, 404, 409, 422}


@dataclass
class Restored:
    """A house that is put back to what it was, as often as it is needed."""

    app: Flask
    store: SqliteStore | PostgresStore

    def remember(self) -> None:
        """The house as it is now."""
        database.commit()
        let_go(self.app)
        self.kept = _kept(self.store)

    def put_back(self) -> None:
        let_go(self.app)
        empty, self.store.template = self.store.template, self.kept
        self.store.start_afresh()
        self.store.template = empty


@dataclass
class Rough(Restored):
    """Somebody who sends every form of a room in every wrong way; after each the house is as it was."""

    log: pytest.LogCaptureFixture
    wrong: list[str] = field(default_factory=list)
    count: int = 0

    def sends_all(self, sheets: Iterable[Sheet]) -> list[str]:
        """What went wrong."""
        self.remember()
        for sheet in sheets:
            for way in sheet.ways or WAYS:
                self.sends(sheet, way)
        return self.wrong

    def sends(self, sheet: Sheet, way: Way) -> None:
        for number, sent in enumerate(way(sheet)):
            self.count += 1
            self.log.clear()
            try:
                answer = sheet.sends(sent)
            except Exception as broke:
                where = f"{sheet.action} from {sheet.page}: {way.__name__} {number}"
                self.wrong.append(f"{where}: {type(broke).__name__} {broke!s:.200}")
                self.put_back()
                continue
            said = [*self.is_wrong_with(answer, sheet, sent)]
            if answer.status_code in TAKEN:
                said += self.breaks_after(sheet, answer)
            if answer.status_code not in {403, 404}:  # of a form with mistakes in it the rest may be saved
                self.put_back()
            where = f"{urlsplit(sheet.action).path} from {sheet.page}: {way.__name__} {number}"
            self.wrong += [f"{where}: {answer.status_code}, {one}" for one in said]

    def is_wrong_with(self, answer: Any, sheet: Sheet, sent: Sent) -> Iterator[str]:
        if answer.status_code not in TAKEN | NOT_TAKEN:
            yield "which is no answer to a person"
        if MARK in (answer.headers.get("Location") or ""):
            yield "words in the address"
        if MARK in self.log.text:
            yield "words in the log"
        page = BeautifulSoup(answer.text, "lxml") if "html" in (answer.content_type or "") else None
        if page is not None and page.title and MARK in page.title.get_text():
            yield "words in the title"
        if answer.status_code in {409, 422} and not sheet.by_itself:
            yield from _lost(page, sheet, sent)

    def breaks_after(self, sheet: Sheet, answer: Any) -> Iterator[str]:
        """What was taken must be readable afterwards."""
        for url in {sheet.page, answer.headers.get("Location") or sheet.page}:
            try:
                status = sheet.who.opens(url).status_code
            except Exception as broke:
                yield f"and {url} breaks: {type(broke).__name__} {broke!s:.200}"
            else:
                if status >= 500:
                    yield f"and {url} is {status}"


def _kept(store: SqliteStore | PostgresStore) -> Any:
    """What can stand in for the store's template: the database as it is, beside it."""
    if isinstance(store, SqliteStore):
        return shutil.copyfile(store.file, store.file.with_name("before-rough.sqlite3"))
    kept = f"{store.name}_before_rough"
    store._say(f"DROP DATABASE IF EXISTS {kept}")
    store._say(f"CREATE DATABASE {kept} TEMPLATE {store.name}")
    return kept


def _lost(page: BeautifulSoup | None, sheet: Sheet, sent: Sent) -> Iterator[str]:
    """Words that were sent and are nowhere on the page that came back."""
    if page is None:
        yield "no page"
        return
    boxes = (str(box.get("value", "")) for box in page.select("input"))
    there = " ".join(" ".join([page.get_text(), *boxes]).split())
    for name in sheet.texts:
        words = next((value for key, value in sent if key == name), "").removesuffix(NOT_UTF_8)
        kept = " ".join(re.sub(f"[{NEVER_KEPT}]", lambda m: " " if m[0] == "\x0b" else "", words).split())
        if MARK in kept and kept not in there:
            yield f"what was typed into {name} is lost"
    typed = {value for name, value in sent if name in sheet.days and value.isalpha()}
    if missing := [one for one in typed if one not in there]:
        yield f"the day {missing} is lost"
