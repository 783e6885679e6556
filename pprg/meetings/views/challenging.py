"""Decisions that are challenged."""

from typing import Any

from flask import Response, flash, url_for

from pprg import clock
from pprg.audit.services import record_read
from pprg.meetings.forms.challenging import ChallengeForm, ConsiderForm, LookAgainForm, ReplyForm
from pprg.meetings.models import Challenge, Decision
from pprg.meetings.queries import challenging as queries
from pprg.meetings.queries.again import can_come_again
from pprg.meetings.queries.deciding import decision_visible_to
from pprg.meetings.recommendation import paragraphs, text_of
from pprg.meetings.rules import challenging as may
from pprg.meetings.rules.sitting import arrange_item
from pprg.meetings.services import challenging
from pprg.meetings.states import ChallengeBy
from pprg.meetings.views.door import bp
from pprg.referrals.models import Referral
from pprg.referrals.queries import referral_visible_to
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.get("/decisions/<uuid:decision_id>/challenges")
@guard(may.read_challenges, decision=decision_visible_to)
def challenges(decision: Decision) -> Response:
    record_read("read challenges to", decision, by=me())
    return _of_decision(decision, ChallengeForm())


@bp.post("/decisions/<uuid:decision_id>/challenges")
@guard(may.enter_challenge, decision=decision_visible_to)
def enter_challenge(decision: Decision) -> Response:
    form = ChallengeForm()
    form.offer(decision.route)
    if form.validate():
        with beside(form.received_on):
            challenge = challenging.enter_challenge(decision, form.by.data, by=me(), **form.entered)
            return go_to(url_for(".challenge", challenge_id=challenge.id))
    return _of_decision(decision, form)


@bp.get("/challenges/<uuid:challenge_id>")
@guard(may.read_challenge, challenge=queries.challenge_visible_to)
def challenge(challenge: Challenge) -> Response:
    record_read("read challenge to", challenge.decision, by=me())
    return _challenge(challenge, ConsiderForm(), ReplyForm())


@bp.post("/challenges/<uuid:challenge_id>/asking")
@guard(may.ask_to_consider, challenge=queries.challenge_visible_to)
def ask_to_consider(challenge: Challenge) -> Response:
    form, able = ConsiderForm(), {str(each.id): each for each in queries.people_to_ask(challenge)}
    form.offer(able.values())
    if form.validate():
        with beside(form.account):
            challenging.ask_to_consider(challenge, able[form.account.data], by=me())
            flash("They are asked to look at it.")
            return go_to(url_for(".challenge", challenge_id=challenge.id))
    return _challenge(challenge, form, ReplyForm(formdata=None), wrong=form)


@bp.post("/challenges/<uuid:challenge_id>/answer")
@guard(may.answer_challenge, challenge=queries.challenge_visible_to)
def answer_challenge(challenge: Challenge) -> Response:
    form = ReplyForm()
    if form.validate():
        with beside(form.advice):
            said = {"advice": form.advice.data, "reply": form.reply.data}
            challenging.answer_challenge(challenge, form.outcome.data, **said, by=me())
            flash("The challenge is answered.")
            return go_to(url_for(".challenge", challenge_id=challenge.id))
    return _challenge(challenge, ConsiderForm(formdata=None), form, wrong=form)


@bp.route("/challenges/of-referral/<uuid:referral_id>", methods=["GET", "POST"])
@guard(may.challenge_outcome, referral=referral_visible_to)
def look_again(referral: Referral) -> Response:
    """Whoever made the referral asks for its outcome to be looked at again, and reads the answer."""
    decisions = {each.route: each for each in queries.decisions_to_challenge(referral)}
    until = max(filter(None, map(queries.challenged_until, decisions.values())), default=None)
    form = LookAgainForm()
    form.offer(decisions, late=until is not None and clock.today() > until)
    if decisions and form.validate_on_submit():
        with beside(form.words):
            _asks(decisions[form.route.data], form)
            return go_to(url_for("referrals.show", referral_id=referral.id))
    asked = queries.asked_by_referrer(referral)
    known: dict[str, Any] = {"decisions": decisions, "until": until, "asked": asked}
    return page("meetings/challenge-ask.html", referral=referral, form=form, **known)


def _asks(decision: Decision, form: LookAgainForm) -> None:
    challenging.enter_challenge(
        decision,
        ChallengeBy.REFERRER,
        received_on=clock.today(),
        words=form.words.data,
        late_because=form.late_because.data if form.late_because else "",
        by=me(),
    )
    flash("We have it. Somebody who had no part in the decision looks at it.")


def _of_decision(decision: Decision, form: ChallengeForm) -> Response:
    form.offer(decision.route)
    return page(
        "meetings/challenges.html",
        decision=decision,
        form=form,
        until=queries.challenged_until(decision),
        enters=may.enter_challenge(me(), decision) and decision.is_ratified and not decision.amended_by,
    )


def _challenge(
    challenge: Challenge, ask: ConsiderForm, reply: ReplyForm, wrong: ConsiderForm | ReplyForm | None = None
) -> Response:
    if ask.account.choices is None:
        ask.offer(queries.people_to_ask(challenge))
    open_still, decision = challenge.replied_on is None, challenge.decision
    return page(
        "meetings/challenge.html",
        challenge=challenge,
        decision=decision,
        parts=paragraphs(text_of(decision)),
        form=wrong or reply,
        ask=ask,
        reply=reply,
        asks=open_still and may.ask_to_consider(me(), challenge),
        answers=open_still and may.answer_challenge(me(), challenge),
        sees_decision=may.read_challenges(me(), decision),
        anew=decision.amended_by if queries.decided_anew(decision) else None,
        arranges=arrange_item(me(), decision.item) and can_come_again(decision.item.referral),
    )
