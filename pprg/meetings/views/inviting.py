"""Inviting to a meeting, and answering an invitation."""

from collections import Counter

from flask import Response, current_app, flash, url_for

from pprg.accounts.models import Account
from pprg.meetings import queries as of_meetings
from pprg.meetings import rules as of_room
from pprg.meetings.forms.inviting import ReplyForm, SeatForm
from pprg.meetings.models import AgendaItem, Meeting, Seat
from pprg.meetings.queries import inviting as queries
from pprg.meetings.queries import membership as register
from pprg.meetings.rules import inviting as may
from pprg.meetings.services import inviting as services
from pprg.meetings.states import Reply
from pprg.meetings.views.door import bp
from pprg.notices.calendar import Entry, Method, calendar_file
from pprg.web.files import hand_over
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard, signed_in
from pprg.web.sessions import me


@bp.get("/invitations")
@guard(signed_in)
def my_invitations() -> Response:
    invited = queries.my_invitations(me())
    return page("meetings/invitation-list.html", invited=invited, lists=of_room.list_meetings(me()))


@bp.get("/<uuid:meeting_id>/invitations")
@guard(may.invite, meeting=of_meetings.meeting_visible_to)
def invitations(meeting: Meeting) -> Response:
    return _invitations(meeting, SeatForm())


@bp.post("/<uuid:meeting_id>/invitations/group")
@guard(may.invite, meeting=of_meetings.meeting_visible_to)
def invite_group(meeting: Meeting) -> Response:
    invited = services.invite_group(meeting, by=me())
    flash(f"{_people_said(invited)} invited." if invited else "Everybody in the register is invited.")
    return _to(meeting)


@bp.post("/<uuid:meeting_id>/members")
@guard(may.invite, meeting=of_meetings.meeting_visible_to)
def invite(meeting: Meeting) -> Response:
    form, able, items = SeatForm(), _able(meeting), _items(meeting)
    form.offer(able.values(), _labelled(items))
    if form.validate_on_submit():
        with beside(form.account):
            only = items.get(form.only_item.data or "")
            services.invite_member(meeting, able[form.account.data], only_item=only, **form.seated, by=me())
            return _to(meeting)
    return _invitations(meeting, form)


@bp.post("/seats/<uuid:seat_id>/remove")
@guard(of_room.take_seat_away, seat=of_meetings.seat_visible_to)
def uninvite(seat: Seat) -> Response:
    meeting = seat.meeting
    services.take_seat_away(seat, by=me())
    return _to(meeting)


@bp.route("/invitations/<uuid:invitation_id>", methods=["GET", "POST"])
@guard(may.answer_invitation, invitation=queries.invitation_visible_to)
def invitation(invitation: Seat) -> Response:
    form, able = ReplyForm(data=_answered(invitation)), queries.people_to_send(invitation)
    theirs = invitation.account_id != me().id
    form.offer(able, theirs=theirs, may_send=bool(able) and invitation.in_place_of is None)
    if form.validate_on_submit():
        with beside(form.deputy if form.answer == Reply.DEPUTY else form.reply):
            deputy = next((one for one in able if str(one.id) == form.deputy.data), None)
            services.answer_invitation(invitation, form.answer, deputy=deputy, by=me())
            return _answered_to(invitation, theirs=theirs)
    return _one(invitation, form, theirs=theirs)


@bp.get("/<uuid:meeting_id>/invitation.ics")
@guard(may.take_invitation, meeting=queries.meeting_invited_to)
def take_invitation(meeting: Meeting) -> Response:
    seat = next(seat for seat in meeting.invited if seat.account_id == me().id)
    leads_to = url_for(".invitation", invitation_id=seat.id)
    return as_file(queries.entry_of_seat(seat), leads_to, f"meeting-{meeting.held_on.isoformat()}.ics")


def as_file(entry: Entry, leads_to: str, name: str) -> Response:
    """An entry to be put into one's own calendar."""
    house = current_app.config["PPRG"]
    whole = house.base_url.rstrip("/") + leads_to
    content = calendar_file(entry, method=Method.PUBLISH, organiser=house.mail_from, page=whole)
    return hand_over(content, name)


def _invitations(meeting: Meeting, form: SeatForm) -> Response:
    items = _items(meeting)
    form.offer(_able(meeting).values(), _labelled(items))
    return page(
        "meetings/invitations.html",
        meeting=meeting,
        form=form,
        to_invite=len(register.core_members_to_invite(meeting)),
        items={item.id: item for item in items.values()},
        presented=[item for item in items.values() if item.referral],
        seats=queries.seats_in_order(meeting),
        said=_said_of(meeting),
    )


def _one(seat: Seat, form: ReplyForm, *, theirs: bool) -> Response:
    return page(
        "meetings/invitation.html",
        form=form,
        seat=seat,
        entry=queries.entry_of_seat(seat),
        theirs=theirs,
        deputy=next((one.account for one in services.deputies_of(seat)), None),
        opens=of_room.read_meeting(me(), seat.meeting),
    )


def _said_of(meeting: Meeting) -> str:
    """How many of the places are filled: a deputy's answer stands for whom they come for."""
    places = Counter(seat.reply for seat in meeting.invited if seat.reply != Reply.DEPUTY)
    of = "1 place" if places.total() == 1 else f"{places.total()} places"
    stand = {
        "filled": places[Reply.ACCEPTED],
        "with apologies": places[Reply.DECLINED],
        "without an answer yet": places[Reply.NONE],
    }
    return f"{of}: {', '.join(f'{number} {how}' for how, number in stand.items() if number)}."


def _answered(seat: Seat) -> dict[str, str]:
    deputy = next((str(one.account_id) for one in services.deputies_of(seat)), "")
    return {"reply": "" if seat.reply == Reply.NONE else seat.reply.name, "deputy": deputy}


def _answered_to(seat: Seat, *, theirs: bool) -> Response:
    flash("Their answer is kept." if theirs else "Thank you. Your answer is kept.")
    return _to(seat.meeting) if theirs else go_to(url_for(".invitation", invitation_id=seat.id))


def _able(meeting: Meeting) -> dict[str, Account]:
    return {str(account.id): account for account in queries.people_to_seat(meeting)}


def _items(meeting: Meeting) -> dict[str, AgendaItem]:
    lines = of_meetings.agenda_of(me(), meeting)
    return {str(line.item.id): line.item for line in lines if line.item is not None and not line.waits}


def _labelled(items: dict[str, AgendaItem]) -> list[tuple[str, str]]:
    return [(key, f"Only {item.case.reference}") for key, item in items.items()]


def _people_said(number: int) -> str:
    return "1 person is" if number == 1 else f"{number} people are"


def _to(meeting: Meeting) -> Response:
    return go_to(url_for(".invitations", meeting_id=meeting.id))
