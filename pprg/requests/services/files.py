"""Documents that an agency returns: added at any time until it returns them, then fixed."""

from __future__ import annotations

from collections.abc import Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record, record_read
from pprg.database import db
from pprg.errors import Refused
from pprg.papers import services as papers
from pprg.papers.services import Arrived
from pprg.people.states import Purpose
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.requests.services.writing import can_be_written, hold, open_request

MOST = 50


def add_files(request: InfoRequest, arrived: Sequence[Arrived], *, by: Account) -> list[ReturnedFile]:
    """Files that were looked into stand with the request. The same file added twice is one."""
    open_request(request, by=by)
    can_be_written(request)
    there = {file.paper.stored_as: file for file in request.files}
    if len(there.keys() | {one.stored_as for one in arrived}) > MOST:
        raise Refused(f"A return holds {MOST} documents. Put several into one PDF, or ring us.")
    added = []
    for one in arrived:
        if one.stored_as in there:
            there[one.stored_as].removed_at = None
            continue
        number = 1 + max((other.number for other in request.files), default=0)
        paper = papers.put_on_record(one, by=by)
        there[one.stored_as] = file = ReturnedFile(paper=paper, number=number, by_id=by.id)
        request.files.append(file)
        added.append(file)
    request.saved_at = clock.now()
    record("added documents to", request, by=by, documents=len(added))
    return added


def describe_file(file: ReturnedFile, description: str, *, by: Account) -> None:
    """Say what it is. Once it is returned that stands."""
    _hold_unsent(file)
    file.description = description
    record("described a document in answer to", file.request, by=by, number=file.number)


def remove_file(file: ReturnedFile, *, by: Account) -> None:
    """Take it out. Until it is returned it can be put back."""
    _hold_unsent(file)
    file.removed_at = file.removed_at or clock.now()
    record("removed a document in answer to", file.request, by=by, number=file.number)


def put_back_file(file: ReturnedFile, *, by: Account) -> None:
    _hold_unsent(file)
    file.removed_at = None
    record("put back a document in answer to", file.request, by=by, number=file.number)


def send_along(request: InfoRequest, *, by: Account) -> None:
    """What is there goes with the return; what was taken out is gone."""
    for file in [file for file in request.files if file.sent_at is None]:
        if file.removed_at is None:
            file.sent_at = clock.now()
            continue
        paper = file.paper
        request.files.remove(file)
        db.session.delete(file)
        db.session.flush()
        papers.discard(paper, by=by)


def read_file(file: ReturnedFile, *, by: Account, purpose: Purpose | None = None) -> bytes:
    """The file, once it is written down who takes it, and what for where that was asked."""
    record_read(
        "took a document in answer to", file.request, by=by, purpose=purpose.name if purpose else None
    )
    return papers.read(file.paper)


def _hold_unsent(file: ReturnedFile) -> None:
    hold(file.request)
    can_be_written(file.request)
    if file.sent_at:
        raise Refused("This document was returned. It stays as it is.")
