"""A colleague who may be a person of the case is kept out of it before anybody is told of it."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.cases.models import Case
from pprg.cases.rules import look_into_case
from pprg.cases.services import close_quietly, open_again
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import Words, put_in, worded_by
from pprg.people import queries
from pprg.people.models import StaffMatch
from pprg.people.states import Kept

SOMEBODY_HERE = "somebody here may be in it"


def keep_out(case: Case, account: Account, *, label: str, by: Account) -> StaffMatch:
    """Close the case to somebody who may be in it, without a word to them. Kept out twice is once.

    Whom a coordinator has let in stays in: it was somebody else of that name.
    """
    db.session.flush()
    there = select(StaffMatch).where(StaffMatch.case_id == case.id, StaffMatch.account_id == account.id)
    if already := db.session.scalar(there):
        return already
    close_quietly(case, account, by=by)
    kept = StaffMatch(case=case, account=account, label=label)
    db.session.add(kept)
    record("kept out of", case, by=by, account=account.id)
    for coordinator in active_accounts_with(Role.COORDINATOR):
        if coordinator.id != account.id and look_into_case(coordinator, case):
            put_in(SOMEBODY_HERE, to=coordinator.id, about=kept.id)
    return kept


def let_in(staff_match: StaffMatch, *, reason: str, by: Account) -> None:
    """It is somebody else, or does not matter: the case is open to them as to others of their role.

    While they are kept out of another case of the same matter, all of it stays closed.
    """
    if by.id == staff_match.account_id:
        raise Refused("Nobody lets themselves into a case.")
    if not reason.strip():
        raise Refused("Say why.")
    if staff_match.state == Kept.LET_IN:
        raise Refused("They were let in already.")
    staff_match.let_in(reason, by)
    if not queries.others_keeping_out(staff_match):
        open_again(staff_match.case, staff_match.account, by=by)
    record("let in to", staff_match.case, by=by, account=staff_match.account_id)


def _words(to_id: uuid.UUID, staff_match_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    kept = queries.staff_match_visible_to(account, staff_match_id)
    if account is None or kept is None or kept.state != Kept.KEPT_OUT:
        return None
    return Words(
        address=account.email,
        subject=f"{kept.case.reference}: something to check",
        body="There is something to check about this case. Sign in to read it.",
        path=f"/people/kept-out/{kept.id}",
    )


worded_by(SOMEBODY_HERE, _words)
