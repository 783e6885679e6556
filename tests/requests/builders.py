"""Cases, requests and answers, made through services. `by` is an account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.cases.services import open_case
from pprg.database import db
from pprg.papers import services as papers
from pprg.people.services import add_person
from pprg.requests import services as requests
from pprg.requests.models import InfoRequest
from pprg.requests.services import AskingWords
from pprg.requests.states import LegalBasis, Part
from tests.people import an_agency

NAME = "Margaret Hale"
IDENTIFIERS = f"{NAME}, born 3 March 1947, 4 Mill Lane, Sandmere"
CHRONOLOGY = "3 April 2025 – Margaret did not answer the door\n1/2/2025\tFirst visit by the district nurse"


def a_case(*, by: Account, name: str = NAME) -> Case:
    """A case of one person, who is in the vault."""
    case = open_case(by=by)
    add_person(case, label="Adult, 79", subject=True, by=by, names=[name], addresses=["4 Mill Lane"])
    db.session.flush()
    return case


def asked(
    case: Case, *agencies: str, by: Account, due_on: date | None = None, **words: Any
) -> list[InfoRequest]:
    """These agencies are asked what they know; their requests in this order."""
    said = {"basis": LegalBasis.CARE_ACT, "identifiers": IDENTIFIERS, **words}
    said["due_on"] = due_on or clock.today() + timedelta(days=14)
    those = [found for name in agencies if (found := an_agency(name))]
    asking = requests.ask_agencies(case, those, AskingWords(**said), by=by)
    db.session.flush()
    return list(asking.requests)


def written(request: InfoRequest, *, by: Account, **pages: dict[str, str]) -> InfoRequest:
    """Answered to some length, and not returned."""
    usual = {"known": {"known": "yes", "searched": "All years"}, "dates": {"chronology": CHRONOLOGY}}
    for part, words in (usual | pages).items():
        requests.save_part(request, Part(part), words, version=request.version, by=by)
    return request


def returned(request: InfoRequest, *, by: Account, **pages: dict[str, str]) -> InfoRequest:
    written(request, by=by, **pages)
    requests.return_request(request, authorised_by="Dr Ann Obi, designated nurse", by=by)
    db.session.flush()
    return request


def with_a_file(request: InfoRequest, *, by: Account, words: bytes = b"Seen on 3 May.") -> InfoRequest:
    requests.add_files(request, [papers.receive(BytesIO(words), "Hale report.txt")], by=by)
    db.session.flush()
    return request


def references(requests_seen: Sequence[InfoRequest]) -> set[str]:
    return {one.agency.name for one in requests_seen}
