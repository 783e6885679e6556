"""Asking several agencies in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.audit.services import record
from pprg.cases.clocks import go_on, start_clock
from pprg.cases.models import Case
from pprg.cases.queries import clocks_of_case
from pprg.database import db
from pprg.errors import Mistaken
from pprg.guidance.clocks import ClockKind, Trigger
from pprg.requests.models import Asking, InfoRequest
from pprg.requests.queries import agencies_asked
from pprg.requests.services import apart, telling
from pprg.requests.states import OPEN, LegalBasis


@dataclass(frozen=True, kw_only=True)
class AskingWords:
    """What agencies are told and asked."""

    basis: LegalBasis
    identifiers: str
    due_on: date
    period_from: date | None = None
    period_to: date | None = None
    questions: str = ""
    rapid: bool = False


def ask_agencies(case: Case, agencies: Sequence[Agency], words: AskingWords, *, by: Account) -> Asking:
    """Ask all of them at once. Their leads and representatives are told by mail, without a name.

    An agency that was asked and has not answered is not asked a second time: a lost answer or a double
    click asks nobody twice.
    """
    db.session.execute(select(Case.id).where(Case.id == case.id).with_for_update())
    _can_be_asked(case, agencies, words)
    apart.keep_out_namesakes(case, agencies, words.identifiers, by=by)
    asking = Asking(
        case=case,
        case_id=case.id,
        basis=words.basis,
        identifiers=words.identifiers,
        period_from=words.period_from,
        period_to=words.period_to,
        questions=words.questions,
        rapid=words.rapid,
        by=by,
    )
    db.session.add(asking)
    record("asked agencies about", asking, by=by, agencies=len(agencies), basis=words.basis.name)
    for agency in agencies:
        asking.requests.append(
            InfoRequest(case=case, case_id=case.id, agency=agency, agency_id=agency.id, due_on=words.due_on)
        )
    set_clock_going(case, rapid=words.rapid, by=by)
    db.session.flush()
    for request in asking.requests:
        telling.agency(telling.ASKED, request)
    return asking


def set_clock_going(case: Case, *, rapid: bool, by: Account) -> None:
    """The clock of what was asked first runs on; each request has its own day besides."""
    kind = ClockKind.INFO_RETURN_RR if rapid else ClockKind.INFO_RETURN
    if not any(due.clock.kind == kind and due.clock.runs for due in clocks_of_case(case)):
        begun = start_clock(case, kind, trigger=clock.today(), by=by, counted_from=Trigger.INFO_ASKED)
        go_on(begun, by=by)  # one that was stopped on the very day it began


def _can_be_asked(case: Case, agencies: Sequence[Agency], words: AskingWords) -> None:
    mistakes = []
    waiting = {agency_id for agency_id, state in agencies_asked(case.id).items() if state in OPEN}
    again = [agency.name for agency in agencies if agency.id in waiting]
    if not agencies:
        mistakes.append(("agencies", "Choose at least one agency."))
    if again:
        asked = " and ".join(again) if len(again) < 3 else f"{len(again)} of these agencies"
        has = "has" if len(again) == 1 else "have"
        mistakes.append(
            ("agencies", f"{asked} {has} been asked already and {has} not answered. Remind them instead.")
        )
    if not words.identifiers.strip():
        mistakes.append(("identifiers", "Say how the agency can find the person in its records."))
    if words.due_on < clock.today():
        mistakes.append(("due_on", "The day to answer by must be today or later."))
    if words.period_from and words.period_to and words.period_to < words.period_from:
        mistakes.append(("period_to", "The period must end on or after the day it begins."))
    if mistakes:
        raise Mistaken(mistakes)
