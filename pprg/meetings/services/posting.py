"""What a referrer is told by mail when a letter waits for them: the reference, and nothing of the case."""

from __future__ import annotations

import uuid

from pprg.accounts.queries import account_by_id
from pprg.meetings.queries.letters import letter_visible_to
from pprg.notices.services import Words, worded_by

LETTER = "letter for a referrer"


def _letter(to_id: uuid.UUID, letter_id: uuid.UUID) -> Words | None:
    """Nothing if they may no longer read it."""
    account = account_by_id(to_id)
    letter = letter_visible_to(account, letter_id)
    if account is None or letter is None:
        return None
    return Words(
        address=account.email,
        subject=f"{letter.case.reference}: a letter for you",
        body="There is a letter for you about a referral of your agency. Sign in to read it.",
        path=f"/meetings/letters/{letter.id}",
    )


worded_by(LETTER, _letter)
