"""One request: to the agency what it is asked, to the others what it returned."""

from __future__ import annotations

from flask import Response, url_for

from pprg.people.forms import PurposeForm
from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.models import InfoRequest
from pprg.requests.views.door import bp
from pprg.web.fragments import go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/<uuid:request_id>")
@guard(may.read_request, request=queries.request_visible_to)
def show(request: InfoRequest) -> Response:
    """Closed until somebody of the agency opens it; then as far as each reader may know."""
    services.note_reading(request, by=me())
    if not may.answer_request(me(), request):
        return pages.as_returned(request)
    return pages.closed(request) if request.state == "sent" else pages.to_answer(request)


@bp.post("/<uuid:request_id>/open")
@guard(may.answer_request, request=queries.request_visible_to)
def open_it(request: InfoRequest) -> Response:
    """The envelope is opened: from here on it names the person."""
    services.open_request(request, by=me())
    return go_to(url_for(".show", request_id=request.id))


@bp.post("/<uuid:request_id>/as-written")
@guard(may.read_return_as_written, request=queries.request_visible_to)
def as_written(request: InfoRequest) -> Response:
    """The words with the names in them, once the reading and what for is written down."""
    form = PurposeForm()
    if not form.validate_on_submit():
        return pages.as_returned(request, form=form)
    services.note_reading_as_written(request, purpose=form.purpose.data, by=me())
    return pages.as_returned(request, form=form, with_names=True)


@bp.get("/<uuid:request_id>/text")
@guard(may.take_text, request=queries.request_visible_to)
def text(request: InfoRequest) -> Response:
    """The words as they were returned: their digest is the receipt."""
    services.note_taking(request, by=me())
    named = f'attachment; filename="{request.case.reference}-return.txt"'
    words = request.returned["text"]
    return Response(words, mimetype="text/plain", headers={"Content-Disposition": named})
