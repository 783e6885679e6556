"""Who at an agency hears of a request, and who must not because they may be in the case themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pprg.accounts.models import Account
from pprg.accounts.queries import accounts_of_agency
from pprg.agencies.models import Agency
from pprg.cases.models import Case
from pprg.people import services as people
from pprg.people.queries import identifiers_of_case
from pprg.people.staff import accounts_like
from pprg.people.states import IdentityKind
from pprg.requests.models import InfoRequest
from pprg.requests.rules import WRITES, answer_request

SOMEBODY = "Somebody named in the request"
WORDS_OF_A_NAME = range(2, 5)


def who_answers(request: InfoRequest) -> list[Account]:
    """Those of the agency to whom the request is open today."""
    return [one for one in accounts_of_agency(request.agency_id) if answer_request(one, request)]


def colleagues(request: InfoRequest) -> Sequence[Account]:
    """Whom those who answer may name as well: who refers for the agency and is nobody in the case."""
    out = {out.account_id for out in request.case.steppings_out}
    able = [one for one in accounts_of_agency(request.agency_id) if one.holds(*WRITES) and one.id not in out]
    return [] if request.case.restricted else [one for one in able if not answer_request(one, request)]


def keep_out_namesakes(case: Case, agencies: Sequence[Agency], identifiers: str, *, by: Account) -> None:
    """Close the case to everybody of these agencies who may be a person of it. They are told nothing.

    Whom a coordinator has let in stays in.
    """
    known = {one.words: one.whose for one in identifiers_of_case(case.id) if one.kind == IdentityKind.NAME}
    names = known | {name: SOMEBODY for name in _names_in(identifiers) if name not in known}
    theirs = [one for agency in agencies for one in accounts_of_agency(agency.id)]
    for like in accounts_like(list(names), among=theirs):
        people.keep_out(case, like.account, label=names.get(like.name, SOMEBODY), by=by)


def _names_in(identifiers: str) -> list[str]:
    """What may be a whole name: a few words between commas, brackets or line ends."""
    pieces = (piece.strip() for piece in re.split(r"[,;:()\n\t/]", identifiers))
    return [piece for piece in pieces if len(piece.split()) in WORDS_OF_A_NAME and piece[0].isalpha()]
