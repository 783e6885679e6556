"""What in words that others will read would say who somebody in a case is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pprg.people.queries import Identifier, identifiers_of_case
from pprg.people.states import IdentityKind, SecretKind
from pprg.publications.disclosure import Hit, Place, Public, hits_in

TELLING: frozenset[IdentityKind | SecretKind] = frozenset(
    {
        IdentityKind.NAME,
        IdentityKind.NHS_NUMBER,
        IdentityKind.ADDRESS,
        IdentityKind.POSTCODE,
        IdentityKind.OTHER,
        SecretKind.STAFF,
    }
)
"""What tells who somebody is. Days, schools and places are the matter of a meeting, and stay."""


def given_away_in(
    words: Mapping[str, str], cases: Iterable[uuid.UUID], *, public: Public | None = None
) -> list[Hit]:
    """Each find in the texts, by the place where it stands, of anybody in these cases.

    Sure finds are names and numbers as the vault has them; possible ones a person judges. A find shows
    only what the writer wrote, so it tells nobody more than the text does. What is `public` anyway, such as
    the county's name at the end of an address, is none.
    """
    known = tuple(_telling(cases))
    places = [Place(where=where, words=text) for where, text in words.items() if text]
    kinds = {str(each.kind).casefold() for each in known}
    hits = hits_in(places, known, public or Public())
    return [_weighed(hit) for hit in hits if hit.what.casefold() in kinds]


def _weighed(hit: Hit) -> Hit:
    """The town of an address is where a thousand others live: no more than possible by itself."""
    town = hit.what.casefold() == IdentityKind.ADDRESS and len(hit.found.split()) == 1
    return replace(hit, sure=False) if town else hit


def _telling(cases: Iterable[uuid.UUID]) -> Iterable[Identifier]:
    return (one for case in cases for one in identifiers_of_case(case) if one.kind in TELLING)
