"""Who may do what with the public words of a review. *When* they may is in states.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.reviews import rules as reviews

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.publications.models import MadeFile, Proof, Publication, Release
    from pprg.reviews.models import Review


def list_publications(reader: Account | None) -> bool:
    """Coordinators, chairs and review authors see a list; the case decides what is on it."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR, Role.AUTHOR)


def read_publication(reader: Account | None, publication: Publication) -> bool:
    """Whoever reads the review reads what is being written about it for outside."""
    return reviews.read_review(reader, publication.review)


def hear_of_publication(reader: Account | None, review: Review) -> bool:
    """Whoever reads a review hears how its learning record stands."""
    return reviews.read_review(reader, review)


def start_publication(reader: Account | None, review: Review) -> bool:
    """The review's author and coordinators of the case write its learning record."""
    if reader is None or not reviews.read_review(reader, review):
        return False
    return reader.holds(Role.COORDINATOR) or review.author_id == reader.id


def write_publication(reader: Account | None, publication: Publication) -> bool:
    """The review's author and coordinators of the case change its public words."""
    return start_publication(reader, publication.review)


def ask_for_release(reader: Account | None, publication: Publication) -> bool:
    """Whoever may write the public words may put them before a second person."""
    return write_publication(reader, publication)


def read_proof(reader: Account | None, proof: Proof) -> bool:
    """Whoever reads the publication sees what was put before the second person."""
    return read_publication(reader, proof.publication)


def check_proof(reader: Account | None, proof: Proof) -> bool:
    """A coordinator or chair of the case checks and releases; never the author, whoever asked, or whoever wrote last. The same words in a new look are one coordinator's."""  # noqa: E501
    if proof.renews_number is not None:
        return renew_look(reader, proof.publication)
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR) or not read_proof(reader, proof):
        return False
    return not had_a_hand_in(reader, proof)


def renew_look(reader: Account | None, publication: Publication) -> bool:
    """One coordinator of the case makes released words again in today's look, compares and releases them."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_publication(reader, publication)


def hear_what_is_out_of_date(reader: Account | None, publication: Publication) -> bool:
    """The review's author and coordinators of the case see what of the released files is out of date."""
    return write_publication(reader, publication)


def find_released_bytes(reader: Account | None) -> bool:
    """Coordinators and auditors look up, by its digest or fingerprint, what was ever released."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.AUDITOR)


def take_released_bytes(reader: Account | None, file: MadeFile) -> bool:
    """A coordinator of the case, or an auditor, takes the bytes of what was released, withdrawn or not."""
    if reader is None:
        return False
    if reader.holds(Role.AUDITOR):
        return True
    return reader.holds(Role.COORDINATOR) and read_publication(reader, file.proof.publication)


def read_made_file(reader: Account | None, file: MadeFile) -> bool:
    """Whoever sees a proof sees its files."""
    return read_proof(reader, file.proof)


def check_made_file(reader: Account | None, file: MadeFile) -> bool:
    """Whoever may check and release a proof says so of each of its files."""
    return check_proof(reader, file.proof)


def withdraw_release(reader: Account | None, release: Release) -> bool:
    """A coordinator or chair of the case takes a release back, at once and alone."""
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR):
        return False
    return read_publication(reader, release.publication)


def had_a_hand_in(account: Account, proof: Proof) -> bool:
    """Whether somebody wrote these words or put them forward, and so cannot be the second person.

    Nobody wrote a word of released words in a new look.
    """
    publication = proof.publication
    if proof.renews_number is not None:
        return False
    return account.id in {publication.review.author_id, proof.asked_by_id, publication.last_changed_by_id}
