"""A decision that is challenged: written down with its own clock, looked at again, answered once."""

from __future__ import annotations

import uuid
from datetime import date
from functools import partial

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record
from pprg.cases.clocks import start_clock, stop_clock
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.guidance.codes import Route
from pprg.meetings.models import Challenge, Decision
from pprg.meetings.queries import challenging as queries
from pprg.meetings.rules import challenging as may
from pprg.meetings.services.deciding import hold
from pprg.meetings.services.informing import about
from pprg.meetings.states import NATIONAL, ChallengeBy, ChallengeOutcome
from pprg.notices.services import Words, put_in, waits, worded_by
from pprg.referrals.queries import referral_visible_to

CHALLENGED = "decision challenged"
TO_CONSIDER = "challenge to look at"
REPLIED = "challenge answered"
ANSWER = "answer to the referrer"

CLOCKS = {
    ChallengeBy.PANEL: (ClockKind.PANEL_REPLY, Trigger.PANEL_ANSWERED),
    ChallengeBy.HOME_OFFICE: (ClockKind.HOME_OFFICE_REPLY, Trigger.HOME_OFFICE_ANSWERED),
    ChallengeBy.REFERRER: (ClockKind.RECONSIDER, Trigger.CHALLENGED),
    ChallengeBy.FAMILY: (ClockKind.RECONSIDER, Trigger.CHALLENGED),
}
OF_ROUTE = {ChallengeBy.PANEL: Route.CHILD, ChallengeBy.HOME_OFFICE: Route.DHR}


def enter_challenge(
    decision: Decision,
    who: ChallengeBy,
    *,
    received_on: date,
    words: str,
    by: Account,
    late_because: str = "",
) -> Challenge:
    """Write down who challenges a ratified decision, and why. Its clock counts from the day it came."""
    hold(decision)
    _can_be_challenged(decision, who, received_on, late_because)
    challenge = Challenge(
        decision=decision,
        case=decision.case,
        case_id=decision.case_id,
        by=who,
        received_on=received_on,
        words=words.strip(),
        late_because=late_because.strip(),
        entered_by_id=by.id,
    )
    db.session.add(challenge)
    record("entered a challenge to", decision, by=by, of=who.name)
    kind, happened = CLOCKS[who]
    start_clock(decision.case, kind, trigger=received_on, counted_from=happened, by=by)
    for account in active_accounts_with(Role.COORDINATOR):
        if account.id != by.id and may.read_challenge(account, challenge):
            put_in(CHALLENGED, to=account.id, about=challenge.id)
    return challenge


def ask_to_consider(challenge: Challenge, account: Account, *, by: Account) -> None:
    """Name who looks at it: somebody who had no part in the decision. Asked again, they are reminded."""
    hold(challenge.decision)
    _still_open(challenge)
    if account.id not in {each.id for each in queries.people_to_ask(challenge)}:
        raise Refused("That person had a part in the decision, or may not know of the case.")
    challenge.considered_by, challenge.considered_by_id = account, account.id
    record("asked to look at a challenge to", challenge.decision, by=by, account=account.id)
    if not waits(TO_CONSIDER, account.id, challenge.id):
        put_in(TO_CONSIDER, to=account.id, about=challenge.id)


def answer_challenge(
    challenge: Challenge, outcome: ChallengeOutcome, *, advice: str, reply: str, by: Account
) -> None:
    """What came of it, with the legal advice taken. It is answered once, and its clock stops."""
    hold(challenge.decision)
    _still_open(challenge)
    if challenge.by not in NATIONAL and not advice.strip():
        raise Refused("Write down the legal advice that was taken.")
    challenge.outcome, challenge.advice, challenge.reply = outcome, advice.strip(), reply.strip()
    challenge.replied_on = clock.today()
    record("answered a challenge to", challenge.decision, by=by, outcome=outcome.name)
    _stop(challenge, by)
    referral = challenge.decision.item.referral
    if challenge.by == ChallengeBy.REFERRER and referral is not None:
        put_in(ANSWER, to=referral.owner_id, about=challenge.id)
    for account in active_accounts_with(Role.COORDINATOR):
        if account.id != by.id and may.read_challenge(account, challenge):
            put_in(REPLIED, to=account.id, about=challenge.id)


def _can_be_challenged(decision: Decision, who: ChallengeBy, received_on: date, late_because: str) -> None:
    outcome_day, last = queries.outcome_day(decision), queries.challenged_until(decision)
    if outcome_day is None or last is None or decision.amended_by:
        raise Refused("Only a decision that is ratified, and was not amended since, can be challenged.")
    if received_on > clock.today():
        raise Refused("That day lies ahead.")
    if received_on < outcome_day:
        raise Refused("That day lies before the outcome.")
    if OF_ROUTE.get(who, decision.route) != decision.route:
        raise Refused("Decisions of this kind are not reported to them.")
    if who in NATIONAL:
        return
    if any(each.by == who for each in decision.challenges):
        raise Refused("They have challenged this decision before. It is looked at again once.")
    if received_on > last and not late_because.strip():
        raise Refused(
            f"The time to ask was over on {last.day} {last:%B %Y}. Say why it is taken all the same."
        )


def _stop(challenge: Challenge, by: Account) -> None:
    """Its clock, unless another challenge of the same kind still waits."""
    kind, _ = CLOCKS[challenge.by]
    db.session.flush()
    same_case = queries.challenges_of_case(challenge.case_id)
    if not any(each.replied_on is None and CLOCKS[each.by][0] == kind for each in same_case):
        stop_clock(challenge.case, kind, on=clock.today(), by=by)


def _still_open(challenge: Challenge) -> None:
    if challenge.replied_on is not None:
        raise Refused("This challenge is answered already.")


def _wording(said: str, to_id: uuid.UUID, challenge_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    challenge = queries.challenge_visible_to(account, challenge_id)
    if account is None or challenge is None:
        return None
    return about(challenge.case.reference, account, said, f"/meetings/challenges/{challenge.id}")


def _answer(to_id: uuid.UUID, challenge_id: uuid.UUID) -> Words | None:
    """To whoever made the referral, as long as it is theirs to read."""
    account, challenge = account_by_id(to_id), db.session.get(Challenge, challenge_id)
    referral_id = challenge.decision.item.referral_id if challenge else None
    referral = referral_visible_to(account, referral_id) if referral_id else None
    if account is None or challenge is None or referral is None:
        return None
    said = "The decision that you asked about was looked at again."
    return about(challenge.case.reference, account, said, f"/meetings/challenges/of-referral/{referral.id}")


worded_by(ANSWER, _answer)

for _kind, _said in (
    (CHALLENGED, "A decision is challenged."),
    (TO_CONSIDER, "You are asked to look at a decision again."),
    (REPLIED, "A challenge is answered."),
):
    worded_by(_kind, partial(_wording, _said))
