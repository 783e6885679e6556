from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Unpack

from sqlalchemy import delete, insert, select

from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.cases.models import Case
from pprg.database import db
from pprg.encryption import blind_index
from pprg.people.matching.describing import sketch
from pprg.people.matching.sketches import Sketch
from pprg.people.models import Identity, Person, Secret, person_key
from pprg.people.particulars import Particulars
from pprg.people.queries import digests_of
from pprg.people.states import Purpose, SecretKind


def add_person(case: Case, *, label: str, subject: bool, by: Account, **known: Unpack[Particulars]) -> Person:
    """Somebody a case is about: the label for everybody, the particulars for the vault."""
    person = Person(case=case, label=label, subject=subject, identity=Identity())
    _fill(person.identity, known)
    db.session.add(person)
    _write_keys(person)
    record("added", person, by=by)
    return person


def change_person(person: Person, *, label: str, by: Account, **known: Unpack[Particulars]) -> None:
    """More is known of somebody, or it is known better."""
    person.label = label
    _fill(person.identity, known)
    _write_keys(person)
    record("changed", person, by=by)


def keep_secrets(case: Case, kind: SecretKind, words: Iterable[str], *, by: Account) -> None:
    """Things of a case that may not be said outside. What is kept already is not kept twice."""
    db.session.flush()
    kept = select(Secret).where(Secret.case_id == case.id, Secret.kind == kind)
    known = {secret.words for secret in db.session.scalars(kept)}
    fresh = dict.fromkeys(word.strip() for word in words)
    db.session.add_all(
        Secret(case_id=case.id, kind=kind, words=word) for word in fresh if word and word not in known
    )
    record("kept secrets of", case, by=by, kind=kind.name)


def index_people(people: Iterable[Person]) -> int:
    """Make sketch and keys anew: after the rules of matching, or the data key, have changed."""
    count = 0
    for person in people:
        _sketch(person.identity)
        _write_keys(person)
        count += 1
    return count


def reveal(person: Person, *, purpose: Purpose, by: Account) -> Identity:
    """Who a person is. Who asked and what for is written down before anything is given."""
    record_read("revealed", person, by=by, purpose=purpose.name)
    return person.identity


def _fill(identity: Identity, known: Particulars) -> None:
    identity.names = _tidy(known["names"])
    identity.born, identity.died = _day(known.get("born")), _day(known.get("died"))
    identity.nhs_number = re.sub(r"[\s-]", "", known.get("nhs_number") or "") or None
    identity.nhs_index = blind_index(identity.nhs_number) if identity.nhs_number else None
    identity.addresses = _tidy(known.get("addresses", ()))
    identity.postcodes = _tidy(known.get("postcodes", ()))
    identity.workplaces = _tidy(known.get("workplaces", ()))
    identity.other = _tidy(known.get("other", ()))
    identity.sex = known.get("sex") or None
    identity.phones = _tidy(known.get("phones", ()))
    _sketch(identity)


def _sketch(identity: Identity) -> None:
    identity.sketch = sketch(
        names=identity.names,
        born=identity.born,
        died=identity.died,
        sex=identity.sex,
        nhs_number=identity.nhs_number,
        addresses=identity.addresses,
        postcodes=identity.postcodes,
        phones=identity.phones or (),
    ).as_plain()


def _write_keys(person: Person) -> None:
    db.session.flush()
    db.session.execute(delete(person_key).where(person_key.c.person_id == person.id))
    digests = digests_of(Sketch.from_plain(person.identity.sketch or {}))
    if digests:
        rows = [{"digest": digest, "person_id": person.id} for digest in digests]
        db.session.execute(insert(person_key), rows)


def _tidy(words: Sequence[str]) -> list[str]:
    """Each once, in order, without blanks."""
    return list(dict.fromkeys(word.strip() for word in words if word.strip()))


def _day(when: date | str | None) -> str | None:
    return when.isoformat() if isinstance(when, date) else when or None
