"""What notices about referrals say: the reference, what to do, and nothing of the case."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial

from pprg.accounts.queries import account_by_id
from pprg.notices.services import Words, worded_by
from pprg.referrals.models import Referral
from pprg.referrals.queries import advice_visible_to, referral_visible_to
from pprg.referrals.states import State

TO_AUTHORISE = "referral to authorise"
AWAITED = "referral awaits authorisation"
SENT_BACK = "referral sent back"
AUTHORISED = "referral authorised"
RECEIVED = "referral received"
MORE_CAME = "more came for a referral"
ACKNOWLEDGED = "referral acknowledged"
RETURNED = "referral returned"
DECIDED = "referral decided"
REDIRECTED = "referral redirected"
WITHDRAWN = "referral withdrawn"
WILL_BE_DELETED = "draft will be deleted"
ASKED = "team asked"
ANSWERED = "team answered"

SAID = {
    TO_AUTHORISE: (
        "a referral for you to authorise",
        "Your agency has a referral that needs a safeguarding lead. Sign in to read it and to answer.",
    ),
    AWAITED: (
        "a referral awaits authorisation",
        "A referral was sent and no safeguarding lead of its agency has answered yet. Sign in to screen it.",
    ),
    SENT_BACK: (
        "your safeguarding lead has a comment",
        "Your agency’s safeguarding lead has sent your referral back with a comment. Sign in to read it.",
    ),
    AUTHORISED: (
        "your referral is authorised",
        "Your agency’s safeguarding lead has authorised your referral. It is with the group’s team now.",
    ),
    RECEIVED: (
        "a referral has arrived",
        "A referral has been sent to the group. Sign in to read it and to choose a meeting for it.",
    ),
    MORE_CAME: (
        "more has come",
        "The agency that sent this referral has added to it. Sign in to read it.",
    ),
    ACKNOWLEDGED: (
        "we have your referral",
        "A coordinator has read the referral you sent. Sign in to see what happens next.",
    ),
    RETURNED: (
        "a question for you",
        "The coordinator has a question about the referral you sent. Sign in to answer it.",
    ),
    DECIDED: (
        "the group has decided",
        "The group has decided about the referral you sent. Sign in to read what it decided.",
    ),
    REDIRECTED: (
        "a letter for you",
        "Your referral goes another way than through the group. Sign in to read the letter.",
    ),
    WITHDRAWN: (
        "a referral was withdrawn",
        "The agency that sent this referral has withdrawn it. Sign in to read why.",
    ),
    WILL_BE_DELETED: (
        "a draft of yours will be deleted",
        "You have not written in it for two months. In a month it is deleted. Sign in to go on with it.",
    ),
}
"""What is the matter, and what to do. Never a word of the case."""

MATTERS: dict[str, Callable[[Referral], bool]] = {
    TO_AUTHORISE: lambda referral: referral.state == State.AWAITING,
    AWAITED: lambda referral: referral.state == State.AWAITING,
    WILL_BE_DELETED: lambda referral: (
        referral.state == State.DRAFT and (referral.reminded_at or referral.saved_at) >= referral.saved_at
    ),
}
"""When the notice is still true. The others always are."""


def _word(kind: str, to_id: uuid.UUID, referral_id: uuid.UUID) -> Words | None:
    """The words for one reader, or nothing if they may no longer see the referral."""
    account = account_by_id(to_id)
    referral = referral_visible_to(account, referral_id)
    if account is None or referral is None or not MATTERS.get(kind, bool)(referral):
        return None
    what, body = SAID[kind]
    return Words(
        address=account.email,
        subject=": ".join(filter(None, [referral.reference, what])),
        body=body,
        path=f"/referrals/{referral.id}",
    )


OF_ADVICE = {
    ASKED: (
        "a question for the team",
        "Somebody asks the team something before they refer. Sign in to read it and to answer.",
    ),
    ANSWERED: ("the team has answered you", "Sign in to read what the team says to your question."),
}


def _word_advice(kind: str, to_id: uuid.UUID, advice_id: uuid.UUID) -> Words | None:
    """The words for one reader; nothing once it is answered, for those who were to answer it."""
    account = account_by_id(to_id)
    question = advice_visible_to(account, advice_id)
    if account is None or question is None or (kind == ASKED and question.answered_at is not None):
        return None
    what, body = OF_ADVICE[kind]
    return Words(address=account.email, subject=what.capitalize(), body=body, path="/referrals/ask")


for _kind in OF_ADVICE:
    worded_by(_kind, partial(_word_advice, _kind))

for _kind in SAID:
    worded_by(_kind, partial(_word, _kind))
