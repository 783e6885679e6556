"""The list of referrals."""

from __future__ import annotations

from flask import Response, url_for

from pprg.referrals import queries
from pprg.referrals import rules as may
from pprg.referrals.states import State
from pprg.web.fragments import page
from pprg.web.sessions import me

GROUPS = {
    State.AWAITING: "To be authorised",
    State.SENT_BACK: "Sent back",
    State.RECEIVED: "Waiting",
    State.RETURNED: "Returned",
    State.TABLED: "On an agenda",
    State.DECIDED: "Decided",
    State.REDIRECTED: "Sent another way",
    State.WITHDRAWN: "Withdrawn",
}


def the_list(stands: State, number: int) -> Response:
    """A reader's own referrals, and one page of those of others that stand so."""
    reader = me()
    numbers, may_start = queries.how_many_stand(reader), may.start_referral(reader)
    ways = [
        {
            "label": label,
            "url": url_for(".index", stands=state.name.lower()),
            "number": numbers.get(state, 0),
            "current": state == stands,
        }
        for state, label in GROUPS.items()
    ]
    return page(
        "referrals/index.html",
        drafts=queries.drafts_of(reader),
        sent=queries.sent_by(reader),
        ways=ways if numbers or not may_start else [],
        found=queries.sent_to_us(reader, stands, number=number),
        page_of=lambda at: url_for(".index", stands=stands.name.lower(), page=at),
        may_start=may_start,
        may_enter=may.enter_referral(reader),
        questions=len(queries.advice_to_answer(reader)),
    )
