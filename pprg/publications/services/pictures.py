"""Pages of made files as pictures, drawn when somebody first looks and kept for a while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from pprg.database import aside, db
from pprg.documents import pictures, reading
from pprg.publications import queries
from pprg.publications.models import MadeFile, PagePicture

WIDE = 1000
"""Pixels across: readable on a laptop, and at twice the size of a telephone."""
MOST_KEPT = 300
"""Pictures in all, some 40 MB. The oldest make room; they can be drawn again."""


@dataclass(frozen=True)
class Page:
    number: int
    words: str


def at_once(file: MadeFile) -> bool:
    """Whether the pages can be shown without waiting: kept already, a PDF, or nothing that can be drawn."""
    return file.suffix == "pdf" or not pictures.can_picture(f".{file.suffix}") or bool(_kept(file))


def pages_of(file: MadeFile) -> Sequence[Page]:
    """Every page that there is a picture of. Raises CannotPicture, in words, where there can be none."""
    kept = _kept(file)
    if not kept:
        drawn = _drawn(file)
        _keep(drawn)
        kept = [Page(picture.page, picture.words) for picture in drawn]
    return kept


def picture_of(file: MadeFile, page: int) -> bytes | None:
    """The picture of one page, drawn now if it was thrown away meanwhile."""
    wanted = select(PagePicture.png).where(PagePicture.digest == file.digest, PagePicture.page == page)
    if png := db.session.scalar(wanted):
        return png
    return next((picture.png for picture in _drawn(file) if picture.page == page), None)


def _kept(file: MadeFile) -> list[Page]:
    there = select(PagePicture.page, PagePicture.words).where(PagePicture.digest == file.digest)
    return [Page(number, words) for number, words in db.session.execute(there.order_by(PagePicture.page))]


def _drawn(file: MadeFile) -> list[PagePicture]:
    content = queries.content_of(file)
    pdf = pictures.as_pdf(content, f".{file.suffix}")
    words = {place.page: place.text for place in reading.places(pdf, ".pdf") if place.page}
    return [
        PagePicture(digest=file.digest, page=number, words=words.get(number, ""), png=png)
        for number, png in enumerate(pictures.pages(pdf, ".pdf", wide=WIDE), start=1)
    ]


def _keep(drawn: Sequence[PagePicture]) -> None:
    try:
        with aside() as short:
            short.add_all(drawn)
            short.flush()
            newest = select(PagePicture.id).order_by(PagePicture.created_at.desc()).limit(MOST_KEPT)
            short.execute(delete(PagePicture).where(PagePicture.id.not_in(newest.scalar_subquery())))
    except IntegrityError:
        return  # somebody else looked at the same file at the same moment and kept the same pictures
