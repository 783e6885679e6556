"""What coordinators do with what they asked: remind, move the day, ask again, withdraw, hold back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.people.states import Purpose
from pprg.requests.models import Chase, InfoRequest
from pprg.requests.services import telling
from pprg.requests.services.answering import let_clocks_rest
from pprg.requests.services.asking import set_clock_going
from pprg.requests.services.writing import hold
from pprg.requests.states import Event


def chase_requests(requests: Sequence[InfoRequest], *, by: Account) -> int:
    """Remind each agency that has not answered, at most once a day. Gives how many were reminded."""
    count = 0
    for request in requests:
        hold(request)
        if not request.is_open or request.chased_today:
            continue
        db.session.add(Chase(request=request, by=by, by_id=by.id))
        record("sent a reminder of", request, by=by)
        telling.agency(telling.CHASED, request)
        count += 1
    return count


def move_date(request: InfoRequest, day: date, *, by: Account) -> None:
    """Give an agency another day. It is told."""
    hold(request)
    if not request.is_open:
        raise Refused(f"The day of a request that is {request.state} cannot change.")
    if day < clock.today():
        raise Refused("The day to answer by must be today or later.")
    if day == request.due_on:
        return
    before, request.due_on = request.due_on, day
    record("moved the day of", request, by=by, before=before, after=day)
    telling.agency(telling.MOVED, request)


def ask_again(request: InfoRequest, question: str, *, due_on: date, by: Account) -> None:
    """One more question about what came. Everything returned so far stays, and may be added to."""
    hold(request)
    mistakes = []
    if not question.strip():
        mistakes.append(("question", "Say what else you want to know."))
    if due_on < clock.today():
        mistakes.append(("due_on", "The day to answer by must be today or later."))
    if mistakes:
        raise Mistaken(mistakes)
    request.move(Event.ASK_AGAIN)
    request.asks_again, request.due_on = question, due_on
    record("asked again about", request, by=by)
    set_clock_going(request.case, rapid=request.asking.rapid, by=by)
    telling.agency(telling.AGAIN, request)


def withdraw_request(request: InfoRequest, *, by: Account) -> None:
    """The agency need not answer. What it typed and did not return is read by nobody else."""
    hold(request)
    request.move(Event.WITHDRAW)
    record("withdrew", request, by=by)
    telling.agency(telling.WITHDRAWN, request)
    let_clocks_rest(request.case, by=by)


def hold_back(request: InfoRequest, *, by: Account) -> None:
    """Keep a return from the group and its pack. Held back twice is held back once."""
    hold(request)
    if not request.returns:
        raise Refused("Nothing was returned yet.")
    if not request.held_back:
        request.held_back = True
        record("held back the answer to", request, by=by)


def release_return(request: InfoRequest, *, by: Account) -> None:
    """Let the group read it after all."""
    hold(request)
    if request.held_back:
        request.held_back = False
        record("let the group read the answer to", request, by=by)


def note_reading_as_written(request: InfoRequest, *, purpose: Purpose, by: Account) -> None:
    """Somebody is about to read the words with the names in them, and why."""
    record_read("read as written the answer to", request, by=by, purpose=purpose.name)


def note_taking(request: InfoRequest, *, by: Account) -> None:
    """Somebody takes the words away as a file."""
    record_read("took the words in answer to", request, by=by)
