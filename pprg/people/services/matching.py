"""One person, one case: finding who may be known already, and what a coordinator makes of it."""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record, record_read
from pprg.cases.models import Case
from pprg.cases.rules import look_into_case
from pprg.cases.services import join_case, part_case
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import Words, put_in, worded_by
from pprg.people import queries
from pprg.people.matching.sketches import Sketch
from pprg.people.matching.weighing import Likeness, compare
from pprg.people.models import Match, MatchDecision, Person
from pprg.people.states import MatchEvent, MatchState, Purpose

TO_CHECK = "possible match"


def look_for_matches(person: Person, *, by: Account) -> None:
    """Compare somebody with everybody known, and keep what is likely for the coordinators.

    Nothing is given back: who refers learns the same whether somebody was found or not. Looking again adds
    what is new and drops what no longer holds; what was decided stays.
    """
    db.session.flush()
    sketch = Sketch.from_plain(person.identity.sketch or {})
    likely = {other: compare(sketch, known) for other, known in queries.records_like(sketch)}
    known = queries.matches_of(person)
    found = {other for other, likeness in likely.items() if likeness.same and _elsewhere(person, other)}
    for match in known:
        other = match.other_id if match.person_id == person.id else match.person_id
        if other in found:
            found.discard(other)
            _weigh_again(match, likely[other])
        elif match.state == MatchState.POSSIBLE and not match.decisions:
            db.session.delete(match)
    for other in found:
        _new_match(person, other, likely[other])
    record("looked for matches of", person, by=by)


def link(match: Match, *, reason: str, by: Account) -> None:
    """One person, another matter: both cases go on, and who works on both knows."""
    _decide(match, MatchEvent.LINK, reason, by)
    record("linked", match, by=by)


def join(match: Match, *, reason: str, by: Account) -> None:
    """One person and one matter: the later case goes on in the earlier one."""
    _decide(match, MatchEvent.JOIN, reason, by)
    earlier, later = _by_age(match)
    if later.whole is not earlier.whole:
        if later.joined_to is not None:
            raise Refused("The later case is joined to another one already. Undo that first.")
        join_case(later, into=earlier, by=by)
    record("joined", match, by=by)


def dismiss(match: Match, *, reason: str, by: Account) -> None:
    """Two people. They are not proposed again."""
    _decide(match, MatchEvent.DISMISS, reason, by)
    record("dismissed", match, by=by)


def undo(match: Match, *, reason: str, by: Account) -> None:
    """It was decided wrongly: the match is possible again, and cases that were joined go apart."""
    joined = match.state == MatchState.JOINED
    _decide(match, MatchEvent.UNDO, reason, by)
    earlier, later = _by_age(match)
    if joined and later.joined_to is earlier and not queries.others_joining(match):
        part_case(later, by=by)
    record("undid", match, by=by)


def note_comparing(match: Match, *, purpose: Purpose, by: Account) -> None:
    """Somebody is about to see who both people are, and why. One line in the trail of each case."""
    for person in (match.person, match.other):
        record_read("revealed", person, by=by, purpose=purpose.name)


def _decide(match: Match, event: MatchEvent, reason: str, by: Account) -> None:
    if not reason.strip():
        raise Refused("Say why.")
    match.move(event)
    db.session.add(MatchDecision(match=match, event=event, reason=reason, decided_by=by))


def _by_age(match: Match) -> tuple[Case, Case]:
    """The earlier case and the later one."""
    earlier, later = sorted(match.cases, key=lambda case: (case.created_at, case.reference))
    return earlier, later


def _elsewhere(person: Person, other_id: uuid.UUID) -> bool:
    """Whether the other is of another case: within one case people were told apart by who wrote of them."""
    other = db.session.get(Person, other_id)
    return other is not None and other.case.whole is not person.case.whole


def _weigh_again(match: Match, likeness: Likeness) -> None:
    if match.state == MatchState.POSSIBLE:
        match.score, match.codes = likeness.score, [reason.name for reason in likeness.reasons]


def _new_match(person: Person, other_id: uuid.UUID, likeness: Likeness) -> None:
    codes = [reason.name for reason in likeness.reasons]
    match = Match(person_id=person.id, other_id=other_id, score=likeness.score, codes=codes)
    db.session.add(match)
    db.session.flush()
    for coordinator in active_accounts_with(Role.COORDINATOR):
        if all(look_into_case(coordinator, case) for case in match.cases):
            put_in(TO_CHECK, to=coordinator.id, about=match.id)


def _to_check_words(to_id: uuid.UUID, match_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    match = queries.match_visible_to(account, match_id)
    if account is None or match is None or match.state != MatchState.POSSIBLE:
        return None
    return Words(
        address=account.email,
        subject=f"{match.person.case.reference}: something to check",
        body="There is something to check about this case. Sign in to read it.",
        path=f"/people/matches/{match.id}",
    )


worded_by(TO_CHECK, _to_check_words)
