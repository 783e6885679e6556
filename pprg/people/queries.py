from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, false, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.queries import one_matter, open_to
from pprg.database import db
from pprg.encryption import blind_index
from pprg.people.matching.keys import ENOUGH, keys_of
from pprg.people.matching.sketches import Sketch
from pprg.people.models import Identity, Match, Person, Secret, StaffMatch, person_key
from pprg.people.states import IdentityKind, Kept, MatchState, SecretKind

DIGITS = 15
"""Of a digest in hexadecimal: 60 bits, which a whole number of the database holds."""
OPENED = 20
"""So many sealed records are opened and compared at most, those with the most keys in common."""


@dataclass(frozen=True, kw_only=True)
class Identifier:
    """Words by which somebody or something of a case could be known."""

    kind: IdentityKind | SecretKind
    words: str
    whose: str = ""
    """The label of the person; nothing for a secret of the case."""


def person_visible_to(reader: Account | None, person_id: uuid.UUID) -> Person | None:
    return db.session.scalar(_visible_to(reader).where(Person.id == person_id))


def people_of(reader: Account | None, case_id: uuid.UUID) -> Sequence[Person]:
    """The people of a case by their labels, those it is about first."""
    found = _visible_to(reader).where(Person.case_id == case_id)
    return db.session.scalars(found.order_by(Person.subject.desc(), Person.created_at)).all()


def people_of_case(case_id: uuid.UUID) -> Sequence[Person]:
    """For other rooms' services. It has no reader, so no page may call it."""
    known = select(Person).where(Person.case_id == case_id).order_by(Person.created_at)
    return db.session.scalars(known).all()


def identifiers_of_case(case_id: uuid.UUID) -> list[Identifier]:
    """Everything that may not be said outside, for the disclosure check and for masking.

    It has no reader and is never shown as a list: the caller shows at most where one was found.
    """
    with_vault = select(Person).where(Person.case_id == case_id).options(joinedload(Person.identity))
    people = db.session.scalars(with_vault.order_by(Person.subject.desc(), Person.created_at))
    secrets = db.session.scalars(select(Secret).where(Secret.case_id == case_id))
    known = [one for person in people for one in _identifiers(person.label, person.identity)]
    return known + [Identifier(kind=secret.kind, words=secret.words) for secret in secrets]


def everybody() -> Iterator[Person]:
    """For the command that indexes them. It has no reader, so no page may call it."""
    known = select(Person).options(joinedload(Person.identity))
    yield from db.session.scalars(known.execution_options(yield_per=500))


def digests_of(sketch: Sketch) -> set[int]:
    """The keys of a record as the database holds them."""
    return {int(blind_index(key)[:DIGITS], 16) for key in keys_of(sketch)}


def records_like(sketch: Sketch) -> list[tuple[uuid.UUID, Sketch]]:
    """Whose records are worth comparing with this one, whatever case they are of. For services alone."""
    found = db.session.execute(_sharing_keys(), {"digests": sorted(digests_of(sketch))})
    return [(person, Sketch.from_plain(kept)) for person, kept in found if kept]


@cache
def _sharing_keys() -> Select[Any]:
    """Who shares enough keys, those who share most first. Made once: making it costs more than asking it."""
    shared = (
        select(person_key.c.person_id, func.count().label("keys"))
        .where(person_key.c.digest.in_(bindparam("digests", expanding=True)))
        .group_by(person_key.c.person_id)
        .having(func.count() >= ENOUGH)
        .order_by(func.count().desc(), person_key.c.person_id)
        .limit(OPENED)
        .subquery()
    )
    vault = Identity.__table__.c  # columns alone: as objects they cost more than the asking
    return select(vault.person_id, vault.sketch).join(shared, shared.c.person_id == vault.person_id)


def matches_of(person: Person) -> Sequence[Match]:
    """For services: what is thought already of this person and others, either way round."""
    either = or_(Match.person_id == person.id, Match.other_id == person.id)
    return db.session.scalars(select(Match).where(either)).all()


def others_joining(match: Match) -> bool:
    """For services: whether two other people also make the two cases one."""
    of_either = select(Person.id).where(Person.case_id.in_([case.id for case in match.cases]))
    others = select(Match.id).where(
        Match.id != match.id,
        Match.state == MatchState.JOINED,
        Match.person_id.in_(of_either),
        Match.other_id.in_(of_either),
    )
    return db.session.scalar(others.limit(1)) is not None


def match_visible_to(reader: Account | None, match_id: uuid.UUID) -> Match | None:
    return db.session.scalar(_matches_visible_to(reader).where(Match.id == match_id))


def matches_visible_to(reader: Account | None, *, decided: bool) -> Sequence[Match]:
    """Those to decide, the likeliest first; or those decided, the newest first."""
    possible = Match.state == MatchState.POSSIBLE
    found = _matches_visible_to(reader).where(~possible if decided else possible)
    order = [Match.created_at.desc()] if decided else [Match.score.desc(), Match.created_at]
    return db.session.scalars(found.options(*_with_people).order_by(*order)).all()


def staff_match_visible_to(reader: Account | None, staff_match_id: uuid.UUID) -> StaffMatch | None:
    return db.session.scalar(_staff_matches_visible_to(reader).where(StaffMatch.id == staff_match_id))


def staff_matches_visible_to(reader: Account | None) -> Sequence[StaffMatch]:
    """Newest first."""
    found = _staff_matches_visible_to(reader).options(joinedload(StaffMatch.account))
    return db.session.scalars(found.order_by(StaffMatch.created_at.desc())).all()


def others_keeping_out(staff_match: StaffMatch) -> bool:
    """For services: whether another case of the same matter keeps this colleague out, too."""
    others = select(StaffMatch.id).where(
        StaffMatch.id != staff_match.id,
        StaffMatch.account_id == staff_match.account_id,
        StaffMatch.case_id.in_(one_matter(staff_match.case)),
        StaffMatch.state == Kept.KEPT_OUT,
    )
    return db.session.scalar(others.limit(1)) is not None


def _identifiers(label: str, identity: Identity) -> Iterator[Identifier]:
    kinds: dict[IdentityKind, list[str | None]] = {
        IdentityKind.NAME: [*identity.names],
        IdentityKind.BORN: [identity.born],
        IdentityKind.DIED: [identity.died],
        IdentityKind.NHS_NUMBER: [identity.nhs_number],
        IdentityKind.ADDRESS: [*identity.addresses],
        IdentityKind.POSTCODE: [*identity.postcodes],
        IdentityKind.WORKPLACE: [*identity.workplaces],
        IdentityKind.OTHER: [*identity.other, *(identity.phones or ())],
    }
    for kind, several in kinds.items():
        yield from (Identifier(kind=kind, words=words, whose=label) for words in several if words)


def _visible_to(reader: Account | None) -> Select[Person]:
    """rules.see_person, said in SQL."""
    return select(Person).join(Case, Case.id == Person.case_id).where(open_to(reader))


_with_people = (
    joinedload(Match.person).joinedload(Person.case),
    joinedload(Match.other).joinedload(Person.case),
    selectinload(Match.decisions),
)


def possible_matches_of(reader: Account | None, case_id: uuid.UUID) -> int:
    """How many pairs with somebody of this case are still to be looked at, as this reader may see them."""
    here = select(Person.id).where(Person.case_id == case_id)
    touching = or_(Match.person_id.in_(here), Match.other_id.in_(here))
    found = _matches_visible_to(reader).where(Match.state == MatchState.POSSIBLE, touching)
    return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0


def _matches_visible_to(reader: Account | None) -> Select[Match]:
    """rules.see_match, said in SQL. A test holds the two together."""
    if reader is None or not reader.holds(Role.COORDINATOR):
        return select(Match).where(false())
    open_people = select(Person.id).join(Case, Case.id == Person.case_id).where(open_to(reader))
    return select(Match).where(and_(Match.person_id.in_(open_people), Match.other_id.in_(open_people)))


def _staff_matches_visible_to(reader: Account | None) -> Select[StaffMatch]:
    """rules.see_staff_match, said in SQL. A test holds the two together."""
    if reader is None or not reader.holds(Role.COORDINATOR):
        return select(StaffMatch).where(false())
    known = select(StaffMatch).join(Case, Case.id == StaffMatch.case_id)
    return known.where(open_to(reader), StaffMatch.account_id != reader.id)
