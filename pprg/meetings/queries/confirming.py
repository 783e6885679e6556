"""What a meeting that was too small recommended, and who is asked to confirm it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, false, select
from sqlalchemy.orm import contains_eager

from pprg import clock
from pprg.accounts.models import Account
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.guidance.calendar import working_days_after
from pprg.guidance.queries import closed_days
from pprg.meetings.models import Confirmation, Decision, Seat
from pprg.meetings.queries.quorate import may_take_part, weighed_with
from pprg.meetings.quorum import Present, Quorum
from pprg.meetings.states import COUNTS, Reply, State
from pprg.publications.disclosure.folding import folded

WITHIN = 3
"""Working days in which named members confirm in writing."""


def confirmation_visible_to(reader: Account | None, confirmation_id: uuid.UUID) -> Confirmation | None:
    return db.session.scalar(_confirmations_of(reader).where(Confirmation.id == confirmation_id))


def confirmations_wanted_of(reader: Account | None) -> Sequence[Confirmation]:
    """What this member is asked to confirm and has not answered, the longest waiting first."""
    found = _confirmations_of(reader).where(Decision.state == State.PENDING).order_by(Decision.signed_at)
    return [one for one in db.session.scalars(found) if not one.answered]


def confirm_by(decision: Decision) -> date | None:
    """The day by which named members confirm it."""
    if decision.signed_at is None:
        return None
    day = decision.signed_at.astimezone(clock.LONDON).date()
    return working_days_after(day, WITHIN, closed=closed_days())


def quorum_now(decision: Decision) -> Quorum:
    """Who took part when it was recorded and who has confirmed it since, weighed as one meeting.

    Whoever the chair has ruled to give facts only, or to leave, does not count in writing either.
    """
    agreed = {one.account_id for one in decision.confirmations if one.agrees and one.answered}
    took_part = set(decision.took_part or [])
    item = decision.item

    def agrees(seat: Seat, line: str) -> bool:
        return line in took_part or (seat.account_id in agreed and may_take_part(seat, item))

    return weighed_with(item, decision.route, agrees)


def members_to_ask(decision: Decision) -> list[Seat]:
    """Members invited to the meeting whose word would count and who did not take part, by name.

    For whoever sent a deputy the deputy answers.
    """
    took_part, item = set(decision.took_part or []), decision.item
    count = [seat for seat in item.meeting.invited if seat.capacity in COUNTS and seat.reply != Reply.DEPUTY]
    able = [seat for seat in count if _line(seat) not in took_part and may_take_part(seat, item)]
    return sorted(able, key=lambda seat: folded(seat.account.name))


def _line(seat: Seat) -> str:
    return Present(seat.account.name, seat.capacity, seat.voice).line


def _confirmations_of(reader: Account | None) -> Select[Confirmation]:
    """rules.read_confirmation, said again in SQL. A test holds the two together."""
    found = select(Confirmation).join(Confirmation.decision).join(Decision.case)
    if reader is None:
        return found.where(false())
    found = found.options(contains_eager(Confirmation.decision).contains_eager(Decision.case))
    return found.where(
        Confirmation.account_id == reader.id,
        Decision.state.in_([State.PENDING, State.SIGNED]),
        open_to(reader),
        Case.id == Decision.case_id,
    )
