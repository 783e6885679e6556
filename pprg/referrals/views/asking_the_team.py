"""Asking the team before anything is sent, and the team's answer."""

from flask import Response, flash, url_for

from pprg.referrals import pages, queries, services
from pprg.referrals import rules as may
from pprg.referrals.models import Advice
from pprg.referrals.notes import AnswerForm, AskForm
from pprg.referrals.views.door import bp
from pprg.web.fragments import beside, go_to
from pprg.web.guard import guard
from pprg.web.sessions import me


@bp.route("/ask", methods=["GET", "POST"])
@guard(may.ask_team)
def ask() -> Response:
    """What I asked and what the team said; to a coordinator, what waits for an answer."""
    form = AskForm()
    if form.validate_on_submit():
        with beside(form.words):
            services.ask_team(form.words.data, by=me())
            flash("Your question is with the team. You are told by e-mail when there is an answer.")
            return go_to(url_for(".ask"))
    return pages.asked_of_the_team(form)


@bp.route("/ask/<uuid:question_id>", methods=["GET", "POST"])
@guard(may.answer_this, question=queries.advice_visible_to)
def answer(question: Advice) -> Response:
    form = AnswerForm()
    if form.validate_on_submit():
        with beside(form.words):
            services.answer_advice(question, form.words.data, by=me())
            flash("Answered. Who asked is told.")
            return go_to(url_for(".ask"))
    return pages.to_answer(question, form)
