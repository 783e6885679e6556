"""Whether enough of the group takes part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, or_, select

from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings.models import (
    AgendaItem,
    CoreMember,
    QuorumSetting,
    Seat,
)
from pprg.meetings.quorum import Present, Quorum, QuorumRule, rule_for, weigh_quorum
from pprg.meetings.states import COUNTS, Voice


def quorum_of(item: AgendaItem, route: Route) -> Quorum:
    """For services: who is in the room now and takes part, weighed by the rule of the day of the meeting."""
    return weighed_with(item, route, lambda seat, _: _takes_part(seat, item))


def weighed_with(item: AgendaItem, route: Route, takes_part: Callable[[Seat, str], bool]) -> Quorum:
    """For services: those invited who count and of whom this is said, of each with the line they stand on."""
    day = item.meeting.held_on
    settings = [
        QuorumRule(
            kept.route,
            kept.valid_from,
            tuple(frozenset(Voice[name] for name in names) for names in kept.needs),
            kept.core_share,
        )
        for kept in db.session.scalars(select(QuorumSetting))
    ]
    here = [seat for seat in item.meeting.invited if seat.capacity in COUNTS]
    each = [(seat, Present(seat.account.name, seat.capacity, seat.voice)) for seat in here]
    present = [one for seat, one in each if takes_part(seat, one.line)]
    return weigh_quorum(rule_for(route, day, settings), present, core=_core_members(day) or len(here))


def _takes_part(seat: Seat, item: AgendaItem) -> bool:
    out = any(gone.account_id == seat.account_id for gone in item.case.steppings_out)
    said = item.interest_of(seat.account)
    return seat.is_there and not out and (said is None or said.takes_part)


def _core_members(day: date) -> int:
    """How many sit on the group on this day. Nought while nobody has entered them."""
    there = select(func.count(CoreMember.id)).where(
        CoreMember.from_day <= day,
        or_(CoreMember.to_day.is_(None), CoreMember.to_day >= day),
        CoreMember.capacity.in_(COUNTS),
    )
    return db.session.scalar(there) or 0
