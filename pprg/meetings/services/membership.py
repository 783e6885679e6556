"""Keeping the register of who sits on the group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Mistaken, Refused
from pprg.meetings.models import CoreMember
from pprg.meetings.queries.membership import other_times_of
from pprg.meetings.states import SITS, Capacity, Voice


@dataclass(frozen=True, kw_only=True)
class Membership:
    """As what somebody sits on the group, and from when until when."""

    capacity: Capacity
    voice: Voice | None = None
    deputy: Account | None = None
    from_day: date
    to_day: date | None = None


def enter_member(account: Account, said: Membership, *, by: Account) -> CoreMember:
    """Somebody sits on the group from a day. Meetings arranged for that day or later offer them."""
    if not account.holds(*SITS):
        raise Mistaken([("account", "They are not appointed to sit at meetings today.")])
    _agree(account, said)
    member = CoreMember(account=account, account_id=account.id)
    _write(member, said)
    db.session.add(member)
    record("entered", member, by=by, account=account.id, capacity=said.capacity.name)
    return member


def change_member(member: CoreMember, said: Membership, *, by: Account) -> None:
    """Put an entry right, or end it. Seats that were given at meetings stay as they were given."""
    _agree(member.account, said, but=member)
    _write(member, said)
    until = said.to_day.isoformat() if said.to_day else "open"
    record("changed", member, by=by, account=member.account_id, capacity=said.capacity.name, until=until)


def remove_member(member: CoreMember, *, by: Account) -> None:
    """Take out an entry that has not begun. One that has is ended by its last day: it counted."""
    if member.has_begun:
        raise Refused("They have sat on the group. Enter their last day instead.")
    record("removed", member, by=by, account=member.account_id)
    db.session.delete(member)
    db.session.flush()


def _agree(account: Account, said: Membership, *, but: CoreMember | None = None) -> None:
    wrong = []
    if said.deputy is not None and said.deputy.id == account.id:
        wrong.append(("deputy", "Nobody is their own deputy."))
    if said.to_day is not None and said.to_day < said.from_day:
        wrong.append(("to_day", "The last day must not be before the first."))
    elif any(_overlap(said, other) for other in other_times_of(account, but=but)):
        wrong.append(("from_day", "They are on the group in part of that time already."))
    if wrong:
        raise Mistaken(wrong)


def _overlap(said: Membership, other: CoreMember) -> bool:
    begins_before = other.to_day is None or said.from_day <= other.to_day
    return begins_before and (said.to_day is None or other.from_day <= said.to_day)


def _write(member: CoreMember, said: Membership) -> None:
    member.capacity, member.voice = said.capacity, said.voice
    member.deputy, member.deputy_id = said.deputy, said.deputy.id if said.deputy else None
    member.from_day, member.to_day = said.from_day, said.to_day
