"""Who is told of recommendations, answers, confirmations, challenges and urgent actions: references only."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.database import db
from pprg.meetings.models import Decision, Ratification
from pprg.meetings.queries.ratifying import decision_makers_of, ratification_visible_to
from pprg.meetings.rules import ratifying as may
from pprg.meetings.states import RatifyingState
from pprg.notices.services import Words, put_in, worded_by

TO_RATIFY = "recommendation to ratify"
ANSWERED = "recommendation answered"
NOT_AGREED = "recommendation not agreed"
DISPUTED = "recommendation disputed"


def decision_makers(asked: Ratification) -> None:
    """Tell everybody who may answer for this legal owner."""
    db.session.flush()
    for account in decision_makers_of(asked.owner):
        if may.answer_ratification(account, asked):
            put_in(TO_RATIFY, to=account.id, about=asked.id)


def of_answer(asked: Ratification) -> None:
    """Coordinators hear of every answer; chairs of what a legal owner does not simply agree to."""
    stuck = asked.state in {RatifyingState.NOT_AGREED, RatifyingState.ESCALATED}
    roles = (Role.COORDINATOR, Role.CHAIR) if stuck else (Role.COORDINATOR,)
    for account in _those_who(*roles):
        if may.read_answers(account, asked.decision):
            put_in(NOT_AGREED if stuck else ANSWERED, to=account.id, about=asked.id)


def of_dispute(decision: Decision) -> None:
    """Chairs hear that the safeguarding partners are not of one mind about a rapid review."""
    for account in _those_who(Role.CHAIR):
        if may.read_answers(account, decision):
            put_in(DISPUTED, to=account.id, about=decision.ratifications[0].id)


def _those_who(*roles: Role) -> list[Account]:
    return list({each.id: each for role in roles for each in active_accounts_with(role)}.values())


def about(reference: str, account: Account, said: str, path: str) -> Words:
    return Words(address=account.email, subject=f"An item needs you – {reference}", body=said, path=path)


def _of_ratification(said: str, *, open_only: bool = False) -> Callable[..., Words | None]:
    def wording(to_id: uuid.UUID, ratification_id: uuid.UUID) -> Words | None:
        account = account_by_id(to_id)
        asked = ratification_visible_to(account, ratification_id)
        if account is None or asked is None or (open_only and not asked.is_open):
            return None
        return about(asked.case.reference, account, said, f"/meetings/ratifications/{asked.id}")

    return wording


worded_by(TO_RATIFY, _of_ratification("A recommendation waits for your decision.", open_only=True))
worded_by(ANSWERED, _of_ratification("A legal owner has answered a recommendation."))
worded_by(NOT_AGREED, _of_ratification("A legal owner does not simply agree to a recommendation."))
worded_by(DISPUTED, _of_ratification("The safeguarding partners are not of one mind about a recommendation."))
