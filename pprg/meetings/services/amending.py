"""A signed decision is not changed: an amendment is another edition, with a reason. Both stay."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import Decision, Weighing
from pprg.meetings.services.deciding import hold, write
from pprg.meetings.states import State


def amend_decision(decision: Decision, because: str, *, by: Account) -> Decision:
    """Another edition with the same words, to be changed, recorded, signed and ratified like any other.

    Until it is signed nothing changes. Of one edition there is one amendment: asked twice, it is the same.
    """
    hold(decision)
    if decision.state != State.SIGNED:
        raise Refused("Only a signed decision is amended. This one can still be changed.")
    for begun in decision.amendments:
        if begun.state == State.DRAFT and begun.amended_because == because:
            return begun
        raise Refused("This decision is being amended already, or was. Look at the latest edition.")
    edition = Decision(
        item=decision.item,
        case=decision.case,
        case_id=decision.case_id,
        route=decision.route,
        criteria_from=decision.criteria_from,
        edition=decision.edition + 1,
        amends=decision,
        amends_id=decision.id,
        amended_because=because,
    )
    edition.weighings = [Weighing(place=said.place, criterion=said.criterion) for said in decision.weighings]
    db.session.add(edition)
    write(edition, decision.words)
    for copy, act in zip(edition.actions, decision.actions, strict=True):
        copy.done_on, copy.done_words, copy.done_by_id = act.done_on, act.done_words, act.done_by_id
    db.session.flush()
    record("began to amend", edition, by=by, edition=edition.edition)
    return edition
