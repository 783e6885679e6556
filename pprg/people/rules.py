"""Who may see that a person is in a case, and who may learn who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.cases.states import Part

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.people.models import Person

LEARNS_WHO = frozenset({Part.COORDINATOR, Part.CHAIR, Part.AUTHOR})


def see_person(reader: Account | None, person: Person) -> bool:
    """Those who work on the case see the label of each person in it."""
    return look_into_case(reader, person.case)


def reveal_person(reader: Account | None, person: Person) -> bool:
    """Coordinators, chairs and the case's review author learn who a person is, for a purpose that is recorded first."""  # noqa: E501
    if reader is None or not see_person(reader, person):
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return True
    return any(m.account_id == reader.id and m.part in LEARNS_WHO and m.still for m in person.case.members)
