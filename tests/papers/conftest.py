from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO

import pytest

from pprg.accounts.states import Role
from pprg.papers import services, shelf
from pprg.papers.models import Paper
from tests.people import an_account


@pytest.fixture(autouse=True)
def empty_shelf(app):
    """Every test has its own database, so it has its own shelf."""
    shutil.rmtree(shelf.folder(), ignore_errors=True)


@pytest.fixture
def rowan(app):
    return an_account("Rowan Referrer", Role.REFERRER, "Marlshire Police")


@pytest.fixture
def keep(rowan) -> Callable[..., Paper]:
    """Rowan hands in a file: `keep(b"words", "note.txt")`."""

    def kept(content: bytes, name: str) -> Paper:
        return services.keep(BytesIO(content), name, by=rowan)

    return kept
