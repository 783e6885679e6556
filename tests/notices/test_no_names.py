"""No mail of any kind holds a word of a case: not in a header, not in its words, not in a calendar.

Cases are made in every stage. Then every text that is kept sealed, whatever room it is of, is replaced by a
name that nobody has, and every kind of notice is worded for everybody about everything there is.
"""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from itertools import islice, product
from typing import Any

import pytest
from sqlalchemy import select

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner
from pprg.database import Base, commit, db
from pprg.encryption import Sealed
from pprg.meetings.services import inviting, presenting
from pprg.meetings.states import Reply
from pprg.notices import services
from pprg.notices.models import Notice
from pprg.notices.services import Words, send_waiting
from tests.house_rules.source import hold
from tests.house_rules.stages import World, an_author_elsewhere, cases_in_every_stage
from tests.meetings.builders import a_recorded_decision, an_item
from tests.people import an_account
from tests.referrals.builders import ALIAS, NAME, NEIGHBOUR, NHS_NUMBER, POSTCODE

ENOUGH = 10
"""Mails of one kind differ by a day, a reference and an address."""
CANARY = "Zanzibella Quorrington"
OF_A_PERSON = [*CANARY.split(), *NAME.split(), ALIAS, *NEIGHBOUR.split(), NHS_NUMBER, POSTCODE]

OF_MEETINGS = {
    "invitation", "meeting moved",  "deputy cannot come", "asked to present",
    "time to present moved", "agenda opened", "agenda changed", "stepped out", "decision to sign",
}  # fmt: skip


@pytest.fixture
def world(people) -> World:
    found = World(
        coordinator=people.coordinator().account,
        chair=people.chair().account,
        member=people.panel_member().account,
        referrer=people.referrer().account,
        author=people.author().account,
        kept_out=[people.coordinator("Kim Keptout").account],
    )
    an_author_elsewhere(found)
    for owner in LegalOwner:
        an_account(f"Dee {owner.name.title()}", Role.DECISION_MAKER, "", owner)
    cases_in_every_stage(found)
    recorded = an_item(by=found.coordinator, referrer=found.referrer, members=[found.member])
    a_recorded_decision(recorded, by=found.coordinator)
    seat = next(one for one in recorded.meeting.invited if one.account_id == found.member.id)
    deputy = an_account("Una Understudy", Role.REPRESENTATIVE, "NHS Marlshire")
    inviting.answer_invitation(seat, Reply.DEPUTY, deputy=deputy, by=found.member)
    presenting.ask_to_present(recorded, [found.referrer], starts_at="10:40", by=found.coordinator)
    presenting.set_slot(recorded, "11:10", by=found.coordinator)
    inviting.ask_again(recorded.meeting, another_time=True)
    (instead,) = inviting.deputies_of(seat)
    inviting.answer_invitation(instead, Reply.DECLINED, by=deputy)
    commit()
    return found


def test_no_mail_of_any_kind_holds_a_name(letterbox, world):
    assert put_the_canary_everywhere() > 100
    words = dict(_everything_that_can_be_said(world))
    assert {kind for kind, _, _ in words} >= OF_MEETINGS, "So that this is about something."
    send_waiting(_Shredder(), commit=commit, at_most=10_000)
    _register(words)
    commit()

    sent, failed = send_waiting(letterbox.post, commit=commit, at_most=10_000)

    assert (sent, failed) == (len(words), 0)
    hold(
        "Word a notice with a reference or a day, and a link.",
        sorted(
            {
                f"{mail['X-Kind'] or mail['Subject']} says {name!r}"
                for raw, mail in zip(letterbox.raw, letterbox.mails, strict=True)
                for name in OF_A_PERSON
                if re.search(rf"\b{re.escape(name)}\b", _all_of(raw, mail), re.IGNORECASE)
            }
        ),
    )


def put_the_canary_everywhere() -> int:
    """Into every sealed text of every row. Gives back into how many."""
    changed = 0
    for mapper in Base.registry.mappers:
        sealed = [key for key, column in mapper.columns.items() if isinstance(column.type, Sealed)]
        for row in db.session.scalars(select(mapper.class_)).unique() if sealed else ():
            for key in sealed:
                if getattr(row, key):
                    setattr(row, key, _in_place_of(getattr(row, key)))
                    changed += 1
    commit()
    return changed


def _in_place_of(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_place_of(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_in_place_of(each) for each in value]
    return CANARY if isinstance(value, str) else value


Said = tuple[tuple[str, uuid.UUID, uuid.UUID], Words]


def _everything_that_can_be_said(world: World) -> Iterator[Said]:
    """Every kind, about everything of which there was a notice, to everybody.

    A kind of which there was none is tried with the newest of every table, on those who work on the cases.
    """
    _tell_of_invitations()
    of_a_kind: dict[str, set[uuid.UUID]] = defaultdict(set)
    for kind, thing in db.session.execute(select(Notice.kind, Notice.thing_id)):
        of_a_kind[kind].add(thing)
    everybody = [account.id for account in db.session.scalars(select(Account)).unique()]
    they_work_here = [one.id for one in (world.coordinator, world.chair, world.member, world.referrer)]
    newest = _newest_of_every_table()
    for kind in services._wordings:
        readers = everybody if kind in of_a_kind else they_work_here
        things = of_a_kind.get(kind) or newest
        yield from islice(_said_of(kind, readers, things), ENOUGH)


def _said_of(kind: str, readers: Iterable[uuid.UUID], things: Iterable[uuid.UUID]) -> Iterator[Said]:
    for reader, thing in product(readers, things):
        if words := services._wordings[kind](reader, thing):
            yield (kind, reader, thing), words


def _newest_of_every_table() -> list[uuid.UUID]:
    tables = [each for each in Base.metadata.sorted_tables if "id" in each.c and "created_at" in each.c]
    found = (db.session.scalar(select(each.c.id).order_by(each.c.created_at.desc())) for each in tables)
    return [row for row in found if isinstance(row, uuid.UUID)]


def _tell_of_invitations() -> None:
    """What was never sent is not taken back: say of all that they were."""
    send_waiting(_Shredder(), commit=commit, at_most=10_000)


def _register(words: dict[tuple[str, uuid.UUID, uuid.UUID], Words]) -> None:
    def say(to: uuid.UUID, about: uuid.UUID) -> Words:
        return waiting[to, about].pop()

    waiting: dict[tuple[uuid.UUID, uuid.UUID], list[Words]] = defaultdict(list)
    services.worded_by("test_kind", say)
    for (_, to, about), said in words.items():
        waiting[to, about].append(said)
        services.put_in("test_kind", to=to, about=about)


class _Shredder:
    """Where mails go that nobody reads."""

    sender, site = "no-reply@example.org", "https://reviews.example.org"

    def send(self, mail: EmailMessage) -> None:
        assert mail["To"]


def _all_of(raw: bytes, mail: EmailMessage) -> str:
    """As it went over the wire, and each part as its reader's program unpacks it."""
    parts = [part.get_content() for part in mail.walk() if not part.is_multipart()]
    unpacked = [part.decode() if isinstance(part, bytes) else part for part in parts]
    unfolded = [part.replace("\r\n ", "").replace("\n ", "") for part in unpacked]
    return "\n".join([raw.decode("utf-8", "replace"), *mail.values(), *unpacked, *unfolded])
