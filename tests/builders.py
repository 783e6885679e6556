"""Things made through services, as people make them. `by` is an account."""

from __future__ import annotations

from typing import Any

from pprg.accounts.models import Account
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from tests.referrals.builders import words


def a_draft(*, by: Account, **changes: dict[str, Any]) -> Referral:
    """A referral written to the end and not sent. `changes` go over the usual words, by step."""
    draft = referrals.start_referral(by=by)
    for step, said in words(**changes).items():
        referrals.save_step(draft, step, said, version=draft.version, by=by)
    return draft


def a_sent_referral(*, by: Account, **changes: dict[str, Any]) -> Referral:
    """A referral that the group has received: it has a case and a reference."""
    sent = a_draft(by=by, **changes)
    referrals.send_referral(sent, by=by)
    return sent
