"""Who may not hear of a referral, because they may be in it themselves.

A colleague with the name of somebody in it is never offered, never told, and kept out of the case. Who was
kept out, and why, only a coordinator sees who is not that person (`people`).
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from pprg.accounts.models import Account
from pprg.accounts.queries import accounts_of_agency
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.people import services as people

try:
    from pprg.people.staff import accounts_like
except ImportError:
    accounts_like = lambda names: []
from pprg.referrals import answers as read_off
from pprg.referrals.models import Referral

MAY_WRITE = (Role.REFERRER, Role.SAFEGUARDING_LEAD, Role.REPRESENTATIVE)


def colleagues(referral: Referral) -> Sequence[Account]:
    """Whom its writer may share a draft with: who refers for the same agency and is nobody in it."""
    there = _like_somebody(referral)
    return [
        account
        for account in accounts_of_agency(referral.agency_id)
        if account.holds(*MAY_WRITE) and account.id != referral.owner_id and account.id not in there
    ]


def leads(referral: Referral) -> Sequence[Account]:
    """Who may authorise it: the agency's safeguarding leads who did not write it and are nobody in it."""
    there = _like_somebody(referral) | {share.account_id for share in referral.shares}
    return [
        account
        for account in accounts_of_agency(referral.agency_id)
        if account.holds(Role.SAFEGUARDING_LEAD) and account.id not in {referral.owner_id, *there}
    ]


def drop_shares(referral: Referral) -> None:
    """A name was written that is that of a colleague who writes with them: they see it no more."""
    if referral.shares:
        there = _like_somebody(referral)
        referral.shares = [share for share in referral.shares if share.account_id not in there]


def keep_out(case: Case, referral: Referral, *, by: Account) -> None:
    """Close the case to everybody who signs in here and may be in it. They are told nothing."""
    for like in accounts_like(read_off.everybody(referral.answers)):
        if like.account.id != referral.owner_id:
            getattr(people, "keep_out")(case, like.account, label=referral.about, by=by)


def _like_somebody(referral: Referral) -> set[uuid.UUID]:
    return {like.account.id for like in accounts_like(read_off.everybody(referral.answers))}
