"""Things made through services, as people make them. `by` is an account."""

from __future__ import annotations

from typing import Any

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.referrals import services as referrals
from pprg.referrals.models import Referral
from pprg.referrals.states import LeadsView
from tests.people import an_account
from tests.referrals.builders import words


def a_draft(*, by: Account, **changes: dict[str, Any]) -> Referral:
    """A referral written to the end and not sent. `changes` go over the usual words, by step."""
    draft = referrals.start_referral(by=by)
    for step, said in words(**changes).items():
        referrals.save_step(draft, step, said, version=draft.version, by=by)
    return draft


def an_awaited_referral(*, by: Account, **changes: dict[str, Any]) -> Referral:
    """A referral that was sent and waits for its agency's safeguarding lead."""
    awaited = a_draft(by=by, **changes)
    referrals.send_referral(awaited, by=by)
    return awaited


def a_sent_referral(*, by: Account, **changes: dict[str, Any]) -> Referral:
    """A referral that the group has received: it is authorised and has a case and a reference."""
    sent = an_awaited_referral(by=by, **changes)
    lead = an_account("Lee Lead", Role.SAFEGUARDING_LEAD, by.agency_name)
    referrals.authorise_referral(sent, LeadsView.AGREE, alone_because="Nobody else is there", by=lead)
    return sent
