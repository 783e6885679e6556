"""A decision is begun: a blank one, or another edition of what an earlier meeting decided."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings.models import AgendaItem, Decision, Weighing
from pprg.meetings.queries.again import decided_before, takes_decisions
from pprg.meetings.services.amending import decide_anew
from pprg.meetings.services.deciding import hold_item


def start_decision(item: AgendaItem, route: Route, *, by: Account) -> Decision:
    """A blank decision with the criteria that hold on the day of the meeting, or the one already begun.

    A further route can follow while the meeting goes on, also after all others are signed. What an earlier
    meeting decided on this route is decided anew as another edition of it.
    """
    hold_item(item)
    for begun in item.decisions:
        if begun.route == route:
            return begun
    if not takes_decisions(item):
        raise Refused("This referral is not before this meeting any more.")
    if earlier := decided_before(item).get(route):
        return decide_anew(item, earlier, by=by)
    return _blank(item, route, by)


def _blank(item: AgendaItem, route: Route, by: Account) -> Decision:
    criteria = criteria_on(route, item.meeting.held_on)
    decision = Decision(
        item=item, case=item.case, case_id=item.case_id, route=route, criteria_from=criteria.valid_from
    )
    decision.weighings = [
        Weighing(place=place, criterion=criterion.key)
        for place, criterion in enumerate(criteria.criteria, start=1)
    ]
    db.session.add(decision)
    record("started", decision, by=by, route=route.value)
    return decision
