"""A decision, from the first word typed until it is before the chair.

Whoever changes a decision holds its row first, so that two people's changes come one after the
other on either database, and the second sees what the first has done.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.meetings import queries
from pprg.meetings.models import AgendaItem, Decision, Dissent, Saving, UrgentAction
from pprg.meetings.queries.deciding import suggestions_for
from pprg.meetings.queries.naming import mark_of_named, named_in_decision
from pprg.meetings.services import telling
from pprg.meetings.services.effects import let_go_of
from pprg.meetings.services.undoing import keep_earlier
from pprg.meetings.states import Event, State
from pprg.meetings.states.naming import Stays
from pprg.meetings.words import ActionWords, DecisionWords, WeighingWords, missing

NAMES = "This says who somebody is. Write a label, or say below why it names nobody in a case."
CHANGED = "This decision was changed after you opened it. Read it again first."


class Overtaken(Refused):
    """Somebody else saved other words first; both texts are wanted, and a person chooses."""


def save_decision(decision: Decision, words: DecisionWords, *, version: int, by: Account) -> None:
    """Keep what was typed, complete or not. `version` is the one it was typed over.

    Overtaken if somebody else saved other words meanwhile. Saving what stands there already
    changes nothing, whoever saved it. A recorded decision becomes a draft again.
    """
    hold(decision)
    if words == decision.words:
        return
    if decision.state != State.SIGNED and version != decision.version:
        raise Overtaken("Somebody else saved this decision after you opened it.")
    decision.move(Event.SAVE)
    keep_earlier(decision, words, by=by)
    write(decision, words)
    decision.saved_at, decision.saved_by_id = clock.now(), by.id
    record("saved", decision, by=by)


def bring_back(decision: Decision, saving: Saving, *, version: int | None, by: Account) -> None:
    """Save the words as they stood before one change. That is a change too, and can be undone."""
    hold(decision)
    still(decision, version)
    save_decision(decision, saving.before, version=decision.version, by=by)


def record_decision(
    decision: Decision,
    *,
    by: Account,
    version: int | None = None,
    names: Stays | None = None,
    of: str | None = None,
) -> None:
    """Put the decision before the chair. Recorded twice is recorded once.

    Mistaken, with the place and a sentence for each, while a criterion lacks its answer, evidence or
    reason, or anything else that `missing` names. So too while words in it look like the name of somebody in
    a case, unless `names` says why they are none. That holds for the finds marked `of`, if they are given:
    where something else is found by now, it is asked again. What the facts suggested that day is kept.
    """
    hold(decision)
    if decision.state == State.RECORDED:
        return
    still(decision, version)
    if lacks := missing(decision.words, decision.criteria):
        raise Mistaken(lacks)
    kept = _why_named(decision, names, of, by)
    same_meeting = decision.amends is not None and decision.amends.item_id == decision.item_id
    if same_meeting and decision.amends is not None and decision.words == decision.amends.words:
        raise Refused("Nothing is changed in it yet. Change what was wrong, or drop the amendment.")
    decision.move(Event.RECORD)
    facts = suggestions_for(decision)
    for weighing in decision.weighings:
        weighing.suggested = facts[weighing.criterion].answer if weighing.criterion in facts else None
    quorum = queries.quorum_of(decision.item, decision.route)
    decision.quorate, decision.took_part = quorum.reached, list(quorum.took_part)
    decision.recorded_by, decision.recorded_at, decision.chair_note = by, clock.now(), ""
    record("recorded", decision, by=by, **kept)
    telling.chairs(telling.TO_SIGN, decision)


def _why_named(decision: Decision, names: Stays | None, of: str | None, by: Account) -> dict[str, object]:
    """For the trail: how many words look like names, and why they are none."""
    named = named_in_decision(by, decision)
    if not named:
        return {}
    if names is None or of not in {None, mark_of_named(named)}:
        raise Mistaken([(where, NAMES) for where in dict.fromkeys(hit.where for hit in named)])
    return {"names": len(named), "because": names.name}


def take_back_decision(decision: Decision, *, by: Account) -> None:
    """Open a recorded decision again before the chair has signed it."""
    hold(decision)
    decision.move(Event.SAVE)
    record("took back", decision, by=by)


def hand_back_decision(decision: Decision, note: str, *, by: Account, version: int | None = None) -> None:
    """Give a recorded decision back to be changed; not a word of it is lost."""
    hold(decision)
    still(decision, version)
    decision.move(Event.HAND_BACK)
    decision.chair_note = note
    record("handed back", decision, by=by)
    telling.whoever_recorded(telling.HANDED_BACK, decision)


def remove_decision(decision: Decision, *, by: Account) -> None:
    """Take away a decision begun by mistake while nothing is written in it, or an amendment begun."""
    hold(decision)
    if decision.state != State.DRAFT or (decision.amends is None and not decision.words.blank):
        raise Refused("Something is written in this decision. Say in it why the group does not go this way.")
    item, amended = decision.item, decision.amends
    record("removed", decision, by=by, route=decision.route.value)
    db.session.delete(decision)
    db.session.flush()
    db.session.expire(item, ["decisions"])
    if amended is None:
        let_go_of(item, by=by)
    else:
        db.session.expire(amended, ["amendments"])


def write(decision: Decision, words: DecisionWords) -> None:
    """Put words into its columns and rows. A row that says the same as before stays the same row."""
    for weighing in decision.weighings:
        said = words.weighings.get(weighing.criterion, WeighingWords())
        weighing.answer, weighing.evidence, weighing.reason = said.answer, said.evidence, said.reason
    decision.outcome, decision.reason = words.outcome, words.reason
    decision.agreement, decision.dissent = words.agreement, words.dissent
    decision.of_whom, decision.until = words.of_whom, words.until
    decision.for_and_against, decision.equality = words.for_and_against, words.equality
    decision.voice, decision.learning_now = words.voice, words.learning_now
    decision.dissents[:] = [
        Dissent(place=place, agency_id=said.agency_id, words=said.words)
        for place, said in enumerate(words.dissents, start=1)
    ]
    there: dict[ActionWords, UrgentAction | None] = {act.words: act for act in decision.actions}
    rows = [
        there.pop(act, None)
        or UrgentAction(what=act.what, agency_id=act.agency_id, owner=act.owner, due_on=act.due_on)
        for act in words.actions
    ]
    for place, row in enumerate(rows, start=1):
        row.place = place
    decision.actions[:] = rows


def still(decision: Decision, version: int | None) -> None:
    """Refuse what rests on words that are not these any more. Commands look and act at once: no version."""
    if version is not None and version != decision.version:
        raise Refused(CHANGED)


def hold_item(item: AgendaItem) -> None:
    """Hold the item and read its decisions as they are now."""
    db.session.flush()
    held = select(AgendaItem).where(AgendaItem.id == item.id).with_for_update()
    db.session.scalars(
        held.options(selectinload(AgendaItem.decisions)), execution_options={"populate_existing": True}
    ).one()


def hold(decision: Decision) -> None:
    """Hold the item and then the decision, in this order everywhere, and read both as they are now."""
    hold_item(decision.item)
    held = select(Decision).where(Decision.id == decision.id).with_for_update()
    db.session.scalars(
        held.options(selectinload(Decision.weighings)), execution_options={"populate_existing": True}
    ).one()
