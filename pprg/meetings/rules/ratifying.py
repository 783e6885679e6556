"""Who reads what is put before legal owners, who answers for them, and who escalates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.meetings.models import Decision, Ratification


def list_ratifications(reader: Account | None) -> bool:
    """Decision-makers, coordinators and chairs have a list of recommendations; each says for itself whether it is on it."""  # noqa: E501
    return reader is not None and reader.holds(Role.DECISION_MAKER, Role.COORDINATOR, Role.CHAIR)


def decide_for_owners(reader: Account | None) -> bool:
    """Decision-makers are led to what waits for them."""
    return reader is not None and reader.holds(Role.DECISION_MAKER)


def read_ratification(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner reads what was put before it, and coordinators and chairs of the case do; nobody who stepped out, and of a restricted case only those named."""  # noqa: E501
    if reader is None:
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR) and cases.look_into_case(reader, ratification.case):
        return True
    return ratification.owner in reader.decides_for and may_be_asked(reader, ratification.case)


def answer_ratification(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner answers for it: nobody for two of them, nobody who recorded, wrote or signed the decision."""  # noqa: E501
    if reader is None or ratification.owner not in reader.decides_for:
        return False
    return may_be_asked(reader, ratification.case) and ratification.may_be_answered_by(reader)


def escalate_ratification(reader: Account | None, ratification: Ratification) -> bool:
    """Coordinators and chairs of the case escalate what a legal owner does not agree to."""
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR):
        return False
    return cases.look_into_case(reader, ratification.case)


def read_answers(reader: Account | None, decision: Decision) -> bool:
    """Coordinators and chairs of the case see what each legal owner has answered."""
    if reader is None or not reader.holds(Role.COORDINATOR, Role.CHAIR):
        return False
    return cases.look_into_case(reader, decision.case)


def may_be_asked(account: Account, case: Case) -> bool:
    """Whether somebody may be told of one thing of a case without working on it: who has not stepped out; of a restricted one only who is named."""  # noqa: E501
    if not account.active or any(out.account_id == account.id for out in case.steppings_out):
        return False
    return not case.restricted or any(m.account_id == account.id and m.still for m in case.members)
