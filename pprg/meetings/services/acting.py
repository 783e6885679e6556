"""What is to be done at once: told to the agency that owns it, and done."""

from __future__ import annotations

import uuid
from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.errors import Refused
from pprg.meetings.models import Decision, UrgentAction
from pprg.meetings.queries.actions import action_visible_to
from pprg.meetings.rules.actions import read_action
from pprg.meetings.services.informing import about
from pprg.notices.services import Words, put_in, worded_by

TO_DO = "action to be done now"


def set_going(decision: Decision) -> None:
    """Tell the safeguarding leads of each agency with something to do. An amendment keeps what was done."""
    for action in decision.actions:
        before = _before(action)
        if before is not None and before.done_on:
            action.done_on, action.done_words = before.done_on, before.done_words
            action.done_by_id = before.done_by_id
        elif before is None:
            _tell_leads(action)


def finish_action(action: UrgentAction, *, on: date, words: str, by: Account) -> None:
    """It was done on this day: what was done. Said again, it is put right."""
    if on > clock.today():
        raise Refused("That day lies ahead.")
    if not words.strip():
        raise Refused("Say what was done.")
    action.done_on, action.done_words, action.done_by_id = on, words.strip(), by.id
    record("did what was urgent of", action.decision, by=by, action=action.id)


def _before(action: UrgentAction) -> UrgentAction | None:
    """The same action in the edition that is amended."""
    amended = action.decision.amends
    for each in amended.actions if amended else []:
        if (each.what, each.agency_id) == (action.what, action.agency_id):
            return each
    return None


def _tell_leads(action: UrgentAction) -> None:
    for account in active_accounts_with(Role.SAFEGUARDING_LEAD):
        if account.agency_id == action.agency_id and read_action(account, action):
            put_in(TO_DO, to=account.id, about=action.id)


def _wording(to_id: uuid.UUID, action_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    action = action_visible_to(account, action_id)
    if account is None or action is None or action.done_on:
        return None
    said = "The group asks your agency to do something now."
    return about(action.decision.case.reference, account, said, f"/meetings/actions/{action.id}")


worded_by(TO_DO, _wording)
