"""Who may read and use released learning. What is released is queries.py's to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.publications.models import Publication, Release


def read_hub(_reader: Account | None) -> bool:
    """Everyone signed in reads the Learning Hub, and visitors where the partnership opens it."""
    return True


def read_learning(_reader: Account | None, _release: Release) -> bool:
    """Everyone who may read the hub reads what is released and not withdrawn."""
    return True


def record_use(_reader: Account | None, _release: Release) -> bool:
    """Whoever used a review's learning may say so, in five fields and without names."""
    return True


def see_uses(reader: Account | None, _publication: Publication) -> bool:
    """Coordinators and chairs see how a review's learning was used and taken, withdrawn since or not."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)
