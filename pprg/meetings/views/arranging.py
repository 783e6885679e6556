"""Meetings, who is invited, what is on the agenda."""

from flask import Response, flash, url_for

from pprg.accounts.models import Account
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import InviteForm, MeetingForm
from pprg.meetings.models import AgendaItem, Meeting, Seat
from pprg.meetings.views.door import bp
from pprg.referrals.models import Referral
from pprg.referrals.queries import referral_visible_to, referrals_waiting
from pprg.web.fragments import beside, go_to, page, wants_a_piece
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/")
@guard(may.list_meetings)
def index() -> Response:
    meetings = queries.meetings_visible_to(me())
    return page(
        "meetings/index.html",
        coming=[meeting for meeting in reversed(meetings) if not meeting.over],
        held=[meeting for meeting in meetings if meeting.over],
        arranges=may.arrange_meeting(me()),
    )


@bp.route("/new", methods=["GET", "POST"])
@guard(may.arrange_meeting)
def new() -> Response:
    form = MeetingForm()
    if form.validate_on_submit():
        with beside(form.held_on):
            meeting = services.arrange_meeting(**form.arranged, by=me())
            return _to(meeting)
    return page("meetings/arrange.html", form=form, meeting=None)


@bp.get("/<uuid:meeting_id>")
@guard(may.read_meeting, meeting=queries.meeting_visible_to)
def show(meeting: Meeting) -> Response:
    return _agenda(meeting, InviteForm())


@bp.route("/<uuid:meeting_id>/change", methods=["GET", "POST"])
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def change(meeting: Meeting) -> Response:
    form = MeetingForm(obj=meeting)
    if form.validate_on_submit():
        with beside(form.held_on):
            services.change_meeting(meeting, **form.arranged, by=me())
            return _to(meeting)
    return page("meetings/arrange.html", form=form, meeting=meeting)


@bp.post("/<uuid:meeting_id>/members")
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def invite(meeting: Meeting) -> Response:
    form, able = InviteForm(), _able(meeting)
    form.offer(able.values())
    if form.validate_on_submit():
        with beside(form.account):
            services.invite_member(meeting, able[form.account.data], by=me())
            return _to(meeting, "members")
    return _agenda(meeting, form)


@bp.post("/seats/<uuid:seat_id>/remove")
@guard(may.take_seat_away, seat=queries.seat_visible_to)
def uninvite(seat: Seat) -> Response:
    meeting = seat.meeting
    services.take_seat_away(seat, by=me())
    return _to(meeting, "members")


@bp.post("/<uuid:meeting_id>/agenda/<uuid:referral_id>")
@guard(may.put_on_agenda, meeting=queries.meeting_visible_to, referral=referral_visible_to)
def put_on(meeting: Meeting, referral: Referral) -> Response:
    services.put_on_agenda(meeting, referral, by=me())
    return _to(meeting, "agenda")


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
    return _agenda(item.meeting, InviteForm()) if wants_a_piece() else _to(item.meeting, "agenda")


@bp.post("/items/<uuid:item_id>/removal")
@guard(may.arrange_item, item=queries.item_visible_to)
def take_off(item: AgendaItem) -> Response:
    meeting = item.meeting
    services.take_off_agenda(item, by=me())
    return _to(meeting, "agenda")


def _agenda(meeting: Meeting, form: InviteForm) -> Response:
    prepares = may.prepare_meeting(me(), meeting)
    form.offer(_able(meeting).values())
    waiting = referrals_waiting(me()) if prepares and not meeting.over else []
    return page(
        "meetings/show.html",
        fragment="agenda",
        meeting=meeting,
        lines=queries.agenda_of(me(), meeting),
        prepares=prepares,
        waiting=waiting,
        form=form,
    )


def _able(meeting: Meeting) -> dict[str, Account]:
    return {str(account.id): account for account in queries.people_to_invite(meeting)}


def _to(meeting: Meeting, part: str | None = None) -> Response:
    return go_to(url_for(".show", meeting_id=meeting.id, _anchor=part))
