"""Calling a meeting off."""

from flask import Response, flash, url_for

from pprg.meetings import queries
from pprg.meetings import rules as may
from pprg.meetings.forms.calling_off import CallOffForm
from pprg.meetings.models import Meeting
from pprg.meetings.services import calling_off as services
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/<uuid:meeting_id>/calling-off", methods=["GET", "POST"])
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def call_off(meeting: Meeting) -> Response:
    form = CallOffForm()
    if form.validate_on_submit():
        with beside(form.reason):
            services.call_off_meeting(meeting, because=form.reason.data, by=me())
            flash("The meeting is called off. Everybody invited is told.")
            return go_to(url_for(".show", meeting_id=meeting.id))
    return page("meetings/call-off.html", meeting=meeting, form=form)
