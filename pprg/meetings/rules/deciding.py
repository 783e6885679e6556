"""Who writes, records, signs and reads decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.rules.sitting import arrange_item


def start_decision(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators start a decision on an item that they may read."""
    return arrange_item(reader, item)


def read_decision(reader: Account | None, decision: Decision) -> bool:
    """Coordinators and chairs of the case; its panel once recorded; its author and decision-makers once signed."""  # noqa: E501
    if reader is None or not cases.look_into_case(reader, decision.case):
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return True
    if decision.state == State.SIGNED:
        return reader.holds(Role.REPRESENTATIVE, Role.AUTHOR, Role.DECISION_MAKER)
    return decision.state in {State.RECORDED, State.PENDING} and reader.holds(Role.REPRESENTATIVE)


def read_decisions_of_case(reader: Account | None, case: Case) -> bool:
    """Who may look into the case sees a list; each decision says for itself whether it is on it."""
    return cases.look_into_case(reader, case)


def record_decision(reader: Account | None, decision: Decision) -> bool:
    """Coordinators of the case write a decision down and record it."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_decision(reader, decision)


def amend_decision(reader: Account | None, decision: Decision) -> bool:
    """Coordinators of the case begin an amendment of a signed decision, with a reason."""
    return record_decision(reader, decision)


def sign_decision(reader: Account | None, decision: Decision) -> bool:
    """Chairs of the case sign a decision or hand it back, never one that they recorded or wrote last themselves, nor one that an interest keeps them from deciding."""  # noqa: E501
    if reader is None or not reader.holds(Role.CHAIR) or not read_decision(reader, decision):
        return False
    return decision.may_be_signed_by(reader)
