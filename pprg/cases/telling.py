"""What chairs of a case are told by mail: that something waits for them, by the case's reference."""

from __future__ import annotations

import uuid

from pprg.accounts.queries import account_by_id, active_accounts_with
from pprg.accounts.states import Role
from pprg.cases import queries, rules
from pprg.cases.models import SteppingBack
from pprg.notices.services import Words, put_in, worded_by

TO_ANSWER = "proposal to open a case"


def chairs(proposed: SteppingBack) -> None:
    """Tell every chair who may answer it."""
    for account in active_accounts_with(Role.CHAIR):
        if rules.answer_proposal(account, proposed):
            put_in(TO_ANSWER, to=account.id, about=proposed.id)


def _to_answer(to_id: uuid.UUID, proposal_id: uuid.UUID) -> Words | None:
    account = account_by_id(to_id)
    proposed = queries.proposal_visible_to(account, proposal_id)
    if account is None or proposed is None or not proposed.waits:
        return None
    return Words(
        address=account.email,
        subject=f"An answer is wanted – {proposed.case.reference}",
        body="A coordinator proposes to open this case again to somebody, or to all. A chair has to answer.",
        path=f"/cases/{proposed.case_id}/access",
    )


worded_by(TO_ANSWER, _to_answer)
