"""Nobody outside a case learns that it exists: not from a page, a piece of one, a list, a count or a mail.

A route that takes the id of anything is asked for every stage that a case goes through, by everybody
who has nothing to do with it, and must answer as it does for an id that was made up.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from functools import cached_property

import pytest
import time_machine
from flask import Flask
from werkzeug.routing import Rule

from pprg import clock
from pprg.cases.models import Case
from pprg.database import commit
from pprg.notices.services import send_waiting
from tests.house_rules.source import hold
from tests.house_rules.stages import (
    World,
    a_released_case,
    an_author_elsewhere,
    cases_in_every_stage,
    rows_of,
)
from tests.people import HTMX, People, Person
from tests.referrals.builders import ALIAS, NAME

TOKEN = re.compile(r'name="csrf_token" value="[^"]+"|"X-CSRF[^}]+|\b[0-9]{1,2}:[0-9]{2}\b')
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")

OF_A_CASE = {
    "action_id": "urgent_action",
    "case_id": "case_file",
    "challenge_id": "challenge",
    "clock_id": "running_clock",
    "confirmation_id": "decision_confirmation",
    "decision_id": "decision",
    "document_id": "referral_document",
    "file_id": "made_file",
    "interest_id": "interest",
    "item_id": "agenda_item",
    "letter_id": "letter",
    "match_id": "person_match",
    "member_id": "case_member",
    "person_id": "person",
    "presenter_id": "presenter",
    "proof_id": "proof",
    "proposal_id": "case_stepping_back",
    "publication_id": "publication",
    "ratification_id": "ratification",
    "referral_id": "referral",
    "release_id": "release",
    "request_id": "info_request",
    "returned_file_id": "returned_file",
    "review_id": "review",
    "saving_id": "decision_saving",
    "sending_id": "referral_sending",
    "staff_match_id": "staff_match",
}
"""What a route takes, and the table in which it stands. A new one gets a sample in stages.py."""

OTHERWISE = {
    "account_id": str(uuid.uuid4()),
    "box": "person",
    "finding": "new",
    "key": "events",
    "kind": "pdf",
    "number": "1",
    "part": "dates",
    "product": "short-slides",
    "route": "sar",
    "row_id": "a1",
    "scheme": "leder",
    "section": "title",
    "step": "dates",
    "suffix": "pdf",
}
"""What else stands in an address beside such an id."""

ENDS_THE_SESSION = {"home.leave"}
NOT_OF_A_CASE = {
    "core_member_id",
    "day",
    "filename",
    "invitation_id",
    "meeting_id",
    "minutes",
    "question_id",
    "seat_id",
}
"""A meeting is the group's, a question to the team its asker's, a closure everybody's."""

WORKS_HERE = {"coordinator who is kept out", "chair"}
"""They see other cases; their lists are not what they were before."""

OUTSIDE: dict[str, dict[str, Callable[[People], Person]]] = {
    "of other agencies": {
        "referrer": lambda people: people.referrer("Marlford Housing"),
        "safeguarding lead": lambda people: people.safeguarding_lead("Marlford Housing"),
        "member who is not seated": lambda people: people.panel_member("Marlford Housing"),
        "team leader": lambda people: people.team_leader(),
    },
    "of the group": {
        "author of another review": lambda people: people.author("Olive Other"),
        "administrator": lambda people: people.administrator(),
        "coordinator who is kept out": lambda people: people.coordinator("Kim Keptout"),
        "chair": lambda people: people.chair(),
    },
}


@dataclass
class PostOffice:
    """Where mails go that nobody posts."""

    sender: str = "prg@example.org"
    site: str = "https://prg.example.org"
    sent: list[EmailMessage] = field(default_factory=list)

    def send(self, mail: EmailMessage) -> None:
        self.sent.append(mail)


Answer = tuple[int, str]
Answers = list[Answer]
WAYS: list[dict[str, str]] = [{}, HTMX]
"""As a page, and (of the first case that has such a thing) as a page that wants a piece."""


@pytest.fixture
def world(people: People) -> World:
    found = World(
        coordinator=people.coordinator().account,
        chair=people.chair().account,
        member=people.panel_member().account,
        referrer=people.referrer().account,
        author=people.author().account,
        kept_out=[people.coordinator("Kim Keptout").account],
    )
    an_author_elsewhere(found)
    commit()
    return found


@pytest.mark.parametrize("where", OUTSIDE)
def test_to_somebody_outside_every_route_answers_as_for_what_does_not_exist(
    app: Flask, people: People, world: World, where: str
) -> None:
    outsiders = [Outsider(app, part, make(people)) for part, make in OUTSIDE[where].items()]
    released = a_released_case(world)
    before = {one.part: dict(one.pages()) for one in outsiders}
    cases = cases_in_every_stage(world) | {"released": released}
    told = []
    for one in outsiders:
        concerns = {stage: case for stage, case in cases.items() if one.is_outside(stage)}
        learns = (one.learns_of(case, released=stage == "released") for stage, case in concerns.items())
        told += [f"{one.part}: {wrong}" for each in learns for wrong in each]
        told += [f"{one.part}: {wrong}" for wrong in one.reads(before[one.part], concerns)]
    hold("Guard the route with the query of what they may see.", told)


def test_everything_that_a_route_can_take_has_a_sample(app: Flask, world: World) -> None:
    known = {*OF_A_CASE, *OTHERWISE, *NOT_OF_A_CASE}
    hold(
        "Add a sample: to OF_A_CASE with its table and to a stage in stages.py, or to OTHERWISE.",
        (
            f"{rule.rule} takes {name}"
            for rule in app.url_map.iter_rules()
            for name in sorted(rule.arguments - set(rule.defaults or ()) - known)
        ),
    )
    made = [set(rows_of(case)) for case in [a_released_case(world), *cases_in_every_stage(world).values()]]
    hold(
        "Let a case in stages.py have one of these.",
        (table for table in OF_A_CASE.values() if not any(table in rows for rows in made)),
    )


def test_no_mail_goes_to_anybody_outside(people: People, world: World) -> None:
    outside = {
        make(people).account.email for of in OUTSIDE.values() for part, make in of.items() if part != "chair"
    }
    cases = [a_released_case(world), *cases_in_every_stage(world).values()]
    post = PostOffice()
    with time_machine.travel(clock.now() + timedelta(days=2), tick=False):
        send_waiting(post, commit=commit, at_most=1_000)
    assert post.sent, "Those who work on the cases are told."
    told = [mail for mail in post.sent if mail["To"] in outside]
    assert not [(mail["To"], one.reference) for mail in told for one in cases if one.reference in str(mail)]


@dataclass
class Outsider:
    """Somebody who asks for one address after another, as a page and as a page that wants a piece."""

    app: Flask
    part: str
    reader: Person
    made_up: dict[str, Answers] = field(default_factory=dict)
    """What each route answers for an id that was made up."""

    def is_outside(self, stage: str) -> bool:
        """A chair knows of every case, unless it is restricted."""
        return stage == "restricted" or self.part != "chair"

    def learns_of(self, case: Case, *, released: bool) -> Iterator[str]:
        """What is answered otherwise for the things of this case than for what does not exist."""
        for rule, path, nothing in addresses(self.app, rows_of(case), released=released):
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                asked = f"{method} {rule}"
                ways = WAYS[:1] if asked in self.made_up else WAYS
                if asked not in self.made_up:
                    self.made_up[asked] = [self.asks(method, nothing, how) for how in WAYS]
                absent = self.made_up[asked][: len(ways)]
                there = [self.asks(method, path, how) for how in ways]
                if there != absent:
                    told = [[status for status, _ in answers] for answers in (there, absent)]
                    yield f"{method} {path} answers {told[0]}, and {told[1]} for a made-up id"

    def asks(self, method: str, path: str, headers: dict[str, str]) -> Answer:
        data = {"csrf_token": self.token} if method == "POST" else None
        said = self.reader._browser.open(path, method=method, data=data, headers=headers)
        assert "/sign-in" not in said.headers.get("Location", ""), "They are signed out."
        return said.status_code, ID.sub("", _words(said.text))

    def reads(self, before: dict[str, str], cases: dict[str, Case]) -> Iterator[str]:
        """What their own pages say of these cases, in words or by not being what they were."""
        words = set(_words_of(cases))
        for path, said in self.pages():
            yield from (f"{path} says {word!r}" for word in words if word in said)
            if said != before[path] and self.part not in WORKS_HERE:
                yield f"{path} is not what it was"

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page without an id that they can open, and the same when they look for something."""
        for rule in self.app.url_map.iter_rules():
            if rule.arguments or "GET" not in (rule.methods or set()) or rule.endpoint in ENDS_THE_SESSION:
                continue
            looking = f"{rule.rule}?words=nurse&reference=PPRG-{clock.today().year}&page=1"
            for path in (rule.rule, looking):
                answer = self.reader.opens(path)
                if answer.mimetype == "text/html":
                    yield path, _words(answer.text)

    @cached_property
    def token(self) -> str:
        return self.reader._token()


def addresses(app: Flask, rows: dict[str, uuid.UUID], *, released: bool) -> Iterator[tuple[Rule, str, str]]:
    """Each route for which the case has all that it takes, there and with made-up ids."""
    roads = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        taken = {name: rows.get(table) for name, table in OF_A_CASE.items() if name in rule.arguments}
        public = released and rule.endpoint.startswith("learning.")
        if not taken or None in taken.values() or public:
            continue
        values = {name: OTHERWISE.get(name, uuid.uuid4()) for name in rule.arguments} | taken
        values |= rule.defaults or {}
        made_up = {name: uuid.uuid4() if name in taken else value for name, value in values.items()}
        yield rule, roads.build(rule.endpoint, values), roads.build(rule.endpoint, made_up)


def _words_of(cases: dict[str, Case]) -> Iterator[str]:
    yield from (NAME, ALIAS)
    yield from (case.reference for case in cases.values())
    quiet = [case for stage, case in cases.items() if stage != "released"]
    yield from (str(row) for case in quiet for row in rows_of(case).values())


def _words(text: str) -> str:
    """A page without the minute in which it was made, and without what is signed with it."""
    return TOKEN.sub("", text)
