"""What comes on an agenda, under which heading, in which order, and what goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.models import Case
from pprg.database import db
from pprg.errors import Refused
from pprg.meetings.models import AgendaItem, Decision, Meeting
from pprg.meetings.queries import agenda as queries
from pprg.meetings.queries import agenda_of
from pprg.meetings.services import telling
from pprg.meetings.services.interests import let_member_know
from pprg.meetings.services.presenting import set_slot
from pprg.meetings.states import ORDER, MeetingEvent, MeetingKind, MeetingState, Section, State
from pprg.referrals.models import Referral
from pprg.reviews.models import Review


def add_item(
    meeting: Meeting,
    case: Case,
    section: Section,
    *,
    by: Account,
    referral: Referral | None = None,
    review: Review | None = None,
    carried_from: AgendaItem | None = None,
) -> AgendaItem:
    """A new line, the last under its heading. Members of an opened agenda are told and asked at once."""
    if meeting.over or meeting.state == MeetingState.CLOSED:
        raise Refused(f"This meeting is {meeting.ended}. Put it on the agenda of another.")
    item = AgendaItem(
        meeting=meeting,
        referral=referral,
        review=review,
        case=case,
        case_id=case.id,
        section=section,
        place=len(meeting.items) + 1,
        carried_from=carried_from,
    )
    db.session.add(item)
    put_in_order(meeting)
    record("put on agenda", item, by=by, meeting=meeting.id)
    if meeting.is_open:
        for seat in meeting.invited:
            let_member_know(case, seat.account, by=by)
        telling.members(telling.CHANGED, meeting)
    return item


def put_review_on_agenda(meeting: Meeting, review: Review, *, by: Account) -> AgendaItem:
    """A review under way, or its report, before the group. Put on twice is put on once."""
    for item in meeting.items:
        if item.review_id == review.id:
            return item
    return add_item(meeting, review.case, queries.section_for_review(review), by=by, review=review)


def carry_over(item: AgendaItem, meeting: Meeting, *, by: Account) -> AgendaItem:
    """Go on with it at another meeting. Drafts go along with what the coordinator wrote for the group.

    What is recorded or signed stays at the meeting that decided it. Carried over twice is carried over once.
    """
    if item.carried_on is not None and item.carried_on.meeting_id == meeting.id:
        return item.carried_on
    if item.referral is None or not item.can_be_decided:
        raise Refused("The group is done with this item, so there is nothing to carry over.")
    if meeting.id == item.meeting_id:
        raise Refused("Choose another meeting.")
    _only_once_on(meeting, item.referral)
    drafts = [decision for decision in item.decisions if decision.state == State.DRAFT]
    later = add_item(meeting, item.case, item.section, by=by, referral=item.referral, carried_from=item)
    later.asked, later.office_notes = item.asked, item.office_notes
    for draft in drafts:
        draft.item = later
    db.session.flush()
    db.session.expire(item, ["decisions", "carried_to"])
    record("carried over", item, by=by, meeting=meeting.id)
    return later


def change_item(
    item: AgendaItem, *, section: Section, starts_at: str, asked: str, office_notes: str, by: Account
) -> None:
    """What its cover sheet says, when it comes up, and under which heading."""
    if item.meeting.state == MeetingState.CLOSED:
        raise Refused("This meeting is closed. Reopen it first, with a reason.")
    changed = (section, starts_at, asked, office_notes)
    if changed == (item.section, item.starts_at, item.asked or "", item.office_notes or ""):
        return
    moved = section != item.section
    set_slot(item, starts_at, by=by)
    item.section, item.asked, item.office_notes = section, asked, office_notes
    if moved:
        item.place = len(item.meeting.items) + 1
        put_in_order(item.meeting)
    record("changed", item, by=by)


def move_item(item: AgendaItem, *, up: bool, by: Account) -> None:
    """One step up or down, as the agenda reads for whoever moves it.

    At the end of its heading it goes under the next one that has lines; at the end of the agenda it stays.
    """
    seen = [line.item for line in agenda_of(by, item.meeting) if line.item is not None]
    there = seen.index(item) + (-1 if up else 1)
    if not 0 <= there < len(seen):
        return
    next_to, order = seen[there], list(item.meeting.items)
    changes_heading = next_to.section != item.section
    item.section = next_to.section
    order.remove(item)
    order.insert(order.index(next_to) + (0 if up != changes_heading else 1), item)
    _number(order)
    item.meeting.items.sort(key=lambda moved: moved.place)
    record("moved", item, by=by, place=item.place)


def bring_chairs_actions(meeting: Meeting, *, by: Account) -> None:
    """Put what the chair decided between meetings under matters arising, for the group to confirm."""
    if meeting.kind != MeetingKind.ORDINARY or meeting.over or meeting.state == MeetingState.CLOSED:
        return
    _ask_here(meeting, by)
    for decision in queries.chairs_actions_to_confirm(meeting.held_on):
        _bring(decision, meeting, by)


def bring_to_next_meeting(decision: Decision, *, by: Account) -> None:
    """Once a chair's action is signed: on the agenda of the next ordinary meeting, if that is arranged.

    The action itself is over with the last signature.
    """
    acted = decision.item.meeting
    if acted.kind != MeetingKind.CHAIRS_ACTION:
        return
    if acted.state == MeetingState.SITTING and decision.item.settled:
        acted.move(MeetingEvent.CLOSE)
        acted.closed_at = clock.now()
    db.session.flush()
    meeting = queries.next_ordinary_meeting(decision.item.meeting.held_on)
    if meeting is not None and not meeting.over:
        _bring(decision, meeting, by)


def answer_chairs_action(item: AgendaItem, *, confirmed: bool, because: str = "", by: Account) -> None:
    """What the group says of what its chair decided alone. Not confirmed, it needs an amendment."""
    acted = item.confirms
    if acted is None:
        raise Refused("This item does not put a chair’s action before the group.")
    if item.meeting.state != MeetingState.SITTING:
        raise Refused("The group answers while it sits. Begin the meeting first.")
    if not confirmed and not because.strip():
        raise Refused("Say why the group does not confirm it.")
    for decision in (one for one in acted.standing if one.state == State.SIGNED):
        decision.confirmed_at = item.meeting if confirmed else None
        decision.unconfirmed_because = "" if confirmed else because.strip()
        record("confirmed" if confirmed else "did not confirm", decision, by=by, meeting=item.meeting_id)


def put_in_order(meeting: Meeting) -> None:
    """Number the lines heading by heading, and within each as they stood."""
    _number(sorted(meeting.items, key=lambda item: (ORDER[item.section], item.place)))
    meeting.items.sort(key=lambda item: item.place)


def _number(order: Sequence[AgendaItem]) -> None:
    for place, item in enumerate(order, start=1):
        item.place = place


def _bring(decision: Decision, meeting: Meeting, by: Account) -> None:
    acted = decision.item
    _ask_here(meeting, by)
    if acted.carried_to or any(item.confirms is acted for item in meeting.items):
        return
    if any(item.referral_id == acted.referral_id and acted.referral_id for item in meeting.items):
        return
    add_item(meeting, acted.case, Section.ARISING, by=by, referral=acted.referral, carried_from=acted)


def _ask_here(meeting: Meeting, by: Account) -> None:
    """What was to be decided here, and the chair has decided since: the group is asked to confirm it."""
    for item in list(meeting.items):
        if item.confirms and item.carried_on and item.section != Section.ARISING:
            item.section, item.place = Section.ARISING, len(meeting.items) + 1
            put_in_order(meeting)
            record("moved", item, by=by, place=item.place)
            if meeting.is_open:
                telling.members(telling.CHANGED, meeting)


def _only_once_on(meeting: Meeting, referral: Referral) -> None:
    if any(item.referral_id == referral.id for item in meeting.items):
        raise Refused("This referral stands on that agenda already.")
