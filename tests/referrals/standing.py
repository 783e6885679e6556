"""Referrals that stand in any state, brought there by the services that people use."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.referrals import services
from pprg.referrals.models import Referral
from pprg.referrals.states import AnotherWay, LeadsView, State
from tests.builders import a_draft, a_sent_referral, an_awaited_referral
from tests.people import an_account

WITH_ITS_AGENCY = {State.AWAITING, State.SENT_BACK}
"""Sent and not authorised: the group does not know of it yet."""


def a_referral_that_is(state: State, by: Account) -> Referral:
    if state == State.DRAFT:
        return a_draft(by=by)
    if state in WITH_ITS_AGENCY:
        return with_its_agency(state, by)
    sent = a_sent_referral(by=by)
    if state == State.RETURNED:
        services.return_referral(sent, "When?", by=by)
    if state == State.WITHDRAWN:
        services.withdraw_referral(sent, reason="Sent twice.", by=by)
    if state == State.REDIRECTED:
        services.redirect_referral(sent, AnotherWay.COMPLAINT, reason="No harm.", letter="Dear all", by=by)
    if state in {State.TABLED, State.DECIDED}:
        services.table_referral(sent, by=by)
    if state == State.DECIDED:
        services.close_referral(sent, outcome="The group holds no review.", by=by)
    return sent


def with_its_agency(state: State, by: Account) -> Referral:
    lead = an_account("Lee Lead", Role.SAFEGUARDING_LEAD, by.agency_name)
    awaited = an_awaited_referral(by=by)
    if state == State.SENT_BACK:
        services.authorise_referral(awaited, LeadsView.SENT_BACK, comments="Say when.", by=lead)
    return awaited
