"""In the room: one item at a time before the clerk and the chair, and the same on the wall without names."""

from flask import Response

from pprg.audit.services import record_read
from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.forms import RouteForm
from pprg.meetings.models import AgendaItem
from pprg.meetings.queries.again import takes_decisions
from pprg.meetings.queries.room import asked_on_the_wall, on_the_wall, place_of
from pprg.meetings.rules.room import run_item
from pprg.meetings.views.door import bp
from pprg.meetings.views.sitting import decided_on, offer_routes, routes_left
from pprg.web.fragments import page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/items/<uuid:item_id>/room")
@guard(run_item, item=queries.item_visible_to)
def room(item: AgendaItem) -> Response:
    record_read("opened", item, by=me())
    form = RouteForm()
    offer_routes(form, item)
    return page(
        "meetings/room.html",
        item=item,
        form=form,
        place=place_of(me(), item),
        starts=may.start_decision(me(), item) and takes_decisions(item) and bool(routes_left(item)),
        **decided_on(item),
    )


@bp.get("/items/<uuid:item_id>/projector")
@guard(run_item, item=queries.item_visible_to)
def projector(item: AgendaItem) -> Response:
    """Nothing on it tells who anybody is. It asks for itself again every few seconds: that is one look."""
    if not wants_a_piece():
        record_read("put on the wall", item, by=me())
    return page(
        "meetings/projector.html",
        fragment="wall",
        item=item,
        asked=asked_on_the_wall(item),
        shown=on_the_wall(me(), item),
        place=place_of(me(), item),
    )
