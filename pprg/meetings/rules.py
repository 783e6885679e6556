"""Who may do what at a meeting. *When* they may is in states.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg import clock
from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.states import SITS, State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.meetings.models import AgendaItem, Decision, Meeting, Seat
    from pprg.referrals.models import Referral


def list_meetings(reader: Account | None) -> bool:
    """Members of the group see a list; an invitation decides what is on it."""
    return reader is not None and reader.holds(*SITS)


def arrange_meeting(reader: Account | None) -> bool:
    """Coordinators arrange meetings."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def read_meeting(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators and chairs see every meeting; members those they are invited to, from the opening of the agenda until 30 days after."""  # noqa: E501
    if reader is None or not reader.holds(*SITS):
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        return True
    seated = any(seat.account_id == reader.id for seat in meeting.invited)
    return seated and meeting.is_open and clock.today() <= meeting.members_know_until


def prepare_meeting(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators prepare a meeting: its day, its members, its agenda, and when members see it."""
    return arrange_meeting(reader) and read_meeting(reader, meeting)


def put_on_agenda(reader: Account | None, meeting: Meeting, referral: Referral) -> bool:
    """Coordinators put a referral on an agenda, of a case that they may look into."""
    known = referral.case is not None and cases.look_into_case(reader, referral.case)
    return known and prepare_meeting(reader, meeting)


def take_seat_away(reader: Account | None, seat: Seat) -> bool:
    """Coordinators take an invitation back."""
    return prepare_meeting(reader, seat.meeting)


def read_item(reader: Account | None, item: AgendaItem) -> bool:
    """Who sees the meeting and may look into the case; nobody who has stepped out of it."""
    return read_meeting(reader, item.meeting) and cases.look_into_case(reader, item.case)


def arrange_item(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators move an item that they may read, or take it off the agenda."""
    return arrange_meeting(reader) and read_item(reader, item)


def step_out(reader: Account | None, item: AgendaItem) -> bool:
    """Everyone who reads an item may step out of its case, for themselves alone."""
    return read_item(reader, item)


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
    return decision.state == State.RECORDED and reader.holds(Role.REPRESENTATIVE)


def read_decisions_of_case(reader: Account | None, case: Case) -> bool:
    """Who may look into the case sees a list; each decision says for itself whether it is on it."""
    return cases.look_into_case(reader, case)


def record_decision(reader: Account | None, decision: Decision) -> bool:
    """Coordinators of the case write a decision down and record it."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_decision(reader, decision)


def sign_decision(reader: Account | None, decision: Decision) -> bool:
    """Chairs of the case sign a decision or hand it back, never one that they recorded or wrote last themselves."""  # noqa: E501
    if reader is None or not reader.holds(Role.CHAIR) or not read_decision(reader, decision):
        return False
    return decision.may_be_signed_by(reader)
