"""Recommendations before their legal owners, and what each has answered."""

from flask import Response, flash, url_for

from pprg.audit.services import record_read
from pprg.meetings.forms.ratifying import AskForm, ConfirmForm, EscalateForm, RatifyForm
from pprg.meetings.forms.signing import HandBackForm
from pprg.meetings.models import Confirmation, Decision, Ratification
from pprg.meetings.packs.owners import item_for_owners, since
from pprg.meetings.queries import confirming as asked
from pprg.meetings.queries import ratifying as queries
from pprg.meetings.queries.deciding import decision_visible_to
from pprg.meetings.recommendation import paragraphs, text_of
from pprg.meetings.rules import confirming as may_confirm
from pprg.meetings.rules import ratifying as may
from pprg.meetings.rules.deciding import read_decision
from pprg.meetings.services import confirming, ratifying
from pprg.meetings.states import RatifyingEvent, RatifyingState, State
from pprg.meetings.views.door import bp
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me
from pprg.web.setting import show_the_way

show_the_way("For your decision", "meetings.ratifications", may.decide_for_owners)


@bp.get("/ratifications")
@guard(may.list_ratifications)
def ratifications() -> Response:
    return page(
        "meetings/ratifications.html",
        waiting=queries.waiting_for(me()),
        above=queries.before_executive(me()),
        stuck=queries.not_agreed(me()),
        sent=queries.ratifications_visible_to(me()),
        in_dispute=queries.in_dispute,
        decided_since=queries.decided_since,
    )


@bp.get("/ratifications/<uuid:ratification_id>")
@guard(may.read_ratification, ratification=queries.ratification_visible_to)
def ratification(ratification: Ratification) -> Response:
    record_read("read recommendation of", ratification.decision, by=me(), owner=ratification.owner.name)
    return _recommendation(ratification, RatifyForm())


@bp.post("/ratifications/<uuid:ratification_id>")
@guard(may.answer_ratification, ratification=queries.ratification_visible_to)
def ratify(ratification: Ratification) -> Response:
    form = RatifyForm()
    if form.validate():
        with beside(form.answer):
            ratifying.answer_ratification(ratification, form.answer.data, reasons=form.reasons.data, by=me())
            flash("Your answer is signed and kept with the text that you read.")
            return go_to(url_for(".ratifications"))
    answer = _recommendation(ratification, form)
    if not queries.is_wanted(ratification):
        answer.status_code = 409  # somebody was there first, or the words are others now
    return answer


@bp.route("/ratifications/<uuid:ratification_id>/escalation", methods=["GET", "POST"])
@guard(may.escalate_ratification, ratification=queries.ratification_visible_to)
def escalate(ratification: Ratification) -> Response:
    form = EscalateForm()
    if form.validate_on_submit():
        with beside(form.reasons):
            ratifying.escalate_ratification(ratification, reasons=form.reasons.data, by=me())
            flash("Escalated. The chairs are told.")
            return go_to(url_for(".decision", decision_id=ratification.decision_id))
    return page("meetings/ratify-escalate.html", ratification=ratification, form=form)


@bp.get("/decisions/<uuid:decision_id>/ratification")
@guard(may.read_answers, decision=decision_visible_to)
def answers(decision: Decision) -> Response:
    """How far a decision has come with its legal owners; the decision's page fetches it as a piece."""
    record_read("read answers on", decision, by=me())
    return page(
        "meetings/ratify-answers.html",
        fragment="piece",
        decision=decision,
        dispute=queries.in_dispute(decision),
        decided_since=queries.decided_since,
        nobody=[each for each in queries.nobody_answers(me()) if each.decision is decision],
        quorum=asked.quorum_now(decision) if decision.state == State.PENDING else None,
    )


@bp.get("/decisions/<uuid:decision_id>/confirmations")
@guard(may_confirm.read_confirmations, decision=decision_visible_to)
def confirmations(decision: Decision) -> Response:
    record_read("read confirmations of", decision, by=me())
    return _confirmations(decision, AskForm(), HandBackForm(version=decision.version))


@bp.post("/decisions/<uuid:decision_id>/confirmations/ask")
@guard(may_confirm.ask_to_confirm, decision=decision_visible_to)
def ask_members(decision: Decision) -> Response:
    form = AskForm()
    _offer(form, decision)
    if form.validate():
        with beside(form.members):
            ids = {seat.account_id for seat in asked.members_to_ask(decision)}
            chosen = {each for each in ids if str(each) in form.members.data}
            confirming.ask_to_confirm(decision, chosen, by=me())
            flash("They are asked to confirm it in writing.")
            return go_to(url_for(".confirmations", decision_id=decision.id))
    return _confirmations(decision, form, HandBackForm(formdata=None, version=decision.version))


@bp.post("/decisions/<uuid:decision_id>/confirmations/giving-back")
@guard(may_confirm.give_back_decision, decision=decision_visible_to)
def give_back(decision: Decision) -> Response:
    form = HandBackForm()
    if form.validate():
        confirming.give_back_decision(decision, form.note.data, by=me())
        flash("Handed back to the coordinator. Nothing in it is lost.")
        return go_to(url_for(".item", item_id=decision.item_id))
    return _confirmations(decision, AskForm(formdata=None), form, wrong=form)


@bp.route("/confirmations/<uuid:confirmation_id>", methods=["GET", "POST"])
@guard(may_confirm.confirm_decision, confirmation=asked.confirmation_visible_to)
def confirm(confirmation: Confirmation) -> Response:
    decision, form = confirmation.decision, ConfirmForm()
    if form.validate_on_submit():
        with beside(form.agrees):
            agrees, words = form.agrees.data == "yes", form.words.data
            confirming.confirm_decision(confirmation, agrees=agrees, words=words, by=me())
            flash("Thank you. Your answer is kept with the recommendation.")
            return go_to(url_for(".confirm", confirmation_id=confirmation.id))
    record_read("read recommendation of", decision, by=me())
    return _to_confirm(confirmation, form)


def _to_confirm(confirmation: Confirmation, form: ConfirmForm) -> Response:
    decision = confirmation.decision
    return page(
        "meetings/confirm.html",
        confirmation=confirmation,
        decision=decision,
        form=form,
        parts=paragraphs(text_of(decision)),
        due=asked.confirm_by(decision),
        asks=decision.state == State.PENDING and not confirmation.answered,
    )


def _recommendation(ratification: Ratification, form: RatifyForm) -> Response:
    decision = ratification.decision
    escalates = ratification.state == RatifyingState.NOT_AGREED and queries.decided_since(decision) is None
    reads_pack = queries.owners_pack_visible_to(me(), ratification.id) is not None
    if ratification.state == RatifyingState.ESCALATED:
        form.without(RatifyingEvent.ESCALATE)
    return page(
        "meetings/ratify.html",
        ratification=ratification,
        decision=decision,
        parts=paragraphs(ratification.text),
        form=form,
        answers=may.answer_ratification(me(), ratification) and queries.is_wanted(ratification),
        decided_since=queries.decided_since,
        since=since(ratification, item_for_owners(decision)) if reads_pack else None,
        steps_out=may.step_out_as_owner(me(), ratification),
        escalates=escalates and may.escalate_ratification(me(), ratification),
        sees_decision=read_decision(me(), decision),
    )


def _confirmations(
    decision: Decision, form: AskForm, back: HandBackForm, wrong: HandBackForm | None = None
) -> Response:
    if form.members.choices is None:
        _offer(form, decision)
    pending = decision.state == State.PENDING
    return page(
        "meetings/confirm-asked.html",
        decision=decision,
        form=wrong or form,
        ask=form,
        back=back,
        quorum=asked.quorum_now(decision),
        due=asked.confirm_by(decision),
        asks=pending and may_confirm.ask_to_confirm(me(), decision) and bool(form.members.choices),
        gives_back=pending and may_confirm.give_back_decision(me(), decision),
    )


def _offer(form: AskForm, decision: Decision) -> None:
    there = {one.account_id: one for one in decision.confirmations}
    offered = []
    for seat in asked.members_to_ask(decision):
        one = there.get(seat.account_id)
        if one is not None and one.answered:
            continue
        says_first = decision.item.interest_of(seat.account) is None
        hint = "Has to say first whether they have an interest" if says_first else ""
        voice = f", for {seat.voice}" if seat.voice else ""
        offered.append((str(seat.account_id), f"{seat.account.name}{voice}", hint))
    form.offer(offered)
