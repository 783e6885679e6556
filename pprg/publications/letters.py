"""Mails about what is to go out: a reference and where to look, never a word of the record."""

from __future__ import annotations

import uuid

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.notices.services import Words, worded_by
from pprg.publications import queries, rules
from pprg.publications.models import Proof
from pprg.publications.states import ProofState

TO_CHECK = "publication to check"
SENT_BACK = "publication sent back"
RELEASED = "publication released"


def _to_check(to_id: uuid.UUID, proof_id: uuid.UUID) -> Words | None:
    account, proof = account_by_id(to_id), _proof(to_id, proof_id)
    if account is None or proof is None or proof.state != ProofState.OPEN:
        return None
    if not rules.check_proof(account, proof):
        return None
    return _words(account, proof, "Files are ready for a second person to look at and release.")


def _sent_back(to_id: uuid.UUID, proof_id: uuid.UUID) -> Words | None:
    account, proof = account_by_id(to_id), _proof(to_id, proof_id)
    if account is None or proof is None:
        return None
    return _words(account, proof, "What you asked to release has come back with a comment.")


def _released(to_id: uuid.UUID, release_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    release = queries.release_visible_to(account, release_id)
    if account is None or release is None:
        return None
    return _words(account, release.proof, "The files that you worked on are released.")


def _proof(to_id: uuid.UUID, proof_id: uuid.UUID) -> Proof | None:
    return queries.proof_visible_to(account_by_id(to_id), proof_id)


def _words(account: Account, proof: Proof, body: str) -> Words:
    return Words(
        address=account.email,
        subject=f"An item needs you – {proof.publication.reference}",
        body=body,
        path=f"/publications/proofs/{proof.id}",
    )


worded_by(TO_CHECK, _to_check)
worded_by(SENT_BACK, _sent_back)
worded_by(RELEASED, _released)
