"""What coordinators and meetings do with a referral that has arrived."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.states import Ended
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.referrals import letters, wording
from pprg.referrals.models import Question, Referral, Screened
from pprg.referrals.services import timing
from pprg.referrals.services.writing import hold
from pprg.referrals.states import OVER, AnotherWay, Event, Screening, State


def acknowledge_referral(referral: Referral, *, by: Account) -> None:
    """Tell its writer that somebody has seen it. Said twice is said once."""
    hold(referral)
    if referral.state in OVER:
        raise Refused(f"You cannot acknowledge a referral that is {referral.state}.")
    if referral.acknowledged_at is None:
        timing.somebody_answered(referral, by=by)
        record("acknowledged", referral, by=by)
        put_in(wording.ACKNOWLEDGED, to=referral.owner_id, about=referral.id)


def screen_referral(referral: Referral, outcome: Screening, *, reason: str, by: Account) -> None:
    """Say what is made of it before a meeting, and why. It may be said again; all of it is kept."""
    if not reason.strip():
        raise Refused("Say why.")
    hold(referral)
    if referral.state in {State.DRAFT, *OVER}:
        raise Refused(f"You cannot screen a referral that is {referral.state}.")
    last = referral.screenings[-1] if referral.screenings else None
    if last and (last.outcome, last.reason, last.by_id) == (outcome, reason, by.id):
        return
    db.session.add(Screened(referral=referral, by=by, outcome=outcome, reason=reason))
    record("screened", referral, by=by, outcome=outcome.name)


def redirect_referral(referral: Referral, way: AnotherWay, *, reason: str, letter: str, by: Account) -> None:
    """Send it another way, with a letter to its writer. The group does not consider it."""
    if not reason.strip() or not letter.strip():
        raise Refused("Give the reason, and the words of the letter.")
    if others := letters.other_cases(letter, referral.reference):
        raise Refused(f"The letter names another case: {', '.join(others)}. Take it out.")
    if letters.left_open(letter):
        raise Refused("Something in square brackets is still to be written.")
    hold(referral)
    referral.move(Event.REDIRECT)
    referral.decided_at = clock.now()
    timing.somebody_answered(referral, by=by)
    timing.nothing_to_decide(referral, because=Ended.ANOTHER_WAY, by=by)
    said = Screened(
        referral=referral, by=by, outcome=Screening.ANOTHER_WAY, reason=reason, way=way, letter=letter
    )
    db.session.add(said)
    record("redirected", referral, by=by, way=way.name)
    put_in(wording.REDIRECTED, to=referral.owner_id, about=referral.id)


def return_referral(referral: Referral, question: str, *, by: Account) -> None:
    """Give it back to its writer with a question. It keeps its reference and its place in time."""
    if not question.strip():
        raise Refused("Say what you need to know.")
    hold(referral)
    referral.move(Event.RETURN)
    timing.somebody_answered(referral, by=by)
    db.session.add(Question(referral=referral, words=question, asked_by_id=by.id))
    record("returned", referral, by=by)
    put_in(wording.RETURNED, to=referral.owner_id, about=referral.id)


def table_referral(referral: Referral, *, by: Account) -> None:
    """A meeting has put it on its agenda."""
    hold(referral)
    referral.move(Event.TABLE)
    timing.somebody_answered(referral, by=by)
    record("tabled", referral, by=by)


def take_off_agenda(referral: Referral, *, by: Account) -> None:
    """It waits for a meeting again."""
    hold(referral)
    referral.move(Event.TAKE_OFF)
    record("took off the agenda", referral, by=by)


def close_referral(referral: Referral, *, outcome: str, by: Account) -> None:
    """The group has decided. `outcome` is the sentence that the referrer reads."""
    hold(referral)
    referral.move(Event.DECIDE)
    referral.outcome, referral.decided_at = outcome, clock.now()
    timing.nothing_to_decide(referral, by=by)
    record("decided", referral, by=by)
    put_in(wording.DECIDED, to=referral.owner_id, about=referral.id)


def take_up_referral(referral: Referral, *, outcome: str, by: Account) -> None:
    """The group took back what it had decided, or part of it, and waits: another meeting hears it."""
    hold(referral)
    referral.move(Event.TAKE_UP)
    referral.outcome, referral.decided_at = outcome, clock.now()
    record("reopened", referral, by=by)
    put_in(wording.DECIDED, to=referral.owner_id, about=referral.id)


def change_outcome(referral: Referral, *, outcome: str, by: Account) -> None:
    """The decision was amended, or another one followed: the referrer reads the new sentence."""
    if outcome == referral.outcome:
        return
    hold(referral)
    referral.outcome, referral.decided_at = outcome, clock.now()
    record("changed the outcome of", referral, by=by)
    put_in(wording.DECIDED, to=referral.owner_id, about=referral.id)
