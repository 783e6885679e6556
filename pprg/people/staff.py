"""Whether somebody who signs in here may be one of the people a referral tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from pprg.accounts.models import Account
from pprg.database import db
from pprg.people.matching.describing import sketch
from pprg.people.matching.names import name_reasons
from pprg.people.matching.reasons import Aspect, Reason, Standing
from pprg.people.matching.sketches import Sketch

NOT_TELLING = frozenset({Reason.GIVEN_INITIAL, Reason.GIVEN_PART})
"""Too little of a given name to close a case to a colleague."""


@dataclass(frozen=True)
class AccountLike:
    """An account, and the name told that is like its own."""

    account: Account
    name: str


def accounts_like(
    names: Sequence[str], emails: Sequence[str] = (), *, among: Sequence[Account] | None = None
) -> list[AccountLike]:
    """Everybody who signs in under a whole name, or the address, of somebody named here.

    Of all agencies, closed accounts too: they may be opened again; or only `among` a few. A given name
    alone, or a family name alone, is like nobody: half the county would be kept out.
    """
    told = {name: one for name in names if (one := sketch(names=[name])).givens and one.families}
    addresses = {email.strip().casefold() for email in emails}
    found = []
    for account in _everyone() if among is None else among:
        own = sketch(names=[account.name])
        name = next((name for name, one in told.items() if _one_name(one, own)), None)
        if name is None and account.email.casefold() in addresses:
            name = account.name
        if name is not None:
            found.append(AccountLike(account, name))
    return found


def _everyone() -> Sequence[Account]:
    """All accounts there are or were."""
    return db.session.scalars(select(Account).order_by(Account.name)).unique().all()


def _one_name(told: Sketch, own: Sketch) -> bool:
    """Whether both parts of the name are the same, or alike as two records of one person are."""
    reasons = list(name_reasons(told, own))
    if Reason.SWAPPED in reasons:
        return True
    stands = {reason.aspect: reason.standing for reason in reasons if reason is not Reason.MIDDLE_DIFFERS}
    if not {Aspect.GIVEN, Aspect.FAMILY} <= stands.keys() or not NOT_TELLING.isdisjoint(reasons):
        return False
    return Standing.DIFFERS not in stands.values()
