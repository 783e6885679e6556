"""Recommendations before those whose decision it finally is."""

from __future__ import annotations

from collections.abc import Sequence

from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.agencies.states import LegalOwner


def decision_makers_of(owner: LegalOwner) -> Sequence[Account]:
    """For services: everybody who decides for a legal owner today, by name."""
    return [account for account in active_accounts_with(Role.DECISION_MAKER) if owner in account.decides_for]
