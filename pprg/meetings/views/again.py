"""A case that was decided, put before the group again."""

from flask import Response, flash, request, url_for

from pprg.audit.services import record_read
from pprg.meetings.forms.agenda import AgainForm
from pprg.meetings.models import AgendaItem
from pprg.meetings.queries.again import can_come_again, challenged
from pprg.meetings.queries.agenda import meetings_to_carry_to
from pprg.meetings.queries.sitting import item_visible_to
from pprg.meetings.rules.sitting import arrange_item
from pprg.meetings.services.again import put_before_again
from pprg.meetings.services.arranging import LOOK_AGAIN
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/items/<uuid:item_id>/again", methods=["GET", "POST"])
@guard(arrange_item, item=item_visible_to)
def again(item: AgendaItem) -> Response:
    """Which meeting hears it, and what that is asked."""
    able, looks_again = meetings_to_carry_to(me(), item), challenged(me(), item)
    form = AgainForm(data={"asked": LOOK_AGAIN if looks_again else ""})
    form.offer(able)
    if request.method == "GET":
        record_read("opened", item, by=me())
    elif form.validate() and item.referral is not None:
        with beside(form.meeting):
            meeting = next(one for one in able if str(one.id) == form.meeting.data)
            return _put(put_before_again(item.referral, meeting, asked=form.asked.data, by=me()))
    comes = can_come_again(item.referral)
    return page("meetings/again.html", item=item, form=form, able=able, looks_again=looks_again, comes=comes)


def _put(later: AgendaItem) -> Response:
    flash("It is before the group again. What was decided stands until it is decided anew.")
    return go_to(url_for(".show", meeting_id=later.meeting_id, _anchor=f"item-{later.id}"))
