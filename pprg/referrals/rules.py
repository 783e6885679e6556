"""Who may do what with a referral. *When* is in states.py; who reads is said in SQL in queries.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.rules import look_into_case
from pprg.referrals.states import State

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.referrals.models import Advice, Document, Referral, Sending

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


def send_referral(reader: Account | None, referral: Referral) -> bool:
    """Only its writer sends it, withdraws it and says that nothing is to follow; colleagues write with them."""  # noqa: E501
    return share_referral(reader, referral)


def add_to_referral(reader: Account | None, referral: Referral) -> bool:
    """Its writer and the colleagues whom they named add to it after it was sent."""
    return referral.case is not None and write_referral(reader, referral)


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


def read_advice(reader: Account | None, advice: Advice) -> bool:
    """What somebody asked the team is read by them and by the coordinators."""
    if reader is None or not reader.active:
        return False
    return reader.id == advice.asked_by_id or answer_advice(reader)


def answer_this(reader: Account | None, advice: Advice) -> bool:
    """Coordinators answer what is asked before a referral is sent, but not their own question."""
    return reader is not None and answer_advice(reader) and reader.id != advice.asked_by_id


def return_referral(reader: Account | None, referral: Referral) -> bool:
    """Coordinators who may look into the case return a referral with a question."""
    return _works_on(reader, referral) and reader is not None and reader.holds(Role.COORDINATOR)


def weigh_referral(reader: Account | None, referral: Referral) -> bool:
    """Those who work on the case see which reviews its facts point to, and why."""
    return _works_on(reader, referral)


def screen_referral(reader: Account | None, referral: Referral) -> bool:
    """Coordinators who may look into the case say that they have it, and what they make of it before a meeting."""  # noqa: E501
    return return_referral(reader, referral)


def redirect_referral(reader: Account | None, referral: Referral) -> bool:
    """Coordinators who may look into the case send a referral another way, with a letter."""
    return return_referral(reader, referral)


def take_letter(reader: Account | None, referral: Referral) -> bool:
    """Its writer, the safeguarding leads of its agency and those who work on the case take the letter with which it went another way."""  # noqa: E501
    return is_of_its_agency(reader, referral) or _works_on(reader, referral)


def note_elsewhere(reader: Account | None, referral: Referral) -> bool:
    """Its writer, the safeguarding leads of its agency and coordinators write down that a death was told to LeDeR or to the child death review."""  # noqa: E501
    return is_of_its_agency(reader, referral) or return_referral(reader, referral)


def read_as_written(reader: Account | None, referral: Referral) -> bool:
    """Coordinators and chairs read the words with the names in them, for a purpose that is recorded first."""
    return _works_on(reader, referral) and reader is not None and reader.holds(Role.COORDINATOR, Role.CHAIR)


def is_of_its_agency(reader: Account | None, referral: Referral) -> bool:
    """Its writer and the safeguarding leads of its agency read it with the names that their agency gave."""
    return reader is not None and (write_referral(reader, referral) or _leads_its_agency(reader, referral))


def take_words(reader: Account | None, sending: Sending) -> bool:
    """Its writer and the safeguarding leads of its agency take the words as sent, to check the receipt."""
    return is_of_its_agency(reader, sending.referral)


def change_document(reader: Account | None, document: Document) -> bool:
    """Those who write a referral describe its documents and take them out again, until they are sent."""
    return write_referral(reader, document.referral)


def take_document(reader: Account | None, document: Document) -> bool:
    """Those who write a referral take its documents as files; once they are sent, also the safeguarding leads of its agency."""  # noqa: E501
    return is_of_its_agency(reader, document.referral)


def take_document_as_written(reader: Account | None, document: Document) -> bool:
    """Coordinators and chairs take a document that was sent, for a purpose that is recorded first."""
    return document.sent_at is not None and read_as_written(reader, document.referral)


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
