"""Meetings, who is invited, what is on the agenda."""

from flask import Response, flash, url_for

from pprg import clock
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import MeetingForm
from pprg.meetings.forms.agenda import PutOnForm
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries import agenda
from pprg.meetings.queries.again import candidates
from pprg.meetings.queries.interests import to_answer
from pprg.meetings.rules import agenda as may_also
from pprg.meetings.rules.actions import list_actions
from pprg.meetings.rules.interests import see_interests
from pprg.meetings.states import MeetingState
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/")
@guard(may.list_meetings)
def index() -> Response:
    meetings = queries.meetings_visible_to(me())
    return page(
        "meetings/index.html",
        coming=[meeting for meeting in reversed(meetings) if meeting.held_on >= clock.today()],
        held=[meeting for meeting in meetings if meeting.held_on < clock.today()],
        arranges=may.arrange_meeting(me()),
        sees_actions=list_actions(me()),
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(may.arrange_meeting)
def new() -> Response:
    form = MeetingForm()
    if form.validate_on_submit():
        with beside(form.held_on):
            meeting = services.arrange_once(**form.arranged, by=me())
            return _to(meeting)
    return page("meetings/arrange.html", form=form, meeting=None)


@bp.get("/<uuid:meeting_id>")
@guard(may.read_meeting, meeting=queries.meeting_visible_to)
def show(meeting: Meeting) -> Response:
    return show_agenda(meeting)


@bp.route("/<uuid:meeting_id>/change", methods=["GET", "POST"])
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def change(meeting: Meeting) -> Response:
    form = MeetingForm(obj=meeting)
    if form.validate_on_submit():
        with beside(form.held_on):
            services.change_meeting(meeting, **form.arranged, by=me())
            return _to(meeting)
    return page("meetings/arrange.html", form=form, meeting=meeting)


@bp.post("/<uuid:meeting_id>/opening")
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def open_agenda(meeting: Meeting) -> Response:
    services.open_agenda(meeting, by=me())
    flash("The agenda is open to everybody invited.")
    return _to(meeting)


@bp.post("/items/<uuid:item_id>/up", defaults={"up": True}, endpoint="move_up")
@bp.post("/items/<uuid:item_id>/down", defaults={"up": False}, endpoint="move_down")
@guard(may.arrange_item, item=queries.item_visible_to)
def move(item: AgendaItem, up: bool) -> Response:
    services.move_item(item, up=up, by=me())
    return show_agenda(item.meeting) if wants_a_piece() else _to(item.meeting, "agenda")


@bp.post("/items/<uuid:item_id>/removal")
@guard(may.arrange_item, item=queries.item_visible_to)
def take_off(item: AgendaItem) -> Response:
    meeting = item.meeting
    services.take_off_agenda(item, by=me())
    return _to(meeting, "agenda")


def show_agenda(meeting: Meeting, *, form: PutOnForm | None = None) -> Response:
    """The meeting's page, or its agenda alone; `form` is what was ticked with a mistake."""
    done = meeting.over or meeting.state == MeetingState.CLOSED
    prepares = may.prepare_meeting(me(), meeting) and not done
    lines = queries.agenda_of(me(), meeting)
    return page(
        "meetings/show.html",
        fragment="agenda",
        meeting=meeting,
        because=_because(meeting, lines),
        headings=agenda.headings_of(lines),
        last=len(lines),
        today=clock.today(),
        prepares=prepares,
        runs=may_also.run_meeting(me(), meeting),
        owes=meeting.is_open and not done and bool(to_answer(me(), meeting)),
        hears=any(line.item and see_interests(me(), line.item) for line in lines),
        reads_minutes=may_also.read_minutes(me(), meeting),
        candidates=candidates(me(), meeting) if prepares else {},
        due=agenda.coming_due(me(), meeting) if prepares else None,
        form=form or PutOnForm(formdata=None),
    )


def _because(meeting: Meeting, lines: list[queries.Line]) -> str:
    """Why it cannot wait tells of its case and is for whoever reads that. Why it was called off does not."""
    reads = meeting.called_off or any(line.item and not line.waits for line in lines)
    return meeting.because if reads else ""


def _to(meeting: Meeting, part: str | None = None) -> Response:
    return go_to(url_for(".show", meeting_id=meeting.id, _anchor=part))
