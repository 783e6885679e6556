"""What people say about a briefing while it is written: comments on a box, lines left out knowingly."""

from __future__ import annotations

import uuid

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id
from pprg.audit.services import record as note
from pprg.briefings import queries, rules
from pprg.briefings.content import BoxKind
from pprg.briefings.models import BoxComment, LeftOut
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import Words, put_in, worded_by
from pprg.publications.models import Publication
from pprg.publications.queries import publication_visible_to

COMMENTED = "comment on a briefing"
CHANGED = "The choice changed meanwhile. Look again at what is left out, then say so."


def comment(publication: Publication, box: BoxKind, words: str, *, by: Account) -> BoxComment:
    """Say something to the author about one box. They hear that there is something, not what."""
    said = BoxComment(publication=publication, box=box, words=words, by=by)
    db.session.add(said)
    note("commented on", said, by=by, box=box.name)
    author = publication.review.author_id
    if author and author != by.id:
        put_in(COMMENTED, to=author, about=publication.id)
    return said


def settle_comment(publication: Publication, comment_id: uuid.UUID, *, by: Account) -> BoxComment:
    """Say that a comment is dealt with. It stays to be read."""
    said = db.session.get(BoxComment, comment_id)
    if said is None or said.publication_id != publication.id:
        raise Refused("That comment is no longer there.")
    if said.settled_at is None:
        said.settled_at, said.settled_by = clock.now(), by
        note("settled", said, by=by, box=said.box.name)
    return said


def leave_out_knowingly(publication: Publication, digest: str, *, knowingly: bool, by: Account) -> None:
    """Say so of exactly the lines that were looked at, or take it back."""
    row = queries.left_out_of(publication)
    if not knowingly:
        if row is not None:
            db.session.delete(row)
            note("took back what was left out of", publication, by=by)
        return
    if digest != queries.desk_of(publication).left_out_digest:
        raise Refused(CHANGED)
    if row is None:
        row = LeftOut(publication=publication)
        db.session.add(row)
    row.digest, row.by, row.said_at = digest, by, clock.now()
    note("left out knowingly", row, by=by)


def _commented(to_id: uuid.UUID, publication_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    publication = publication_visible_to(account, publication_id)
    if account is None or publication is None or not rules.choose_lines(account, publication):
        return None
    return Words(
        address=account.email,
        subject=f"An item needs you – {publication.reference}",
        body="There is a comment on something that you are writing.",
        path=f"/publications/{publication.id}/briefing",
    )


worded_by(COMMENTED, _commented)
