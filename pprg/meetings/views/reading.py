"""A decision to be read, signed or handed back; what it was before, and what amends it."""

from __future__ import annotations

import uuid

from flask import Response, abort, flash, url_for

from pprg.audit.services import record_read
from pprg.meetings import queries, services
from pprg.meetings import rules as may
from pprg.meetings.forms import AmendForm, HandBackForm, SeenForm
from pprg.meetings.forms.deciding import LABELS
from pprg.meetings.models import Decision
from pprg.meetings.queries.deciding import last_decisions_like, saving_of
from pprg.meetings.queries.following import what_changes
from pprg.meetings.rules.deciding import amend_decision
from pprg.meetings.rules.ratifying import read_answers
from pprg.meetings.services import amending
from pprg.meetings.services.deciding import bring_back
from pprg.meetings.states import COMMISSIONS, State
from pprg.meetings.views.door import bp
from pprg.meetings.words import prompts
from pprg.reviews.queries import review_for_visible_to
from pprg.web.fragments import go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


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
        return record_page(decision, form)
    services.hand_back_decision(decision, form.note.data, by=me(), version=form.version.data)
    flash("Handed back to the coordinator. Nothing in it is lost.")
    return go_to(url_for(".item", item_id=decision.item_id))


@bp.get("/decisions/<uuid:decision_id>/earlier")
@guard(may.record_decision, decision=queries.decision_visible_to)
def earlier(decision: Decision) -> Response:
    """What was changed last, by whom, and the way back before each change."""
    record_read("read earlier words of", decision, by=me())
    return page("meetings/earlier.html", decision=decision, where=_where(decision))


@bp.post("/decisions/<uuid:decision_id>/earlier/<uuid:saving_id>")
@guard(may.record_decision, decision=queries.decision_visible_to)
def undo(decision: Decision, saving_id: uuid.UUID) -> Response:
    saving = saving_of(decision, saving_id) or abort(404)
    bring_back(decision, saving, version=SeenForm().version.data, by=me())
    flash("Undone. The words stand as they did before that change.")
    return go_to(url_for(".decision", decision_id=decision.id))


@bp.route("/decisions/<uuid:decision_id>/amendment", methods=["GET", "POST"])
@guard(amend_decision, decision=queries.decision_visible_to)
def amend(decision: Decision) -> Response:
    form = AmendForm()
    if form.validate_on_submit():
        edition = amending.amend_decision(decision, form.because.data, by=me())
        return go_to(url_for(".decision", decision_id=edition.id))
    led_to = review_for_visible_to(me(), decision.case_id, decision.calls_for)
    return page("meetings/amend.html", decision=decision, form=form, led_to=led_to)


def record_page(decision: Decision, form: HandBackForm) -> Response:
    """The decision as it stands, for everybody who may read it."""
    recorded = decision.state == State.RECORDED
    return page(
        "meetings/decision.html",
        decision=decision,
        weighed=list(zip(decision.criteria.criteria, decision.weighings, strict=True)),
        form=form,
        signs=recorded and may.sign_decision(me(), decision),
        changes=recorded and may.record_decision(me(), decision),
        amends=amend_decision(me(), decision) and decision.state == State.SIGNED and not decision.amendments,
        later=[each for each in decision.amendments if may.read_decision(me(), each)],
        asks=prompts(decision.words, decision.route),
        follows=what_changes(decision),
        like=last_decisions_like(me(), decision),
        commissions=COMMISSIONS,
        told=decision.signed_at is not None and read_answers(me(), decision),
        review=review_for_visible_to(me(), decision.case_id, decision.calls_for),
        in_the_room=may.read_item(me(), decision.item),
    )


def _where(decision: Decision) -> dict[str, str]:
    """The boxes of a decision by name, as they are told where one was changed."""
    weighed = {
        f"{criterion.key}.{part}": f"Criterion {number}, {label}"
        for number, criterion in enumerate(decision.criteria.criteria, start=1)
        for part, label in {"answer": "the answer", "evidence": "evidence", "reason": "reason"}.items()
    }
    return weighed | LABELS
