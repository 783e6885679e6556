"""Handing a referral over: the essentials at once, the rest by a day."""

from __future__ import annotations

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.models import Case
from pprg.cases.services import let_know, open_case
from pprg.cases.states import Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.calendar import working_days_after, working_hours_after
from pprg.guidance.queries import closed_days
from pprg.notices.services import put_in
from pprg.people import services as people
from pprg.people.queries import people_of_case
from pprg.people.states import SecretKind
from pprg.referrals import answers as read_off
from pprg.referrals import reading, wording
from pprg.referrals.completeness import Missing, finished, stops, to_follow
from pprg.referrals.models import Referral, Sending
from pprg.referrals.services import apart, documents
from pprg.referrals.services.telling import tell_coordinators
from pprg.referrals.services.timing import set_clocks_going
from pprg.referrals.services.writing import Overtaken, hold
from pprg.referrals.states import ESSENTIALS, SENT, Event, State

REST_WITHIN = 5
"""Working days in which what was to follow may be sent."""
LEAD_ANSWERS_WITHIN = 4
"""Working hours after which the coordinators learn of a referral that no lead has answered."""
OTHER_PERSON = "Other person"


class NotReady(Refused):
    """It cannot be sent yet; `wanting` says what to do, and where."""

    def __init__(self, wanting: list[Missing]) -> None:
        self.wanting = wanting
        super().__init__(" ".join(one.sentence for one in wanting))


def send_referral(referral: Referral, *, by: Account, version: int | None = None) -> None:
    """Send what is there: a reference, a receipt, and the words are fixed.

    It goes to the agency's safeguarding leads, who authorise it; a legal clock that may be running lets the
    coordinators know at once. Pressed twice, it is sent once. `version` is the one whose words were looked
    through before sending.
    """
    hold(referral)
    if referral.state in SENT:
        return
    _check(referral, version)
    referral.move(Event.SEND)
    case = referral.case or open_case(by=by)
    referral.case, referral.sent_at = case, referral.sent_at or clock.now()
    if referral.state == State.AWAITING:
        _wait_for_authorisation(case, referral)
    if referral.rest_by is None and to_follow(referral.answers, on=clock.today()):
        referral.rest_by = working_days_after(clock.today(), REST_WITHIN, closed=closed_days())
    _fix_words(referral, by)
    _fill_vault(case, referral, by)
    _let_own_agency_know(case, referral, by)
    for asked in referral.questions:
        asked.answered_at = asked.answered_at or clock.now()
    set_clocks_going(referral, by=by)
    record("sent", referral, by=by, receipt=referral.receipt)
    if referral.state == State.AWAITING:
        _tell_about_authorising(referral)
    else:
        tell_coordinators(wording.RECEIVED, referral, but=by)


def send_the_rest(referral: Referral, *, by: Account, version: int | None = None) -> None:
    """Send what was to follow. What is still not finished may follow until the day that was shown.

    Pressed twice, it is sent once; so is a first sending whose second press arrives here.
    """
    hold(referral)
    if _just_sent(referral, version):
        return
    if not referral.rest_is_open:
        raise Refused("The time for sending the rest is over. Add what you know as an addendum.")
    _check(referral, version)
    referral.move(Event.FOLLOW_UP)
    if not to_follow(referral.answers, on=clock.today()):
        referral.rest_by = None
    _fix_words(referral, by)
    if referral.case is not None:
        _fill_vault(referral.case, referral, by)
    set_clocks_going(referral, by=by)
    record("sent the rest of", referral, by=by, receipt=referral.receipt)
    if referral.authorised_at:
        tell_coordinators(wording.MORE_CAME, referral, but=by)


def _check(referral: Referral, version: int | None) -> None:
    if version is not None and version != referral.version:
        raise Overtaken("The words changed after you opened this page. Look through them again.")
    if wanting := stops(referral.answers, on=clock.today()):
        raise NotReady(wanting)


def _just_sent(referral: Referral, version: int | None) -> bool:
    """Whether what was looked through has been sent meanwhile, and nothing was written or added since."""
    stale = version is not None and version != referral.version
    if not stale or any(document.sent_at is None for document in referral.documents):
        return False
    return bool(referral.sendings) and referral.sendings[-1].answers == referral.answers


def _wait_for_authorisation(case: Case, referral: Referral) -> None:
    """Coordinators learn of it when no lead answers in time; at once if a legal clock may be running.

    Sent again after a lead's comment, it is not hidden from coordinators who know of it already.
    """
    now = clock.now()
    if case.opens_at is not None and case.opens_at <= now:
        referral.authorise_by = case.opens_at
    elif read_off.clock_may_run(referral.answers) or not apart.leads(referral):
        referral.authorise_by = now
    else:
        referral.authorise_by = working_hours_after(now, LEAD_ANSWERS_WITHIN, closed=closed_days())
    case.awaited, case.opens_at = True, referral.authorise_by


def _tell_about_authorising(referral: Referral) -> None:
    for lead in apart.leads(referral):
        put_in(wording.TO_AUTHORISE, to=lead.id, about=referral.id)
    tell_coordinators(wording.AWAITED, referral, not_before=referral.authorise_by)


def _fix_words(referral: Referral, by: Account) -> None:
    now = clock.now()
    again = ", sent again" if referral.sendings else ""
    when = now.astimezone(clock.LONDON)
    referral.about = read_off.label_of(referral.answers, on=clock.today())
    referral.urgent = read_off.is_urgent(referral.answers)
    heading = f"Referral {referral.reference}{again}\n{referral.agency.name}, {when:%Y-%m-%d %H:%M}"
    text = reading.as_text(reading.parts(referral.answers, on=clock.today()), heading=heading)
    referral.receipt = reading.receipt_of(text)
    done = finished(referral.answers, on=clock.today())
    sending = Sending(
        referral=referral,
        sent_at=now,
        sent_by_id=by.id,
        answers=referral.answers,
        text=text,
        receipt=referral.receipt,
        steps=sorted({*ESSENTIALS, *done}),
    )
    db.session.add(sending)
    documents.send_along(referral, by=by)


def _fill_vault(case: Case, referral: Referral, by: Account) -> None:
    """Who it is goes to the vault; sent again, what is known better replaces what was known.

    Then everybody in it is looked for among those known already. Its writer is told nothing of that.
    """
    said = referral.answers
    known = people_of_case(case.id)
    whom = next((person for person in known if person.subject), None)
    if whom is None:
        whom = people.add_person(
            case, label=referral.about, subject=True, by=by, **read_off.particulars(said)
        )
    else:
        people.change_person(whom, label=referral.about, by=by, **read_off.particulars(said))
    there = {name for person in known for name in person.identity.names}
    fresh = [one for one in read_off.others(said) if one["names"][0] not in there]
    new = [
        people.add_person(case, label=f"{OTHER_PERSON} {number}", subject=False, by=by, **one)
        for number, one in enumerate(fresh, start=max(1, len(known)))
    ]
    people.keep_secrets(case, SecretKind.STAFF, read_off.staff(said), by=by)
    people.keep_secrets(case, SecretKind.EXACT_DATE, read_off.exact_days(said), by=by)
    db.session.flush()
    for person in [whom, *new]:
        people.look_for_matches(person, by=by)
    apart.keep_out(case, referral, by=by)


def _let_own_agency_know(case: Case, referral: Referral, by: Account) -> None:
    let_know(case, referral.owner, Part.REFERRER, by=by)
    for share in referral.shares:
        let_know(case, share.account, Part.REFERRER, by=by)
    for lead in apart.leads(referral):
        let_know(case, lead, Part.SAFEGUARDING_LEAD, by=by)
