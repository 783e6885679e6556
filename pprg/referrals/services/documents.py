"""Files with a referral: added before or after a word is typed, fixed when they are sent."""

from __future__ import annotations

from collections.abc import Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.database import db
from pprg.errors import Refused
from pprg.papers import services as papers
from pprg.papers.services import Arrived
from pprg.people.states import Purpose
from pprg.referrals.models import Document, Referral
from pprg.referrals.services.writing import A_SITTING, hold
from pprg.referrals.states import DocumentKind, Event, after

MOST = 100
"""Documents of one referral. A bundle of more is a matter for the coordinators."""


def add_documents(referral: Referral, arrived: Sequence[Arrived], *, by: Account) -> list[Document]:
    """Files that were looked into are documents of the referral. The same file sent twice is one document."""
    hold(referral)
    if not _may_still_change(referral):
        after(referral.state, Event.ADD)
    there = {document.paper.stored_as: document for document in referral.documents}
    if len(there.keys() | {one.stored_as for one in arrived}) > MOST:
        raise Refused(f"A referral holds {MOST} documents. Put several into one PDF, or ring us.")
    added = []
    for one in arrived:
        if one.stored_as in there:
            there[one.stored_as].removed_at = None
            continue
        number = 1 + max((other.number for other in referral.documents), default=0)
        paper = papers.put_on_record(one, by=by)
        there[one.stored_as] = document = Document(paper=paper, number=number, by_id=by.id)
        referral.documents.append(document)
        added.append(document)
    referral.saved_at = clock.now()
    record("added documents to", referral, by=by, documents=len(added))
    return added


def describe_document(
    document: Document, *, kind: DocumentKind, description: str, third_party: bool, by: Account
) -> None:
    """Say what it is, as it is typed, complete or not. Once it is sent that stands."""
    _hold_unsent(document)
    new_sitting = clock.now() - document.referral.saved_at > A_SITTING or not document.is_described
    document.kind, document.description, document.third_party = kind, description, third_party
    document.referral.saved_at = clock.now()
    if new_sitting:  # a line for each sitting, not for every pause of the typing
        record("described", document, by=by)


def remove_document(document: Document, *, by: Account) -> None:
    """Take it out. Until the referral is next sent it can be put back; then it is gone."""
    _hold_unsent(document)
    document.removed_at = document.removed_at or clock.now()
    record("removed", document, by=by)


def put_back_document(document: Document, *, by: Account) -> None:
    _hold_unsent(document)
    document.removed_at = None
    record("put back", document, by=by)


def send_documents(referral: Referral, *, by: Account) -> int:
    """Send what was added since the words were fixed. Gives how many; pressed twice, they are sent once."""
    hold(referral)
    if _may_still_change(referral):
        raise Refused("These documents go with your words: check and send the referral.")
    after(referral.state, Event.ADD)
    sent = send_along(referral, by=by)
    if sent:
        record("sent documents with", referral, by=by, documents=sent)
    return sent


def send_along(referral: Referral, *, by: Account) -> int:
    """What is there goes with the referral; what was taken out is gone. Gives how many went."""
    fresh = [document for document in referral.documents if document.sent_at is None]
    for document in fresh:
        if document.removed_at:
            _throw_away(document, by)
        else:
            document.sent_at = clock.now()
    return sum(document.sent_at is not None for document in fresh)


def throw_away(referral: Referral, *, by: Account | None) -> None:
    """The documents of a draft go with it."""
    for document in list(referral.documents):
        _throw_away(document, by)


def read_document(document: Document, *, by: Account, purpose: Purpose | None = None) -> bytes:
    """The file, once it is written down who takes it, and what for where that was asked."""
    record_read("took", document, by=by, purpose=purpose.name if purpose else None)
    return papers.read(document.paper)


def _hold_unsent(document: Document) -> None:
    hold(document.referral)
    if document.sent_at:
        raise Refused("This document was sent. It stays with the referral as it is.")


def _may_still_change(referral: Referral) -> bool:
    """Whether documents wait for the words to be sent, rather than go by themselves."""
    return referral.being_written or referral.rest_is_open


def _throw_away(document: Document, by: Account | None) -> None:
    paper = document.paper
    document.referral.documents.remove(document)
    db.session.delete(document)
    db.session.flush()
    papers.discard(paper, by=by)
