"""What coordinators do with one request."""

from __future__ import annotations

from flask import Response, flash, url_for

from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.forms import AgainForm, DateForm
from pprg.requests.models import InfoRequest
from pprg.requests.suggesting import suggested
from pprg.requests.views.door import bp
from pprg.web.fragments import beside, go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:request_id>/date", methods=["GET", "POST"])
@guard(may.keep_request, request=queries.request_visible_to)
def date(request: InfoRequest) -> Response:
    """Give the agency another day."""
    form = DateForm(data={"day": request.due_on})
    if form.validate_on_submit() and form.day.data:
        with beside(form.day):
            services.move_date(request, form.day.data, by=me())
            return _back_to(request, "The day is moved. The agency is told.")
    return pages.act(request, form, "Move the day", "Move it")


@bp.route("/<uuid:request_id>/ask-again", methods=["GET", "POST"])
@guard(may.keep_request, request=queries.request_visible_to)
def ask_again(request: InfoRequest) -> Response:
    """One more question. What was returned stays."""
    form = AgainForm(data={"due_on": suggested(request.case).day})
    if form.validate_on_submit() and pages.asked_again(request, form):
        return _back_to(request, "Asked again. The agency is told.")
    return pages.act(request, form, "Ask again", "Ask")


@bp.post("/<uuid:request_id>/withdraw")
@guard(may.keep_request, request=queries.request_visible_to)
def withdraw(request: InfoRequest) -> Response:
    services.withdraw_request(request, by=me())
    return _back_to(request, "Withdrawn. The agency is told that it need not answer.")


@bp.post("/<uuid:request_id>/hold-back")
@guard(may.keep_request, request=queries.request_visible_to)
def hold_back(request: InfoRequest) -> Response:
    services.hold_back(request, by=me())
    return _back_to(request, "Held back. The group does not read it.")


@bp.post("/<uuid:request_id>/release")
@guard(may.keep_request, request=queries.request_visible_to)
def release(request: InfoRequest) -> Response:
    services.release_return(request, by=me())
    return _back_to(request, "The group may read it.")


def _back_to(request: InfoRequest, said: str) -> Response:
    flash(said)
    return go_to(url_for(".show", request_id=request.id))
