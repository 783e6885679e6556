"""The same words in a new look: made again, compared page by page, and let out by one coordinator."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record as note
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.publications import checks, currency, letters, queries
from pprg.publications.models import Edition, Judgement, MadeFile, Proof, Publication, Release
from pprg.publications.services.proofs import Made, kept
from pprg.publications.states import ProofEvent, ProofState, State


def renew(publication: Publication, products: Collection[str] = (), *, by: Account) -> Proof:
    """Make products that look otherwise today again, from the released words, as the next version.

    All of those where none is named. Every other file goes along byte for byte as it was released.
    """
    release, wanted = _wanted(publication, products)
    if publication.open_renewal:
        publication.open_renewal.move(ProofEvent.OVERTAKE)
    before, number, today = release.proof, queries.next_number(publication), clock.today()
    again = currency.made_again(release, wanted, number=number, dated=today)
    proof = Proof(
        publication=publication,
        revision=before.revision,
        dated=today,
        number=number,
        record=before.record,
        choices=before.choices,
        renews_number=release.number,
        asked_by=by,
        imprint=sorted({*before.imprint, *again.imprint}),
        ticks=dict(release.ticked),
    )
    db.session.add(proof)
    fresh = {(made.product, made.suffix): made for made in again.files}
    proof.files = [_made_or_kept(file, fresh) for file in before.files]
    proof.judgements = [Judgement(hit=one.hit, reason=one.reason, by=one.by) for one in before.judgements]
    note("made again the files of", publication, by=by, version=number, products=len(wanted))
    return proof


def compare(file: MadeFile, *, by: Account) -> None:
    """The coordinator has held every page of this file against the released one."""
    _open(file.proof)
    file.looked_at, file.looked_by = clock.now(), by
    note("compared", file, by=by, digest=file.digest[:12])


def release_renewal(proof: Proof, *, by: Account) -> Release:
    """Let the new look out, byte for byte as it was compared. Refused, in words, while anything is open."""
    publication = proof.publication
    db.session.refresh(publication, with_for_update=True)
    db.session.refresh(proof, attribute_names=["state"])
    _open(proof)
    if open_still := checks.obstacles(proof, checks.checks_of(proof), by=by):
        raise Refused(" ".join(open_still))
    proof.move(ProofEvent.RELEASE)
    released = Release(
        publication=publication,
        proof=proof,
        number=len(publication.releases) + 1,
        visible_from=proof.dated,
        released_by=by,
        ticked=dict(proof.ticks),
    )
    db.session.add(released)
    note("released in a new look", released, by=by, version=proof.number, renews=proof.renews_number)
    author = publication.review.author_id
    if author and author != by.id:
        put_in(letters.RELEASED, to=author, about=released.id)
    return released


def _open(proof: Proof) -> None:
    if proof.renews is None:
        raise Refused("These are other words than the released ones: a second person releases them.")
    if proof.state != ProofState.OPEN:
        raise Refused(f"This proof is {proof.state}.")


def _wanted(publication: Publication, products: Collection[str]) -> tuple[Release, list[str]]:
    """What readers have, and the products of it to make again. Refused in words where that cannot be."""
    found = currency.currency_of(publication)
    looks = [one.product for one in found.looks] if found else []
    wanted = [name for name in looks if name in products or not products]
    if found is None or not wanted:
        raise Refused("Nothing of it would look different today.")
    if publication.state == State.WITH_CHECKER:
        raise Refused("A new version is with a second person: it will have today’s look.")
    return found.release, wanted


def _made_or_kept(file: MadeFile, fresh: Mapping[tuple[str, str], Made]) -> MadeFile:
    made = fresh.get((file.product, file.suffix))
    return kept(made, file.place) if made else _as_it_was(file)


def _as_it_was(file: MadeFile) -> MadeFile:
    """A released file once more: the same bytes under the same name."""
    return MadeFile(
        place=file.place,
        product=file.product,
        suffix=file.suffix,
        file_name=file.file_name,
        digest=file.digest,
        size=file.size,
        content_digest=file.content_digest,
        template_digest=file.template_digest,
        fingerprint=file.fingerprint,
        faults=list(file.faults),
        editions=[
            Edition(audience=one.audience, file_name=one.file_name, digest=one.digest, size=one.size)
            for one in file.editions
        ],
    )
