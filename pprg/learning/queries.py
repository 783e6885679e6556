from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.queries import times_taken
from pprg.briefings.products import LISTED
from pprg.database import db
from pprg.guidance.codes import AUDIENCE_LABELS, Audience, theme_label
from pprg.learning.models import Use
from pprg.learning.states import READ, TOOK
from pprg.publications import queries as publications
from pprg.publications.models import Edition, MadeFile, Publication, Release
from pprg.publications.record import LearningRecord, check_words

BRIEFING = "seven-minute-briefing"
NEW_FOR = timedelta(days=60)


@dataclass(frozen=True)
class Card:
    """One released review as the hub lists it."""

    release: Release
    record: LearningRecord

    @property
    def audiences(self) -> set[Audience]:
        """Who is told what to do from today; everybody is not a place to work in."""
        return {one.audience for one in self.record.what_to_do} - {Audience.ALL}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader looks for: words, a theme, where they work, a type of review. Empty means all."""

    words: str = ""
    theme: str = ""
    audience: str = ""
    review_type: str = ""


@dataclass(frozen=True)
class Product:
    """One thing to take, in every format that was released."""

    name: str
    label: str
    use: str
    files: tuple[MadeFile, ...]


@dataclass(frozen=True)
class Taken:
    """How often the files of one version were taken, and its briefing read on the hub's own page."""

    release: Release
    files: Mapping[str, int]
    read_here: int


def cards_readable() -> list[Card]:
    """All that is released, newest first. Nothing here is secret."""
    cards = [Card(release, record_of(release)) for release in publications.releases_readable()]
    return sorted(cards, key=lambda card: (card.record.published_on, card.release.reference), reverse=True)


def record_of(release: Release) -> LearningRecord:
    """What a release says. Its words never change, so what was read once is kept for a while."""
    return _read(json.dumps(release.proof.record))


@lru_cache(maxsize=500)
def _read(words: str) -> LearningRecord:
    return check_words(json.loads(words))


def cards_that_fit(cards: Iterable[Card], wanted: Wanted) -> list[Card]:
    return [card for card in cards if _fits(card, wanted)]


def new_learning(*, at_most: int = 3) -> list[Card]:
    """What came out or was renewed lately, newest first."""
    since = clock.today() - NEW_FOR
    lately = [card for card in cards_readable() if card.release.visible_from >= since]
    return sorted(lately, key=lambda card: card.release.visible_from, reverse=True)[:at_most]


def release_readable(_: Account | None, reference: str) -> Release | None:
    """What readers have today under a public reference; nothing that is withdrawn or still to come."""
    found = _referred_to(reference)
    return found.current if found else None


def publication_ever_out(_: Account | None, reference: str) -> Publication | None:
    """What was once read under a public reference, withdrawn since or not: who used it must stay known."""
    found = _referred_to(reference)
    return found if found and any(release.came_out for release in found.releases) else None


def files_of(release: Release) -> Sequence[MadeFile]:
    return release.proof.files


def file_of(release: Release, file_id: uuid.UUID) -> MadeFile | None:
    """One of this release's files, and of no other."""
    return next((file for file in files_of(release) if file.id == file_id), None)


def audiences_of(release: Release) -> dict[str, str]:
    """For whom this release has files with their lines first, by code and label."""
    there = {edition.audience for file in files_of(release) for edition in file.editions}
    return {one.value: AUDIENCE_LABELS[one] for one in Audience if one in there}


def edition_for(file: MadeFile, audience: str) -> MadeFile | Edition:
    """The file with that audience's lines first; the file itself where there is none for them."""
    return next((one for one in file.editions if one.audience == audience), file)


def actions_for(record: LearningRecord, audience: str) -> list[str]:
    """What to do from today: in that work, then everyone."""
    wanted = [one for one in (audience, Audience.ALL) if audience]
    return [line.action for one in wanted for line in record.what_to_do if line.audience == one]


def briefing_page_of(release: Release) -> MadeFile | None:
    """The 7-minute briefing as a web page, if this release has one."""
    return next((f for f in files_of(release) if (f.product, f.suffix) == (BRIEFING, "html")), None)


def products_of(release: Release) -> dict[str, Product]:
    """What there is to take, by the name of the product, in the order in which it was released."""
    named = {product.name: product for product in LISTED}
    found: dict[str, Product] = {}
    for file in files_of(release):
        known, so_far = named.get(file.product), found.get(file.product)
        found[file.product] = Product(
            name=file.product,
            label=known.label if known else file.product.replace("-", " ").capitalize(),
            use=known.use if known else "",
            files=(*(so_far.files if so_far else ()), file),
        )
    return found


def related_to(card: Card, *, at_most: int = 3) -> list[Card]:
    """Other reviews that share the most themes."""
    mine = set(card.record.themes)
    others = [other for other in cards_readable() if other.release.id != card.release.id]
    shared = [(len(mine & set(other.record.themes)), other) for other in others]
    shared.sort(key=lambda pair: pair[0], reverse=True)
    return [other for count, other in shared if count][:at_most]


def uses_of(publication: Publication) -> Sequence[Use]:
    """How a review's learning was used, in any of its versions, newest first."""
    uses = select(Use).where(Use.release_id.in_(_versions(publication.id)))
    return db.session.scalars(uses.order_by(Use.used_on.desc(), Use.created_at.desc())).all()


def times_used(release: Release) -> int:
    """How many teams said they used it: a number, for everyone."""
    uses = select(func.count(Use.id)).where(Use.release_id.in_(_versions(release.publication_id)))
    return db.session.scalar(uses) or 0


def same_use(release: Release, said: Mapping[str, Any]) -> Use | None:
    """For services: a use already recorded in these very words."""
    return db.session.scalars(select(Use).filter_by(release_id=release.id, **said)).first()


def first_out(release: Release) -> date:
    """For services: the day from which anybody could have used any version of it."""
    return min(one.visible_from for one in release.publication.releases if one.came_out)


def taken_of(publication: Publication) -> list[Taken]:
    """How often each version was taken, the newest first."""
    return [_taken(release) for release in reversed(publication.releases) if release.came_out]


def _referred_to(reference: str) -> Publication | None:
    # PostgreSQL cannot even be asked for a text with a character like NUL in it.
    return publications.publication_referred_to(reference) if reference.isprintable() else None


def _taken(release: Release) -> Taken:
    files = files_of(release)
    ids = [file.id for file in files]
    took, read = times_taken(TOOK, ids), times_taken(READ, ids)
    return Taken(release, {file.file_name: took.get(file.id, 0) for file in files}, sum(read.values()))


def _versions(publication_id: uuid.UUID) -> Any:
    return select(Release.id).where(Release.publication_id == publication_id)


def _fits(card: Card, wanted: Wanted) -> bool:
    record = card.record
    chosen = (
        (wanted.theme, record.themes),
        (wanted.audience, card.audiences),
        (wanted.review_type, {record.review_type}),
    )
    if any(code and code not in codes for code, codes in chosen):
        return False
    searched = _searchable(record)
    return all(word in searched for word in wanted.words.casefold().split())


def _searchable(record: LearningRecord) -> str:
    headings = [finding.heading for finding in record.findings]
    themes = map(theme_label, record.themes)
    said = [record.title, record.one_line, record.reference, *record.keywords, *themes, *headings]
    return " ".join(said).casefold()
