"""Who reads and who keeps the register of the group's members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.meetings.states import SITS

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import CoreMember


def list_members(reader: Account | None) -> bool:
    """Members of the group, its chair and its coordinators read who sits on it."""
    return reader is not None and reader.holds(*SITS)


def enter_member(reader: Account | None) -> bool:
    """Coordinators keep the register of who sits on the group."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def change_member(reader: Account | None, _: CoreMember) -> bool:
    """Coordinators keep the register of who sits on the group."""
    return enter_member(reader)
