from __future__ import annotations

import secrets
from datetime import date, timedelta

from sqlalchemy import delete, select

from pprg import clock
from pprg.accounts import passwords
from pprg.accounts.models import Account, Appointment, Invitation, SignIn, SignInAttempt
from pprg.accounts.queries import account_with_email, digest, too_many_tries
from pprg.accounts.states import Role
from pprg.agencies.models import Agency
from pprg.agencies.states import LegalOwner
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused

COMMAND_LINE = "command-line@localhost"
INVITATION_LASTS = timedelta(hours=72)
TOO_MANY = "Too many tries. Wait 15 minutes, then try again, or ring us."
NOT_KNOWN = "That e-mail address and password do not go together. Check both and try again."


def open_account(
    *, email: str, name: str, agency: Agency | None, by: Account | None, demo: bool = False
) -> Account:
    """Make an account without a password: nobody can sign in to it until one is chosen."""
    if account_with_email(email):
        raise Refused("There is already an account with that e-mail address.")
    account = Account(
        email=email.strip(),
        name=name.strip(),
        agency=agency,
        demo=demo,
    )
    db.session.add(account)
    record("opened account", account, by=by)
    return account


def appoint(
    account: Account,
    role: Role,
    *,
    by: Account,
    owner: LegalOwner | None = None,
    until: date | None = None,
) -> Appointment:
    """Give a role from today. Nobody appoints themselves."""
    if account.id == by.id:
        raise Refused("You cannot appoint yourself.")
    if role == Role.DECISION_MAKER and owner is None:
        raise Refused("Say which body this decision-maker signs for.")
    appointment = Appointment(account=account, role=role, owner=owner, ends_on=until)
    db.session.add(appointment)
    record("appointed", account, by=by, role=role.name)
    return appointment


def set_password(account: Account, password: str, *, by: Account | None) -> None:
    """Choose a password. Every browser signed in to the account is signed out."""
    if fault := passwords.fault(password, email=account.email):
        raise Refused(fault)
    account.password_hash = passwords.hashed(password)
    end_sign_ins(account)
    record("chose a password for", account, by=by)


def sign_in(email: str, password: str, *, source: str) -> tuple[Account, str]:
    """The account and a fresh token for this browser, or a refusal that tells nothing.

    Every try is kept for the throttle; the same words answer a wrong password and an unknown address.
    """
    if too_many_tries(email, source):
        raise Refused(TOO_MANY)
    account = account_with_email(email)
    right = passwords.matches(password, account.password_hash if account else "")
    good = account if account is not None and account.active and right else None
    _note_attempt(email, source, succeeded=good is not None)
    if good is None:
        raise Refused(NOT_KNOWN)
    if passwords.needs_new_hash(good.password_hash):
        good.password_hash = passwords.hashed(password)
    token = secrets.token_urlsafe(32)
    db.session.add(SignIn(token_digest=digest(token), account=good))
    record("signed in", good, by=good)
    return good, token


def sign_out(token: str, *, by: Account) -> None:
    """End this browser's sign-in: a copy of its cookie is worth nothing from now on."""
    db.session.execute(delete(SignIn).where(SignIn.token_digest == digest(token)))
    record("signed out", by, by=by)


def end_sign_ins(account: Account, *, keep: str = "") -> None:
    """Sign the account out everywhere, but for the browser with the token `keep`."""
    db.session.execute(
        delete(SignIn).where(SignIn.account_id == account.id, SignIn.token_digest != digest(keep))
    )


def change_password(account: Account, old: str, new: str, *, token: str) -> None:
    """Change one's own password, knowing the old one; other browsers are signed out."""
    if not passwords.matches(old, account.password_hash):
        raise Refused("Your present password is not right.")
    if fault := passwords.fault(new, email=account.email):
        raise Refused(fault)
    account.password_hash = passwords.hashed(new)
    end_sign_ins(account, keep=token)
    record("changed password of", account, by=account)


def close_account(account: Account, *, by: Account) -> None:
    """Somebody has left: their browsers are signed out in the same commit."""
    if account.id == by.id:
        raise Refused("You cannot close your own account.")
    account.active = False
    end_sign_ins(account)
    record("closed account", account, by=by)


def invite(account: Account, *, by: Account) -> str:
    """An eight-digit code with which the account's owner chooses a first password, within 72 hours."""
    code = f"{secrets.randbelow(10**8):08}"
    db.session.execute(
        delete(Invitation).where(Invitation.account_id == account.id, Invitation.used_at.is_(None))
    )
    db.session.add(
        Invitation(
            account=account,
            code_digest=passwords.hashed(code),
            expires_at=clock.now() + INVITATION_LASTS,
        )
    )
    record("invited", account, by=by)
    return code


def accept_invitation(email: str, code: str, password: str, *, source: str) -> Account:
    """Choose the first password with the code. Tries count for the throttle like sign-ins."""
    if too_many_tries(email, source):
        raise Refused(TOO_MANY)
    account = account_with_email(email)
    open_one = _open_invitation(account) if account else None
    right = passwords.matches(code.strip(), open_one.code_digest if open_one else "")
    _note_attempt(email, source, succeeded=right)
    if account is None or open_one is None or not right:
        raise Refused("That e-mail address and code do not go together, or the code is over.")
    set_password(account, password, by=account)
    open_one.used_at = clock.now()
    return account


def command_line() -> Account:
    """The account in whose name commands act when nobody is named. It can never sign in."""
    found = account_with_email(COMMAND_LINE)
    if found is None:
        found = open_account(email=COMMAND_LINE, name="Command line", agency=None, by=None)
    return found


def _open_invitation(account: Account) -> Invitation | None:
    return db.session.scalar(
        select(Invitation).where(
            Invitation.account_id == account.id,
            Invitation.used_at.is_(None),
            Invitation.expires_at > clock.now(),
        )
    )


def _note_attempt(email: str, source: str, *, succeeded: bool) -> None:
    now = clock.now()
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - timedelta(days=1)))
    db.session.add(
        SignInAttempt(
            account_digest=digest(email.strip().casefold()),
            source_digest=digest(source),
            succeeded=succeeded,
        )
    )
    db.session.flush()
