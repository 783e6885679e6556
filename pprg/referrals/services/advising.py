"""What somebody asks the team before they refer, and what the team says. Nobody else reads either."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.referrals import wording
from pprg.referrals.models import Advice


def ask_team(words: str, *, by: Account) -> Advice:
    """Ask the coordinators something. They are told that there is a question, not what it says."""
    if not words.strip():
        raise Refused("Write your question.")
    question = Advice(asked_by=by, words=words)
    db.session.add(question)
    record("asked the team", question, by=by)
    for coordinator in active_accounts_with(Role.COORDINATOR):
        put_in(wording.ASKED, to=coordinator.id, about=question.id)
    return question


def answer_advice(question: Advice, words: str, *, by: Account) -> None:
    """Answer it, once. Who asked is told that there is an answer."""
    if not words.strip():
        raise Refused("Write an answer.")
    db.session.refresh(question, with_for_update=True)
    if question.answered_at is not None:
        raise Refused("A colleague has answered this meanwhile. Their answer stands below the question.")
    question.answer, question.answered_by, question.answered_at = words, by, clock.now()
    record("answered", question, by=by)
    put_in(wording.ANSWERED, to=question.asked_by_id, about=question.id)
