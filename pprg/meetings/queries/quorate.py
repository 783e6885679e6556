"""Whether enough of the group takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import or_, select

from pprg.database import db
from pprg.guidance.codes import Route
from pprg.meetings.models import (
    AgendaItem,
    CoreMember,
    QuorumSetting,
    Seat,
)
from pprg.meetings.queries.interests import is_out, stands_in_for_one_out
from pprg.meetings.quorum import Present, Quorum, QuorumRule, rule_for, weigh_quorum
from pprg.meetings.states import COUNTS, Reply, Ruling, Voice


def quorum_of(item: AgendaItem, route: Route) -> Quorum:
    """For services: who is in the room now and takes part, weighed by the rule of the day of the meeting."""
    return weighed_with(item, route, lambda seat, _: _takes_part(seat, item))


def weighed_with(item: AgendaItem, route: Route, takes_part: Callable[[Seat, str], bool]) -> Quorum:
    """For services: those invited who count and of whom this is said, of each with the line they stand on.

    Whoever has sent a deputy does not count; the deputy does.
    """
    day = item.meeting.held_on
    core = core_members_on(day)
    here = [seat for seat in item.meeting.invited if seat.capacity in COUNTS and seat.reply != Reply.DEPUTY]
    each = [(seat, _present(seat, core)) for seat in here]
    present = [one for seat, one in each if takes_part(seat, one.line)]
    return weigh_quorum(rule_on(route, day), present, core=len(core) or len(here))


def rule_on(route: Route, day: date) -> QuorumRule:
    """What is asked for on a route on a day: the latest setting, else the house's default."""
    return rule_for(route, day, [as_rule(kept) for kept in settings_of(route)])


def settings_of(route: Route) -> Sequence[QuorumSetting]:
    """What was ever set for a route, latest first."""
    found = select(QuorumSetting).where(QuorumSetting.route == route)
    return db.session.scalars(found.order_by(QuorumSetting.valid_from.desc())).all()


def as_rule(kept: QuorumSetting) -> QuorumRule:
    needs = tuple(frozenset(Voice[name] for name in names) for names in kept.needs)
    return QuorumRule(kept.route, kept.valid_from, needs, kept.core_share)


def stepped_out_of_room(item: AgendaItem) -> list[str]:
    """Who sits at the meeting and has stepped out of this case; never who is kept out of it quietly."""
    out = {gone.account_id for gone in item.case.steppings_out if not gone.quiet}
    return [seat.account.name for seat in item.meeting.invited if seat.account_id in out]


def without_a_vote(item: AgendaItem) -> list[str]:
    """Who is in the room and does not count for this item, because of what they said of themselves and it."""
    out = {gone.account_id for gone in item.case.steppings_out}
    there = [seat for seat in item.meeting.invited if seat.is_there and seat.capacity in COUNTS]
    return [seat.account.name for seat in there if seat.account_id not in out and not _takes_part(seat, item)]


def core_members_on(day: date) -> Sequence[CoreMember]:
    """Who sits on the group on this day and counts. None while nobody has entered them."""
    there = select(CoreMember).where(
        CoreMember.from_day <= day,
        or_(CoreMember.to_day.is_(None), CoreMember.to_day >= day),
        CoreMember.capacity.in_(COUNTS),
    )
    return db.session.scalars(there).all()


def _takes_part(seat: Seat, item: AgendaItem) -> bool:
    return seat.is_there and may_take_part(seat, item)


def may_take_part(seat: Seat, item: AgendaItem) -> bool:
    """Whether nothing said of this member and the case keeps them from deciding, there or in writing."""
    if is_out(item.case, seat.account_id):
        return False
    said = item.interest_of(seat.account)
    if stands_in_for_one_out(seat, item.case):
        return said is not None and said.ruling == Ruling.STAY
    return said is None or said.takes_part


def _present(seat: Seat, core: Sequence[CoreMember]) -> Present:
    """A deputy counts as the core member for whom they come."""
    ids = {member.account_id for member in core} | {member.deputy_id for member in core}
    counts = not core or seat.account_id in ids or seat.in_place_of_id in ids - {None}
    return Present(seat.account.name, seat.capacity, seat.voice, core=counts)
