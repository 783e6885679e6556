from __future__ import annotations

from datetime import date

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.models import Case, Member, ReferenceCount, SteppingOut
from pprg.cases.states import Part
from pprg.database import db, take_turns
from pprg.errors import Refused


def open_case(*, by: Account, year: int | None = None) -> Case:
    """A new case with the next reference of its year."""
    case = Case(reference=_next_reference(year or clock.today().year))
    db.session.add(case)
    record("opened", case, by=by)
    return case


def let_know(case: Case, account: Account, part: Part, *, by: Account, until: date | None = None) -> Member:
    """Let somebody know of the case. Knowing twice in one part is knowing once."""
    db.session.flush()
    already = db.session.scalar(
        select(Member).where(Member.case_id == case.id, Member.account_id == account.id, Member.part == part)
    )
    if already is not None:
        already.until = until
        return already
    member = Member(case=case, account=account, part=part, until=until)
    db.session.add(member)
    record("let know", case, by=by, account=account.id, part=part.name)
    return member


def step_out(case: Case, account: Account, *, by: Account) -> SteppingOut:
    """Somebody may not know of this case from now on. Only two others can undo it (not built yet)."""
    if any(out.account_id == account.id for out in case.steppings_out):
        raise Refused("That person has stepped out already.")
    out = SteppingOut(case=case, account_id=account.id)
    db.session.add(out)
    record("stepped out", case, by=by, account=account.id)
    return out


def restrict(case: Case, *, by: Account, members: list[Account]) -> None:
    """From now on only those named (and members already named) know of the case."""
    case.restricted = True
    for account in members:
        let_know(case, account, Part.COORDINATOR, by=by)
    record("restricted", case, by=by)


def _next_reference(year: int) -> str:
    take_turns()
    count = db.session.scalar(select(ReferenceCount).where(ReferenceCount.year == year))
    if count is None:
        count = ReferenceCount(year=year, last=0)
        db.session.add(count)
    count.last += 1
    db.session.flush()
    return f"PPRG-{year}-{count.last:03}"
