"""Who may do what with a referral. *When* is in states.py; who reads is said in SQL in queries.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.referrals.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.referrals.models import Referral, Sending

REFERS = (Role.REFERRER, Role.SAFEGUARDING_LEAD, Role.REPRESENTATIVE)
READS = (*REFERS, Role.COORDINATOR, Role.CHAIR, Role.AUTHOR, Role.DECISION_MAKER)


def list_referrals(reader: Account | None) -> bool:
    """Those who refer, coordinate, chair, decide, sit at meetings or write reviews have a list; what is on it is asked of each referral."""  # noqa: E501
    return reader is not None and reader.holds(*READS)


def start_referral(reader: Account | None) -> bool:
    """Referrers, safeguarding leads and representatives refer for their own agency."""
    return reader is not None and reader.agency_id is not None and reader.holds(*REFERS)


def read_referral(reader: Account | None, referral: Referral) -> bool:
    """Its writer reads it, with colleagues it is shared with; once it is sent, also the safeguarding leads of its agency and those who work on the case. Stepping out ends all of it."""  # noqa: E501
    if reader is None or not reader.active or _stepped_out(reader, referral):
        return False
    if write_referral(reader, referral):
        return referral.case is not None or referral.state != State.WITHDRAWN
    if referral.case is None:
        return False
    return _leads_its_agency(reader, referral) or look_into_case(reader, referral.case)


def write_referral(reader: Account | None, referral: Referral) -> bool:
    """Its writer, and colleagues whom they named, change it while they work for the agency it is from; a coordinator, what they entered for its sender."""  # noqa: E501
    if reader is None or not reader.active:
        return False
    if referral.entered_for and reader.id == referral.owner_id:
        return reader.holds(Role.COORDINATOR)
    return reader.agency_id == referral.agency_id and (
        reader.id == referral.owner_id or any(share.account_id == reader.id for share in referral.shares)
    )


def share_referral(reader: Account | None, referral: Referral) -> bool:
    """Only its writer names the colleagues who may write in it too."""
    return write_referral(reader, referral) and reader is not None and reader.id == referral.owner_id


def enter_referral(reader: Account | None) -> bool:
    """Coordinators enter a referral that came by telephone or letter, in the name of its sender."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def authorise_referral(reader: Account | None, referral: Referral) -> bool:
    """A safeguarding lead of its agency who did not write it; where there is none, its writer or a coordinator, who say why."""  # noqa: E501
    if reader is None or referral.case is None or not read_referral(reader, referral):
        return False
    wrote = write_referral(reader, referral)
    if _leads_its_agency(reader, referral):
        return True
    return wrote or (_works_on(reader, referral) and reader.holds(Role.COORDINATOR))


def ask_team(reader: Account | None) -> bool:
    """Those who refer ask the team before they send anything; coordinators answer."""
    return start_referral(reader) or answer_advice(reader)


def answer_advice(reader: Account | None) -> bool:
    """Coordinators answer what is asked before a referral is sent."""
    return reader is not None and reader.holds(Role.COORDINATOR)


def return_referral(reader: Account | None, referral: Referral) -> bool:
    """Coordinators who may look into the case return a referral with a question."""
    return _works_on(reader, referral) and reader is not None and reader.holds(Role.COORDINATOR)


def read_as_written(reader: Account | None, referral: Referral) -> bool:
    """Coordinators and chairs read the words with the names in them, for a purpose that is recorded first."""
    return _works_on(reader, referral) and reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)


def is_of_its_agency(reader: Account | None, referral: Referral) -> bool:
    """Its writer and the safeguarding leads of its agency read it with the names that their agency gave."""
    return reader is not None and (write_referral(reader, referral) or _leads_its_agency(reader, referral))


def take_words(reader: Account | None, sending: Sending) -> bool:
    """Its writer and the safeguarding leads of its agency take the words as sent, to check the receipt."""
    return is_of_its_agency(reader, sending.referral)


def _works_on(reader: Account | None, referral: Referral) -> bool:
    return referral.case is not None and look_into_case(reader, referral.case)


def _leads_its_agency(reader: Account, referral: Referral) -> bool:
    if not reader.holds(Role.SAFEGUARDING_LEAD) or reader.agency_id != referral.agency_id:
        return False
    case = referral.case
    if case is None or not case.restricted:
        return case is not None
    return any(member.account_id == reader.id and member.still for member in case.members)


def _stepped_out(reader: Account, referral: Referral) -> bool:
    return referral.case is not None and any(
        out.account_id == reader.id for out in referral.case.steppings_out
    )
