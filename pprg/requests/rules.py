"""Who asks, who answers and who reads. *When* is in states.py; who reads is said in SQL in queries.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases.rules import know_of_case, look_into_case

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.cases.models import Case
    from pprg.requests.models import InfoRequest, ReturnedFile

ANSWERS = (Role.SAFEGUARDING_LEAD, Role.REPRESENTATIVE)
"""Who answers for an agency; others of it only where one of these named them."""
WRITES = (*ANSWERS, Role.REFERRER)
"""Whom they may name."""
OVERSEES = (Role.COORDINATOR, Role.CHAIR)


def list_requests(reader: Account | None) -> bool:
    """Those who answer for an agency, refer, coordinate or chair have a list; what is on it is asked of each request."""  # noqa: E501
    return reader is not None and reader.holds(*WRITES, *OVERSEES)


def deal_with_requests(reader: Account | None) -> bool:
    """Those who answer for an agency, coordinate or chair are shown the way to the requests."""
    return reader is not None and reader.holds(*ANSWERS, *OVERSEES)


def oversee_requests(reader: Account | None) -> bool:
    """Coordinators and chairs see the requests of all cases that they look into in one table."""
    return reader is not None and reader.holds(*OVERSEES)


def ask_agencies(reader: Account | None, case: Case) -> bool:
    """Coordinators who look into a case ask agencies what they know."""
    return reader is not None and reader.holds(Role.COORDINATOR) and look_into_case(reader, case)


def read_request(reader: Account | None, request: InfoRequest) -> bool:
    """The agency that was asked; coordinators and chairs of the case; others who look into the case once it is returned and not held back. Stepping out ends all of it."""  # noqa: E501
    if answer_request(reader, request) or see_how_it_stands(reader, request):
        return True
    released = request.returned_at is not None and not request.held_back
    return released and look_into_case(reader, request.case)


def answer_request(reader: Account | None, request: InfoRequest) -> bool:
    """Safeguarding leads and representatives of the agency that was asked, and colleagues whom they named; of a restricted case, those named on it."""  # noqa: E501
    if reader is None or not reader.active or reader.agency_id != request.agency_id:
        return False
    if any(out.account_id == reader.id for out in request.case.steppings_out):
        return False
    if not reader.holds(*ANSWERS) and all(writer.account_id != reader.id for writer in request.writers):
        return False
    return not request.case.restricted or know_of_case(reader, request.case)


def name_writers(reader: Account | None, request: InfoRequest) -> bool:
    """Safeguarding leads and representatives of the agency name colleagues who write with them."""
    return reader is not None and reader.holds(*ANSWERS) and answer_request(reader, request)


def return_request(reader: Account | None, request: InfoRequest) -> bool:
    """Safeguarding leads and representatives of the agency return its answer; who writes with them does not."""  # noqa: E501
    return name_writers(reader, request)


def see_how_it_stands(reader: Account | None, request: InfoRequest) -> bool:
    """Coordinators and chairs of the case see when a request was opened, returned and chased."""
    return oversee_requests(reader) and look_into_case(reader, request.case)


def keep_request(reader: Account | None, request: InfoRequest) -> bool:
    """Coordinators of the case remind, move the date, ask again, withdraw and hold back."""
    return ask_agencies(reader, request.case)


def read_return_as_written(reader: Account | None, request: InfoRequest) -> bool:
    """Coordinators and chairs of the case read a return with the names in it, for a purpose that is recorded first."""  # noqa: E501
    return request.returned_at is not None and see_how_it_stands(reader, request)


def take_text(reader: Account | None, request: InfoRequest) -> bool:
    """The agency takes the words that it returned, to check the receipt."""
    return request.returned_at is not None and answer_request(reader, request)


def take_file(reader: Account | None, returned_file: ReturnedFile) -> bool:
    """The agency that was asked takes its own documents as files."""
    return answer_request(reader, returned_file.request)


def take_file_as_written(reader: Account | None, returned_file: ReturnedFile) -> bool:
    """Coordinators and chairs of the case take a document that was returned, for a purpose that is recorded first."""  # noqa: E501
    return returned_file.sent_at is not None and read_return_as_written(reader, returned_file.request)
