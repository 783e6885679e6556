"""The log of decisions: looked through, and taken away with a reason."""

import uuid
from typing import Any

from flask import Response, request, url_for

from pprg import clock
from pprg.audit.services import record, record_read
from pprg.documents.lists import as_csv
from pprg.guidance.codes import Route
from pprg.guidance.labels import route_label
from pprg.meetings.forms.agenda import ExportForm, LogForm
from pprg.meetings.queries import logging as queries
from pprg.meetings.queries.logging import Logged, Wanted
from pprg.meetings.rules import agenda as may
from pprg.meetings.states import Outcome
from pprg.meetings.states.logging import Stands
from pprg.meetings.views.door import bp
from pprg.web.files import hand_over
from pprg.web.filters import day
from pprg.web.fragments import page
from pprg.web.guard import guard
from pprg.web.sessions import me

COLUMNS = (
    "Reference", "Meeting", "Review asked for", "Edition", "Outcome", "How it stands", "Agreement",
    "Quorum", "Recorded", "Signed", "Referred by", "Chair’s action",
)  # fmt: skip


@bp.get("/log")
@guard(may.read_log)
def log() -> Response:
    form = _form()
    if not form.validate():
        return _log(form, [], 1, 1, ExportForm(formdata=None))
    wanted = _wanted(form)
    number = request.args.get("page", 1, type=int)
    found, pages = queries.log_of(me(), wanted, number=number)
    return _log(form, found, min(max(number, 1), pages), pages, ExportForm(formdata=None))


@bp.post("/log.csv")
@guard(may.export_log)
def export_log() -> Response:
    """With a reason, which is kept. What is looked for on the page is what is taken."""
    form, reason = _form(), ExportForm()
    if not form.validate():
        return _log(form, [], 1, 1, reason)
    if not reason.validate():
        found, pages = queries.log_of(me(), _wanted(form))
        return _log(form, found, 1, pages, reason)
    taken = queries.log_to_take_away(me(), _wanted(form))
    for one in taken:
        record_read("took in the decision log", one.decision, by=me())
    record("took the decision log", me(), by=me(), reason=reason.reason.data, lines=len(taken))
    return hand_over(as_csv(COLUMNS, [_line(one) for one in taken]), f"decision-log-{clock.today()}.csv")


def _log(form: LogForm, found: list[Logged], number: int, pages: int, export: ExportForm) -> Response:
    asked = _asked(form)
    answer = page(
        "meetings/log.html",
        form=form,
        found=found,
        number=number,
        pages=pages,
        url_of=lambda number: url_for(".log", **asked, page=number),
        asked=asked,
        export=export if may.export_log(me()) else None,
    )
    if export.errors:
        answer.status_code = 422
    return answer


def _asked(form: LogForm) -> dict[str, Any]:
    """What the page's address says of what is looked for."""
    names = [box["name"] for day in (form.since, form.until) for box in day.boxes]
    names += ["reference", "route", "outcome", "stands", "agency"]
    return {name: said for name in names if (said := request.args.get(name))}


def _form() -> LogForm:
    form = LogForm(request.args)
    form.offer(
        route={route.value: route_label(route) for route in Route},
        outcome={one.name: one.value[:1].upper() + one.value[1:] for one in Outcome},
        stands={one.name: one.value[:1].upper() + one.value[1:] for one in Stands},
        agency={str(one.id): one.name for one in queries.agencies_in_log(me())},
    )
    return form


def _wanted(form: LogForm) -> Wanted:
    since, until = form.between
    chosen: dict[str, Any] = {
        "route": Route(form.route.data) if form.route.data else None,
        "outcome": Outcome[form.outcome.data] if form.outcome.data else None,
        "stands": Stands[form.stands.data] if form.stands.data else None,
        "agency_id": uuid.UUID(form.agency.data) if form.agency.data else None,
    }
    return Wanted(reference=form.reference.data or "", since=since, until=until, **chosen)


def _line(one: Logged) -> list[str | int]:
    decision, meeting = one.decision, one.decision.item.meeting
    quorum = {None: "", True: "yes", False: "no"}[decision.quorate]
    return [
        decision.case.reference,
        day(meeting.held_on),
        route_label(decision.route),
        decision.edition,
        decision.outcome or "",
        one.stands,
        decision.agreement or "",
        "" if one.by_the_chair else quorum,
        day(decision.recorded_at),
        day(decision.signed_at),
        decision.item.agency_name,
        "yes" if one.by_the_chair else "no",
    ]
