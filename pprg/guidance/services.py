from __future__ import annotations

from datetime import date

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.calendar import bank_holidays, is_working_day
from pprg.guidance.due import said
from pprg.guidance.models import Closure
from pprg.guidance.queries import closure_on

FURTHEST = 5
"""Years ahead that a closure may lie: further off it is a slip of the key."""


def close_day(day: date, why: str, *, by: Account) -> Closure:
    """From now on nobody works that day: every date that steps over it moves."""
    if closure_on(day):
        raise Refused(f"{said(day)} is closed already.")
    if not why.strip():
        raise Refused("Say why nobody works that day.")
    if not is_working_day(day):
        holiday = bank_holidays(day.year).get(day)
        raise Refused(f"{said(day)} is not counted already: {holiday or 'it is at a weekend'}.")
    if abs(day.year - clock.today().year) > FURTHEST:
        raise Refused(f"Choose a day within {FURTHEST} years.")
    closure = Closure(day=day, why=why.strip(), added_by_id=by.id)
    db.session.add(closure)
    record("closed a day", closure, by=by, day=day.isoformat())
    return closure


def open_day(closure: Closure, *, by: Account) -> None:
    """That day is worked after all: every date that stepped over it moves back."""
    record("opened a day", closure, by=by, day=closure.day.isoformat())
    db.session.delete(closure)
    db.session.flush()
