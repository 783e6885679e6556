"""What agencies and coordinators are told by mail. References and days, never a case's words."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial

from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.notices.services import Words, put_in, worded_by
from pprg.requests import queries
from pprg.requests import rules as may
from pprg.requests.models import InfoRequest
from pprg.requests.services import apart
from pprg.requests.states import State

ASKED = "information asked"
CHASED = "information chased"
MOVED = "information date moved"
AGAIN = "information asked again"
TO_WRITE = "return to write"
WITHDRAWN = "information request withdrawn"
RETURNED = "information returned"

BODIES = {
    ASKED: "Your agency is asked what it knows about a case, by {day}. Sign in to read the request and to "
    "answer it. If nothing is known, one button says so.",
    CHASED: "A reminder: your agency was asked what it knows about a case, by {day}, and has not answered "
    "yet. Sign in to answer. What is typed so far is kept.",
    MOVED: "The day by which your agency is asked to answer is now {day}.",
    AGAIN: "There is one more question about what your agency returned. Please answer it by {day}.",
    TO_WRITE: "A colleague has named you to write your agency’s answer about a case, by {day}. Sign in to "
    "read the request.",
}


def agency(kind: str, request: InfoRequest) -> None:
    """Tell everybody at the agency who may answer."""
    for account in apart.who_answers(request):
        put_in(kind, to=account.id, about=request.id)


def coordinators(kind: str, request: InfoRequest) -> None:
    """Tell the coordinators of the case."""
    for account in active_accounts_with(Role.COORDINATOR):
        if may.keep_request(account, request):
            put_in(kind, to=account.id, about=request.id)


def _to_answer(body: str, to_id: uuid.UUID, request_id: uuid.UUID) -> Words | None:
    return _worded(to_id, request_id, body, may.answer_request, lambda request: request.is_open)


def _withdrawn(to_id: uuid.UUID, request_id: uuid.UUID) -> Words | None:
    body = "Your agency need not answer this request any more: it was withdrawn."
    return _worded(to_id, request_id, body, may.answer_request, lambda one: one.state == State.WITHDRAWN)


def _returned(to_id: uuid.UUID, request_id: uuid.UUID) -> Words | None:
    body = "An agency has answered a request for information."
    return _worded(to_id, request_id, body, may.keep_request, lambda one: bool(one.returns))


def _worded(
    to_id: uuid.UUID,
    request_id: uuid.UUID,
    body: str,
    rule: Callable[..., bool],
    still: Callable[[InfoRequest], bool],
) -> Words | None:
    """The mail, if its reader may still know and it is still so."""
    account = account_by_id(to_id)
    request = queries.request_visible_to(account, request_id)
    if account is None or request is None or not rule(account, request) or not still(request):
        return None
    return Words(
        address=account.email,
        subject=f"{request.case.reference}: information about a case",
        body=body.format(day=f"{request.due_on.day} {request.due_on:%B %Y}"),
        path=f"/requests/{request.id}",
    )


for _kind, _body in BODIES.items():
    worded_by(_kind, partial(_to_answer, _body))
worded_by(WITHDRAWN, _withdrawn)
worded_by(RETURNED, _returned)
