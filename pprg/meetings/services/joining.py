"""Reviews that two decisions on one case call for, held as one."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem
from pprg.meetings.queries.following import is_fixed


def hold_as_one(item: AgendaItem, *, joint: bool, by: Account) -> None:
    """One review, one panel, one chronology; each duty is ratified on its own. Or apart again.

    Also with a review that goes on already, until its report is agreed.
    """
    if item.joint == joint:
        return
    if is_fixed(item):
        raise Refused("A review is commissioned already. It stays as it is.")
    item.joint = joint
    record("will hold as one" if joint else "will hold apart", item, by=by)
