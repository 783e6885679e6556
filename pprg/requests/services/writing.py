"""Writing the answer: opened, kept as it is typed, complete or not, and only for those who write it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.requests.models import InfoRequest, Writer
from pprg.requests.services import apart, telling
from pprg.requests.states import Event, Part, State, after

A_SITTING = timedelta(minutes=15)


class Overtaken(Refused):
    """Somebody saved newer words meanwhile. Nothing was overwritten."""


def open_request(request: InfoRequest, *, by: Account) -> None:
    """The first of the agency to open it is written down. Opened twice is opened once."""
    hold(request)
    if request.state == State.SENT:
        request.move(Event.OPEN)
        request.opened_at = clock.now()
        record("opened", request, by=by)


def note_reading(request: InfoRequest, *, by: Account) -> None:
    """Somebody is about to read the request, or what was returned."""
    record_read("read", request, by=by)


def save_part(
    request: InfoRequest, part: Part, words: Mapping[str, str], *, version: int, by: Account
) -> None:
    """Keep one page as it was typed, complete or not.

    `version` is the request's when the page was opened. If this page was saved since by another browser
    nothing is changed and `Overtaken` is raised; saving the same words twice is saving once.
    """
    open_request(request, by=by)
    can_be_written(request)
    kept = request.answers.get(part, {})
    changed = {**kept, **words}
    if changed == kept and part in request.marks:
        return
    if not request.marks.get(part, 0) <= version <= request.version:
        raise Overtaken("This page was saved somewhere else while you were writing.")
    new_sitting = request.saved_at is None or clock.now() - request.saved_at > A_SITTING
    request.answers = {**request.answers, part: changed}
    request.marks = {**request.marks, part: request.version + 1}
    request.saved_at = clock.now()
    db.session.flush()
    if new_sitting:  # a line for each sitting, not for every pause of the typing
        record("wrote", request, by=by, part=part)


def name_writer(request: InfoRequest, colleague: Account, *, by: Account) -> None:
    """Let a colleague of the agency write too. They are told by mail. Named twice is named once."""
    hold(request)
    can_be_written(request)
    if any(writer.account_id == colleague.id for writer in request.writers):
        return
    apart.keep_out_namesakes(request.case, [request.agency], request.asking.identifiers, by=by)
    db.session.expire(request.case, ["steppings_out"])
    if colleague.id not in {one.id for one in apart.colleagues(request)}:
        raise Refused("Choose a colleague from the list.")
    request.writers.append(Writer(account=colleague, account_id=colleague.id))
    record("named a writer of", request, by=by, account=colleague.id)
    put_in(telling.TO_WRITE, to=colleague.id, about=request.id)


def stop_writer(request: InfoRequest, colleague_id: uuid.UUID, *, by: Account) -> None:
    """From the next request on this colleague does not see it."""
    hold(request)
    request.writers = [writer for writer in request.writers if writer.account_id != colleague_id]
    record("took a writer off", request, by=by, account=colleague_id)


def hold(request: InfoRequest) -> None:
    """Everybody else waits who wants to change this request; what they changed before is seen."""
    newest = select(InfoRequest).where(InfoRequest.id == request.id)
    db.session.scalars(newest.with_for_update().execution_options(populate_existing=True)).one()


def can_be_written(request: InfoRequest) -> None:
    if not request.is_open:
        after(request.state, Event.OPEN)
