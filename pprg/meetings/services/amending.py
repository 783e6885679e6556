"""A signed decision is not changed: an amendment is another edition, with a reason. Both stay."""

from __future__ import annotations

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Decision, Weighing
from pprg.meetings.services.deciding import hold, write
from pprg.meetings.states import ChallengeOutcome, State


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
    return _edition(decision, decision.item, because, by)


def decide_anew(item: AgendaItem, earlier: Decision, *, by: Account) -> Decision:
    """At another meeting: an edition of what was decided before, weighed again by those who sit now.

    What was decided stands until it is signed and ratified. An amendment that was begun goes along.
    """
    hold(earlier)
    held_on = earlier.item.meeting.held_on
    if earlier.state != State.SIGNED:
        said = f"A decision on this is recorded at the meeting of {held_on.day} {held_on:%B %Y}."
        raise Refused(f"{said} Sign it or take it back first.")
    for begun in earlier.amendments:
        if begun.state != State.DRAFT:
            raise Refused("An amendment of that decision is recorded already. Sign it or take it back first.")
        begun.item, begun.item_id = item, item.id
        record("brought before the group again", begun, by=by, meeting=item.meeting_id)
        return begun
    return _edition(earlier, item, _why_again(earlier, item), by)


def _why_again(earlier: Decision, item: AgendaItem) -> str:
    asked = [one for one in earlier.challenges if one.outcome == ChallengeOutcome.AGAIN]
    if asked:
        return f"It was challenged by {asked[-1].by}, and the answer was that the group looks at it again."
    held_on = item.meeting.held_on
    return f"The group looks at it again at its meeting on {held_on.day} {held_on:%B %Y}."


def _edition(decision: Decision, item: AgendaItem, because: str, by: Account) -> Decision:
    edition = Decision(
        item=item,
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
