"""Who runs a meeting from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.meetings.rules.sitting import read_item

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import AgendaItem


def run_item(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators and chairs who may read an item run it in the room and put it on the wall."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR) and read_item(reader, item)
