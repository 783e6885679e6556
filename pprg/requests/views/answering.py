"""Sending the answer: returned, or nothing known."""

from __future__ import annotations

from flask import Response, flash, url_for

from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.forms import NothingForm, ReturnForm
from pprg.requests.models import InfoRequest
from pprg.requests.views.door import bp
from pprg.web.fragments import go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:request_id>/return", methods=["GET", "POST"])
@guard(may.return_request, request=queries.request_visible_to)
def return_it(request: InfoRequest) -> Response:
    """Look at it once more, say who stands behind it, and send it."""
    form = ReturnForm(data={"authorised_by": request.authorised_by})
    if form.validate_on_submit() and pages.returned(request, form):
        flash("Returned. The coordinators are told.")
        return go_to(url_for(".show", request_id=request.id))
    if not request.is_open:
        return go_to(url_for(".show", request_id=request.id))
    services.note_reading(request, by=me())
    return pages.to_return(request, form)


@bp.post("/<uuid:request_id>/nothing-known")
@guard(may.return_request, request=queries.request_visible_to)
def nothing_known(request: InfoRequest) -> Response:
    """One button: we searched and hold nothing."""
    form = NothingForm()
    if not form.validate_on_submit():
        return pages.to_answer(request, nothing=form)
    services.say_nothing_known(
        request, searched=form.searched.data or "", authorised_by=pages.signs(me()), by=me()
    )
    flash("Thank you. It counts as an answer: nothing is known.")
    return go_to(url_for(".show", request_id=request.id))
