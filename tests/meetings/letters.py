"""Letters, made through services. `by` is a coordinator's account."""

from __future__ import annotations

import re
from datetime import timedelta

from pprg import clock
from pprg.database import commit, db
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterKind, Outcome
from tests.meetings.builders import a_ratified_decision


def not_held(item, coordinator, chair):
    """One agency reviews its own part: nothing is commissioned."""
    return a_ratified_decision(
        item, by=coordinator, chair=chair,
        outcome=Outcome.SINGLE_AGENCY, of_whom="Brook House", until=clock.today() + timedelta(days=84),
    )  # fmt: skip


def to_referrer(decision, by, kind=LetterKind.REVIEW_AGREED):
    return services.propose_letter(kind, decision=decision, referral=decision.item.referral, by=by)


def filled(letter, by):
    """What stands in square brackets is written."""
    words, to = (re.sub(r"\[[^\]]+\]", "Brook House", text) for text in (letter.words, letter.to))
    services.save_letter(letter, to=to, words=words, version=letter.version, by=by)
    db.session.flush()
    return letter


def sent(letter, by):
    services.send_letter(filled(letter, by), by=by)
    commit()
    return letter
