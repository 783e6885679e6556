"""Where the bytes lie: one sealed file for each content, under a name that tells nothing.

A file is written beside its place, put on the disk, and only then given its name; so under a name there is
always a whole file. It is there before the database hears of it: a crash between the two leaves a file that
no paper has, which `flask papers tidy` takes away a day later.

Each file has a key of its own (AES-256-GCM, bound to the file's name) and carries that key sealed under the
data key. So changing data keys later means sealing 32 bytes anew, not the file.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

from pprg.encryption import blind_index, seal, unseal
from pprg.errors import Refused

ROOM_TO_KEEP = 300_000_000
"""Bytes that stay free on the disk, so that words can still be saved when files cannot."""
NO_ROOM = "There is no room for files at the moment. Your words are safe: ring us, and send it again later."
LOST = "This file cannot be opened. Ring us: it is in our backups."
_MARK = b"PPRG-paper-1\n"
_ARRIVING = ".arriving-"


class Lost(Refused):
    """A file that should be on the shelf is not, or is not what was put there."""


def put(content: bytes) -> str:
    """Keep these bytes, unless they are there already. Gives the name under which `take` finds them."""
    name = blind_index(f"paper:{hashlib.sha256(content).hexdigest()}")
    place = _place(name)
    try:
        with _alone():
            if _opens(place, name):
                os.utime(place)  # young again: nobody who tidies at this moment may take it away
            else:
                _write(place, _sealed(content, name))
    except OSError as trouble:
        raise Refused(NO_ROOM) from trouble
    return name


def take(name: str) -> bytes:
    """The bytes that were put there, or `Lost`."""
    try:
        return _unsealed(_place(name).read_bytes(), name)
    except (OSError, InvalidToken, InvalidTag, ValueError):
        raise Lost(LOST) from None


def tidy(wanted: set[str], *, older_than: timedelta) -> int:
    """Take away files that no paper has and that nobody can be about to record. Gives how many."""
    last = time.time() - older_than.total_seconds()
    gone = 0
    with _alone():
        for file in _files():
            if file.name not in wanted and file.stat().st_mtime < last:
                file.unlink()
                gone += 1
    return gone


def folder() -> Path:
    """Where papers lie, in the data folder."""
    return Path(current_app.config["PPRG"].data_dir) / "papers"


def _place(name: str) -> Path:
    return folder() / name[:2] / name


def _files() -> Iterator[Path]:
    """Every file on the shelf, and what a crash left half written."""
    return (file for file in folder().glob("*/*") if file.is_file())


def _sealed(content: bytes, name: str) -> bytes:
    key, nonce = AESGCM.generate_key(256), secrets.token_bytes(12)
    wrapped = seal(key)
    return b"".join(
        (
            _MARK,
            len(wrapped).to_bytes(2, "big"),
            wrapped,
            nonce,
            AESGCM(key).encrypt(nonce, content, name.encode()),
        )
    )


def _unsealed(file: bytes, name: str) -> bytes:
    if not file.startswith(_MARK):
        raise ValueError("This is no file of the shelf.")
    start = len(_MARK) + 2
    end = start + int.from_bytes(file[start - 2 : start], "big")
    key, nonce = unseal(file[start:end]), file[end : end + 12]
    return AESGCM(key).decrypt(nonce, memoryview(file)[end + 12 :], name.encode())


def _opens(place: Path, name: str) -> bool:
    """Whether the file is there whole: one that has come to harm is written anew."""
    try:
        _unsealed(place.read_bytes(), name)
    except (OSError, InvalidToken, InvalidTag, ValueError):
        return False
    return True


def _write(place: Path, sealed: bytes) -> None:
    """Whole, on the disk, for this account alone; then under its name."""
    place.parent.mkdir(exist_ok=True, mode=0o700)
    if shutil.disk_usage(place.parent).free < ROOM_TO_KEEP + len(sealed):
        raise OSError("The disk is nearly full.")
    beside = place.parent / f"{_ARRIVING}{secrets.token_hex(8)}"
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    for changed in (place.parent, place.parent.parent):
        _settle(changed)


def _settle(changed: Path) -> None:
    """A name is on the disk only when its folder is."""
    opened = os.open(changed, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _alone() -> Iterator[None]:
    """One at a time changes the shelf, whichever process it is in."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder() / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
