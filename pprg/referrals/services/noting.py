"""Who read a referral. Written down before anything is shown."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record_read
from pprg.people.states import Purpose
from pprg.referrals.models import Referral


def note_reading(referral: Referral, *, by: Account) -> None:
    """Somebody opens a referral that is not their own."""
    if by.id != referral.owner_id:
        record_read("read", referral, by=by)


def note_reading_as_written(referral: Referral, *, purpose: Purpose, by: Account) -> None:
    """Somebody is about to read the words with the names in them, and why."""
    record_read("read as written", referral, by=by, purpose=purpose.name)


def note_taking(referral: Referral, *, by: Account) -> None:
    """Somebody takes the words away as a file."""
    record_read("took words of", referral, by=by)
