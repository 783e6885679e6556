"""The cast: people at browsers, who sign in through the page and fill in real forms with real tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from werkzeug.test import TestResponse

from pprg.accounts import services as accounts
from pprg.accounts.models import Account
from pprg.accounts.queries import account_with_email
from pprg.accounts.states import Role
from pprg.agencies import services as agencies
from pprg.agencies.models import Agency
from pprg.agencies.queries import agency_called
from pprg.agencies.states import Kind, LegalOwner
from pprg.database import commit

PASSWORD = "four plain quiet words"
HTMX = {"HX-Request": "true"}


class Browser:
    """Somebody at a browser, signed in or not. They carry a real CSRF token: protection is on in tests."""

    def __init__(self, app: Flask) -> None:
        self._browser = app.test_client()

    def opens(self, url: str, **kwargs: Any) -> TestResponse:
        return self._browser.get(url, **kwargs)

    def reads(self, url: str) -> BeautifulSoup:
        """The page at this address, which must be there."""
        answer = self.opens(url)
        assert answer.status_code == 200, (answer.status_code, url)
        return BeautifulSoup(answer.text, "html.parser")

    def fills_in(
        self, url: str, *, form: str = "main form[method=post]", htmx: bool = False, **answers: Any
    ) -> TestResponse:
        """Open a page, fill in its form as it stands, press its button, as a person would."""
        found = self.reads(url).select_one(form)
        assert found is not None, f"{url} has no {form}"
        data = as_it_stands(found) | answers
        action = str(found.get("action") or url)
        return self._browser.post(action, data=data, headers=HTMX if htmx else {})

    def presses(self, url: str, button: str, **answers: Any) -> TestResponse:
        """Press the button with these words on a page; its form goes as it stands."""
        page = self.reads(url)
        found = next((b for b in page.select("form button") if button in b.get_text(" ", strip=True)), None)
        assert found is not None, f"{url} has no button {button!r}"
        form = found.find_parent("form")
        assert form is not None
        data = as_it_stands(form) | answers
        if found.get("name"):
            data[str(found["name"])] = str(found.get("value", ""))
        return self._browser.post(str(form.get("action") or url), data=data)

    def posts(
        self, url: str, *, htmx: bool = False, headers: dict[str, str] | None = None, **answers: Any
    ) -> TestResponse:
        """Straight to the address, as a forged or stale page would, but with a token."""
        data = {"csrf_token": self._token(), **answers}
        return self._browser.post(url, data=data, headers=(HTMX if htmx else {}) | (headers or {}))

    def _token(self) -> str:
        return str(self.reads("/sign-in").select_one("main form [name=csrf_token]")["value"])  # type: ignore[index]


def as_it_stands(form: Tag) -> dict[str, Any]:
    """What a browser would send for this form if only a button were pressed."""
    sent: dict[str, Any] = {}
    for box in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(box["name"]), box.get("type", "")
        if kind in {"radio", "checkbox"}:
            if box.has_attr("checked"):
                sent.setdefault(name, []).append(box.get("value", "on"))
        elif box.name == "textarea":
            sent[name] = box.get_text().removeprefix("\n")
        elif box.name == "select":
            chosen = box.select_one("option[selected]") or box.select_one("option")
            sent[name] = chosen.get("value", "") if chosen else ""
        elif kind not in {"submit", "button", "file"}:
            sent[name] = box.get("value", "")
    return sent


class Person(Browser):
    """Somebody with an account, signed in."""

    def __init__(self, app: Flask, account: Account) -> None:
        super().__init__(app)
        self.account = account
        answer = self.fills_in("/sign-in", email=account.email, password=PASSWORD)
        assert answer.status_code == 303, answer.text


@dataclass
class People:
    """Makes people on demand, through the services that make accounts: `people.coordinator()`."""

    app: Flask
    made: dict[str, Person] = field(default_factory=dict)

    def visitor(self) -> Browser:
        return Browser(self.app)

    def referrer(self, agency: str = "Marlshire Police") -> Person:
        return self._person("Rowan Referrer", Role.REFERRER, agency)

    def safeguarding_lead(self, agency: str = "Marlshire Police") -> Person:
        return self._person("Lee Lead", Role.SAFEGUARDING_LEAD, agency)

    def coordinator(self, name: str = "Cora Coordinator") -> Person:
        return self._person(name, Role.COORDINATOR, "Marlshire Safeguarding Partnership")

    def chair(self) -> Person:
        return self._person("Charlie Chair", Role.CHAIR, "Marlshire Safeguarding Partnership")

    def panel_member(self, agency: str = "NHS Marlshire") -> Person:
        return self._person("Pat Panel", Role.REPRESENTATIVE, agency)

    def author(self, name: str = "Ari Author") -> Person:
        return self._person(name, Role.AUTHOR, "")

    def team_leader(self, agency: str = "NHS Marlshire") -> Person:
        return self._person("Toni Teamleader", Role.TEAM_LEADER, agency)

    def administrator(self) -> Person:
        return self._person("Sam System", Role.SYSTEM_ADMINISTRATOR, "")

    def auditor(self) -> Person:
        return self._person("Audrey Auditor", Role.AUDITOR, "")

    def decision_maker(self, owner: LegalOwner = LegalOwner.SAFEGUARDING_ADULTS_BOARD) -> Person:
        return self._person(f"Dee {owner.name.title()}", Role.DECISION_MAKER, "", owner)

    def everyone(self) -> list[Person]:
        return [
            self.referrer(), self.safeguarding_lead(), self.coordinator(), self.chair(), self.panel_member(),
            self.author(), self.team_leader(), self.administrator(), self.auditor(), self.decision_maker(),
        ]  # fmt: skip

    def _person(self, name: str, role: Role, agency: str, owner: LegalOwner | None = None) -> Person:
        key = f"{name} {agency}"
        if key not in self.made:
            account = an_account(name, role, agency, owner)
            commit()
            self.made[key] = Person(self.app, account)
        return self.made[key]


@pytest.fixture
def people(app: Flask) -> People:
    """The cast, on this test's own database."""
    return People(app)


def an_account(name: str, role: Role, agency: str = "", owner: LegalOwner | None = None) -> Account:
    """An account with a role and the tests' password, made as the command line makes it."""
    email = f"{name} {agency}".lower().replace(" ", ".").strip(".") + "@example.org"
    if found := account_with_email(email):
        return found
    by = accounts.command_line()
    account = accounts.open_account(email=email, name=name, agency=an_agency(agency), by=by)
    accounts.appoint(account, role, by=by, owner=owner)
    accounts.set_password(account, PASSWORD, by=by)
    return account


def an_agency(name: str) -> Agency | None:
    if not name:
        return None
    kind = Kind.POLICE if "Police" in name else Kind.HEALTH if "NHS" in name else Kind.PARTNERSHIP
    return agency_called(name) or agencies.welcome_agency(name=name, kind=kind, by=accounts.command_line())
