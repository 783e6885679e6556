"""The way back from a wrong click: the words as they stood before each of the last changes."""

from __future__ import annotations

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.database import db
from pprg.meetings import earlier
from pprg.meetings.models import Decision, Saving
from pprg.meetings.words import DecisionWords


def keep_earlier(decision: Decision, words: DecisionWords, *, by: Account) -> None:
    """Before these words are written: keep those that stand. Typing on in one box is one change."""
    where = earlier.changed(decision.words, words)
    kept = select(Saving).where(Saving.decision_id == decision.id).order_by(Saving.created_at.desc())
    newest = db.session.scalars(kept.limit(1)).first()
    if newest is not None and newest.by_id == by.id and earlier.goes_on(decision.words, words, newest.where):
        return
    for old in db.session.scalars(kept.offset(earlier.KEEPS - 1)):
        db.session.delete(old)
    before = {"version": decision.version, "where": where, "words": earlier.kept(decision.words)}
    db.session.add(Saving(decision_id=decision.id, words=before, by_id=by.id, created_at=clock.now()))
    db.session.expire(decision, ["savings"])


def words_at(decision: Decision, version: int) -> DecisionWords | None:
    """The words somebody had before them who opened this version, if they are still known."""
    kept = [saving for saving in decision.savings if saving.version <= version]
    return kept[-1].before if kept else None
