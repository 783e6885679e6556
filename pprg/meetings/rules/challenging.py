"""Who challenges a decision, who reads it, and who looks at it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pprg.accounts.states import Role
from pprg.cases import rules as cases
from pprg.meetings.rules.ratifying import may_be_asked, read_answers

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import Challenge, Decision
    from pprg.referrals.models import Referral

LOOKS_AGAIN = (Role.CHAIR, Role.DECISION_MAKER, Role.COORDINATOR)


def read_challenges(reader: Account | None, decision: Decision) -> bool:
    """Coordinators and chairs of the case see who has challenged a decision, and what was answered."""
    return read_answers(reader, decision)


def enter_challenge(reader: Account | None, decision: Decision) -> bool:
    """Coordinators of the case write down a challenge that came to them."""
    return reader is not None and reader.holds(Role.COORDINATOR) and read_answers(reader, decision)


def challenge_outcome(reader: Account | None, referral: Referral) -> bool:
    """Whoever made the referral may ask once for its outcome to be looked at again."""
    return reader is not None and reader.active and reader.id == referral.owner_id


def read_challenge(reader: Account | None, challenge: Challenge) -> bool:
    """Coordinators and chairs of the case read a challenge, and whoever is asked to look at it does; nobody who stepped out."""  # noqa: E501
    if reader is None:
        return False
    if reader.holds(Role.COORDINATOR, Role.CHAIR) and cases.look_into_case(reader, challenge.case):
        return True
    asked = challenge.considered_by_id == reader.id and reader.holds(*LOOKS_AGAIN)
    return asked and may_be_asked(reader, challenge.case)


def ask_to_consider(reader: Account | None, challenge: Challenge) -> bool:
    """Coordinators of the case ask somebody to look at it."""
    return enter_challenge(reader, challenge.decision)


def answer_challenge(reader: Account | None, challenge: Challenge) -> bool:
    """Whoever is asked to look at a challenge answers it."""
    return (
        reader is not None and challenge.considered_by_id == reader.id and read_challenge(reader, challenge)
    )
