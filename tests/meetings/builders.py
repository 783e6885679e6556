"""Meetings, items and decisions, made through services. `by` is a coordinator's account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.database import db
from pprg.guidance.codes import Route
from pprg.guidance.criteria import criteria_on
from pprg.meetings import services as meetings
from pprg.meetings.forms import CRITERION
from pprg.meetings.models import AgendaItem, Decision, Meeting
from pprg.meetings.states import (
    Agreement,
    Answer,
    Capacity,
    InterestKind,
    Outcome,
    RatifyingEvent,
    Voice,
)
from pprg.meetings.words import BY_WHEN, WHOM, DecisionWords, WeighingWords
from tests.builders import a_sent_referral
from tests.people import an_account

EVIDENCE = "Chronology, page 4: four closures within five weeks."
WHY = "Each agency held a part of the picture and none called a meeting."
REASON = "four agencies closed the case within five weeks of each other"


def a_meeting(*, by: Account, in_days: int = 7, members: Sequence[Account] = ()) -> Meeting:
    """A meeting being prepared, with these members invited."""
    held_on = clock.today() + timedelta(days=in_days)
    meeting = meetings.arrange_meeting(held_on=held_on, starts_at="10:00", place="County Hall", by=by)
    for account in members:
        meetings.invite_member(meeting, account, by=by)
    return meeting


def an_item(*, by: Account, referrer: Account, members: Sequence[Account] = ()) -> AgendaItem:
    """A sent referral on the agenda of a meeting, which is open if anybody is invited."""
    meeting = a_meeting(by=by, members=members)
    item = meetings.put_on_agenda(meeting, a_sent_referral(by=referrer), by=by)
    if members:
        meetings.open_agenda(meeting, by=by)
        without_interest(item, members)
    db.session.flush()
    return item


def without_interest(item: AgendaItem, members: Sequence[Account]) -> None:
    """Each of them says that they have no interest in the case, and so may open it."""
    for account in members:
        meetings.declare_interest(item, InterestKind.NONE, by=account)
    db.session.flush()


BENCH = (
    ("Bea Bench", Capacity.CHAIR, None),
    ("Ada Adults", Capacity.CORE, Voice.ADULT_SOCIAL_CARE),
    ("Chi Children", Capacity.CORE, Voice.CHILDRENS_SERVICES),
    ("Hal Health", Capacity.CORE, Voice.HEALTH),
    ("Pol Police", Capacity.CORE, Voice.POLICE),
    ("Com Community", Capacity.CORE, Voice.COMMUNITY_SAFETY),
    ("Pro Probation", Capacity.CORE, Voice.PROBATION),
)
"""A quorum on every route."""


def a_full_room(meeting: Meeting, *, by: Account) -> None:
    """Enough of the group is in the room for any decision. Asked twice, they come once."""
    there = {seat.account.name for seat in meeting.invited}
    for name, capacity, voice in BENCH:
        if name not in there:
            role = Role.CHAIR if capacity == Capacity.CHAIR else Role.REPRESENTATIVE
            seat = meetings.invite_member(meeting, an_account(name, role, "Marlshire Bench"), by=by)
            seat.capacity, seat.voice = capacity, voice
            meetings.note_arrival(seat, by=by)
    db.session.flush()


def words(route: Route = Route.SAR, **changes: Any) -> DecisionWords:
    """Everything that recording needs, and how it was agreed."""
    said = WeighingWords(answer=Answer.MET, evidence=EVIDENCE, reason=WHY)
    whole: dict[str, Any] = {
        "weighings": {each.key: said for each in criteria_on(route, clock.today()).criteria},
        "outcome": Outcome.MANDATORY_SAR if route == Route.SAR else Outcome.LEARNING_REVIEW,
        "reason": REASON,
        "agreement": Agreement.ALL,
        "equality": "Her age and her deafness were considered at each step.",
        "voice": "Her sister wanted to know who had held the whole picture.",
    }
    return DecisionWords(**{**whole, **_named(changes.get("outcome")), **changes})


def _named(outcome: Outcome | None) -> dict[str, Any]:
    """Of whom and by when, where an outcome asks for it."""
    of_whom = {"of_whom": "the coroner"} if outcome in WHOM else {}
    return of_whom | ({"until": clock.today() + timedelta(days=84)} if outcome in BY_WHEN else {})


def a_decision(item: AgendaItem, route: Route = Route.SAR, *, by: Account, **changes: Any) -> Decision:
    """A decision that is written down to the end and not recorded."""
    a_full_room(item.meeting, by=by)
    decision = meetings.start_decision(item, route, by=by)
    meetings.save_decision(decision, words(route, **changes), version=decision.version, by=by)
    return decision


def a_recorded_decision(
    item: AgendaItem, route: Route = Route.SAR, *, by: Account, **changes: Any
) -> Decision:
    decision = a_decision(item, route, by=by, **changes)
    meetings.record_decision(decision, by=by)
    return decision


def a_signed_decision(
    item: AgendaItem, route: Route = Route.SAR, *, by: Account, chair: Account, **changes: Any
) -> Decision:
    decision = a_recorded_decision(item, route, by=by, **changes)
    meetings.sign_decision(decision, by=chair)
    return decision


def a_ratified_decision(
    item: AgendaItem, route: Route = Route.SAR, *, by: Account, chair: Account, **changes: Any
) -> Decision:
    """Signed, and agreed by everybody whose decision it finally is."""
    decision = a_signed_decision(item, route, by=by, chair=chair, **changes)
    ratify(decision)
    return decision


def ratify(decision: Decision) -> None:
    """Each legal owner's decision-maker agrees."""
    db.session.flush()
    for asked in decision.ratifications:
        owner = an_account(f"Dee {asked.owner.name.title()}", Role.DECISION_MAKER, "", asked.owner)
        meetings.answer_ratification(asked, RatifyingEvent.RATIFY, by=owner)
    db.session.flush()


TEXTS = (
    "of_whom", "reason", "for_and_against", "dissent", "learning_now", "equality", "voice",
)  # fmt: skip


def typed(said: DecisionWords) -> dict[str, str]:
    """The same words as a browser sends them."""
    boxes = {name: getattr(said, name) for name in TEXTS}
    boxes |= {name: str(getattr(said, name)) for name in ("outcome", "agreement") if getattr(said, name)}
    boxes |= _day("until", said.until)
    for key, weighed in said.weighings.items():
        boxes |= {f"{CRITERION}{key}-{part}": getattr(weighed, part) for part in ("evidence", "reason")}
        if weighed.answer:
            boxes[f"{CRITERION}{key}-answer"] = str(weighed.answer)
    for row, view in enumerate(said.dissents):
        boxes |= {f"dissents-{row}-agency_id": str(view.agency_id or ""), f"dissents-{row}-words": view.words}
    for row, act in enumerate(said.actions):
        boxes |= {f"actions-{row}-what": act.what, f"actions-{row}-agency_id": str(act.agency_id or "")}
        boxes |= {f"actions-{row}-owner": act.owner, **_day(f"actions-{row}-due_on", act.due_on)}
    return boxes


def _day(name: str, day: date | None) -> dict[str, str]:
    parts = ("day", "month", "year")
    return {f"{name}-{part}": str(getattr(day, part)) if day else "" for part in parts}


def autosaves(person, address, **answers):
    """What the page sends while somebody types."""
    form = person.reads(address).select_one("form[data-autosave]")
    data = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")} | answers
    return person._browser.post(form["data-autosave"], data=data, headers={"X-Autosave": "1"})
