"""What this machine has beside Python. A missing part is a skip with a sentence; in CI a failure."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

CURE = "`make test` installs it where apt and the right to use it are there."


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def soffice() -> str | None:
    return shutil.which("soffice")


def pdftoppm() -> str | None:
    return shutil.which("pdftoppm")


def postgres() -> str | None:
    """The folder of the server's programs; Debian keeps them off the path, one folder a version."""
    if os.geteuid() == 0 and not _has_account("postgres"):
        return None  # the server will not run as root
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name))
    if versions:
        return str(versions[-1])
    found = shutil.which("pg_ctl")
    return str(Path(found).resolve().parent) if found else None


def _has_account(name: str) -> bool:
    return any(account.pw_name == name for account in pwd.getpwall())


PARTS: dict[str, tuple[str, Callable[[], str | None]]] = {
    "chromium": ("Chromium", chromium),
    "soffice": ("LibreOffice", soffice),
    "pdftoppm": ("Poppler", pdftoppm),
    "postgres": ("A PostgreSQL server", postgres),
}


@cache
def find(part: str) -> str | None:
    """Where the part is, if it is there."""
    return PARTS[part][1]()


def needs(part: str) -> str:
    """Where the part is. A test that asks for a part that is not there goes no further."""
    name, _ = PARTS[part]
    if found := find(part):
        return found
    sentence = f"{name} is not on this machine; {CURE}"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)
