"""Asking agencies about a case, and what was asked in it."""

from __future__ import annotations

import uuid

from flask import Response, flash, request, url_for

from pprg.agencies.queries import agencies_of_today
from pprg.audit.services import record_read
from pprg.cases import queries as cases
from pprg.cases.models import Case
from pprg.cases.rules import look_into_case
from pprg.requests import pages, queries, services
from pprg.requests import rules as may
from pprg.requests.views.door import bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/of-case/<uuid:case_id>")
@guard(look_into_case, case=cases.case_open_to)
def of_case(case: Case) -> Response:
    """What agencies were asked about one case. A piece of the case's own page, too."""
    record_read("looked at requests of", case, by=me())
    return pages.of_case(case)


@bp.route("/ask/<uuid:case_id>", methods=["GET", "POST"])
@guard(may.ask_agencies, case=cases.case_open_to)
def ask(case: Case) -> Response:
    """Everything on one page, sent to all of them with one button."""
    form = pages.form_to_ask(case, request.args.getlist("agency"))
    if form.validate_on_submit():
        chosen = [one for one in agencies_of_today() if str(one.id) in form.agencies.data]
        if pages.asked(case, chosen, form):
            sent = "One agency is asked." if len(chosen) == 1 else f"{len(chosen)} agencies are asked."
            flash(f"{sent} Their safeguarding leads and representatives are told by e-mail, without a name.")
            return go_to(url_for(".of_case", case_id=case.id))
    return pages.to_ask(case, form)


@bp.get("/all")
@guard(may.oversee_requests)
def all_requests() -> Response:
    """What is to come, over all cases of this reader."""
    return pages.overseen()


@bp.post("/chase")
@guard(may.oversee_requests)
def chase() -> Response:
    """Remind all that are ticked, with one button."""
    ticked = [uuid.UUID(one) for one in request.form.getlist("requests") if pages.is_id(one)]
    those = [one for one in queries.requests_to_chase(me(), ticked) if may.keep_request(me(), one)]
    count = services.chase_requests(those, by=me())
    flash(*pages.said_of_chasing(count, len(those)))
    back = next((url_for(".of_case", case_id=one.case_id) for one in those if "case" in request.form), None)
    return go_to(back or url_for(".all_requests"))


@bp.get("/")
@guard(may.list_requests)
def index() -> Response:
    """What this reader's agency was asked; those who oversee requests are led to the table."""
    asked = queries.requests_to(me())
    if not asked and may.oversee_requests(me()):
        return go_to(url_for(".all_requests"))
    return page("requests/index.html", asked=asked, oversees=may.oversee_requests(me()))
