from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.people.models import Identity, Person, Secret
from pprg.people.states import IdentityKind, SecretKind


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


def _identifiers(label: str, identity: Identity) -> Iterator[Identifier]:
    kinds: dict[IdentityKind, list[str | None]] = {
        IdentityKind.NAME: [*identity.names],
        IdentityKind.BORN: [identity.born],
        IdentityKind.DIED: [identity.died],
        IdentityKind.NHS_NUMBER: [identity.nhs_number],
        IdentityKind.ADDRESS: [*identity.addresses],
        IdentityKind.POSTCODE: [*identity.postcodes],
        IdentityKind.WORKPLACE: [*identity.workplaces],
        IdentityKind.OTHER: [*identity.other],
    }
    for kind, several in kinds.items():
        yield from (Identifier(kind=kind, words=words, whose=label) for words in several if words)


def _visible_to(reader: Account | None) -> Select[Person]:
    """rules.see_person, said in SQL."""
    return select(Person).join(Case, Case.id == Person.case_id).where(open_to(reader))
