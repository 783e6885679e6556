"""One decision: written down, read aloud, recorded, signed."""

from typing import Any

from flask import Response, flash, make_response, request, url_for

from pprg.audit.services import record_read
from pprg.errors import Mistaken
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import DecisionForm, HandBackForm, SeenForm, decision_form
from pprg.meetings.models import Decision
from pprg.meetings.states import State
from pprg.meetings.views.door import bp
from pprg.meetings.words import missing, prompts
from pprg.reviews.queries import review_of_type_visible_to
from pprg.web.filters import at
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/decisions/<uuid:decision_id>")
@guard(may.read_decision, decision=queries.decision_visible_to)
def decision(decision: Decision) -> Response:
    record_read("read", decision, by=me())
    if decision.state == State.DRAFT and may.record_decision(me(), decision):
        return _weigh(decision, _form(decision))
    return _record(decision, HandBackForm(version=decision.version))


@bp.post("/decisions/<uuid:decision_id>")
@guard(may.record_decision, decision=queries.decision_visible_to)
def save(decision: Decision) -> Response:
    """Keep what is typed; where "record" was pressed, put it before the chair too, if it is ready."""
    form = _form(decision)
    if form.validate():
        try:
            return _saved(decision, form, record="record" in request.form)
        except services.Overtaken:
            return _both(decision, form)
        except Mistaken as wrong:
            form.stands_at(decision.version)
            form.say(wrong.mistakes)
    return _weigh(decision, form)


@bp.post("/decisions/<uuid:decision_id>/keep")
@guard(may.record_decision, decision=queries.decision_visible_to)
def keep(decision: Decision) -> Response:
    """Autosave: what is there now, complete or not."""
    form = _form(decision)
    if not form.validate():
        return make_response("", 422)
    services.save_decision(decision, form.words, version=form.version.data, by=me())
    return make_response("", 204, {"X-Saved-At": at(decision.saved_at), "X-Version": str(decision.version)})


@bp.get("/decisions/<uuid:decision_id>/aloud")
@guard(may.read_decision, decision=queries.decision_visible_to)
def aloud(decision: Decision) -> Response:
    record_read("read", decision, by=me())
    return page("meetings/aloud.html", fragment="piece", decision=decision, **_left(decision))


@bp.post("/decisions/<uuid:decision_id>/change")
@guard(may.record_decision, decision=queries.decision_visible_to)
def take_back(decision: Decision) -> Response:
    services.take_back_decision(decision, by=me())
    return go_to(url_for(".decision", decision_id=decision.id))


@bp.post("/decisions/<uuid:decision_id>/removal")
@guard(may.record_decision, decision=queries.decision_visible_to)
def remove(decision: Decision) -> Response:
    item = decision.item
    services.remove_decision(decision, by=me())
    flash("The decision that was begun is taken away. Nothing was written in it.")
    return go_to(url_for(".item", item_id=item.id))


@bp.post("/decisions/<uuid:decision_id>/signature")
@guard(may.sign_decision, decision=queries.decision_visible_to)
def sign(decision: Decision) -> Response:
    services.sign_decision(decision, by=me(), version=SeenForm().version.data)
    flash("Signed. Its words are fixed from now on.")
    return go_to(url_for(".decision", decision_id=decision.id))


@bp.post("/decisions/<uuid:decision_id>/handing-back")
@guard(may.sign_decision, decision=queries.decision_visible_to)
def hand_back(decision: Decision) -> Response:
    form = HandBackForm()
    if not form.validate():
        return _record(decision, form)
    services.hand_back_decision(decision, form.note.data, by=me(), version=form.version.data)
    flash("Handed back to the coordinator. Nothing in it is lost.")
    return go_to(url_for(".item", item_id=decision.item_id))


def _saved(decision: Decision, form: DecisionForm, *, record: bool) -> Response:
    services.save_decision(decision, form.words, version=form.version.data, by=me())
    if record:
        services.record_decision(decision, by=me())
    flash("Recorded. The chair is told that it is ready to sign." if record else "Saved.")
    return go_to(url_for(".decision", decision_id=decision.id))


def _weigh(decision: Decision, form: DecisionForm) -> Response:
    return page(
        "meetings/weigh.html",
        decision=decision,
        form=form,
        said=queries.what_the_referral_says(me(), decision),
        blank=decision.words.blank and not form.is_submitted(),
        **_left(decision),
    )


def _record(decision: Decision, form: HandBackForm) -> Response:
    signs = may.sign_decision(me(), decision) and decision.state == State.RECORDED
    changes = may.record_decision(me(), decision) and decision.state == State.RECORDED
    return page(
        "meetings/decision.html",
        decision=decision,
        weighed=list(zip(decision.criteria.criteria, decision.weighings, strict=True)),
        form=form,
        signs=signs,
        changes=changes,
        asks=prompts(decision.words, decision.route),
        review=review_of_type_visible_to(me(), decision.case_id, decision.commissioned),
        in_the_room=may.read_item(me(), decision.item),
    )


def _both(decision: Decision, form: DecisionForm) -> Response:
    """Two texts of one decision, side by side: a person chooses, nothing is overwritten."""
    answer = page("meetings/both.html", decision=decision, boxes=form.beside(_form(decision, posted=False)))
    answer.status_code = 409
    return answer


def _left(decision: Decision) -> dict[str, Any]:
    return {
        "left": missing(decision.words, decision.criteria),
        "asks": prompts(decision.words, decision.route),
    }


def _form(decision: Decision, *, posted: bool = True) -> DecisionForm:
    return decision_form(
        decision.route, decision.criteria, decision.words, version=decision.version, posted=posted
    )
