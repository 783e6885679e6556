"""Who may know of a case. The same truth stands in SQL in queries.py; a test holds the two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.states import BY_ROLE, LOOKS_AFTER, Part

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case, Member, RunningClock, SteppingBack


def know_of_case(reader: Account | None, case: Case) -> bool:
    """Coordinators and chairs know of every case that is not restricted (while authorisation is awaited, coordinators alone), others of those they take part in by a role that they hold; nobody of one they stepped out of."""  # noqa: E501
    return _may_know(reader, case, frozenset(Part))


def look_into_case(reader: Account | None, case: Case) -> bool:
    """Those who work on the case see it whole; who referred it sees their own referral and its outcome."""
    return _may_know(reader, case, LOOKS_AFTER)


def see_access(reader: Account | None, case: Case) -> bool:
    """Coordinators and chairs who look into the case see who may know of it."""
    return reader is not None and reader.holds(*BY_ROLE) and look_into_case(reader, case)


def restrict_case(reader: Account | None, case: Case) -> bool:
    """Coordinators and chairs who look into the case restrict it, each alone, and keep the list of names."""
    return see_access(reader, case)


def take_name_away(reader: Account | None, member: Member) -> bool:
    """Coordinators and chairs of a case take a name off its list, but not the referrer’s off their own referral."""  # noqa: E501
    return member.part in LOOKS_AFTER and see_access(reader, member.case)


def propose_opening(reader: Account | None, case: Case) -> bool:
    """Coordinators who look into the case propose to open it again: to somebody who stepped out, or to all whose role it is."""  # noqa: E501
    return reader is not None and reader.holds(Role.COORDINATOR) and look_into_case(reader, case)


def answer_proposal(reader: Account | None, proposed: SteppingBack) -> bool:
    """Chairs who look into the case answer a proposal that is neither theirs nor about them."""
    chairs = reader is not None and reader.holds(Role.CHAIR) and look_into_case(reader, proposed.case)
    return chairs and reader is not None and not proposed.concerns(reader)


def list_clocks(reader: Account | None) -> bool:
    """Coordinators and chairs have a list of what is due; what is on it is asked of each case."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)


def read_clock(reader: Account | None, clock: RunningClock) -> bool:
    """Those who look into the case see its clocks, and how each date was reached."""
    return look_into_case(reader, clock.case)


def keep_clock(reader: Account | None, clock: RunningClock) -> bool:
    """Coordinators who look into the case put its clocks right, stop them and let them stand still."""
    return keep_time(reader, clock.case)


def keep_time(reader: Account | None, case: Case) -> bool:
    """Coordinators who look into a case set its clocks going."""
    return reader is not None and reader.holds(Role.COORDINATOR) and look_into_case(reader, case)


def _may_know(reader: Account | None, case: Case, parts: frozenset[Part]) -> bool:
    if reader is None or not reader.active:
        return False
    if any(out.account_id == reader.id for out in case.steppings_out):
        return False
    if any(case.open_to_role(role) for role in BY_ROLE if reader.holds(role)):
        return True
    return any(m.account_id == reader.id and m.part in parts and m.counts for m in case.members)
