"""What notices about referrals say: the reference, what to do, and nothing of the case."""

from __future__ import annotations

import uuid
from functools import partial

from pprg.accounts.queries import account_by_id
from pprg.notices.services import Words, worded_by
from pprg.referrals.queries import referral_visible_to

RECEIVED = "referral received"
RETURNED = "referral returned"
DECIDED = "referral decided"
WITHDRAWN = "referral withdrawn"

SAID = {
    RECEIVED: (
        "a referral has arrived",
        "A referral has been sent to the group. Sign in to read it and to choose a meeting for it.",
    ),
    RETURNED: (
        "a question for you",
        "The coordinator has a question about the referral you sent. Sign in to answer it.",
    ),
    DECIDED: (
        "the group has decided",
        "The group has decided about the referral you sent. Sign in to read what it decided.",
    ),
    WITHDRAWN: (
        "a referral was withdrawn",
        "The agency that sent this referral has withdrawn it. Sign in to read why.",
    ),
}


def _word(kind: str, to_id: uuid.UUID, referral_id: uuid.UUID) -> Words | None:
    """The words for one reader, or nothing if they may no longer see the referral."""
    account = account_by_id(to_id)
    referral = referral_visible_to(account, referral_id)
    if account is None or referral is None:
        return None
    what, body = SAID[kind]
    return Words(
        address=account.email,
        subject=f"{referral.reference}: {what}",
        body=body,
        path=f"/referrals/{referral.id}",
    )


for _kind in SAID:
    worded_by(_kind, partial(_word, _kind))
