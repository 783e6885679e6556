from __future__ import annotations

import uuid

from sqlalchemy import ColumnElement, and_, false, or_, select

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case, Member, SteppingOut
from pprg.cases.states import BY_ROLE, LOOKS_AFTER, Part
from pprg.database import db


def known_to(reader: Account | None) -> ColumnElement[bool]:
    """rules.know_of_case, said in SQL: put it into the `where` of any query joined with `Case`."""
    return _may_know(reader, frozenset(Part))


def open_to(reader: Account | None) -> ColumnElement[bool]:
    """rules.look_into_case, said in SQL."""
    return _may_know(reader, LOOKS_AFTER)


def case_known_to(reader: Account | None, case_id: uuid.UUID) -> Case | None:
    return db.session.scalar(select(Case).where(Case.id == case_id, known_to(reader)))


def case_open_to(reader: Account | None, case_id: uuid.UUID) -> Case | None:
    return db.session.scalar(select(Case).where(Case.id == case_id, open_to(reader)))


def case_by_reference(reference: str) -> Case | None:
    """For commands and other rooms' services. It has no reader, so no page may call it."""
    return db.session.scalar(select(Case).where(Case.reference == reference))


def _may_know(reader: Account | None, parts: frozenset[Part]) -> ColumnElement[bool]:
    if reader is None or not reader.active:
        return false()
    out = select(SteppingOut.id).where(SteppingOut.case_id == Case.id, SteppingOut.account_id == reader.id)
    member = select(Member.id).where(
        Member.case_id == Case.id,
        Member.account_id == reader.id,
        Member.part.in_(parts),
        or_(Member.until.is_(None), Member.until >= clock.today()),
    )
    return and_(~out.exists(), or_(_by_role(reader), member.exists()))


def _by_role(reader: Account) -> ColumnElement[bool]:
    """Case.open_to_role, said in SQL."""
    if not reader.holds(*BY_ROLE):
        return false()
    shown = ~Case.awaited
    if reader.holds(Role.COORDINATOR):
        shown = or_(shown, Case.opens_at <= clock.now())
    return and_(shown, ~Case.restricted)
