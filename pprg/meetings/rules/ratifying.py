"""Who reads what is put before legal owners, who answers for them, and who escalates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.states.ratifying import EXECUTIVE

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
    """Who decides for the legal owner reads what was put before it, coordinators and chairs of the case do, and the executive what was escalated or is disputed; nobody who stepped out, and of a restricted case only those named."""  # noqa: E501
    if reader is None:
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR) and cases.look_into_case(reader, ratification.case):
        return True
    return step_out_as_owner(reader, ratification)


def answer_ratification(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner answers for it: nobody for two of them, nobody who recorded, wrote or signed the decision, nobody whom the chair ruled out of deciding it."""  # noqa: E501
    if not _decides(reader, ratification) or not ratification.may_be_answered_by(reader):
        return False
    said = ratification.decision.item.interest_of(reader) if reader else None
    return said is None or said.takes_part


def read_owners_pack(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner reads the pack of that one case from when it is put before it until 30 days after the last answer; nobody who stepped out, and of a restricted case only those named."""  # noqa: E501
    return _decides(reader, ratification) and ratification.has_a_pack


def open_owners_pack(reader: Account | None, ratification: Ratification) -> bool:
    """The same, once they have said that they have no interest in the case."""
    if reader is None or not read_owners_pack(reader, ratification):
        return False
    return ratification.decision.item.interest_of(reader) is not None


def say_no_interest_as_owner(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner says that they have no interest in the case, so that its pack opens."""
    return _decides(reader, ratification)


def step_out_as_owner(reader: Account | None, ratification: Ratification) -> bool:
    """Who decides for the legal owner, and the executive before which it is, steps out of the case at any time."""  # noqa: E501
    if reader is None:
        return False
    asked = ratification.owner in reader.decides_for
    above = EXECUTIVE in reader.decides_for and ratification.is_before_executive
    return (asked or above) and may_be_asked(reader, ratification.case)


def _decides(reader: Account | None, ratification: Ratification) -> bool:
    if reader is None or ratification.owner not in reader.decides_for:
        return False
    return may_be_asked(reader, ratification.case)


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
