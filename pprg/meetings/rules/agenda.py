"""Who makes agendas, meets outside the usual days, keeps minutes and reads the decision log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.rules.sitting import arrange_item, arrange_meeting, prepare_meeting, sits_for_all_of
from pprg.meetings.states import SITS, Capacity

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import AgendaItem, Meeting
    from pprg.referrals.models import Referral


def call_extraordinary(reader: Account | None, referral: Referral) -> bool:
    """Coordinators call a meeting for one case that they may look into, when it cannot wait."""
    known = referral.case is not None and cases.look_into_case(reader, referral.case)
    return known and arrange_meeting(reader)


def take_chairs_action(reader: Account | None, referral: Referral) -> bool:
    """Coordinators prepare a decision of the chair between meetings, on a case that they may look into."""
    return call_extraordinary(reader, referral)


def answer_chairs_action(reader: Account | None, item: AgendaItem) -> bool:
    """Coordinators write down whether the group confirms what its chair decided alone."""
    return arrange_item(reader, item)


def run_meeting(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators begin a meeting, close it, and open its minutes again."""
    return prepare_meeting(reader, meeting)


def read_minutes(reader: Account | None, meeting: Meeting) -> bool:
    """Who sees the meeting reads its minutes; whoever is invited for one item alone reads the extract of that, and nothing of what else was said."""  # noqa: E501
    return sits_for_all_of(reader, meeting)


def write_minutes(reader: Account | None, meeting: Meeting) -> bool:
    """Coordinators write the minutes, and whoever is seated to take them."""
    if reader is None or not read_minutes(reader, meeting):
        return False
    clerk = any(s.account_id == reader.id and s.capacity == Capacity.CLERK for s in meeting.invited)
    return reader.holds(Role.COORDINATOR) or clerk


def read_log(reader: Account | None) -> bool:
    """Members of the group read the log of decisions; each decision says for itself whether it is on it."""
    return reader is not None and reader.holds(*SITS)


def export_log(reader: Account | None) -> bool:
    """Coordinators and chairs take the log away, with a reason."""
    return reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)
