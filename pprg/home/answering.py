"""What a signed decision asks of people: to ratify it, to confirm it, to look at it again, to act on it."""

from __future__ import annotations

from collections.abc import Iterator

from pprg import clock
from pprg.accounts.models import Account
from pprg.home.needs import SOON, Need, ago, in_words
from pprg.meetings.models import Challenge, Confirmation, Ratification, UrgentAction
from pprg.meetings.queries import actions, challenging, confirming, ratifying
from pprg.meetings.rules.actions import finish_action


def needs(reader: Account) -> Iterator[Need]:
    """What waits for this person's own answer, or for their agency to act."""
    for asked in ratifying.waiting_for(reader):
        yield _to_ratify(asked)
    for wanted in confirming.confirmations_wanted_of(reader):
        yield _to_confirm(wanted)
    for challenge in challenging.challenges_to_consider(reader):
        yield _to_consider(challenge)
    for action in actions.actions_visible_to(reader, open_only=True):
        if action.agency_id == reader.agency_id and finish_action(reader, action):
            yield _to_act(action)


def waits(reader: Account) -> Iterator[Need]:
    """What a legal owner does not agree to; of the executive, what is before it."""
    for above in ratifying.before_executive(reader):
        yield Need(
            do=f"Before the executive: {above.case.reference}",
            endpoint="meetings.ratification",
            ids={"ratification_id": above.id},
            about=f"{above.owner}: {above.state}",
            stands=f"Put before them {ago(above.sent_at)}",
            tone="soon",
        )
    for answer in ratifying.not_agreed(reader):
        yield Need(
            do=f"{answer.case.reference} is {answer.state}: {answer.owner}",
            endpoint="meetings.decision",
            ids={"decision_id": answer.decision_id},
            stands=f"Answered {ago(answer.answered_at or answer.sent_at)}",
            tone="soon",
        )


def _to_ratify(asked: Ratification) -> Need:
    return Need(
        do=f"Decide on {asked.case.reference} for: {asked.owner}",
        endpoint="meetings.ratification",
        ids={"ratification_id": asked.id},
        about="The group recommends. The decision is yours.",
        stands=f"Sent {ago(asked.sent_at)}",
        tone="soon",
    )


def _to_confirm(wanted: Confirmation) -> Need:
    return Need(
        do=f"Confirm what the group recommends on {wanted.decision.case.reference}",
        endpoint="meetings.confirm",
        ids={"confirmation_id": wanted.id},
        about="Too few were there to decide.",
        stands=f"Signed {ago(wanted.decision.signed_at or wanted.created_at)}",
        tone="soon",
        due_on=confirming.confirm_by(wanted.decision),
    )


def _to_consider(challenge: Challenge) -> Need:
    return Need(
        do=f"Look again at the decision on {challenge.case.reference}",
        endpoint="meetings.challenge",
        ids={"challenge_id": challenge.id},
        about=f"Questioned by {challenge.by}",
        stands=f"Received {ago(challenge.received_on)}",
        tone="soon",
    )


def _to_act(action: UrgentAction) -> Need:
    due = action.due_on
    late = due is not None and due < clock.today()
    return Need(
        do=f"Act now, before any review: {action.decision.case.reference}",
        endpoint="meetings.action",
        ids={"action_id": action.id},
        stands=f"{'Was due' if late else 'Due'} {in_words(due)}" if due else "No date set",
        tone="late" if late else "soon" if due and due - clock.today() <= SOON else "waiting",
        due_on=due,
    )
