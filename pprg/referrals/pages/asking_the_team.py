"""Questions to the team, for those who ask and those who answer."""

from __future__ import annotations

from flask import Response

from pprg.referrals import queries
from pprg.referrals import rules as may
from pprg.referrals.models import Advice
from pprg.referrals.notes import AnswerForm, AskForm
from pprg.web.fragments import page
from pprg.web.sessions import me


def asked_of_the_team(form: AskForm) -> Response:
    reader = me()
    return page(
        "referrals/ask.html",
        form=form,
        may_ask=may.start_referral(reader),
        may_answer=may.answer_advice(reader),
        own=queries.advice_asked_by(reader),
        waiting=queries.advice_to_answer(reader),
        answered=queries.advice_answered(reader),
    )


def to_answer(question: Advice, form: AnswerForm) -> Response:
    return page("referrals/answer.html", question=question, form=form)
