"""An agenda as its reader reads it, heading by heading, and what could be put on it."""

from __future__ import annotations

import uuid
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import RunningClock
from pprg.cases.queries import Due, open_to, running_clocks
from pprg.database import db
from pprg.guidance.calendar import is_working_day, working_days_after
from pprg.guidance.clocks import ClockKind
from pprg.guidance.labels import review_type_label
from pprg.guidance.queries import closed_days
from pprg.meetings.models import AgendaItem, Decision, Meeting, UrgentAction
from pprg.meetings.queries.sitting import Line, item_visible_to, meetings_visible_to, not_all_signed
from pprg.meetings.states import ORDER, MeetingKind, MeetingState, Outcome, Section, State
from pprg.publications.queries import publication_of
from pprg.referrals.models import Referral
from pprg.referrals.queries import referrals_waiting
from pprg.referrals.states import State as ReferralState
from pprg.reviews.models import Review
from pprg.reviews.queries import reviews_visible_to
from pprg.reviews.states import State as ReviewState

A_MONTH = timedelta(days=31)
TO_WRITE_IT_UP = 3
"""Working days between a rapid review meeting and the day its report is due."""


@dataclass(frozen=True)
class Heading:
    """One part of the agenda with its lines. The standing ones are there with nothing under them."""

    number: int
    section: Section
    lines: Sequence[Line]


@dataclass(frozen=True)
class Candidate:
    """Something that could be put on an agenda."""

    key: str
    thing: Referral | AgendaItem | Review
    reference: str
    about: str
    section: Section
    path: str
    urgent: bool = False


@dataclass(frozen=True)
class ComingDue:
    """What the coordinator should know of while making an agenda, and may want the group to see."""

    clocks: Sequence[Due]
    actions: Sequence[UrgentAction]
    until: date


def headings_of(lines: Sequence[Line]) -> list[Heading]:
    """The lines under the usual headings. A line that says nothing of its case stands with its neighbour."""
    under: dict[Section, list[Line]] = {section: [] for section in Section}
    for number, line in enumerate(lines):
        nearest = [*lines[number:], *reversed(lines[:number])]
        section = next((near.item.section for near in nearest if near.item), Section.NEW)
        under[section].append(line)
    return [Heading(ORDER[section], section, found) for section, found in under.items()]


def candidates_for(reader: Account | None, meeting: Meeting) -> dict[str, list[Candidate]]:
    """By what they are, what a coordinator can put on this agenda in one go, and is not on it yet."""
    on = list(meeting.items)
    referred, reviewed = {item.referral_id for item in on}, {item.review_id for item in on}
    found = {
        "Referrals that wait": [_of_referral(one) for one in referrals_waiting(reader)],
        "To carry over from earlier meetings": [
            _of_item(item)
            for item in items_to_carry_over(reader, meeting)
            if item.referral_id not in referred
        ],
        "Reviews": [
            _of_review(review)
            for review in reviews_visible_to(reader)
            if review.id not in reviewed and _is_before_the_group(review)
        ],
    }
    return {title: each for title, each in found.items() if each}


def items_to_carry_over(reader: Account | None, meeting: Meeting) -> Sequence[AgendaItem]:
    """Items of earlier meetings that are over or closed, at which the group did not finish."""
    found = (
        select(AgendaItem)
        .join(AgendaItem.meeting)
        .join(AgendaItem.case)
        .join(AgendaItem.referral)
        .where(
            open_to(reader),
            AgendaItem.meeting_id != meeting.id,
            Referral.state.in_((ReferralState.TABLED, ReferralState.DECIDED)),
            not_all_signed(),
            or_(Meeting.held_on < clock.today(), Meeting.state == MeetingState.CLOSED),
        )
        .options(contains_eager(AgendaItem.case), selectinload(AgendaItem.decisions))
        .order_by(Meeting.held_on, AgendaItem.place)
    )
    items = db.session.scalars(found).unique()
    return [item for item in items if item.can_be_decided and not _only_waits_to_be_signed(item)]


def section_for(referral: Referral) -> Section:
    """For services: where a referral usually stands on an agenda."""
    waited = select(Decision.id).join(Decision.item).where(AgendaItem.referral_id == referral.id)
    if referral.questions or db.session.scalar(waited.where(Decision.outcome == Outcome.WAIT).limit(1)):
        return Section.RETURNED
    running = select(RunningClock.id).where(
        RunningClock.case_id == referral.case_id,
        RunningClock.kind.in_((ClockKind.SIN_NOTIFY, ClockKind.RAPID_REVIEW)),
        RunningClock.stopped_on.is_(None),
    )
    if referral.urgent or db.session.scalar(running.limit(1)):
        return Section.URGENT
    return Section.NEW


def section_for_review(review: Review) -> Section:
    return Section.REPORTS if review.state == ReviewState.CONCLUDED else Section.LIVE


def chairs_actions_to_confirm(before: date | None = None) -> Sequence[Decision]:
    """For services: what the chair signed between meetings and no agenda has taken up yet."""
    found = (
        select(Decision)
        .join(Decision.item)
        .join(AgendaItem.meeting)
        .where(
            Meeting.kind == MeetingKind.CHAIRS_ACTION,
            Decision.state == State.SIGNED,
            Decision.confirmed_at_id.is_(None),
            Meeting.held_on <= (before or date.max),
        )
        .order_by(Decision.signed_at)
    )
    return [one for one in db.session.scalars(found) if not one.item.is_put_before_group]


def next_ordinary_meeting(after: date) -> Meeting | None:
    """For services: the first meeting of the whole group from a day on, not closed and not called off."""
    found = select(Meeting).where(
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.held_on >= after,
        Meeting.state.not_in((MeetingState.CLOSED, MeetingState.CALLED_OFF)),
    )
    return db.session.scalars(found.order_by(Meeting.held_on, Meeting.starts_at)).first()


def next_ordinary_meeting_for(reader: Account | None) -> Meeting | None:
    """The next one that this reader sees."""
    coming = next_ordinary_meeting(clock.today())
    return coming if coming in meetings_visible_to(reader) else None


def coming_due(reader: Account | None, meeting: Meeting) -> ComingDue:
    """The clocks that end before the meeting after this one, and the urgent actions that are overdue."""
    after = next_ordinary_meeting(meeting.held_on + timedelta(days=1))
    until = after.held_on if after else meeting.held_on + A_MONTH
    clocks = [due for due in running_clocks(reader) if due.due_on < until and not due.rule.is_a_minimum]
    return ComingDue(clocks, overdue_actions(reader), until)


def overdue_actions(reader: Account | None) -> Sequence[UrgentAction]:
    """What was to be done at once and is not done, of the cases that this reader looks into."""
    found = (
        select(UrgentAction)
        .join(UrgentAction.decision)
        .join(Decision.case)
        .where(
            open_to(reader),
            Decision.state.in_((State.SIGNED, State.PENDING)),
            UrgentAction.done_on.is_(None),
            UrgentAction.due_on < clock.today(),
        )
        .order_by(UrgentAction.due_on)
    )
    return db.session.scalars(found).all()


def meetings_to_carry_to(reader: Account | None, item: AgendaItem) -> list[Meeting]:
    """Meetings that are not over, the soonest first, on whose agenda this referral does not stand."""
    coming = [one for one in meetings_visible_to(reader) if not one.over and one.id != item.meeting_id]
    able = [one for one in coming if one.state != MeetingState.CLOSED and _is_free(one, item)]
    return sorted(able, key=lambda one: (one.held_on, one.starts_at))


def item_now(referral: Referral) -> AgendaItem | None:
    """For services: where a referral that is before the group, for the first time or again, stands now."""
    if referral.state not in (ReferralState.TABLED, ReferralState.DECIDED):
        return None
    found = select(AgendaItem).where(AgendaItem.referral_id == referral.id).order_by(AgendaItem.created_at)
    open_ones = [item for item in db.session.scalars(found) if item.can_be_decided]
    return open_ones[-1] if open_ones else None


def day_for_rapid_review(reader: Account | None, referral: Referral) -> tuple[date, Due | None]:
    """The day to propose: three working days before the rapid review is due, else the next working day."""
    closed = closed_days()
    soonest = working_days_after(clock.today(), 1, closed=closed)
    of_case = [due for due in running_clocks(reader) if due.case.id == referral.case_id]
    due = next((one for one in of_case if one.clock.kind == ClockKind.RAPID_REVIEW), None)
    if due is None:
        return soonest, None
    day = due.due_on
    for _ in range(TO_WRITE_IT_UP):
        day = _working_day_before(day, closed)
    return max(day, soonest), due


def item_to_confirm(reader: Account | None, item_id: uuid.UUID) -> AgendaItem | None:
    """An item that puts a chair's action before the group."""
    item = item_visible_to(reader, item_id)
    return item if item and item.confirms else None


def _working_day_before(day: date, closed: Container[date]) -> date:
    before = day - timedelta(days=1)
    while not is_working_day(before, closed=closed):
        before -= timedelta(days=1)
    return before


def _is_free(meeting: Meeting, item: AgendaItem) -> bool:
    ordinary = meeting.kind != MeetingKind.CHAIRS_ACTION
    return ordinary and all(other.referral_id != item.referral_id for other in meeting.items)


def _only_waits_to_be_signed(item: AgendaItem) -> bool:
    return bool(item.decisions) and all(decision.state != State.DRAFT for decision in item.decisions)


def _is_before_the_group(review: Review) -> bool:
    """Until its report is released the group hears of it at each meeting."""
    if review.state != ReviewState.CONCLUDED:
        return review.goes_on
    written = publication_of(review)
    return written is None or not written.releases


def _of_referral(referral: Referral) -> Candidate:
    return Candidate(
        key=f"referral-{referral.id}",
        thing=referral,
        reference=referral.reference,
        about=" · ".join(part for part in (referral.about, referral.agency.name) if part),
        section=section_for(referral),
        path=f"/referrals/{referral.id}",
        urgent=referral.urgent,
    )


def _of_item(item: AgendaItem) -> Candidate:
    day = item.meeting.held_on
    return Candidate(
        key=f"item-{item.id}",
        thing=item,
        reference=item.case.reference,
        about=f"on the agenda of {day.day} {day:%B %Y}, not decided",
        section=item.section,
        path=f"/meetings/items/{item.id}",
        urgent=item.urgent,
    )


def _of_review(review: Review) -> Candidate:
    return Candidate(
        key=f"review-{review.id}",
        thing=review,
        reference=review.case.reference,
        about=f"{review_type_label(review.review_type)}, {review.state}",
        section=section_for_review(review),
        path=f"/reviews/{review.id}",
    )
