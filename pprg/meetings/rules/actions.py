"""Who sees what is to be done at once, and who says that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.rules.ratifying import may_be_asked
from pprg.meetings.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import UrgentAction


def list_actions(reader: Account | None) -> bool:
    """Coordinators, chairs and safeguarding leads have a list; each action says for itself whether it is on it."""  # noqa: E501
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR, Role.SAFEGUARDING_LEAD)


def read_action(reader: Account | None, action: UrgentAction) -> bool:
    """Coordinators and chairs of the case, and safeguarding leads of the agency that is to do it, once it is signed and unless it was amended since; nobody who stepped out."""  # noqa: E501
    decision = action.decision
    if reader is None or decision.state not in {State.PENDING, State.SIGNED} or decision.amended_by:
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR) and cases.look_into_case(reader, decision.case):
        return True
    leads = reader.holds(Role.SAFEGUARDING_LEAD) and reader.agency_id is not None
    return leads and reader.agency_id == action.agency_id and may_be_asked(reader, decision.case)


def finish_action(reader: Account | None, action: UrgentAction) -> bool:
    """Safeguarding leads of the agency that is to do it, or a coordinator of the case for them, say that it is done."""  # noqa: E501
    if reader is None or not read_action(reader, action):
        return False
    return reader.holds(Role.COORDINATOR) or reader.agency_id == action.agency_id
