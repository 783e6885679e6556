"""Letting those know who may."""

from __future__ import annotations

from datetime import datetime

from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.database import db
from pprg.notices.services import put_in
from pprg.referrals.models import Referral


def tell_coordinators(
    kind: str, referral: Referral, *, but: Account | None = None, not_before: datetime | None = None
) -> None:
    """Let every coordinator know who may look into the case, now or when that time has come."""
    db.session.flush()
    for coordinator in active_accounts_with(Role.COORDINATOR):
        if but is not None and coordinator.id == but.id:
            continue
        if not_before or (referral.case is not None and look_into_case(coordinator, referral.case)):
            put_in(kind, to=coordinator.id, about=referral.id, not_before=not_before)
