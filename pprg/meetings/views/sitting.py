"""In the room: one item at a time, and what was decided about a case."""

from typing import Any

from flask import Response, flash, request, url_for

from pprg.audit.services import record_read
from pprg.cases.models import Case
from pprg.cases.queries import case_open_to
from pprg.guidance.codes import Route
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import RouteForm
from pprg.meetings.models import AgendaItem, Decision
from pprg.meetings.queries.again import can_come_again, decided_before, takes_decisions
from pprg.meetings.queries.following import review_to_join_on
from pprg.meetings.queries.room import place_of
from pprg.meetings.rules.room import run_item
from pprg.meetings.views.door import bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/items/<uuid:item_id>")
@guard(may.read_item, item=queries.item_visible_to)
def item(item: AgendaItem) -> Response:
    record_read("opened", item, by=me())
    return _item(item, RouteForm())


@bp.route("/items/<uuid:item_id>/step-out", methods=["GET", "POST"])
@guard(may.step_out, item=queries.item_visible_to)
def step_out(item: AgendaItem) -> Response:
    if request.method == "GET":
        return page("meetings/step-out.html", item=item)
    services.step_out(item, by=me())
    flash("You have stepped out. Nothing of that case is open to you any more.")
    return go_to(url_for(".show", meeting_id=item.meeting_id))


@bp.post("/items/<uuid:item_id>/decisions")
@guard(may.start_decision, item=queries.item_visible_to)
def start(item: AgendaItem) -> Response:
    form = RouteForm()
    form.offer(routes_left(item))
    if form.validate_on_submit():
        decision = services.start_decision(item, form.route.data, by=me())
        return go_to(url_for(".decision", decision_id=decision.id))
    return _item(item, form)


@bp.get("/of-case/<uuid:case_id>")
@guard(may.read_decisions_of_case, case=case_open_to)
def of_case(case: Case) -> Response:
    """What was decided about a case; pages of lower rooms fetch it as a piece."""
    decisions = queries.decisions_of_case(me(), case)
    return page("meetings/of-case.html", fragment="piece", case=case, decisions=decisions)


def _item(item: AgendaItem, form: RouteForm) -> Response:
    offer_routes(form, item)
    starts = takes_decisions(item) and bool(routes_left(item))
    return page(
        "meetings/item.html",
        item=item,
        form=form,
        place=place_of(me(), item),
        starts=may.start_decision(me(), item) and starts,
        before=_before(item),
        again=may.start_decision(me(), item) and not starts and can_come_again(item.referral),
        runs=run_item(me(), item),
        **decided_on(item),
    )


def decided_on(item: AgendaItem) -> dict[str, Any]:
    """Its decisions as far as they are read, who writes them, and the review that one could be held with."""
    return {
        "decisions": [each for each in item.decisions if may.read_decision(me(), each)],
        "writes": may.start_decision(me(), item),
        "going": review_to_join_on(item),
    }


def _before(item: AgendaItem) -> list[Decision]:
    """What other meetings decided on this referral, where nothing is begun on it here."""
    found = [said for route, said in decided_before(item).items() if route in routes_left(item)]
    return [said for said in found if may.read_decision(me(), said)]


def offer_routes(form: RouteForm, item: AgendaItem) -> None:
    """The kinds of review that a decision can still be begun on, and what is known of each."""
    decided = {route: said.item.meeting.held_on for route, said in decided_before(item).items()}
    form.offer(routes_left(item), asked=queries.routes_asked_for(me(), item), decided=decided)


def routes_left(item: AgendaItem) -> list[Route]:
    """Those on which no decision is begun."""
    begun = {decision.route for decision in item.decisions}
    return [route for route in Route if route not in begun]
