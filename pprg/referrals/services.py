from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import undefer

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.audit.services import record, record_read
from pprg.cases.models import Case
from pprg.cases.rules import look_into_case
from pprg.cases.services import let_know, open_case
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.notices.services import put_in
from pprg.people import services as people
from pprg.people.queries import people_of_case
from pprg.people.states import Purpose, SecretKind
from pprg.referrals import answers as read_off
from pprg.referrals import reading, wording
from pprg.referrals.completeness import Missing, missing
from pprg.referrals.models import Question, Referral, Sending
from pprg.referrals.states import WITH_THE_GROUP, Event, Step

A_SITTING = timedelta(minutes=15)
OTHER_PERSON = "Other person"


class Overtaken(Refused):
    """Somebody saved newer words meanwhile. Nothing was overwritten."""


class NotReady(Refused):
    """It cannot be sent yet; `wanting` says what to do, and where."""

    def __init__(self, wanting: list[Missing]) -> None:
        self.wanting = wanting
        super().__init__(" ".join(one.sentence for one in wanting))


def start_referral(*, by: Account) -> Referral:
    """A blank referral that only its writer can see, with what is known of the writer filled in."""
    if by.agency_id is None:
        raise Refused("Your account belongs to no agency, so it cannot refer. Ring us.")
    known = {"name": by.name, "email": by.email}
    referral = Referral(owner=by, agency_id=by.agency_id, answers={Step.YOU: known})
    db.session.add(referral)
    record("started", referral, by=by)
    return referral


def save_step(
    referral: Referral, step: Step, answers: Mapping[str, Any], *, version: int, by: Account
) -> None:
    """Keep one step as it was typed, complete or not.

    `version` is the referral's when the page was opened. If this step was saved since by another
    browser nothing is changed and `Overtaken` is raised; saving the same words twice is saving once.
    """
    _hold(referral)
    if not referral.being_written:
        raise Refused(f"You cannot change a referral that is {referral.state}.")
    kept = referral.answers.get(step, {})
    words = {**kept, **answers}
    if words == kept and step in referral.marks:
        return
    if not referral.marks.get(step, 0) <= version <= referral.version:
        raise Overtaken("This page was saved somewhere else while you were writing.")
    new_sitting = clock.now() - referral.saved_at > A_SITTING or not referral.marks
    referral.answers = {**referral.answers, step: words}
    referral.marks = {**referral.marks, step: referral.version + 1}
    referral.about = read_off.label_of(referral.answers, on=clock.today())
    referral.urgent = read_off.is_urgent(referral.answers)
    referral.saved_at = clock.now()
    db.session.flush()
    if new_sitting:  # a line for each sitting, not for every pause of the typing
        record("wrote", referral, by=by, step=step)


def send_referral(referral: Referral, *, by: Account, version: int | None = None) -> None:
    """Hand the referral to the group: a reference, a receipt, and its words are fixed.

    Pressed twice, it is sent once. `version` is the one whose words were looked through before sending.
    """
    _hold(referral)
    if referral.state in WITH_THE_GROUP:
        return
    if version is not None and version != referral.version:
        raise Overtaken("The words changed after you opened this page. Look through them again.")
    if wanting := missing(referral.answers, on=clock.today()):
        raise NotReady(wanting)
    referral.move(Event.SEND)
    case = referral.case or open_case(by=by)
    referral.case, referral.sent_at = case, referral.sent_at or clock.now()
    referral.about = read_off.label_of(referral.answers, on=clock.today())
    _fix_words(referral, by)
    _fill_vault(case, referral, by)
    for asked in referral.questions:
        asked.answered_at = asked.answered_at or clock.now()
    _let_own_agency_know(case, referral, by)
    record("sent", referral, by=by, receipt=referral.receipt)
    _tell_coordinators(wording.RECEIVED, case, referral, by)


def return_referral(referral: Referral, question: str, *, by: Account) -> None:
    """Give it back to its writer with a question. It keeps its reference and its place in time."""
    if not question.strip():
        raise Refused("Say what you need to know.")
    _hold(referral)
    referral.move(Event.RETURN)
    db.session.add(Question(referral=referral, words=question, asked_by_id=by.id))
    record("returned", referral, by=by)
    put_in(wording.RETURNED, to=referral.owner_id, about=referral.id)


def withdraw_referral(referral: Referral, *, reason: str = "", by: Account) -> None:
    """Take it back. A draft is thrown away with its words; of one that was sent the group learns why."""
    _hold(referral)
    if referral.case is not None and not reason.strip():
        raise Refused("Say why you withdraw it.")
    case = referral.case
    referral.move(Event.WITHDRAW)
    if case is None:
        referral.answers, referral.about = {}, ""
        record("threw away", referral, by=by)
        return
    referral.withdrawn_because = reason
    record("withdrew", referral, by=by)
    _tell_coordinators(wording.WITHDRAWN, case, referral, by)


def table_referral(referral: Referral, *, by: Account) -> None:
    """A meeting has put it on its agenda."""
    _hold(referral)
    referral.move(Event.TABLE)
    record("tabled", referral, by=by)


def take_off_agenda(referral: Referral, *, by: Account) -> None:
    """It waits for a meeting again."""
    _hold(referral)
    referral.move(Event.TAKE_OFF)
    record("took off the agenda", referral, by=by)


def close_referral(referral: Referral, *, outcome: str, by: Account) -> None:
    """The group has decided. `outcome` is the sentence that the referrer reads."""
    _hold(referral)
    referral.move(Event.DECIDE)
    referral.outcome, referral.decided_at = outcome, clock.now()
    record("decided", referral, by=by)
    put_in(wording.DECIDED, to=referral.owner_id, about=referral.id)


def note_reading(referral: Referral, *, by: Account) -> None:
    """Somebody opens a referral that is not their own. Written down before it is shown."""
    if by.id != referral.owner_id:
        record_read("read", referral, by=by)


def note_reading_as_written(referral: Referral, *, purpose: Purpose, by: Account) -> None:
    """Somebody is about to read the words with the names in them, and why."""
    record_read("read as written", referral, by=by, purpose=purpose.name)


def note_taking(referral: Referral, *, by: Account) -> None:
    """Somebody takes the words away as a file."""
    record_read("took words of", referral, by=by)


def _hold(referral: Referral) -> None:
    """Everybody else waits who wants to change this referral; what they changed before is seen."""
    newest = select(Referral).where(Referral.id == referral.id).options(undefer(Referral.answers))
    db.session.scalars(newest.with_for_update().execution_options(populate_existing=True)).one()


def _fix_words(referral: Referral, by: Account) -> None:
    now = clock.now()
    again = ", sent again" if referral.sendings else ""
    when = now.astimezone(clock.LONDON)
    heading = f"Referral {referral.reference}{again}\n{referral.agency.name}, {when:%Y-%m-%d %H:%M}"
    text = reading.as_text(reading.parts(referral.answers, on=clock.today()), heading=heading)
    referral.receipt = reading.receipt_of(text)
    db.session.add(
        Sending(
            referral=referral,
            sent_at=now,
            sent_by_id=by.id,
            answers=referral.answers,
            text=text,
            receipt=referral.receipt,
        )
    )


def _fill_vault(case: Case, referral: Referral, by: Account) -> None:
    """Who it is goes to the vault; sent again, what is known better replaces what was known."""
    said = referral.answers
    known = people_of_case(case.id)
    whom = next((person for person in known if person.subject), None)
    if whom is None:
        people.add_person(case, label=referral.about, subject=True, by=by, **read_off.particulars(said))
    else:
        people.change_person(whom, label=referral.about, by=by, **read_off.particulars(said))
    there = {name for person in known for name in person.identity.names}
    fresh = [name for name in read_off.others(said) if name not in there]
    for number, name in enumerate(fresh, start=max(1, len(known))):
        people.add_person(case, label=f"{OTHER_PERSON} {number}", subject=False, names=[name], by=by)
    people.keep_secrets(case, SecretKind.STAFF, read_off.staff(said), by=by)
    people.keep_secrets(case, SecretKind.EXACT_DATE, read_off.exact_days(said), by=by)


def _let_own_agency_know(case: Case, referral: Referral, by: Account) -> None:
    let_know(case, referral.owner, Part.REFERRER, by=by)
    for lead in active_accounts_with(Role.SAFEGUARDING_LEAD):
        if lead.agency_id == referral.agency_id:
            let_know(case, lead, Part.SAFEGUARDING_LEAD, by=by)


def _tell_coordinators(kind: str, case: Case, referral: Referral, by: Account) -> None:
    db.session.flush()
    for coordinator in active_accounts_with(Role.COORDINATOR):
        if coordinator.id != by.id and look_into_case(coordinator, case):
            put_in(kind, to=coordinator.id, about=referral.id)
