"""Documents that an agency returns: adding several at once, saying what each is, taking one."""

from __future__ import annotations

from flask import Response, flash, url_for
from flask import request as sent

from pprg.people.forms import PurposeForm
from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.forms import FileForm
from pprg.requests.models import InfoRequest, ReturnedFile
from pprg.requests.views.door import bp
from pprg.web.files import hand_over, takes_files
from pprg.web.fragments import go_to
from pprg.web.guard import guard
from pprg.web.sessions import me

A_FILE = "/documents/<uuid:returned_file_id>"


@bp.get("/<uuid:request_id>/documents")
@guard(may.answer_request, request=queries.request_visible_to)
def documents(request: InfoRequest) -> Response:
    services.note_reading(request, by=me())
    return pages.documents_of(request)


@bp.post("/<uuid:request_id>/documents")
@takes_files
@guard(may.answer_request, request=queries.request_visible_to)
def add_documents(request: InfoRequest) -> Response:
    """Several files at once. Those that are not taken are named with the reason; the others are kept."""
    return pages.take_in(request, sent.files.getlist("files"))


@bp.post(f"{A_FILE}/describe")
@guard(may.take_file, returned_file=queries.returned_file_visible_to)
def describe(returned_file: ReturnedFile) -> Response:
    """In a few words."""
    form = FileForm()
    if not form.validate_on_submit():
        return pages.documents_of(returned_file.request, described=(returned_file, form))
    services.describe_file(returned_file, form.description.data or "", by=me())
    return _back_to(returned_file, "Saved.")


@bp.post(f"{A_FILE}/remove")
@guard(may.take_file, returned_file=queries.returned_file_visible_to)
def remove_document(returned_file: ReturnedFile) -> Response:
    services.remove_file(returned_file, by=me())
    return _back_to(returned_file, "Removed. You can put it back until you return the answer.")


@bp.post(f"{A_FILE}/put-back")
@guard(may.take_file, returned_file=queries.returned_file_visible_to)
def put_back_document(returned_file: ReturnedFile) -> Response:
    services.put_back_file(returned_file, by=me())
    return _back_to(returned_file, "Put back.")


@bp.get(f"{A_FILE}/file")
@guard(may.take_file, returned_file=queries.returned_file_visible_to)
def document_file(returned_file: ReturnedFile) -> Response:
    """The file, for those of its own agency."""
    return hand_over(services.read_file(returned_file, by=me()), returned_file.file_name)


@bp.post(f"{A_FILE}/file")
@guard(may.take_file_as_written, returned_file=queries.returned_file_visible_to)
def document_as_written(returned_file: ReturnedFile) -> Response:
    """The file with the names in it, once the reading of it and what for is written down."""
    form = PurposeForm(prefix=returned_file.id.hex)
    if not form.validate_on_submit():
        return pages.as_returned(returned_file.request, asked=(returned_file, form))
    content = services.read_file(returned_file, purpose=form.purpose.data, by=me())
    return hand_over(content, returned_file.file_name)


def _back_to(returned_file: ReturnedFile, said: str) -> Response:
    flash(said)
    return go_to(url_for(".documents", request_id=returned_file.request_id))
