"""What a review is to do: kept as far as it is, agreed once nothing is missing."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.reviews.models import Review, Scope
from pprg.reviews.states import State
from pprg.reviews.words import ScopeWords, scope_lacks


class Overtaken(Refused):
    """Somebody else saved other words first; both texts are wanted, and a person chooses."""


def save_scope(review: Review, words: ScopeWords, *, version: int, by: Account) -> Scope:
    """Keep what the review is to do, complete or not. `version` is the one it was typed over; 0: none yet.

    Words that change are to be agreed anew.
    """
    _goes_on(review)
    db.session.execute(select(Review.id).where(Review.id == review.id).with_for_update())
    scope = db.session.scalar(
        select(Scope).where(Scope.review_id == review.id), execution_options={"populate_existing": True}
    )
    if scope is not None and scope.words == words:
        return scope
    if version != (scope.version if scope else 0):
        raise Overtaken("Somebody else saved this scope after you opened it.")
    if scope is None:
        scope = Scope(review=review)
        db.session.add(scope)
    for each in fields(words):
        setattr(scope, each.name, _plain(getattr(words, each.name)))
    scope.agreed_on, scope.agreed_by_id, scope.saved_at = None, None, clock.now()
    db.session.flush()  # its version is the next one
    record("saved scope of", review, by=by)
    return scope


def agree_scope(review: Review, *, by: Account) -> None:
    """It is what the review is to do. Mistaken, with the place and a sentence, while something is missing."""
    _goes_on(review)
    scope = review.scope
    if lacks := scope_lacks(scope.words if scope else ScopeWords()):
        raise Mistaken(lacks)
    if scope is not None and scope.agreed_on is None:
        scope.agreed_on, scope.agreed_by_id = clock.today(), by.id
        record("agreed scope of", review, by=by)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _goes_on(review: Review) -> None:
    if review.state == State.DISCONTINUED:
        raise Refused("This review was discontinued. What it was to do stays as it was.")
