"""Who is named in a letter, by what a letter of its kind may say.

To referrers, agencies and national bodies a case has a reference and nobody a name, but for the colleague
to whom the letter is addressed. A letter to a family may name the person whom the case is about and whoever
it is written to; others that it names are shown, and stop nothing. A request for information names under its
own heading whom to look for, and nobody elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from pprg.agencies.queries import agencies_of_today
from pprg.database import db
from pprg.meetings.giving_away import given_away_in
from pprg.meetings.letters.before import WHO_IT_IS_ABOUT
from pprg.meetings.letters.facts import House
from pprg.meetings.models import AgendaItem, Letter, Meeting
from pprg.meetings.states import LetterKind
from pprg.people.queries import people_of_case
from pprg.people.states import IdentityKind, SecretKind
from pprg.publications.disclosure import Hit, Public
from pprg.publications.disclosure.folding import folded

TO, WORDS = "To", "The letter"
STAFF = SecretKind.STAFF.value
A_FAMILY_KNOWS = {str(kind) for kind in (IdentityKind.NAME, IdentityKind.ADDRESS, IdentityKind.POSTCODE)}
_THEIR_PLACE = re.compile(rf"(?ms)^## +{WHO_IT_IS_ABOUT} *$.*?(?=^## |\Z)")


@dataclass(frozen=True)
class Finds:
    """What is *sure* must change, or stand for a reason; what is *possible* a person judges."""

    sure: tuple[Hit, ...] = ()
    possible: tuple[Hit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sure or self.possible)


def finds_in(letter: Letter, house: House) -> Finds:
    """For whoever writes it: a find shows no more than what they wrote."""
    hits = given_away_in(_places(letter), [letter.case_id], public=_public(letter, house))
    hits = list(_beside_the_addressee(hits))
    if letter.kind == LetterKind.FAMILY:
        hits = list(_to_a_family(letter, hits))
    return Finds(
        sure=tuple(hit for hit in hits if hit.sure), possible=tuple(hit for hit in hits if not hit.sure)
    )


def _places(letter: Letter) -> dict[str, str]:
    words = letter.words
    if letter.kind == LetterKind.INFORMATION:
        words = _THEIR_PLACE.sub("", words)
    return {TO: letter.to, WORDS: words}


def _beside_the_addressee(hits: Sequence[Hit]) -> Iterable[Hit]:
    """Without the colleague who stands under To: "Dear Rowan" tells them nothing."""
    to = {word for hit in hits if hit.where == TO and hit.what.casefold() == STAFF for word in _words(hit)}
    return (hit for hit in hits if hit.what.casefold() != STAFF or not _words(hit) <= to)


def _words(hit: Hit) -> set[str]:
    return set(folded(hit.found).split())


def _to_a_family(letter: Letter, hits: Sequence[Hit]) -> Iterable[Hit]:
    known = {person.label for person in people_of_case(letter.case_id) if person.subject}
    known |= {hit.whose for hit in hits if hit.where == TO}
    for hit in hits:
        if hit.what.casefold() not in A_FAMILY_KNOWS:
            yield hit
        elif hit.where != TO and hit.whose not in known:
            yield replace(hit, sure=False)


def _public(letter: Letter, house: House) -> Public:
    """The county, the agencies round the table and where the group meets are nobody's address."""
    met = select(Meeting.place).join(Meeting.items).where(AgendaItem.case_id == letter.case_id)
    return Public(
        names=tuple(
            folded(part.strip())
            for place in db.session.scalars(met)
            for part in place.split(",")
            if part.strip()
        ),
        phrases=tuple(folded(agency.name) for agency in agencies_of_today()),
        words=frozenset(re.findall(r"[^\W\d_]+", folded(f"{house.organisation} {house.area}"))),
    )
