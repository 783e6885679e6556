"""Who may see that a person is in a case, and who may learn who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.cases.states import Part

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.people.models import Match, Person, StaffMatch

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
    return any(m.account_id == reader.id and m.part in LEARNS_WHO and m.counts for m in person.case.members)


def list_matches(reader: Account | None) -> bool:
    """Coordinators see who may be one person; which pairs they see is asked of each."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def see_match(reader: Account | None, match: Match) -> bool:
    """Coordinators to whom both cases are open compare two people and decide; nobody else learns of it."""
    return list_matches(reader) and all(look_into_case(reader, case) for case in match.cases)


def see_staff_match(reader: Account | None, staff_match: StaffMatch) -> bool:
    """Coordinators to whom the case is open see who is kept out of it because they may be in it; that colleague never does."""  # noqa: E501
    if reader is None or reader.id == staff_match.account_id:
        return False
    return list_matches(reader) and look_into_case(reader, staff_match.case)
