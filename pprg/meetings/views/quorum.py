"""Who is in the room, whether that is enough to decide, and who must be there."""

from __future__ import annotations

from flask import Response, abort, flash, url_for

from pprg import clock
from pprg.guidance.codes import Route
from pprg.meetings.forms.quorum import QuorumForm, ticked
from pprg.meetings.models import AgendaItem, Meeting, Seat
from pprg.meetings.queries import item_visible_to, meeting_visible_to, seat_visible_to
from pprg.meetings.queries import quorate as queries
from pprg.meetings.quorum import QuorumRule
from pprg.meetings.rules import prepare_meeting, read_item
from pprg.meetings.rules import quorum as may
from pprg.meetings.services import attending
from pprg.meetings.services.quorum import set_quorum
from pprg.meetings.states import MeetingKind, MeetingState
from pprg.meetings.views.door import bp
from pprg.publications.disclosure.folding import folded
from pprg.web.fragments import beside, go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/quorum")
@guard(may.read_quorum)
def quorum() -> Response:
    """Who must be there for a decision on each route, now and as it was set before."""
    today = clock.today()
    rules = [(route, queries.rule_on(route, today), _history(route)) for route in Route]
    return page("meetings/quorum.html", rules=rules, sets=may.set_quorum(me()))


@bp.route("/quorum/<route>", methods=["GET", "POST"])
@guard(may.set_quorum)
def change_quorum(route: str) -> Response:
    asked = _route(route)
    now = queries.rule_on(asked, clock.today())
    form = QuorumForm(
        data={"needs": ticked(now.needs), "core_share": now.core_share, "valid_from": clock.today()}
    )
    if form.validate_on_submit() and form.valid_from.data and form.core_share.data is not None:
        day, share = form.valid_from.data, form.core_share.data
        with beside(form.valid_from):
            set_quorum(asked, valid_from=day, needs=form.asked_for, core_share=share, by=me())
            flash("Kept. What held at meetings before that day stands.")
            return go_to(url_for(".quorum", _anchor=asked.value))
    return page("meetings/quorum-change.html", route=asked, form=form)


@bp.get("/items/<uuid:item_id>/quorum/<route>")
@guard(read_item, item=item_visible_to)
def quorum_now(item: AgendaItem, route: str) -> Response:
    """Whether those in the room are enough, now. Pages of the room fetch it as a piece, again and again."""
    asked = _route(route)
    return page(
        "meetings/quorum-now.html",
        fragment="now",
        item=item,
        route=asked,
        quorum=queries.quorum_of(item, asked),
        out=queries.stepped_out_of_room(item),
        without_vote=queries.without_a_vote(item),
        chairs_action=item.meeting.kind == MeetingKind.CHAIRS_ACTION,
        goes_on=item.meeting.state in {MeetingState.OPENED, MeetingState.SITTING},
    )


@bp.get("/<uuid:meeting_id>/attendance")
@guard(may.see_attendance, meeting=meeting_visible_to)
def attendance(meeting: Meeting) -> Response:
    return _attendance(meeting)


@bp.post("/seats/<uuid:seat_id>/arrival")
@guard(may.note_attendance, seat=seat_visible_to)
def arrive(seat: Seat) -> Response:
    attending.note_arrival(seat, by=me())
    return _noted(seat)


@bp.post("/seats/<uuid:seat_id>/leaving")
@guard(may.note_attendance, seat=seat_visible_to)
def leave(seat: Seat) -> Response:
    attending.leave(seat, by=me())
    return _noted(seat)


@bp.post("/seats/<uuid:seat_id>/undoing")
@guard(may.note_attendance, seat=seat_visible_to)
def undo_attendance(seat: Seat) -> Response:
    """A wrong click."""
    attending.undo_last(seat, by=me())
    return _noted(seat)


def _noted(seat: Seat) -> Response:
    if wants_a_piece():
        return _attendance(seat.meeting)
    return go_to(url_for(".attendance", meeting_id=seat.meeting_id, _anchor=f"seat-{seat.id}"))


def _attendance(meeting: Meeting) -> Response:
    return page(
        "meetings/attendance.html",
        fragment="room",
        meeting=meeting,
        seats=sorted(meeting.invited, key=lambda seat: folded(seat.account.name)),
        there=sum(seat.is_there for seat in meeting.invited),
        notes=prepare_meeting(me(), meeting) and meeting.state != MeetingState.CLOSED,
    )


def _history(route: Route) -> list[tuple[QuorumRule, str]]:
    """What was set for a route, latest first, with who set it."""
    return [(queries.as_rule(kept), kept.set_by.name) for kept in queries.settings_of(route)]


def _route(named: str) -> Route:
    try:
        return Route(named)
    except ValueError:
        abort(404)
