"""Who sits on the group."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.database import db
from pprg.meetings.models import CoreMember, Meeting
from pprg.meetings.states import SITS, Capacity
from pprg.publications.disclosure.folding import folded

RANK = {capacity: place for place, capacity in enumerate(Capacity)}


def core_member_visible_to(reader: Account | None, core_member_id: uuid.UUID) -> CoreMember | None:
    """rules.membership.list_members, said of one entry."""
    if reader is None or not reader.holds(*SITS):
        return None
    return db.session.get(CoreMember, core_member_id)


def core_members_visible_to(reader: Account | None) -> Sequence[CoreMember]:
    """Everybody who sits, sat or will sit on the group, the chair first, then by agency and name."""
    if reader is None or not reader.holds(*SITS):
        return []
    return _in_order(select(CoreMember))


def core_members_on(day: date) -> Sequence[CoreMember]:
    """For services: who sits on the group on a day and signs in today."""
    found = _in_order(select(CoreMember).where(_sits_on(day)))
    return [member for member in found if member.account.holds(*SITS)]


def core_member_on(account: Account, day: date) -> CoreMember | None:
    """For services: as what somebody sits on the group on a day."""
    found = select(CoreMember).where(CoreMember.account_id == account.id, _sits_on(day))
    return db.session.scalar(found.order_by(CoreMember.from_day.desc()))


def core_members_to_invite(meeting: Meeting) -> list[CoreMember]:
    """For services: the core members of its day who are not invited to it yet."""
    invited = {seat.account_id for seat in meeting.invited}
    return [member for member in core_members_on(meeting.held_on) if member.account_id not in invited]


def other_times_of(account: Account, *, but: CoreMember | None = None) -> Sequence[CoreMember]:
    """For services: when else somebody sits on the group."""
    found = select(CoreMember).where(CoreMember.account_id == account.id)
    return [member for member in db.session.scalars(found) if but is None or member.id != but.id]


def people_who_may_sit() -> list[Account]:
    """Whom a coordinator may enter, by name: everybody appointed to sit at meetings today."""
    able = {account.id: account for role in sorted(SITS) for account in active_accounts_with(role)}
    return sorted(able.values(), key=lambda account: folded(account.name))


def sits_today(member: CoreMember) -> bool:
    return member.from_day <= clock.today() and (member.to_day is None or clock.today() <= member.to_day)


def _sits_on(day: date) -> ColumnElement[bool]:
    return (CoreMember.from_day <= day) & or_(CoreMember.to_day.is_(None), CoreMember.to_day >= day)


def _in_order(found: Select[CoreMember]) -> list[CoreMember]:
    loaded = found.options(joinedload(CoreMember.account), joinedload(CoreMember.deputy))
    everybody = db.session.scalars(loaded).unique()
    return sorted(
        everybody,
        key=lambda one: (RANK[one.capacity], one.account.agency_name, folded(one.account.name), one.from_day),
    )
