"""The referring agency comes for its own item, and sees nothing else of the meeting."""

from flask import Response, flash, url_for

from pprg.accounts.models import Account
from pprg.meetings import queries as of_meetings
from pprg.meetings.forms.inviting import ComesForm, PresentingForm
from pprg.meetings.models import AgendaItem, Presenter
from pprg.meetings.queries import inviting as queries
from pprg.meetings.rules import inviting as may
from pprg.meetings.services import presenting as services
from pprg.meetings.states import Reply
from pprg.meetings.views.door import bp
from pprg.meetings.views.inviting import as_file
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/items/<uuid:item_id>/presenters", methods=["GET", "POST"])
@guard(may.ask_to_present, item=of_meetings.item_visible_to)
def presenters(item: AgendaItem) -> Response:
    able = _able(item)
    form = PresentingForm(data={"people": _proposed(item, able), "starts_at": item.starts_at})
    form.offer(able.values(), somebody_asked=bool(item.presenters))
    if form.validate_on_submit():
        with beside(form.people):
            asked = [able[key] for key in form.people.data]
            services.ask_to_present(item, asked, starts_at=form.starts_at.data, by=me())
            return go_to(url_for(".presenters", item_id=item.id))
    there = [(one, may.read_presenting(one.account, one)) for one in item.presenters]
    return page("meetings/presenting-people.html", item=item, form=form, there=there)


@bp.post("/presenters/<uuid:presenter_id>/removal")
@guard(may.need_not_present, presenter=queries.presenter_visible_to)
def need_not_present(presenter: Presenter) -> Response:
    item = presenter.item
    services.need_not_present(presenter, by=me())
    return go_to(url_for(".presenters", item_id=item.id))


@bp.route("/presenting/<uuid:presenter_id>", methods=["GET", "POST"])
@guard(may.read_presenting, presenter=queries.presenter_visible_to)
def presenting(presenter: Presenter) -> Response:
    form = ComesForm(data={"reply": "" if presenter.reply == Reply.NONE else presenter.reply.name})
    if form.validate_on_submit():
        with beside(form.reply):
            services.answer_presenting(presenter, Reply[form.reply.data], by=me())
            flash("Thank you. Your answer is kept.")
            return go_to(url_for(".presenting", presenter_id=presenter.id))
    item = presenter.item
    entry = queries.entry_of_slot(item.meeting, [presenter])
    return page("meetings/presenting.html", form=form, presenter=presenter, item=item, entry=entry)


@bp.get("/presenting/<uuid:presenter_id>/invitation.ics")
@guard(may.read_presenting, presenter=queries.presenter_visible_to)
def take_slot(presenter: Presenter) -> Response:
    meeting = presenter.item.meeting
    entry = queries.entry_of_slot(meeting, queries.presented_by(presenter.account, meeting))
    leads_to = url_for(".presenting", presenter_id=presenter.id)
    return as_file(entry, leads_to, f"meeting-{meeting.held_on.isoformat()}.ics")


def _able(item: AgendaItem) -> dict[str, Account]:
    """Who is not asked yet."""
    asked = {one.account_id for one in item.presenters}
    return {str(one.id): one for one in queries.people_to_present(item) if one.id not in asked}


def _proposed(item: AgendaItem, able: dict[str, Account]) -> list[str]:
    """At first, whoever made the referral."""
    owner = str(item.referral.owner_id) if item.referral and not item.presenters else ""
    return [key for key in able if key == owner]
