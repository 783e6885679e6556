"""What every product says of itself: whose it is, which version, where its review is found."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from pprg.briefings.content import Imprint
from pprg.config import Config
from pprg.guidance.labels import review_type_label
from pprg.publications.models import Publication
from pprg.publications.record import LearningRecord

NOT_CHOSEN = ", lines not yet chosen by a person"

_house: list[Config] = []


def use_house(config: Config) -> None:
    """Set whose house this is. Called once, when the app is put together."""
    _house[:] = [config]


def of_draft(publication: Publication, record: LearningRecord, *, offered: bool) -> Imprint:
    """For those who work on it. That some lines are only `offered`, and no person's choice, is said too."""
    version = f"draft {publication.revision}"
    return _imprint(record, version=f"{version}{NOT_CHOSEN if offered else ''}", dated=None)


def of_release(record: LearningRecord, *, number: str, dated: date) -> Imprint:
    """For readers: the version that it will have and the day from which it may be read."""
    return _imprint(record, version=number, dated=dated)


def of_the_house(imprint: Imprint) -> tuple[str, ...]:
    """What a file says of the partnership itself: public, so never a leak."""
    return imprint.organisation, imprint.contact, imprint.hub_address, imprint.use_address


def _imprint(record: LearningRecord, *, version: str, dated: date | None) -> Imprint:
    """A release is named as such reviews were on its day, however late it is taken; a draft, as today."""
    house, draft = _house[0], dated is None
    # By its reference, which is there before the first release and the same for every later one.
    hub = f"{house.base_url.rstrip('/')}/learning/{quote(record.reference, safe='')}"
    return Imprint(
        organisation=house.organisation,
        reference=record.reference,
        review_type=review_type_label(record.review_type, on=dated, house=house),
        title=record.title,
        pseudonym=record.pseudonym,
        published=f"{record.published_on:%B %Y}",
        version=version,
        released_on=f"{dated.day} {dated:%B %Y}" if dated else "",
        marking=house.case_marking if draft else house.public_marking,
        contact=f"{house.email}, {house.telephone}",
        hub_address=hub,
        use_address=f"{hub}/use",
        draft=draft,
    )
