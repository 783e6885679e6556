from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, false, or_, select, true
from sqlalchemy.orm import aliased, joinedload, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.publications.models import Edition, MadeContent, MadeFile, Proof, Publication, Release
from pprg.publications.record import LearningRecord, Mistake, check_words, mistakes_in
from pprg.reviews.models import Finding, Recommendation, Review

SHORTEST_DIGEST = 8
"""Signs of a digest that have to be given; a fingerprint has nine."""
MOST_FOUND = 100


def publication_visible_to(reader: Account | None, publication_id: uuid.UUID) -> Publication | None:
    return db.session.scalar(_visible_to(reader).where(Publication.id == publication_id))


def publications_visible_to(reader: Account | None) -> Sequence[Publication]:
    """Newest reference first, each with its review, case, proofs and releases."""
    with_all = _visible_to(reader).options(
        joinedload(Publication.review).joinedload(Review.case),
        joinedload(Publication.review).joinedload(Review.author),
        selectinload(Publication.proofs),
        selectinload(Publication.releases),
    )
    return db.session.scalars(with_all.order_by(Publication.reference.desc())).all()


def proof_visible_to(reader: Account | None, proof_id: uuid.UUID) -> Proof | None:
    proof = db.session.get(Proof, proof_id)
    return proof if proof and publication_visible_to(reader, proof.publication_id) else None


def made_file_visible_to(reader: Account | None, file_id: uuid.UUID) -> MadeFile | None:
    file = db.session.get(MadeFile, file_id)
    return file if file and proof_visible_to(reader, file.proof_id) else None


def release_visible_to(reader: Account | None, release_id: uuid.UUID) -> Release | None:
    """For those who look after it, withdrawn or not. Readers ask `release_readable`."""
    release = db.session.get(Release, release_id)
    return release if release and publication_visible_to(reader, release.publication_id) else None


def publication_of(review: Review) -> Publication | None:
    """The learning record of a review. The caller may see the review."""
    return db.session.scalar(select(Publication).where(Publication.review_id == review.id))


def publication_referred_to(reference: str) -> Publication | None:
    """For commands and services: it has no reader, so no page may call it."""
    return db.session.scalar(select(Publication).where(Publication.reference == reference))


def every_publication() -> Sequence[Publication]:
    """For commands: they have no reader, so no page may call it."""
    return db.session.scalars(select(Publication).order_by(Publication.reference)).all()


def words_of(publication: Publication) -> dict[str, Any]:
    """The record's words as they stand, findings and recommendations of the review included, whole or not."""
    review = publication.review
    return {
        **publication.words,
        "findings": [_finding(finding) for finding in review.findings],
        "recommendations": [_recommendation(one) for one in review.recommendations],
    }


def record_of(thing: Publication | Proof | Release) -> LearningRecord:
    """The learning record: as it stands for a publication, as it was checked for a proof or a release.

    Mistaken, by field, where a publication's words are not whole yet.
    """
    if isinstance(thing, Publication):
        return check_words(words_of(thing))
    return check_words((thing.proof if isinstance(thing, Release) else thing).record)


def mistakes_of(publication: Publication) -> list[Mistake]:
    """What the words still lack, or have wrong, before anything can be made of them."""
    return mistakes_in(words_of(publication))


def gaps_of(publication: Publication) -> list[tuple[str, str]]:
    """The same as field and sentence, for whoever only has to say it."""
    return [(mistake.where, mistake.sentence) for mistake in mistakes_of(publication)]


def next_number(publication: Publication) -> str:
    """The version that the next release will have: "1.0", then "2.0"."""
    return f"{len(publication.releases) + 1}.0"


def releases_readable(*filters: ColumnElement[bool]) -> Sequence[Release]:
    """What readers have today: of each publication the newest release that is out, if it is not withdrawn."""
    newer = aliased(Release)
    replaced = select(newer.id).where(
        newer.publication_id == Release.publication_id, newer.number > Release.number, _came_out(newer)
    )
    found = (
        select(Release)
        .join(Release.publication)
        .where(_came_out(Release), Release.withdrawn_at.is_(None), ~replaced.exists(), *filters)
        .options(joinedload(Release.proof).selectinload(Proof.files), joinedload(Release.publication))
    )
    return db.session.scalars(found.order_by(Publication.reference)).all()


def release_readable(_: Account | None, release_id: uuid.UUID) -> Release | None:
    """One of these, for any reader; whether visitors are let in at all is the hub's to say."""
    return next(iter(releases_readable(Release.id == release_id)), None)


def content_of(file: MadeFile | Edition) -> bytes:
    """The bytes of a made file. That they are the ones that were looked at is seen by their digest."""
    content = db.session.scalar(select(MadeContent.content).where(MadeContent.digest == file.digest))
    if content is None or hashlib.sha256(content).hexdigest() != file.digest:
        raise LookupError(f"The bytes of made file {file.id} are not the ones that were checked.")
    return content


def _came_out(release: Any) -> ColumnElement[bool]:
    """Release.came_out, said in SQL."""
    return and_(release.visible_from <= clock.today(), ~release.never_out)


def _visible_to(reader: Account | None) -> Select[Publication]:
    """rules.read_publication, said again in SQL. A test holds the two together."""
    if reader is None:
        return select(Publication).where(false())
    by_role = true() if reader.holds(Role.COORDINATOR, Role.CHAIR) else false()
    writes = Review.author_id == reader.id if reader.holds(Role.AUTHOR) else false()
    found = select(Publication).join(Publication.review).join(Case, Case.id == Review.case_id)
    return found.where(open_to(reader), or_(by_role, writes))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "ref": finding.ref,
        "heading": finding.heading,
        "what": finding.what,
        "why": finding.why,
        "in_practice": finding.in_practice,
        "themes": list(finding.themes),
        "report_paragraphs": list(finding.report_paragraphs),
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    return {
        "ref": recommendation.ref,
        "text": recommendation.words,
        "addressed_to": list(recommendation.addressed_to),
        "finding": recommendation.finding_ref,
        "national": recommendation.national,
    }


def released_files_like(reader: Account | None, asked: str) -> Sequence[tuple[MadeFile, Release]]:
    """Every released file whose digest begins so, or that carries this fingerprint, oldest release first.

    A coordinator finds those of the cases open to them; an auditor all.
    """
    if reader is None or len(asked) < SHORTEST_DIGEST:
        return []
    seen = true() if reader.holds(Role.AUDITOR) else Publication.id.in_(_ids_visible_to(reader))
    return _released_like(asked.lower(), seen)


def released_file(reader: Account | None, file_id: uuid.UUID) -> MadeFile | None:
    """One of these, whichever became of its release."""
    if reader is None:
        return None
    seen = true() if reader.holds(Role.AUDITOR) else Publication.id.in_(_ids_visible_to(reader))
    return next((file for file, _ in _released_like("", seen, MadeFile.id == file_id)), None)


def released_content(digest: str) -> bytes | None:
    """For commands: they have no reader. The bytes released under exactly this digest, if there are any."""
    found = _released_like(digest.lower(), MadeFile.digest == digest.lower())
    if found:
        return content_of(found[0][0])
    editions = select(Edition).join(Edition.file).join(Release, Release.proof_id == MadeFile.proof_id)
    edition = db.session.scalars(editions.where(Edition.digest == digest.lower()).limit(1)).first()
    return content_of(edition) if edition else None


def _released_like(asked: str, *filters: ColumnElement[bool]) -> Sequence[tuple[MadeFile, Release]]:
    like = or_(MadeFile.digest.startswith(asked, autoescape=True), MadeFile.fingerprint == asked)
    found = (
        select(MadeFile, Release)
        .join(Release, Release.proof_id == MadeFile.proof_id)
        .join(Publication, Publication.id == Release.publication_id)
        .where(like, *filters)
        .order_by(Release.created_at, MadeFile.place)
        .limit(MOST_FOUND)
    )
    return [(file, release) for file, release in db.session.execute(found)]


def _ids_visible_to(reader: Account) -> ScalarSelect[uuid.UUID]:
    return _visible_to(reader).with_only_columns(Publication.id).scalar_subquery()
