"""Passwords: Argon2id, long rather than strange, and none that everybody tries first."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

SHORTEST = 12
LONGEST = 200
TRIED_FIRST = {"password", "letmein", "welcome", "qwerty", "safeguarding", "wiltshire", "iloveyou"}

_hasher = PasswordHasher()


def use_costs(*, rounds: int, memory_kib: int) -> None:
    """Set how dear a guess is. Called once, when the app is put together."""
    global _hasher
    _hasher = PasswordHasher(time_cost=rounds, memory_cost=memory_kib, parallelism=1)


def hashed(password: str) -> str:
    return _hasher.hash(_plain(password))


def matches(password: str, kept: str) -> bool:
    """Whether it is the password. Takes as long for an account that is not there (`kept` empty)."""
    try:
        return _hasher.verify(kept or _nobodys(), _plain(password)) and bool(kept)
    except (Argon2Error, InvalidHashError):
        return False


def needs_new_hash(kept: str) -> bool:
    return _hasher.check_needs_rehash(kept)


def fault(password: str, *, email: str = "") -> str | None:
    """What is wrong with a new password, as a sentence, or None."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Three or four unrelated words are good."
    if len(plain) > LONGEST:
        return f"Use at most {LONGEST} characters."
    squeezed = plain.casefold().strip("0123456789!?.*# ")
    if squeezed in TRIED_FIRST or len(set(plain)) < 5:
        return "Choose something that is harder to guess."
    if email and email.partition("@")[0].casefold() in plain.casefold():
        return "Leave your e-mail name out of your password."
    return None


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


_kept_for_nobody: dict[int, str] = {}


def _nobodys() -> str:
    """A hash of nothing anyone knows, at today's cost, so that an unknown address takes as long."""
    return _kept_for_nobody.setdefault(id(_hasher), _hasher.hash("nobody's password"))
