"""After it was sent: that is all, something more, or taking it back."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.states import Ended
from pprg.database import db
from pprg.errors import Refused
from pprg.referrals import reading, wording
from pprg.referrals.models import Addendum, Referral
from pprg.referrals.questions import LONGEST, Kind
from pprg.referrals.services import documents
from pprg.referrals.services.telling import tell_coordinators
from pprg.referrals.services.timing import nothing_to_decide
from pprg.referrals.services.writing import hold
from pprg.referrals.states import Event


def say_that_is_all(referral: Referral, *, by: Account) -> None:
    """Nothing is to follow any more. Said twice is said once."""
    hold(referral)
    if referral.rest_by is not None and not referral.being_written:
        referral.rest_by = None
        record("finished", referral, by=by)


def add_to_referral(referral: Referral, words: str, *, by: Account) -> Addendum:
    """Something that became known later. The words that were sent stay as they are.

    The same words twice in a row are one addendum: somebody pressed the button twice.
    """
    if not words.strip():
        raise Refused("Write what you want to add.")
    if len(words) > LONGEST[Kind.TEXT]:
        raise Refused(f"Shorten this to {LONGEST[Kind.TEXT]:,} characters or fewer.")
    hold(referral)
    receipt = reading.receipt_of(words)
    if referral.addenda and referral.addenda[-1].receipt == receipt:
        return referral.addenda[-1]
    referral.move(Event.ADD)
    addendum = Addendum(referral=referral, by=by, words=words, receipt=receipt)
    db.session.add(addendum)
    record("added to", referral, by=by, receipt=receipt)
    if referral.authorised_at:
        tell_coordinators(wording.MORE_CAME, referral, but=by)
    return addendum


def withdraw_referral(referral: Referral, *, reason: str = "", by: Account) -> None:
    """Take it back. A draft is thrown away with its words; of one that was sent the group learns why.

    Coordinators who had not heard of it yet never do.
    """
    hold(referral)
    if referral.case is not None and not reason.strip():
        raise Refused("Say why you withdraw it.")
    referral.move(Event.WITHDRAW)
    if referral.case is None:
        throw_away(referral, by=by)
        return
    stay_silent(referral)
    referral.withdrawn_because = reason
    nothing_to_decide(referral, because=Ended.WITHDRAWN, by=by)
    record("withdrew", referral, by=by)
    tell_coordinators(wording.WITHDRAWN, referral, but=by)


def throw_away(referral: Referral, *, by: Account) -> None:
    """Its words go, and with them who could see it. That there was a draft is all that stays."""
    referral.answers, referral.about, referral.entered_for = {}, "", ""
    referral.shares = []
    documents.throw_away(referral, by=by)
    record("threw away", referral, by=by)


def stay_silent(referral: Referral) -> None:
    """It waits for nobody any more: coordinators who have not heard of it by now do not hear of it."""
    case = referral.case
    if case is not None and case.awaited and (case.opens_at is None or case.opens_at > clock.now()):
        case.opens_at = None
