"""Where a referral stands, in words: whom it waits for, since when, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pprg.referrals.models import Referral
from pprg.referrals.states import Screening, State


@dataclass(frozen=True)
class Standing:
    whom: str
    """Whom it waits for, in a few words; nothing once it is over."""
    since: datetime | None
    words: str
    """What that means, in a sentence for the coordinators."""


def standing_of(referral: Referral) -> Standing:
    """For those who work on the case."""
    if referral.state == State.RECEIVED:
        return _received(referral)
    whom, words = _ELSEWHERE[referral.state]
    return Standing(whom, _since(referral), words.format(agency=referral.agency.name))


_ELSEWHERE = {
    State.AWAITING: (
        "the agency’s safeguarding lead",
        (
            "Authorisation is awaited from {agency}. Nobody but the coordinators knows of it yet. You can "
            "screen it; it goes on no agenda before it is authorised."
        ),
    ),
    State.SENT_BACK: (
        "the referrer",
        (
            "The agency’s safeguarding lead sent it back to its writer. You can screen what was sent; it "
            "goes on no agenda before it is authorised."
        ),
    ),
    State.RETURNED: ("the referrer", "It was returned with a question. It keeps its place in time."),
    State.TABLED: ("the group", "It is on the agenda of a meeting."),
    State.DECIDED: ("", "The group has decided."),
    State.REDIRECTED: ("", "It went another way. The referrer has the letter."),
    State.WITHDRAWN: ("", "Its writer withdrew it."),
    State.DRAFT: ("its writer", "It is being written."),
}


def _received(referral: Referral) -> Standing:
    last = referral.screenings[-1] if referral.screenings else None
    if last is None:
        return Standing("you", referral.authorised_at or referral.sent_at, "It has not been screened yet.")
    if last.outcome == Screening.MORE_NEEDED:
        return Standing("you", last.created_at, "More is needed first: ask the referrer for it.")
    return Standing("a meeting", last.created_at, "It is for the group. Choose a meeting for it.")


def _since(referral: Referral) -> datetime | None:
    """When it came to lie with whoever has it now."""
    if referral.state == State.RETURNED and referral.open_question:
        return referral.open_question.created_at
    if referral.state == State.SENT_BACK and referral.authorisations:
        return referral.authorisations[-1].created_at
    if referral.state == State.AWAITING and referral.sendings:
        return referral.sendings[-1].sent_at
    if referral.decided_at:
        return referral.decided_at
    return referral.authorised_at or referral.sent_at
