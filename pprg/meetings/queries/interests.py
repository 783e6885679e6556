"""What people at a meeting have said of themselves and its cases, and who has still to say it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from pprg.accounts.models import Account
from pprg.audit.models import AuditLine
from pprg.audit.queries import lines_of_account
from pprg.cases.models import Case, SteppingOut
from pprg.database import db
from pprg.meetings.models import AgendaItem, Interest, Meeting, Seat
from pprg.meetings.rules import interests as may
from pprg.meetings.rules.packs import owes_an_answer
from pprg.meetings.states import InterestKind


@dataclass(frozen=True)
class Said:
    """What one person who sits for an item said of it, if anything, and whether they are out of the case."""

    item: AgendaItem
    seat: Seat
    interest: Interest | None
    out: bool
    before: Sequence[AuditLine] = ()
    """What they had opened or done in the case, if they are out of it."""

    @property
    def plain(self) -> bool:
        """They said that they have none, and nothing is left to say about it."""
        said = self.interest
        none = said is not None and said.kind == InterestKind.NONE and said.ruling is None
        return none and not self.out and not self.waits_for_chair

    @property
    def waits_for_chair(self) -> bool:
        return not self.out and self.interest is not None and asks_the_chair(self.seat, self.interest)


def wants_declaration(reader: Account | None, item: AgendaItem) -> bool:
    """Whether this person sits for the item and has not said yet if they have an interest in it."""
    return reader is not None and owes_an_answer(reader, item)


def item_to_answer(reader: Account | None, item_id: uuid.UUID) -> AgendaItem | None:
    """An item of which this person may say whether they have an interest."""
    item = db.session.get(AgendaItem, item_id)
    return item if item is not None and may.declare_interest(reader, item) else None


def to_answer(reader: Account | None, meeting: Meeting) -> list[AgendaItem]:
    """The items of which this person has still to say whether they have an interest, as they stand there."""
    answers = [item for item in meeting.items if may.declare_interest(reader, item)]
    return [item for item in answers if wants_declaration(reader, item)]


def own_answers(reader: Account | None, meeting: Meeting) -> list[Interest]:
    """What this person said last of each item that is not closed to them since."""
    if reader is None:
        return []
    answers = [item for item in meeting.items if may.declare_interest(reader, item)]
    return [said for item in answers if (said := item.interest_of(reader)) is not None]


def interest_visible_to(reader: Account | None, interest_id: uuid.UUID) -> Interest | None:
    said = db.session.get(Interest, interest_id)
    return said if said is not None and may.see_interests(reader, said.item) else None


def said_of(reader: Account | None, meeting: Meeting) -> list[tuple[AgendaItem, list[Said]]]:
    """For chairs and coordinators: by item that they read, what everybody who sits for it said."""
    seen = [item for item in meeting.items if may.see_interests(reader, item)]
    return [(item, [_said(item, seat) for seat in _seats_for(item)]) for item in seen]


def can_be_said_of(item: AgendaItem, reader: Account | None) -> list[Account]:
    """For coordinators: who sits for the item, is not themselves, and is not out of the case by name."""
    out = {gone.account_id for gone in item.case.steppings_out}
    seated = [seat.account for seat in _seats_for(item)]
    return [each for each in seated if each.id not in out and (reader is None or each.id != reader.id)]


def asks_the_chair(seat: Seat, said: Interest) -> bool:
    """Whether a chair has still to rule: on an interest, or on whoever comes for somebody who is out."""
    if said.ruling is not None:
        return False
    return said.kind != InterestKind.NONE or stands_in_for_one_out(seat, said.item.case)


def stands_in_for_one_out(seat: Seat, case: Case) -> bool:
    """Whether they come for somebody who stepped out of the case: that alone does not let them in."""
    return seat.in_place_of_id is not None and is_out(case, seat.in_place_of_id)


def is_out(case: Case, account_id: uuid.UUID) -> bool:
    """For services: whether the case is closed to them, for whatever reason."""
    out = select(SteppingOut.id).where(SteppingOut.case_id == case.id, SteppingOut.account_id == account_id)
    return db.session.scalar(out) is not None


def who_comes_for(account_id: uuid.UUID, case: Case) -> Sequence[Account]:
    """For services: who sits in place of this person at a meeting with this case on its agenda."""
    found = (
        select(Seat)
        .join(AgendaItem, AgendaItem.meeting_id == Seat.meeting_id)
        .where(Seat.in_place_of_id == account_id, AgendaItem.case_id == case.id)
    )
    return list({seat.account_id: seat.account for seat in db.session.scalars(found)}.values())


def _seats_for(item: AgendaItem) -> list[Seat]:
    return [seat for seat in item.meeting.invited if seat.only_item_id in (None, item.id)]


def _said(item: AgendaItem, seat: Seat) -> Said:
    openly = any(gone.account_id == seat.account_id and not gone.quiet for gone in item.case.steppings_out)
    before = lines_of_account(seat.account_id, item.case_id) if openly else ()
    return Said(item, seat, item.interest_of(seat.account), openly, before)
