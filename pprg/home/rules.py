"""Who sees a case from first letter to last action, and who sees who else has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case

WORKS_ON_CASES = (Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.AUTHOR, Role.DECISION_MAKER)
REFERS = (Role.REFERRER, Role.SAFEGUARDING_LEAD)


def list_cases(reader: Account | None) -> bool:
    """Those who work on cases have a list; what is on it is asked of each case."""
    return reader is not None and reader.holds(*WORKS_ON_CASES)


def read_case(reader: Account | None, case: Case) -> bool:
    """Those who work on a case see what became of it, each step as far as they may read it."""
    return cases.look_into_case(reader, case)


def see_who_knows(reader: Account | None, case: Case) -> bool:
    """Coordinators and chairs of a case see who may know of it, who stepped out, and who has looked."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR) and read_case(reader, case)


def looks_after_system(reader: Account | None) -> bool:
    """System administrators look after accounts, settings and backups, and see no case."""
    return reader is not None and reader.holds(Role.SYSTEM_ADMINISTRATOR)


def sees_cases(reader: Account | None) -> bool:
    """Whether anything here is ever about a case for this reader; learning is for everyone."""
    return reader is not None and reader.holds(*WORKS_ON_CASES, *REFERS)
