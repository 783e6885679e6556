"""Sending the answer: returned with words or documents, or nothing known. From then on it is locked."""

from __future__ import annotations

from typing import Any

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.clocks import stop_clock
from pprg.cases.models import Case
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.guidance.clocks import ClockKind
from pprg.requests import queries, reading
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.requests.questions import NO, YES, said
from pprg.requests.services import files, telling
from pprg.requests.services.writing import hold
from pprg.requests.states import Event, Part

ENOUGH = {Part.DATES, Part.PERSON, Part.PRACTICE, Part.TELLING}
"""Pages of which any words are an answer; what was searched is none by itself."""


def return_request(request: InfoRequest, *, authorised_by: str, by: Account) -> None:
    """Send what was written and added. It is fixed from here on, with a receipt of every word and file."""
    hold(request)
    mistakes = missing(request)
    if not authorised_by.strip():
        mistakes.append(("authorised_by", "Say who at your agency stands behind it: name and role."))
    if mistakes:
        raise Mistaken(mistakes)
    request.move(Event.RETURN)
    files.send_along(request, by=by)
    _send(request, request.answers, authorised_by.strip(), by=by)


def say_nothing_known(request: InfoRequest, *, searched: str, authorised_by: str, by: Account) -> None:
    """The agency looked and holds nothing. It counts as an answer."""
    hold(request)
    if not searched.strip():
        raise Mistaken([("searched", "Say which period you searched.")])
    if has_answer(request):
        raise Refused("Words or documents of your agency stand here. Return those, or take them out first.")
    request.move(Event.SAY_NOTHING_KNOWN)
    request.opened_at = request.opened_at or clock.now()
    words = {Part.KNOWN.value: {"known": NO, "searched": searched.strip()}}
    _send(request, words, authorised_by.strip() or by.name, nothing_known=True, by=by)


def missing(request: InfoRequest) -> list[tuple[str, str]]:
    """What it needs before it can be returned, each with the page where that is put right."""
    mistakes: list[tuple[str, str]] = []
    known = said(request.answers, Part.KNOWN, "known")
    if known not in {YES, NO}:
        mistakes.append((Part.KNOWN, "Say whether your agency knew the person."))
    if known == NO and not has_answer(request):
        mistakes.append((Part.KNOWN, "Your agency did not know the person: say that nothing is known."))
    elif not has_answer(request):
        mistakes.append((Part.DATES, "Write something, or add a document. A document alone is enough."))
    return mistakes


def has_answer(request: InfoRequest) -> bool:
    """Whether anything is written or added that tells of the person."""
    told = any(words.strip() for words in _words_of(request))
    return told or any(not file.removed_at for file in request.files)


def let_clocks_rest(case: Case, *, by: Account) -> None:
    """Once nothing is open any more in a case, nothing is due from agencies."""
    db.session.flush()
    if not queries.open_in_case(case.id):
        for kind in (ClockKind.INFO_RETURN, ClockKind.INFO_RETURN_RR):
            stop_clock(case, kind, on=clock.today(), by=by)


def _words_of(request: InfoRequest) -> list[str]:
    told = [text for part in ENOUGH for text in request.answers.get(part, {}).values()]
    known = request.answers.get(Part.KNOWN, {})
    return [str(text) for text in (*told, known.get("services", ""), known.get("contacts", ""))]


def _send(
    request: InfoRequest,
    answers: dict[str, Any],
    authorised_by: str,
    *,
    nothing_known: bool = False,
    by: Account,
) -> None:
    now = clock.now()
    there = [file for file in request.files if file.sent_at and not file.removed_at]
    text = reading.as_text(answers, heading=_heading(request), foot=_foot(authorised_by, there))
    receipt = reading.receipt_of(text)
    request.returned_at, request.returned_by, request.authorised_by = now, by, authorised_by
    request.receipt = receipt
    sent: dict[str, Any] = {"at": now.isoformat(), "by": by.name, "authorised_by": authorised_by}
    sent |= {"receipt": receipt, "nothing_known": nothing_known}
    sent |= {"text": text, "answers": answers, "files": [file.number for file in there]}
    request.returns = [*request.returns, sent]
    verb = "said that nothing is known in answer to" if nothing_known else "answered"
    record(verb, request, by=by, receipt=receipt)
    let_clocks_rest(request.case, by=by)
    telling.coordinators(telling.RETURNED, request)


def _heading(request: InfoRequest) -> str:
    return f"{request.case.reference}\nWhat {request.agency.name} knows"


def _foot(authorised_by: str, there: list[ReturnedFile]) -> str:
    listed = [f"{file.file_name}, SHA-256 {file.paper.digest}" for file in there]
    return "\n".join([f"Authorised by {authorised_by}", *(["Documents", *listed] if listed else [])])
