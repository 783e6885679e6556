"""Who may not hear of a referral, because they may be in it themselves.

A colleague with the name of somebody in it is never offered, never told, and kept out of the case. Who was
kept out, and why, only a coordinator sees who is not that person (`people`).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from sqlalchemy import select

from pprg.accounts.models import Account
from pprg.accounts.queries import accounts_of_agency
from pprg.accounts.states import Role
from pprg.cases.models import Case
from pprg.database import db
from pprg.people import services as people
from pprg.people.models import StaffMatch
from pprg.people.staff import accounts_like
from pprg.people.states import Kept
from pprg.referrals import answers as read_off
from pprg.referrals.models import Referral

MAY_WRITE = (Role.REFERRER, Role.SAFEGUARDING_LEAD, Role.REPRESENTATIVE)


def colleagues(referral: Referral) -> Sequence[Account]:
    """Whom its writer may share a draft with: who refers for the same agency and is nobody in it."""
    return _of_its_agency(referral, MAY_WRITE, {referral.owner_id})


def leads(referral: Referral) -> Sequence[Account]:
    """Who may authorise it: the agency's safeguarding leads who did not write it and are nobody in it."""
    return _of_its_agency(referral, (Role.SAFEGUARDING_LEAD,), wrote(referral))


def leads_of(agency_id: uuid.UUID | None) -> Sequence[Account]:
    """The safeguarding leads that an agency has named, before anything is written."""
    return [account for account in accounts_of_agency(agency_id) if account.holds(Role.SAFEGUARDING_LEAD)]


def wrote(referral: Referral) -> set[uuid.UUID]:
    """Its writer and the colleagues who wrote with them."""
    return {referral.owner_id} | {share.account_id for share in referral.shares}


def drop_shares(referral: Referral) -> None:
    """A name was written that is that of a colleague who writes with them: they see it no more."""
    if referral.shares:
        there = _in_it(referral, [share.account for share in referral.shares])
        referral.shares = [share for share in referral.shares if share.account_id not in there]


def keep_out(case: Case, referral: Referral, *, by: Account) -> None:
    """Close the case to everybody who signs in here and may be in it. They are told nothing."""
    for account_id, account in _like_somebody(referral).items():
        if account_id != referral.owner_id:
            people.keep_out(case, account, label=referral.about, by=by)


def _of_its_agency(referral: Referral, roles: tuple[Role, ...], but: set[uuid.UUID]) -> Sequence[Account]:
    able = [one for one in accounts_of_agency(referral.agency_id) if one.holds(*roles) and one.id not in but]
    there = _in_it(referral, able) if able else set()
    return [account for account in able if account.id not in there]


def _in_it(referral: Referral, among: Sequence[Account]) -> set[uuid.UUID]:
    """Who of these may be in it, and who has stepped out of it; not whom a coordinator has let in."""
    out = {out.account_id for out in referral.case.steppings_out} if referral.case else set()
    let_in = select(StaffMatch.account_id).where(
        StaffMatch.case_id == referral.case_id, StaffMatch.state == Kept.LET_IN
    )
    known_better = set(db.session.scalars(let_in)) if referral.case_id else set()
    return out | (_like_somebody(referral, among).keys() - known_better)


def _like_somebody(referral: Referral, among: Sequence[Account] | None = None) -> dict[uuid.UUID, Account]:
    """Of all who sign in, or of a few: a page that is drawn often must not look through everybody."""
    names = read_off.everybody(referral.answers)
    bare = [found for name in names if (found := _RANK.sub("", name)) != name]
    return {like.account.id: like.account for like in accounts_like([*names, *bare], among=among)}


_RANK = re.compile(
    r"^(?:(?:W?PC|PCSO|PS|D[CSI]|DC[IS]|Det|Sgt|Insp|Supt|Sergeant|Inspector|Cllr|Nurse)\b\.?\s*|\d+\s+)+",
    re.IGNORECASE,
)
"""What colleagues write before a colleague's name. As "Di" may be a name, both ways are looked for."""
