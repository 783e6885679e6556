"""Writing the answer, page by page, and naming who writes with one."""

from __future__ import annotations

import uuid

from flask import Response, abort, flash, url_for
from flask import request as sent

from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.models import InfoRequest
from pprg.requests.services import Overtaken
from pprg.requests.states import Part
from pprg.requests.views.door import bp
from pprg.web.fragments import beside, go_to
from pprg.web.guard import guard
from pprg.web.sessions import me

A_PART = "/<uuid:request_id>/answer/<part>"


@bp.route(A_PART, methods=["GET", "POST"])
@guard(may.answer_request, request=queries.request_visible_to)
def answer(request: InfoRequest, part: str) -> Response:
    """One page of the answer: saved as it is typed, complete or not."""
    services.note_reading(request, by=me())
    if sent.method == "GET" and not request.is_open:
        return go_to(url_for(".show", request_id=request.id))
    form = pages.form_of_part(request, _part(part))
    if sent.method == "POST":
        try:
            services.save_part(request, _part(part), form.words, version=form.version.data or 0, by=me())
        except Overtaken:
            return pages.both_texts(request, _part(part), form)
        if form.validate():
            return go_to(pages.onwards(request, _part(part)))
    return pages.one_part(request, _part(part), form)


@bp.post(f"{A_PART}/keep")
@guard(may.answer_request, request=queries.request_visible_to)
def keep(request: InfoRequest, part: str) -> Response:
    """Autosave: whatever is there now."""
    form = pages.form_of_part(request, _part(part))
    services.save_part(request, _part(part), form.words, version=form.version.data or 0, by=me())
    return pages.kept(request)


@bp.route("/<uuid:request_id>/writers", methods=["GET", "POST"])
@guard(may.name_writers, request=queries.request_visible_to)
def writers(request: InfoRequest) -> Response:
    """Name a colleague of the same agency, or see who is named."""
    form, able = pages.form_of_writers(request)
    if form.validate_on_submit():
        with beside(form.colleague):
            services.name_writer(request, able[form.colleague.data], by=me())
            flash("Named. Your colleague is told by e-mail, without a name of the person.")
            return go_to(url_for(".writers", request_id=request.id))
    return pages.to_name_writers(request, form)


@bp.post("/<uuid:request_id>/writers/<uuid:account_id>/stop")
@guard(may.name_writers, request=queries.request_visible_to)
def stop_writer(request: InfoRequest, account_id: uuid.UUID) -> Response:
    services.stop_writer(request, account_id, by=me())
    flash("Your colleague does not see it any more.")
    return go_to(url_for(".writers", request_id=request.id))


def _part(part: str) -> Part:
    try:
        return Part(part)
    except ValueError:
        abort(404)
