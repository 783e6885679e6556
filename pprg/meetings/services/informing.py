"""Who is told of recommendations, answers, confirmations, challenges and urgent actions: references only."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.database import db
from pprg.meetings.models import Decision, Ratification
from pprg.meetings.queries.ratifying import decision_makers_of, is_wanted, ratification_visible_to
from pprg.meetings.rules import ratifying as may
from pprg.meetings.states import RatifyingState
from pprg.meetings.states.ratifying import EXECUTIVE, STUCK
from pprg.notices.services import Words, put_in, worded_by

TO_RATIFY = "recommendation to ratify"
ANSWERED = "recommendation answered"
NOT_AGREED = "recommendation not agreed"
DISPUTED = "recommendation disputed"
ESCALATED = "recommendation escalated"
CHANGED = "recommendation agreed with changes"


def decision_makers(asked: Ratification) -> None:
    """Tell everybody who may answer for this legal owner."""
    db.session.flush()
    for account in decision_makers_of(asked.owner):
        if may.answer_ratification(account, asked):
            put_in(TO_RATIFY, to=account.id, about=asked.id)


def of_answer(asked: Ratification) -> None:
    """Coordinators hear of every answer; chairs of what a legal owner does not simply agree to; the executive of what is escalated."""  # noqa: E501
    stuck = asked.state in STUCK
    plain = asked.state == RatifyingState.RATIFIED
    for account in _those_who(*((Role.COORDINATOR,) if plain else (Role.COORDINATOR, Role.CHAIR))):
        if may.read_answers(account, asked.decision):
            put_in(NOT_AGREED if stuck else ANSWERED, to=account.id, about=asked.id)
    if asked.state == RatifyingState.ESCALATED:
        executive(ESCALATED, asked)


def of_dispute(decision: Decision) -> None:
    """Chairs and the executive hear that the partners are not of one mind about a rapid review."""
    asked = decision.ratifications[0]
    for account in _those_who(Role.CHAIR):
        if may.read_answers(account, decision):
            put_in(DISPUTED, to=account.id, about=asked.id)
    executive(DISPUTED, asked)


def executive(kind: str, asked: Ratification) -> None:
    """Tell those who sit on the executive what is before it. Who is asked themselves is told as such."""
    for account in decision_makers_of(EXECUTIVE):
        if asked.owner != EXECUTIVE and may.read_ratification(account, asked):
            put_in(kind, to=account.id, about=asked.id)


def other_owners(asked: Ratification) -> None:
    """Partners decide together: the others hear that one of them agrees with changes only."""
    for other in asked.others:
        for account in decision_makers_of(other.owner):
            if may.read_ratification(account, other):
                put_in(CHANGED, to=account.id, about=other.id)


def _those_who(*roles: Role) -> list[Account]:
    return list({each.id: each for role in roles for each in active_accounts_with(role)}.values())


def about(reference: str, account: Account, said: str, path: str) -> Words:
    return Words(address=account.email, subject=f"An item needs you – {reference}", body=said, path=path)


def _of_ratification(said: str, *, open_only: bool = False) -> Callable[..., Words | None]:
    def wording(to_id: uuid.UUID, ratification_id: uuid.UUID) -> Words | None:
        account = account_by_id(to_id)
        asked = ratification_visible_to(account, ratification_id)
        if account is None or asked is None or (open_only and not is_wanted(asked)):
            return None
        return about(asked.case.reference, account, said, f"/meetings/ratifications/{asked.id}")

    return wording


worded_by(TO_RATIFY, _of_ratification("A recommendation waits for your decision.", open_only=True))
worded_by(ANSWERED, _of_ratification("A legal owner has answered a recommendation."))
worded_by(NOT_AGREED, _of_ratification("A legal owner does not simply agree to a recommendation."))
worded_by(ESCALATED, _of_ratification("A legal owner has escalated a recommendation to the executive."))
worded_by(CHANGED, _of_ratification("Another legal owner agrees to it with changes. Read them."))
worded_by(DISPUTED, _of_ratification("The safeguarding partners are not of one mind about a recommendation."))
