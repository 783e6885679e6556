"""What the vault holds of the three reviews, as the disclosure check is given it."""

from __future__ import annotations

from functools import cache

from pprg.people.queries import Identifier
from pprg.people.states import IdentityKind, SecretKind
from tests.publications.builders import as_json

DAYS = {IdentityKind.BORN, IdentityKind.DIED, SecretKind.EXACT_DATE}


@cache
def identifiers_of(name: str) -> tuple[Identifier, ...]:
    restricted = as_json(name)["restricted"]
    known = [one for person in restricted["people"] for one in _of(person)]
    for kind, key in (
        (SecretKind.STAFF, "staff"), (SecretKind.PLACE, "places"), (SecretKind.EXACT_DATE, "exact_dates"),
    ):  # fmt: skip
        known += [Identifier(kind=kind, words=words) for words in restricted[key]]
    return tuple(known)


def _of(person: dict) -> list[Identifier]:
    several = {
        IdentityKind.NAME: person["names"],
        IdentityKind.BORN: [person["date_of_birth"]],
        IdentityKind.DIED: [person["date_of_death"]],
        IdentityKind.NHS_NUMBER: [person["nhs_number"]],
        IdentityKind.ADDRESS: person["addresses"],
        IdentityKind.POSTCODE: person["postcodes"],
        IdentityKind.WORKPLACE: person["school_or_workplace"],
        IdentityKind.OTHER: person["other_identifiers"],
    }
    return [
        Identifier(kind=kind, words=words, whose=person["role"])
        for kind, found in several.items()
        for words in found
        if words
    ]


def name(words: str) -> Identifier:
    return Identifier(kind=IdentityKind.NAME, words=words)
