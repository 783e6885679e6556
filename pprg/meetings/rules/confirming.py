"""Who asks members to confirm what a meeting that was too small recommended, and who confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.rules.ratifying import read_answers
from pprg.meetings.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import Confirmation, Decision


def read_confirmation(reader: Account | None, confirmation: Confirmation) -> bool:
    """Whoever is asked to confirm a recommendation reads it, once they may look into the case."""
    if reader is None or confirmation.account_id != reader.id:
        return False
    stands = confirmation.decision.state in {State.PENDING, State.SIGNED}
    return stands and cases.look_into_case(reader, confirmation.decision.case)


def confirm_decision(reader: Account | None, confirmation: Confirmation) -> bool:
    """Whoever is asked confirms for themselves."""
    return read_confirmation(reader, confirmation)


def read_confirmations(reader: Account | None, decision: Decision) -> bool:
    """Coordinators and chairs of the case see who was asked to confirm it and what they said."""
    return read_answers(reader, decision)


def ask_to_confirm(reader: Account | None, decision: Decision) -> bool:
    """Coordinators of the case name the members who are asked to confirm it."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_answers(reader, decision)


def give_back_decision(reader: Account | None, decision: Decision) -> bool:
    """Chairs of the case give back what members do not confirm."""
    return reader is not None and reader.holds(Role.CHAIR) and read_answers(reader, decision)
