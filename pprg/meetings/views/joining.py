"""Whether the reviews that an item calls for are held as one."""

from flask import Response, flash, request, url_for

from pprg.meetings.models import AgendaItem
from pprg.meetings.queries.following import is_fixed, review_to_join_on
from pprg.meetings.queries.sitting import item_visible_to
from pprg.meetings.rules.deciding import start_decision
from pprg.meetings.services.joining import hold_as_one
from pprg.meetings.views.door import bp
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/items/<uuid:item_id>/joint", methods=["GET", "POST"])
@guard(start_decision, item=item_visible_to)
def joint(item: AgendaItem) -> Response:
    if request.method == "GET":
        return page("meetings/joint.html", item=item, fixed=is_fixed(item), going=review_to_join_on(item))
    hold_as_one(item, joint=not item.joint, by=me())
    flash("One joint review is held." if item.joint else "The reviews are held apart.")
    return go_to(url_for(".item", item_id=item.id))
