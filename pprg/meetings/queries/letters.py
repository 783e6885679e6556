"""Letters, as far as a reader may read them, and which are still to be written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, false, or_, select
from sqlalchemy.orm import contains_eager

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases.models import Case
from pprg.cases.queries import open_to
from pprg.database import db
from pprg.meetings.letters.kinds import OUTCOMES, DueLetter, due_for
from pprg.meetings.models import AgendaItem, Decision, Letter
from pprg.meetings.states import LetterState
from pprg.referrals.models import Referral
from pprg.referrals.queries import sent_by_agency_of
from pprg.requests.models import Asking


@dataclass(frozen=True)
class Wanted:
    """A letter that a decision asks for, with the one that answers it, if it is begun."""

    due: DueLetter
    decision: Decision
    letter: Letter | None

    @property
    def is_sent(self) -> bool:
        return self.letter is not None and self.letter.state == LetterState.SENT


def letter_visible_to(reader: Account | None, letter_id: uuid.UUID) -> Letter | None:
    return db.session.scalar(_letters_visible_to(reader).where(Letter.id == letter_id))


def letters_of_case(reader: Account | None, case: Case) -> Sequence[Letter]:
    """What this reader may read of a case's letters, oldest first."""
    found = _letters_visible_to(reader).where(Letter.case_id == case.id)
    return db.session.scalars(found.order_by(Letter.created_at)).all()


def letters_of_referral(reader: Account | None, referral: Referral) -> Sequence[Letter]:
    """Letters to the agency that made a referral, as far as this reader reads them, once they are sent."""
    found = _letters_visible_to(reader).where(
        Letter.referral_id == referral.id, Letter.state == LetterState.SENT
    )
    return db.session.scalars(found.order_by(Letter.sent_at)).all()


def letters_due(decision: Decision, *, concluded_on: date | None = None) -> list[Wanted]:
    """For services and the desk: what a decision that stands asks for. An amended one asks for nothing."""
    if not decision.is_ratified or decision.amended_by is not None:
        return []
    written = letters_of_decision(decision)
    referred = decision.item.referral_id is not None
    due = due_for(decision.route, decision.outcome, concluded_on=concluded_on)
    return [
        Wanted(each, decision, _answering(each, written)) for each in due if referred or not each.to_referrer
    ]


def letters_of_decision(decision: Decision) -> Sequence[Letter]:
    """For services: every letter about one decision, oldest first."""
    found = select(Letter).where(Letter.decision_id == decision.id)
    return db.session.scalars(found.order_by(Letter.created_at)).all()


def ratified_decisions_on(referral: Referral) -> list[Decision]:
    """For services: what stands on a referral, decided at whichever meeting."""
    found = select(Decision).join(Decision.item).where(AgendaItem.referral_id == referral.id)
    return [one for one in db.session.scalars(found) if one.is_ratified]


def digests_at_sending(letter: Letter) -> dict[str, str]:
    """For views: SHA-256 of each file as the trail kept it. Nothing of a letter sent before files were."""
    lines = select(AuditLine.detail).where(AuditLine.thing_id == letter.id, AuditLine.verb == "sent")
    said = (db.session.scalars(lines.order_by(AuditLine.number)).first() or "").split()
    told = dict(part.split("=", 1) for part in said if "=" in part)
    return {suffix: told[suffix] for suffix in ("docx", "pdf") if suffix in told}


def last_asking(case: Case) -> Asking | None:
    """For services: what agencies were last asked about a case."""
    asked = select(Asking).where(Asking.case_id == case.id)
    return db.session.scalars(asked.order_by(Asking.created_at.desc())).first()


def _answering(due: DueLetter, written: Sequence[Letter]) -> Letter | None:
    """The last one of its kind to the same readers."""
    of_kind = [one for one in written if one.kind == due.kind and _is_since(one, due.since)]
    return next((one for one in reversed(of_kind) if (one.referral_id is not None) == due.to_referrer), None)


def _is_since(letter: Letter, day: date | None) -> bool:
    return day is None or letter.created_at.astimezone(clock.LONDON).date() >= day


def _letters_visible_to(reader: Account | None) -> Select[Letter]:
    """rules.letters.read_letter, said again in SQL. A test holds the two together."""
    letters = (
        select(Letter)
        .join(Letter.case)
        .outerjoin(Letter.referral)
        .options(contains_eager(Letter.case), contains_eager(Letter.referral))
    )
    if reader is None or not reader.active:
        return letters.where(false())
    sent = Letter.state == LetterState.SENT
    ways = [and_(sent, sent_by_agency_of(reader))]
    if reader.holds(Role.COORDINATOR, Role.CHAIR):
        ways.append(open_to(reader))
    if reader.holds(Role.REPRESENTATIVE):
        ways.append(and_(sent, Letter.kind.in_(OUTCOMES), open_to(reader)))
    return letters.where(or_(*ways))
