"""Who keeps the calendar that dates are counted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role

if TYPE_CHECKING:
    from pprg.accounts.models import Account


def keep_calendar(reader: Account | None) -> bool:
    """Coordinators say on which days nobody works, and take such a day back."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def read_calendar(reader: Account | None) -> bool:
    """Coordinators and chairs see the days that are not counted."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)
