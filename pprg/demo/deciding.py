"""What the group decides in the demo."""

from __future__ import annotations

from typing import Any

from pprg.accounts.models import Account
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings import services as meetings
from pprg.meetings.models import AgendaItem
from pprg.meetings.queries.ratifying import decision_makers_of
from pprg.meetings.states import COMMISSIONS, Agreement, Answer, Outcome, RatifyingEvent
from pprg.meetings.words import DecisionWords, WeighingWords
from pprg.reviews import services as reviews
from pprg.reviews.queries import review_of

EVIDENCE = "Referral, and what was said at the meeting by the agencies that knew the person."
MET = "The group saw this in the chronology and nobody thought otherwise."
NOT_MET = "One provider was involved, and the agencies around it passed on what they knew."
REASONS = {
    Outcome.RAPID_REVIEW: "a serious incident has been notified and this is the second baby with an earlier "
    "bruise this year",
    Outcome.DHR: "her death appears to result from years of control by a former partner",
    Outcome.NO_REVIEW: "no concern was found about how agencies worked together; the provider reports back "
    "on its own enquiry in twelve weeks",
}


def decide(
    item: AgendaItem, said: dict[str, Any], *, clerk: Account, chair: Account, author: Account
) -> None:
    """Record what was decided. Where the demo has got so far: sign it, ratify it, give the review away."""
    route, outcome = Route(said["route"]), Outcome[said["outcome"]]
    decision = meetings.start_decision(item, route, by=clerk)
    meetings.save_decision(decision, _words(route, outcome, item), version=decision.version, by=clerk)
    meetings.record_decision(decision, by=clerk)
    if said["then"] != "decided":
        return
    meetings.sign_decision(decision, by=chair)
    db.session.flush()
    for asked in decision.ratifications:
        for owner in decision_makers_of(asked.owner)[:1]:
            meetings.answer_ratification(asked, RatifyingEvent.RATIFY, by=owner)
    db.session.flush()
    kind = COMMISSIONS.get(outcome)
    review = review_of(item.case, kind) if kind else None
    if review is not None:
        reviews.appoint_author(review, author, by=clerk)


def _words(route: Route, outcome: Outcome, item: AgendaItem) -> DecisionWords:
    criteria = criteria_on(route, item.meeting.held_on).criteria
    failed = "worked_together" if outcome == Outcome.NO_REVIEW else ""
    return DecisionWords(
        weighings={one.key: _weighed(met=one.key != failed) for one in criteria},
        outcome=outcome,
        reason=REASONS[outcome],
        agreement=Agreement.ALL,
        equality="Age, disability and language were considered; nothing was found that was missed.",
    )


def _weighed(*, met: bool) -> WeighingWords:
    return WeighingWords(
        answer=Answer.MET if met else Answer.NOT_MET, evidence=EVIDENCE, reason=MET if met else NOT_MET
    )
