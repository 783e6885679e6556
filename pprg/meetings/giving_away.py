"""What in words that others will read would say who somebody in a case is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

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
    return [hit for hit in hits_in(places, known, public or Public()) if hit.what.casefold() in kinds]


def _telling(cases: Iterable[uuid.UUID]) -> Iterable[Identifier]:
    return (one for case in cases for one in identifiers_of_case(case) if one.kind in TELLING)
