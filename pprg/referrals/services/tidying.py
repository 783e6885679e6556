"""Drafts that nobody writes in any more: their writer is reminded, then they go."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.notices.services import put_in
from pprg.referrals import wording
from pprg.referrals.models import Referral
from pprg.referrals.services.later import throw_away
from pprg.referrals.services.writing import hold
from pprg.referrals.states import Event, State

REMINDED_AFTER = timedelta(days=60)
DELETED_AFTER = timedelta(days=90)
TIME_TO_ANSWER = DELETED_AFTER - REMINDED_AFTER
"""Nobody's draft goes sooner than this after they were told, however late they were told."""


def tidy_drafts(*, by: Account) -> tuple[int, int]:
    """Remind the writers of idle drafts, and delete those that stayed idle: how many of each.

    What was sent once, and came back, is never deleted.
    """
    reminded = deleted = 0
    idle = select(Referral).where(
        Referral.state == State.DRAFT, Referral.saved_at <= clock.now() - REMINDED_AFTER
    )
    for draft in db.session.scalars(idle).all():
        hold(draft)
        if _is_over(draft):
            draft.move(Event.WITHDRAW)
            throw_away(draft, by=by)
            deleted += 1
        elif not _was_told(draft):
            draft.reminded_at = clock.now()
            record("reminded of", draft, by=by)
            put_in(wording.WILL_BE_DELETED, to=draft.owner_id, about=draft.id)
            reminded += 1
    return reminded, deleted


def _was_told(draft: Referral) -> bool:
    """Since it was last written in."""
    return draft.reminded_at is not None and draft.reminded_at >= draft.saved_at


def _is_over(draft: Referral) -> bool:
    now = clock.now()
    if draft.reminded_at is None or not _was_told(draft):
        return False
    return draft.saved_at <= now - DELETED_AFTER and draft.reminded_at <= now - TIME_TO_ANSWER
