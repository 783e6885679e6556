"""What is told to LeDeR and to the child death review. We write it down, and send nothing."""

from __future__ import annotations

from datetime import date

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.referrals.models import Elsewhere, Referral
from pprg.referrals.queries import elsewhere_of
from pprg.referrals.services.writing import hold
from pprg.referrals.states import AnotherWay


def note_elsewhere(
    referral: Referral,
    scheme: AnotherWay,
    *,
    told_on: date | None,
    told_by: str = "",
    their_reference: str = "",
    by: Account,
) -> Elsewhere:
    """Whether they were told, on which day, by whom, and their reference. Without a day: not yet."""
    hold(referral)
    if referral.case is None:
        raise Refused("It has not been sent yet.")
    noted = elsewhere_of(referral).get(scheme)
    if noted is None:
        noted = Elsewhere(case=referral.case, scheme=scheme)
        db.session.add(noted)
    noted.told, noted.told_on = told_on is not None, told_on
    noted.told_by = told_by if told_on else ""
    noted.their_reference = their_reference if told_on else ""
    db.session.flush()
    record("noted who was told of", referral, by=by, scheme=scheme.name, told=noted.told)
    return noted
