"""What every product says of itself: whose it is, which version, where its review is found."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from pprg.briefings.content import Imprint
from pprg.config import Config
from pprg.guidance.codes import REVIEW_TYPE_LABELS, ReviewType
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
    return _imprint(record, version=f"{version}{NOT_CHOSEN if offered else ''}", released_on="", draft=True)


def of_release(record: LearningRecord, *, number: str, dated: date) -> Imprint:
    """For readers: the version that it will have and the day from which it may be read."""
    return _imprint(record, version=number, released_on=f"{dated.day} {dated:%B %Y}", draft=False)


def _imprint(record: LearningRecord, *, version: str, released_on: str, draft: bool) -> Imprint:
    house = _house[0]
    # By its reference, which is there before the first release and the same for every later one.
    hub = f"{house.base_url.rstrip('/')}/learning/{quote(record.reference, safe='')}"
    return Imprint(
        organisation=house.organisation,
        reference=record.reference,
        review_type=_in_words(record.review_type, house),
        title=record.title,
        pseudonym=record.pseudonym,
        published=f"{record.published_on:%B %Y}",
        version=version,
        released_on=released_on,
        marking=house.case_marking if draft else house.public_marking,
        contact=f"{house.email}, {house.telephone}",
        hub_address=hub,
        use_address=f"{hub}/use",
        draft=draft,
    )


def _in_words(review_type: ReviewType, house: Config) -> str:
    return house.dhr_label if review_type is ReviewType.DHR else REVIEW_TYPE_LABELS[review_type]
