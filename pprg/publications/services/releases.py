"""Letting those very bytes out, and taking them back."""

from __future__ import annotations

from collections.abc import Mapping

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record as note
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.publications import checks, letters
from pprg.publications.models import Proof, Release
from pprg.publications.services.proofs import tick
from pprg.publications.states import Event, ProofEvent


def release(proof: Proof, ticked: Mapping[str, str], *, by: Account) -> Release:
    """Let the files of this proof out, byte for byte as they were looked at, from the day that they carry.

    `ticked` is the release list: keys of what is done, each with a reason where it does not apply.
    Refused, in sentences, while anything is open.
    """
    # On PostgreSQL a word may be changed this very moment: whoever comes second sees the other's change.
    db.session.refresh(proof.publication, with_for_update=True)
    db.session.refresh(proof, attribute_names=["state"])
    tick(proof, ticked, by=by)
    if open_still := checks.obstacles(proof, checks.checks_of(proof), by=by):
        raise Refused(" ".join(open_still))
    publication = proof.publication
    publication.move(Event.RELEASE)
    publication.differs_since = {}
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
    note("released", released, by=by, version=proof.number)
    for account_id in {proof.asked_by_id, publication.review.author_id} - {None, by.id}:
        put_in(letters.RELEASED, to=account_id, about=released.id)  # type: ignore[arg-type]
    return released


def withdraw(release: Release, reason: str, *, by: Account) -> None:
    """Take a release back. On the next request nobody has it, and no older one comes back in its place."""
    if release.withdrawn_at is not None:
        raise Refused("It is withdrawn already.")
    if not reason.strip():
        raise Refused("Say why it is withdrawn.")
    newest = release.publication.releases[-1].id == release.id
    release.withdrawn_at, release.withdrawn_by = clock.now(), by
    release.why_withdrawn = reason.strip()
    release.never_out = release.visible_from > clock.today()
    if newest:
        release.publication.move(Event.WITHDRAW)
    note("withdrew", release, by=by, version=f"{release.number}.0")
