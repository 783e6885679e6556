"""Who may know of a case, and who has looked: the trail in words, without a word of the case itself."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pprg.accounts.models import Account
from pprg.accounts.queries import accounts_with_ids
from pprg.audit.models import AuditLine
from pprg.audit.queries import lines_of_case
from pprg.cases.models import Case, Member
from pprg.home.needs import day_of
from pprg.learning.states import BY_READERS
from pprg.people.rules import list_matches
from pprg.people.states import Purpose

NEWEST = 300
"""Lines shown; the whole trail is the auditor's."""

NOUNS = {
    "case_file": "the case",
    "referral": "the referral",
    "agenda_item": "the agenda item",
    "decision": "the decision",
    "review": "the review",
    "publication": "the learning record",
    "proof": "the files put forward",
    "made_file": "a made file",
    "release": "the release",
    "box_choice": "a box of the briefing",
    "person": "a person",
    "person_match": "a possible match",
    "staff_match": "a colleague kept out",
    "info_request": "the request for information",
    "letter": "a letter",
    "asking": "the case",
}
PHRASES = {
    "added": "added a person",
    "chose": "chose lines for a box of the briefing",
    "commissioned": "commissioned the review",
    "took up again": "took the review up again",
    "put on another footing": "put the review on another legal footing",
    "kept secrets of": "kept words that may not be said outside",
    "released": "released the learning",
    "let know": "let somebody know of the case",
    "opened pack": "opened the pack",
    "took pack": "took the pack as a file",
    "printed pack": "opened the pack to print it",
    "put on agenda": "put it on an agenda",
    "took off agenda": "took it off an agenda",
    "revealed": "learned who a person is",
    "read as written": "read the referral with its names",
    "stepped out": "stepped out of the case",
    "closed to somebody": "closed the case to somebody with an interest in it",
    "tabled": "put the referral on an agenda",
    "took off the agenda": "took the referral off an agenda",
    "handed back": "handed the decision back",
    "noted who was told of": "noted who else was told of the death",
    "sent back": "sent it back",
    "took back": "opened the decision again",
    "looked for matches of": "compared a person with everybody known",
    "linked": "said that a person is in another case too",
    "dismissed": "said that two people are not one",
    "undid": "undid what was said of two people",
    "joined to another": "joined the case to another one",
    "took in another": "joined another case to this one",
    "parted from another": "took the case apart from another one",
    "kept out of": "kept a colleague out of the case",
    "let in to": "let a colleague into the case",
    "asked agencies about": "asked agencies for information",
    "took off the list of": "took somebody off the list of the case",
    "proposed to open": "proposed to open the case again",
    "agreed to open": "agreed to open the case again",
    "did not agree to open": "did not agree to open the case again",
    "said an interest": "said whether there is an interest in the case",
    "ruled on an interest": "ruled on an interest in the case",
    "asked to present": "asked somebody to present the case",
    "took back asking to present": "no longer asked somebody to present the case",
    "answered to present": "said whether they present the case",
    "asked to confirm": "asked members to confirm the decision",
    "sent for ratification": "sent the decision for ratification",
    "put a clock right": "put a clock right",
    "set a clock going": "set a clock going",
    "set a clock going again": "set a clock going again",
    "paused a clock": "paused a clock",
    "resumed a clock": "resumed a clock",
    "stopped a clock": "stopped a clock",
    "said why a clock is late": "said why a clock is late",
}
QUIET = frozenset({"closed quietly", "opened again", "joined"})
"""Said already by what a coordinator or the referral did."""
OF_COLLEAGUES = frozenset({"kept out of", "let in to"})
"""That a colleague may be in the case: for coordinators alone."""


@dataclass(frozen=True)
class Look:
    """What one account did once, or several times in a row on one day."""

    at: datetime
    who: str
    agency: str
    did: str
    times: int = 1


def looks_at(reader: Account | None, case: Case) -> list[Look]:
    """Newest first, without what readers of released learning do. The caller has asked `see_who_knows`."""
    hidden = frozenset() if list_matches(reader) else OF_COLLEAGUES
    lines = lines_of_case(case.id, at_most=NEWEST, without=BY_READERS | QUIET | hidden)
    known = accounts_with_ids({line.actor_id for line in lines if line.actor_id})
    return _together([_look(line, known) for line in lines])


def members_of(case: Case) -> list[Member]:
    """Those who may know of it by name, by name."""
    out = {left.account_id for left in case.steppings_out}
    knowing = [member for member in case.members if member.counts and member.account_id not in out]
    return sorted(knowing, key=lambda member: (member.account.name, member.part))


def stepped_out_of(case: Case) -> Sequence[Account]:
    """Those who may not know of it because of an interest that they declared."""
    return _by_name(out.account_id for out in case.steppings_out if not out.quiet)


def kept_out_of(reader: Account | None, case: Case) -> Sequence[Account]:
    """Those who may be a person of the case and were told nothing: for coordinators alone."""
    if not list_matches(reader):
        return []
    return _by_name(out.account_id for out in case.steppings_out if out.quiet)


def _by_name(account_ids: Iterable[uuid.UUID]) -> Sequence[Account]:
    return sorted(accounts_with_ids(set(account_ids)).values(), key=lambda account: account.name)


def _look(line: AuditLine, known: Mapping[uuid.UUID, Account]) -> Look:
    account = known.get(line.actor_id) if line.actor_id else None
    nobody = "Somebody whose account is gone" if line.actor_id else "A visitor"
    name, agency = (account.name, account.agency_name) if account else (nobody, "")
    return Look(line.at, name, agency, _words(line))


def _words(line: AuditLine) -> str:
    noun = NOUNS.get(line.thing, line.thing.replace("_", " "))
    if line.outcome == "denied":
        return f"was refused {noun}"
    said = PHRASES.get(line.verb) or f"{line.verb} {noun}"
    purpose = re.search(r"\bpurpose=(\w+)", line.detail)
    return f"{said}: {Purpose[purpose.group(1)].value.lower()}" if purpose else said


def _together(looks: Sequence[Look]) -> list[Look]:
    """The same thing done again and again on one day is said once, with how often."""
    said: list[Look] = []
    for look in looks:
        last = said[-1] if said else None
        if last and (last.who, last.did, day_of(last.at)) == (look.who, look.did, day_of(look.at)):
            said[-1] = replace(last, times=last.times + 1)
        else:
            said.append(look)
    return said
