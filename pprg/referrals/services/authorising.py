"""What a safeguarding lead of the agency says, before the group considers a referral."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.referrals import wording
from pprg.referrals.models import Authorisation, Referral
from pprg.referrals.services import apart
from pprg.referrals.services.later import stay_silent
from pprg.referrals.services.telling import tell_coordinators
from pprg.referrals.services.writing import hold
from pprg.referrals.states import Event, LeadsView, State


def authorise_referral(
    referral: Referral,
    view: LeadsView,
    *,
    comments: str = "",
    alone_because: str = "",
    receipt: str = "",
    by: Account,
) -> None:
    """Authorise it, or send it back with comments. Authorised twice is authorised once.

    `receipt` is of the words that were looked at. Somebody who is no lead of the agency, or wrote it,
    says why no lead could (`alone_because`).
    """
    hold(referral)
    if referral.state == State.RECEIVED and view != LeadsView.SENT_BACK:
        return
    if receipt and receipt != referral.receipt:
        raise Refused("More was sent after you opened this page. Read it again before you authorise it.")
    if view == LeadsView.SENT_BACK and not comments.strip():
        raise Refused("Say what has to change before it can go to the group.")
    _needs_a_reason(referral, alone_because, by)
    referral.move(Event.SEND_BACK if view == LeadsView.SENT_BACK else Event.AUTHORISE)
    said = Authorisation(
        referral=referral,
        by=by,
        view=view,
        comments=comments,
        alone_because=alone_because,
        receipt=referral.receipt,
    )
    db.session.add(said)
    record("authorised" if view != LeadsView.SENT_BACK else "sent back", referral, by=by, view=view.name)
    if view == LeadsView.SENT_BACK:
        stay_silent(referral)
        put_in(wording.SENT_BACK, to=referral.owner_id, about=referral.id)
        return
    _open_to_the_group(referral, by)


def _open_to_the_group(referral: Referral, by: Account) -> None:
    referral.authorised_at = clock.now()
    if referral.case is not None:
        referral.case.awaited, referral.case.opens_at = False, None
    put_in(wording.AUTHORISED, to=referral.owner_id, about=referral.id)
    tell_coordinators(wording.RECEIVED, referral, but=by)


def _needs_a_reason(referral: Referral, alone_because: str, by: Account) -> None:
    """Nobody approves their own work, unless there is nobody else, and then they say so."""
    if any(lead.id == by.id for lead in apart.leads(referral)):
        return
    if apart.leads(referral):
        raise Refused("A safeguarding lead of the agency who did not write it authorises it.")
    if not alone_because.strip():
        raise Refused("Say why no other safeguarding lead can authorise it.")
