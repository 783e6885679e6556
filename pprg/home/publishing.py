"""Reviews and what is said of them outside, as they concern one reader today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pprg.accounts.models import Account
from pprg.briefings.queries import desk_of
from pprg.home.needs import Need, ago, counted, day_of
from pprg.publications import queries
from pprg.publications import rules as may
from pprg.publications.currency import Stale, currency_of
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
        yield from _of_its_look(reader, publication)
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
            yield _of(publication, "{} is being written", _stands(publication, "With its author"))


def _of_its_look(reader: Account, publication: Publication) -> Iterator[Need]:
    """What a coordinator does about released words that would look otherwise today."""
    if not may.renew_look(reader, publication):
        return
    if again := publication.open_renewal:
        yield _of(
            publication, "Compare and release {}", "The same words in a new look", "soon", proof_id=again.id
        )
    elif publication.state != State.WITH_CHECKER and (found := currency_of(publication)) and found.looks:
        stands = _since(found.looks, "Another look")
        yield _of(publication, "Make the files of {} again", stands, "soon")


def _stands(publication: Publication, otherwise: str) -> str:
    """That readers have other words, and since when; else what is said otherwise."""
    found = currency_of(publication)
    return _since(found.words, "Out of date") if found and found.words else otherwise


def _since(stale: Sequence[Stale], what: str) -> str:
    """ "Out of date since 3 June"."""
    first = min((one.since for one in stale if one.since), default=None)
    return f"{what} since {day_of(first).day} {day_of(first):%B}" if first else what


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
    stands = _stands(publication, "Ready")
    return _of(publication, "Ask for the release of {}", stands, "doing", editor=True)


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
