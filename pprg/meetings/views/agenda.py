"""Making an agenda: several things put on at once, what a cover sheet says, carrying over."""

from flask import Response, flash, request, url_for

from pprg.audit.services import record_read
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms.agenda import CarryForm, ConfirmForm, CoverForm, PutOnForm
from pprg.meetings.models import AgendaItem, Meeting
from pprg.meetings.queries import agenda
from pprg.meetings.queries.again import candidates
from pprg.meetings.rules import agenda as may_also
from pprg.meetings.services import agenda as making
from pprg.meetings.views.arranging import show_agenda
from pprg.meetings.views.door import bp
from pprg.referrals.models import Referral
from pprg.reviews.models import Review
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.post("/<uuid:meeting_id>/agenda")
@guard(may.prepare_meeting, meeting=queries.meeting_visible_to)
def put_several_on(meeting: Meeting) -> Response:
    groups = candidates(me(), meeting)
    form = PutOnForm()
    form.offer(groups)
    if not form.validate():
        return show_agenda(meeting, form=form)
    chosen = [one for group in groups.values() for one in group if one.key in form.on.data]
    for one in chosen:
        _put_on(meeting, one.thing)
    flash("On the agenda." if len(chosen) == 1 else f"{len(chosen)} are on the agenda.")
    return go_to(url_for(".show", meeting_id=meeting.id, _anchor="agenda"))


@bp.route("/items/<uuid:item_id>/cover", methods=["GET", "POST"])
@guard(may.arrange_item, item=queries.item_visible_to)
def cover(item: AgendaItem) -> Response:
    """What the group is asked, and what it should know before it reads."""
    if request.method == "GET":
        record_read("opened cover sheet of", item, by=me())
    form = CoverForm(data=_cover_of(item))
    if form.validate_on_submit():
        making.change_item(item, **form.words, by=me())
        flash("Saved.")
        return go_to(url_for(".show", meeting_id=item.meeting_id, _anchor=f"item-{item.id}"))
    return _cover(item, form)


@bp.post("/items/<uuid:item_id>/carrying-over")
@guard(may.arrange_item, item=queries.item_visible_to)
def carry_over(item: AgendaItem) -> Response:
    form, able = CarryForm(), agenda.meetings_to_carry_to(me(), item)
    form.offer(able)
    if form.validate_on_submit():
        with beside(form.meeting):
            later = next(one for one in able if str(one.id) == form.meeting.data)
            making.carry_over(item, later, by=me())
            return go_to(url_for(".show", meeting_id=later.id, _anchor="agenda"))
    return _cover(item, CoverForm(formdata=None, data=_cover_of(item)), form)


@bp.route("/items/<uuid:item_id>/confirmation", methods=["GET", "POST"])
@guard(may_also.answer_chairs_action, item=agenda.item_to_confirm)
def confirmation(item: AgendaItem) -> Response:
    """Whether the group confirms what its chair decided alone."""
    form = ConfirmForm()
    if request.method == "GET":
        record_read("opened", item, by=me())
    elif form.validate():
        confirmed = "confirmed" in request.form
        with beside(form.because):
            making.answer_chairs_action(item, confirmed=confirmed, because=form.because.data or "", by=me())
            return go_to(url_for(".show", meeting_id=item.meeting_id, _anchor="agenda"))
    decided = [one for one in item.confirms.standing if may.read_decision(me(), one)] if item.confirms else []
    return page("meetings/agenda-confirm.html", item=item, acted=item.confirms, decided=decided, form=form)


def _put_on(meeting: Meeting, thing: Referral | AgendaItem | Review) -> None:
    if isinstance(thing, Referral):
        services.put_on_agenda(meeting, thing, by=me())
    elif isinstance(thing, AgendaItem):
        making.carry_over(thing, meeting, by=me())
    else:
        making.put_review_on_agenda(meeting, thing, by=me())


def _cover(item: AgendaItem, form: CoverForm, carry: CarryForm | None = None) -> Response:
    carries = item.referral is not None and item.can_be_decided
    if carries and carry is None:
        carry = CarryForm(formdata=None)
        carry.offer(agenda.meetings_to_carry_to(me(), item))
    answer = page("meetings/agenda-cover.html", item=item, form=form, carry=carry if carries else None)
    if carry is not None and carry.errors:
        answer.status_code = 422
    return answer


def _cover_of(item: AgendaItem) -> dict[str, str]:
    return {
        "asked": item.asked or "",
        "office_notes": item.office_notes or "",
        "starts_at": item.starts_at,
        "section": item.section.name,
    }
