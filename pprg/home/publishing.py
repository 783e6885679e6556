"""Reviews and what is said of them outside, as they concern one reader today."""

from __future__ import annotations

from collections.abc import Iterator

from pprg.accounts.models import Account
from pprg.briefings.queries import desk_of
from pprg.home.needs import Need, ago, counted
from pprg.publications import queries
from pprg.publications import rules as may
from pprg.publications.models import Publication
from pprg.publications.states import ProofState, State
from pprg.reviews import rules as review_rules
from pprg.reviews.models import Review
from pprg.reviews.queries import reviews_visible_to
from pprg.reviews.states import State as ReviewState


def needs(reader: Account) -> Iterator[Need]:
    """Reviews without an author or to write, records and briefings to finish, made files to check."""
    found = queries.publications_visible_to(reader)
    written = {publication.review_id for publication in found}
    for publication in found:
        proof = publication.open_proof
        if proof is not None and may.check_proof(reader, proof):
            yield _of(
                publication,
                "Check and release {}",
                f"Asked {ago(proof.created_at)}",
                "soon",
                proof_id=proof.id,
            )
        elif publication.state == State.DRAFT and _is_theirs(reader, publication.review):
            yield _to_write(publication)
    for review in reviews_visible_to(reader):
        if need := _of_review(reader, review, begun=review.id in written):
            yield need


def waits(reader: Account) -> Iterator[Need]:
    """Records that somebody else writes or checks."""
    for publication in queries.publications_visible_to(reader):
        proof = publication.open_proof
        if proof is not None and not may.check_proof(reader, proof):
            yield _of(publication, "{} is with the second person", f"Asked {ago(proof.created_at)}")
        elif publication.state == State.DRAFT and not _is_theirs(reader, publication.review):
            yield _of(publication, "{} is being written", "With its author")


def _of_review(reader: Account, review: Review, *, begun: bool) -> Need | None:
    reference = review.case.reference
    if review.wants_author and review_rules.appoint_author(reader, review):
        since = f"Commissioned {ago(review.commissioned_on)}"
        return _about(review, f"Appoint an author for the review of {reference}", since, "soon")
    if review.state == ReviewState.UNDER_WAY and review.author_id == reader.id:
        return _about(review, f"Write the review of {reference}", "Under way", "doing")
    if review.state == ReviewState.CONCLUDED and not begun and _is_theirs(reader, review):
        return _about(review, f"Begin the learning record of {reference}", "Not started", "none")
    return None


def _to_write(publication: Publication) -> Need:
    """The next thing that a record lacks before it can go to a second person."""
    last = publication.proofs[-1] if publication.proofs else None
    if last and last.state == ProofState.SENT_BACK and last.revision == publication.revision:
        return _of(publication, "Mend {}", "Sent back to you", "soon", proof_id=last.id)
    if gaps := queries.gaps_of(publication):
        return _of(
            publication, "Finish the record {}", f"{counted(len(gaps), 'thing', 'things')} to add", "doing"
        )
    desk = desk_of(publication)
    left = sum(bool(box.undecided) or not box.by_person for box in desk.boxes.values())
    if left:
        stands = f"{counted(left, 'box', 'boxes')} to choose"
        return _of(publication, "Choose what the briefing of {} says", stands, "doing", editor=True)
    return _of(publication, "Ask for the release of {}", "Ready", "doing", editor=True)


def _is_theirs(reader: Account, review: Review) -> bool:
    """The author's to write; where nobody is the author, the coordinators'."""
    if review.author_id is not None:
        return review.author_id == reader.id
    return may.start_publication(reader, review)


def _about(review: Review, do: str, stands: str, tone: str) -> Need:
    return Need(do=do, endpoint="reviews.show", ids={"review_id": review.id}, stands=stands, tone=tone)


def _of(publication: Publication, do: str, stands: str, tone: str = "waiting", **where: object) -> Need:
    endpoint, ids = "publications.show", {"publication_id": publication.id}
    if where.pop("editor", False):
        endpoint = "briefings.editor"
    elif where:
        endpoint, ids = "publications.proof", where  # type: ignore[assignment]
    return Need(
        do=do.format(publication.reference),
        endpoint=endpoint,
        ids=ids,
        about=f"Review of {publication.review.case.reference}",
        stands=stands,
        tone=tone,
    )
