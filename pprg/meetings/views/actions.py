"""What is to be done at once."""

from flask import Response, flash, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.meetings.forms.actions import DoneForm
from pprg.meetings.models import UrgentAction
from pprg.meetings.queries import actions as queries
from pprg.meetings.rules import actions as may
from pprg.meetings.rules import list_meetings
from pprg.meetings.rules.deciding import read_decision
from pprg.meetings.services import acting
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/actions")
@guard(may.list_actions)
def actions() -> Response:
    found = queries.actions_visible_to(me())
    return page(
        "meetings/actions.html",
        open=[action for action in found if not action.done_on],
        done=[action for action in found if action.done_on],
        today=clock.today(),
        lists=list_meetings(me()),
    )


@bp.get("/actions/<uuid:action_id>")
@guard(may.read_action, action=queries.action_visible_to)
def action(action: UrgentAction) -> Response:
    record_read("read urgent action of", action.decision, by=me())
    return _action(action, DoneForm(formdata=None, on=action.done_on or clock.today()))


@bp.post("/actions/<uuid:action_id>/done")
@guard(may.finish_action, action=queries.action_visible_to)
def finish_action(action: UrgentAction) -> Response:
    form = DoneForm()
    if form.validate():
        with beside(form.on):
            acting.finish_action(action, by=me(), **form.done)
            flash("Thank you. It is noted as done.")
            return go_to(url_for(".action", action_id=action.id))
    return _action(action, form)


def _action(action: UrgentAction, form: DoneForm) -> Response:
    return page(
        "meetings/action.html",
        action=action,
        case=action.decision.case,
        form=form,
        finishes=may.finish_action(me(), action),
        sees_decision=read_decision(me(), action.decision),
        late=bool(action.due_on and not action.done_on and action.due_on < clock.today()),
    )
