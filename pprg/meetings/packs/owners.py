"""What a legal owner reads beside a recommendation: what the group had before it, and what has come since.

Everybody who decides for one gets the same words, without names. What is the office's own is not in it: who
presents the item and when, what else is due, the form to write on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property

from pprg.accounts.models import Account
from pprg.cases.queries import clocks_of_case
from pprg.meetings.models import Decision, Ratification
from pprg.meetings.packs.case import Source, told
from pprg.meetings.packs.compose import about, mark_of
from pprg.meetings.packs.content import Item, Pack
from pprg.requests.queries import ForPack, told_of
from pprg.web.filters import day

HEADING = "## The pack that goes with it"
OF_THE_OFFICE = frozenset({"Under", "Time", "Presented by"})
_HELD = re.compile(r"^(?P<name>.+) \((?P<digest>[0-9a-f]{12})\)$", re.MULTILINE)


class ForOwners(Source):
    """What agencies told is read for those whose decision it finally is: they look into no case."""

    @cached_property
    def returns(self) -> Sequence[ForPack]:
        return told_of(self.item.case_id)


@dataclass(frozen=True)
class Since:
    """How the pack differs from what it held when the recommendation was put before its owner."""

    came: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    kept: bool = True
    """Whether it was kept at all what it held."""

    @property
    def same(self) -> bool:
        return self.kept and not (self.came or self.changed or self.gone)


def pack_for_owner(reader: Account, ratification: Ratification, *, house: str, marking: str) -> Pack:
    """The copy of one who decides. The caller has asked `open_owners_pack`."""
    title = f"Pack of {ratification.case.reference}"
    return Pack(
        title=title,
        house=house,
        marking=marking,
        mark=mark_of(reader),
        front=None,
        items=(item_for_owners(ratification.decision),),
        document=about(title, house, "those whose decision it finally is"),
    )


def item_for_owners(decision: Decision) -> Item:
    """One case as the group had it before it, on the route that is decided."""
    item = decision.item
    source = ForOwners(None, item)
    dues = [due for due in clocks_of_case(item.case) if due.rule.route == decision.route]
    whole = told(source, 0, dues)
    facts = [(name, said) for name, said in whole.facts if name not in OF_THE_OFFICE]
    met = ("Meeting", day(item.meeting.held_on))
    return replace(whole, facts=(met, *facts), asked_by_us=False, for_owners=True)


def listing_of(decision: Decision) -> str:
    """What the pack holds now, as a last part of the text that is put before an owner and kept."""
    held = held_in_pack(item_for_owners(decision))
    parts = "\n".join(f"{name} ({digest})" for name, digest in held.items())
    what = f"When this was put before you, what the group had before it held:\n{parts}"
    proof = "In brackets is how the SHA-256 of each part begins.\nSHA-256 of all of them "
    return "\n\n".join((HEADING, what, proof + digest_of_all(held)))


def since(ratification: Ratification, item: Item) -> Since:
    """What is in the pack now against what was listed when it was put before them."""
    then, now = held_in_text(ratification.text), held_in_pack(item)
    return Since(
        came=tuple(name for name in now if name not in then),
        changed=tuple(name for name, digest in now.items() if then.get(name, digest) != digest),
        gone=tuple(name for name in then if name not in now),
        kept=HEADING in ratification.text,
    )


def held_in_pack(item: Item) -> dict[str, str]:
    """By the name of each part the beginning of its digest. How late somebody is today is no part of it."""
    return {name: _digest(part)[:12] for name, part in _parts(item) if part}


def held_in_text(text: str) -> dict[str, str]:
    """The same, as it is listed in a text that was kept."""
    _, there, listed = text.rpartition(HEADING)
    if not there:
        return {}
    return {found["name"]: found["digest"] for found in _HELD.finditer(listed)}


def digest_of_all(held: Mapping[str, str]) -> str:
    return _digest(sorted(held.items()))


def _parts(item: Item) -> Iterator[tuple[str, object]]:
    yield "What the group was asked", item.asked
    yield "The referral", [asdict(part) for part in item.referral]
    yield "The list of documents", [asdict(one) for one in item.documents]
    answered: dict[str, list[object]] = {}
    for one in item.returns:
        if one.came:
            answered.setdefault(one.agency, []).append([[asdict(said) for said in one.said], one.files])
    for agency, answers in answered.items():
        yield f"What {agency} answered", answers
    yield "The chronology", [asdict(event) for event in item.chronology]
    yield "The family", [asdict(said) for said in item.family]
    yield "Other processes", [asdict(one) for one in item.processes]
    yield "Earlier local reviews", [asdict(one) for one in item.earlier]
    yield "Notes of the office", item.notes


def _digest(words: object) -> str:
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
