"""Names, dates of birth, NHS numbers, addresses and narrative, unreadable in the database file.

Fernet (AES-128-CBC with HMAC) under a data key kept outside the database; several keys may be
given, the first writes and all read, so that keys can be changed. Equal values have different
cipher texts; where equality must be asked of the database, a keyed digest stands beside
(`blind_index`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

_keys: list[bytes] = []


def use_keys(*secrets: str) -> None:
    """Derive the working keys from the data keys. Called once, when the app is put together."""
    _keys[:] = [hashlib.sha256(b"pprg data key:" + secret.encode()).digest() for secret in secrets]


def seal(words: bytes) -> bytes:
    return _box().encrypt(words)


def unseal(sealed: bytes) -> bytes:
    return _box().decrypt(sealed)


def opens(sealed: bytes, expected: bytes) -> bool:
    """Whether one of our keys opens it to what is expected."""
    try:
        return unseal(sealed) == expected
    except InvalidToken:
        return False


def blind_index(value: str) -> str:
    """The same digest for the same value, of no use to anyone without the key."""
    plain = "".join(value.split()).casefold()
    return hmac.new(_keys[0], b"index:" + plain.encode(), hashlib.sha256).hexdigest()


def _box() -> MultiFernet:
    if not _keys:
        raise RuntimeError("No data key is set: the app has not been put together.")
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in _keys])


class Sealed(TypeDecorator[Any]):
    """A column whose value (text, list or mapping of plain JSON) is stored encrypted."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else seal(json.dumps(value, ensure_ascii=False).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(unseal(value))


class SealedBytes(TypeDecorator[bytes]):
    """A column whose bytes, a whole file, are stored encrypted."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else unseal(value)
