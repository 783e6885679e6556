"""A letter, from the words proposed to the moment it is sent. From then on it is fixed, files and all."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from pprg import clock
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.clocks import stop_clock
from pprg.cases.models import Case
from pprg.database import db
from pprg.documents.letters import LetterOnPaper, NotDrawn, drawn
from pprg.errors import Mistaken, Refused
from pprg.guidance.clocks import ClockKind
from pprg.meetings.letters import compose
from pprg.meetings.letters.kinds import OF_A_DECISION, OUTCOMES, TO_REFERRER, MustStand, addressed
from pprg.meetings.letters.paper import digest_of, digests_of, head_of, to_be_sent
from pprg.meetings.letters.proposing import left_open, proposed
from pprg.meetings.models import Decision, Letter
from pprg.meetings.queries.finds import finds_in
from pprg.meetings.queries.letters import letters_due, ratified_decisions_on
from pprg.meetings.services import posting
from pprg.meetings.states import LetterEvent, LetterKind, LetterState
from pprg.notices.services import put_in
from pprg.referrals.letters import other_cases
from pprg.referrals.models import Referral
from pprg.referrals.services import timing

STOPS = {LetterKind.PANEL: ClockKind.RAPID_REVIEW, LetterKind.HOME_OFFICE: ClockKind.DHR_HO_NOTICE}
"""What is done once such a letter is sent."""


class Overtaken(Refused):
    """Somebody else saved other words first; both texts are wanted, and a person chooses."""


def propose_letter(
    kind: LetterKind,
    *,
    case: Case | None = None,
    referral: Referral | None = None,
    decision: Decision | None = None,
    to: str = "",
    by: Account,
) -> Letter:
    """A draft in words that follow from what is known. Asked twice, it is the draft that is begun.

    With a referral its agency reads it once it is sent. Without one it goes to others, by hand.
    """
    case = _case_of(case, referral, decision)
    if kind in OF_A_DECISION and decision is None:
        raise Refused("Such a letter is of a decision: begin it from there.")
    if kind in TO_REFERRER and referral is None:
        raise Refused("Such a letter answers a referral: say which.")
    db.session.flush()
    db.session.execute(select(Case.id).where(Case.id == case.id).with_for_update())
    to = to.strip() or addressed(kind, referral.agency.name if referral else "")
    if begun := _begun(kind, case, referral, decision, to):
        return begun
    facts = compose.facts_of(case, referral, decision, by=by)
    letter = Letter(
        case=case, kind=kind, referral=referral, decision=decision, to=to, words=proposed(kind, facts)
    )
    letter.saved_at, letter.saved_by_id = clock.now(), by.id
    db.session.add(letter)
    record("began", letter, by=by, kind=kind.name)
    return letter


def save_letter(letter: Letter, *, to: str, words: str, version: int, by: Account) -> None:
    """Keep what was typed over this `version`; Overtaken if somebody else saved other words since."""
    _hold(letter)
    if (to, words) == (letter.to, letter.words):
        return
    if letter.state == LetterState.DRAFT and version != letter.version:
        raise Overtaken("Somebody else saved this letter after you opened it.")
    letter.move(LetterEvent.SAVE)
    letter.to, letter.words = to, words
    letter.saved_at, letter.saved_by_id = clock.now(), by.id
    record("saved", letter, by=by)


def send_letter(
    letter: Letter, *, by: Account, version: int | None = None, names: MustStand | None = None
) -> None:
    """Fix its words and its files for good. Sent twice is sent once.

    To the agency that made a referral this sends it. Any other letter then goes out by hand. Where `names`
    of people stand in it, it goes only if whoever sends it says in fixed words why they must: the trail
    keeps that, and tells no story. Files that cannot be made are not sent, and nothing has changed.
    """
    _hold(letter)
    if letter.state == LetterState.SENT and letter.sent_by_id == by.id:
        return
    if version is not None and version != letter.version:
        raise Refused("This letter was changed after you opened it. Read it again first.")
    if wrong := mistakes_in(letter):
        raise Mistaken(wrong)
    _stands(letter)
    if (named := len(finds_in(letter, compose.house()).sure)) and names is None:
        raise Refused("Names of people in the case stand in it. Change them, or say why they must stand.")
    now = clock.now()
    paper = to_be_sent(letter, compose.house(), at=now, by=by)
    files = _files(paper)
    letter.move(LetterEvent.SEND)
    letter.sent_at, letter.sent_by, letter.sent_by_id = now, by, by.id
    letter.docx_as_sent, letter.pdf_as_sent = files["docx"], files["pdf"]
    letter.head_as_sent = head_of(paper)
    letter.digest = digest_of(letter)
    told = {"names": named, "because": names.name} if named and names else {}
    record("sent", letter, by=by, kind=letter.kind.name, digest=letter.digest, **digests_of(files), **told)
    _is_done(letter, by)
    for reader in _told(letter):
        put_in(posting.LETTER, to=reader, about=letter.id)


def remove_letter(letter: Letter, *, by: Account) -> None:
    """Take away a draft. What was sent stays."""
    _hold(letter)
    if letter.state != LetterState.DRAFT:
        raise Refused("It was sent. What was sent is kept.")
    record("removed", letter, by=by, kind=letter.kind.name)
    db.session.delete(letter)
    db.session.flush()


def mistakes_in(letter: Letter) -> list[tuple[str, str]]:
    """What stands in the way of sending it, each with the box it is in."""
    wrong = []
    for where, text in (("to", letter.to), ("words", letter.words)):
        if not text.strip():
            wrong.append((where, {"to": "Say who it is to.", "words": "Write the letter."}[where]))
        if still := left_open(text):
            wrong.append((where, f"Something in square brackets is still to be written: {still[0]}"))
        if others := other_cases(text, letter.case.reference):
            wrong.append((where, f"The letter names another case: {', '.join(others)}. Take it out."))
    return wrong


def _told(letter: Letter) -> set[uuid.UUID]:
    """Whoever made the referral; that we have it, also the lead who authorised it."""
    referral = letter.referral
    if referral is None:
        return set()
    leads = referral.authorisations if letter.kind == LetterKind.ACKNOWLEDGEMENT else []
    return {referral.owner_id, *(one.by_id for one in leads[-1:])}


def _files(paper: LetterOnPaper) -> dict[str, bytes]:
    try:
        return drawn(paper)
    except NotDrawn:
        raise Refused(
            "Its files could not be made, so it was not sent. Every word of it is kept. Tell whoever looks "
            "after the system, then send it again."
        ) from None


def _stands(letter: Letter) -> None:
    decision = letter.decision
    if decision is None:
        return
    if not decision.is_ratified:
        raise Refused("The decision is not ratified yet. Nobody outside hears of it before.")
    if decision.amended_by is not None:
        raise Refused("The decision has been amended since. Begin the letter of the new one.")


def _is_done(letter: Letter, by: Account) -> None:
    """Stop the clocks of what this letter was."""
    today = clock.today()
    if kind := STOPS.get(letter.kind):
        stop_clock(letter.case, kind, on=today, by=by)
    if letter.referral is None:
        return
    if letter.kind == LetterKind.ACKNOWLEDGEMENT:
        timing.somebody_answered(letter.referral, by=by)
    if letter.kind in OUTCOMES and not _owed(letter.referral):
        stop_clock(letter.case, ClockKind.OUTCOME_LETTER, on=today, by=by)


def _owed(referral: Referral) -> bool:
    """Whether another outcome on it has not been told yet."""
    due = (one for decision in ratified_decisions_on(referral) for one in letters_due(decision))
    return any(one.due.kind in OUTCOMES and one.due.to_referrer and not one.is_sent for one in due)


def _begun(
    kind: LetterKind, case: Case, referral: Referral | None, decision: Decision | None, to: str
) -> Letter | None:
    drafts = select(Letter).where(
        Letter.case_id == case.id,
        Letter.kind == kind,
        Letter.state == LetterState.DRAFT,
        Letter.referral_id == (referral.id if referral else None),
        Letter.decision_id == (decision.id if decision else None),
    )
    return next((one for one in db.session.scalars(drafts) if decision or referral or one.to == to), None)


def _case_of(case: Case | None, referral: Referral | None, decision: Decision | None) -> Case:
    found = case or (decision.case if decision else None) or (referral.case if referral else None)
    if found is None:
        raise Refused("Say which case it is about.")
    return found


def _hold(letter: Letter) -> None:
    """Hold the row and read it as it is now, so that two people's changes come one after the other."""
    db.session.flush()
    held = select(Letter).where(Letter.id == letter.id).with_for_update()
    db.session.scalars(held, execution_options={"populate_existing": True}).one()
