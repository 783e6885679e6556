from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Sequence
from datetime import timedelta

from sqlalchemy import func, select, update

from pprg import clock
from pprg.accounts.models import Account, Appointment, SignIn, SignInAttempt
from pprg.accounts.states import Role
from pprg.database import aside, db

SEEN_AT_MOST_EVERY = timedelta(minutes=1)
THROTTLE_WINDOW = timedelta(minutes=15)
TRIES_PER_ACCOUNT = 6
TRIES_PER_SOURCE = 60


def account_signed_in(token: str, *, idle: timedelta, whole: timedelta, active: bool) -> Account | None:
    """Whose browser this is, if the sign-in still stands.

    `active` says that a person did something; autosave and polling do not keep a sign-in alive.
    """
    found = db.session.scalar(select(SignIn).where(SignIn.token_digest == digest(token)))
    if found is None or not found.account.active:
        return None
    now = clock.now()
    if now - found.created_at > whole or now - found.seen_at > idle:
        return None
    if active and now - found.seen_at > SEEN_AT_MOST_EVERY:
        _seen(found.id)
    return found.account


def _seen(sign_in_id: uuid.UUID) -> None:
    with aside() as short:
        # Changes a row that is still there; one deleted meanwhile does not come back.
        short.execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=clock.now()))


def account_with_email(email: str) -> Account | None:
    wanted = email.strip().casefold()
    return db.session.scalar(select(Account).where(func.lower(Account.email) == wanted))


def account_by_id(account_id: uuid.UUID) -> Account | None:
    return db.session.get(Account, account_id)


def accounts_with_ids(account_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Account]:
    """For pages that say who did something: the accounts behind these ids, closed ones too."""
    found = db.session.scalars(select(Account).where(Account.id.in_(account_ids))).unique()
    return {account.id: account for account in found}


def active_accounts_with(role: Role) -> Sequence[Account]:
    """Everybody who holds this role today, by name."""
    held = (
        select(Account)
        .where(Account.active, Account.appointments.any(Appointment.role == role))
        .order_by(Account.name)
    )
    return [account for account in db.session.scalars(held).unique() if account.holds(role)]


def accounts_of_agency(agency_id: uuid.UUID | None) -> Sequence[Account]:
    """Everybody who signs in for an agency today, by name."""
    theirs = select(Account).where(Account.active, Account.agency_id == agency_id).order_by(Account.name)
    return db.session.scalars(theirs).unique().all()


def demo_accounts() -> Sequence[Account]:
    """The made-up people of the demo, whose password is printed. Production starts with none."""
    return db.session.scalars(select(Account).where(Account.demo).order_by(Account.created_at)).all()


def sign_ins_of(account: Account) -> Sequence[SignIn]:
    """Where an account is signed in, for its owner to see."""
    mine = select(SignIn).where(SignIn.account_id == account.id)
    return db.session.scalars(mine.order_by(SignIn.seen_at.desc())).all()


def too_many_tries(email: str, source: str) -> bool:
    """Whether guessing must wait. Counted in the database: workers do not share memory."""
    since = clock.now() - THROTTLE_WINDOW
    failed = select(func.count()).where(SignInAttempt.at > since, ~SignInAttempt.succeeded)
    for_account = failed.where(SignInAttempt.account_digest == digest(email.strip().casefold()))
    from_source = failed.where(SignInAttempt.source_digest == digest(source))
    return (db.session.scalar(for_account) or 0) >= TRIES_PER_ACCOUNT or (
        db.session.scalar(from_source) or 0
    ) >= TRIES_PER_SOURCE


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
