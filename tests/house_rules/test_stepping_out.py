"""Whoever worked on a case and stepped out of it, or whose role has ended, finds nothing of it any more.

They had it all: each was let in, opened it, and has every address. Now every route answers them as it does
for an id that was made up, and none of their own pages and mails says a word of it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from pprg import clock
from pprg.cases.models import Case
from pprg.cases.services import step_out
from pprg.database import commit
from pprg.notices.services import send_waiting
from tests.house_rules.source import hold
from tests.house_rules.stages import World, cases_in_every_stage, rows_of
from tests.house_rules.test_need_to_know import Outsider, PostOffice, addresses
from tests.people import People, Person
from tests.referrals.builders import ALIAS, NAME

WORKED_ON_IT: dict[str, Callable[[People], Person]] = {
    "coordinator": lambda people: people.coordinator(),
    "chair": lambda people: people.chair(),
    "member": lambda people: people.panel_member(),
    "author": lambda people: people.author(),
    "referrer": lambda people: people.referrer(),
    "safeguarding lead": lambda people: people.safeguarding_lead(),
    "decision-maker": lambda people: people.decision_maker(),
}
HELD_BY_A_ROLE = ("coordinator", "chair", "member", "author", "decision-maker")


@pytest.fixture
def cases(people: People) -> dict[str, Case]:
    """Everybody was let in where they had a part."""
    world = World(
        coordinator=people.coordinator().account,
        chair=people.chair().account,
        member=people.panel_member().account,
        referrer=people.referrer().account,
        author=people.author().account,
        kept_out=[],
    )
    people.coordinator("Sasha Second")
    return cases_in_every_stage(world)


def test_whoever_stepped_out_finds_nothing_of_it_by_any_road(
    app: Flask, people: People, cases: dict[str, Case]
) -> None:
    readers = {part: Outsider(app, part, make(people)) for part, make in WORKED_ON_IT.items()}
    for one in readers.values():
        for case in cases.values():
            if all(out.account_id != one.reader.account.id for out in case.steppings_out):
                step_out(case, one.reader.account, by=one.reader.account)
    commit()
    hold("Stepping out closes every road: guard it with the query.", _told(app, readers, cases))


def test_whose_role_has_ended_finds_nothing_of_it_by_any_road(
    app: Flask, people: People, cases: dict[str, Case]
) -> None:
    readers = {
        part: Outsider(app, part, make(people))
        for part, make in WORKED_ON_IT.items()
        if part in HELD_BY_A_ROLE
    }
    for one in readers.values():
        for held in one.reader.account.appointments:
            held.ends_on = clock.today() - timedelta(days=1)
    commit()
    hold("A role gives the ability: ask for it.", _told(app, readers, cases))


def test_no_mail_that_waits_is_sent_to_whoever_stepped_out(people: People, cases: dict[str, Case]) -> None:
    everybody = [make(people).account for make in WORKED_ON_IT.values()]
    for account in everybody:
        for case in cases.values():
            if all(out.account_id != account.id for out in case.steppings_out):
                step_out(case, account, by=account)
    commit()
    post = PostOffice()
    with time_machine.travel(clock.now() + timedelta(days=2), tick=False):
        send_waiting(post, commit=commit, at_most=1_000)
    mine = {account.email for account in everybody}
    told = [str(mail) for mail in post.sent if mail["To"] in mine]
    assert not [case.reference for case in cases.values() for mail in told if case.reference in mail]


def _told(app: Flask, readers: dict[str, Outsider], cases: dict[str, Case]) -> list[str]:
    told = []
    for one in readers.values():
        told += [f"{one.part}: {wrong}" for wrong in _found(app, one, cases)]
        told += [f"{one.part}: {path} says {word!r}" for path, word in _read(one, cases)]
    return told


def _found(app: Flask, one: Outsider, cases: dict[str, Case]) -> Iterator[str]:
    """What is not answered as what is not there: each route, for the first case that has all it takes."""
    nowhere, asked = one.asks("GET", f"/cases/{uuid.uuid4()}", {}), set()
    for case in cases.values():
        for rule, path, made_up in addresses(app, rows_of(case), released=False):
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                if (method, rule.rule) in asked:
                    continue
                asked.add((method, rule.rule))
                said = one.asks(method, path, {})
                if said != nowhere and said != one.asks(method, made_up, {}):
                    yield f"{method} {path} answers {said[0]}"


def _read(one: Outsider, cases: dict[str, Case]) -> Iterator[tuple[str, str]]:
    words = {case.reference for case in cases.values()} | {NAME, ALIAS}
    words |= {str(row) for case in cases.values() for row in rows_of(case).values()}
    for path, said in one.pages():
        yield from ((path, word) for word in words if word in said)
