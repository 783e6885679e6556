from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import joinedload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.cases.models import Case, SteppingOut
from pprg.cases.queries import Due, clocks_of_case, known_to, open_to
from pprg.database import db
from pprg.guidance.clocks import ClockKind
from pprg.guidance.queries import closed_days
from pprg.people.masking import mask
from pprg.people.queries import identifiers_of_case
from pprg.referrals import reading
from pprg.referrals.models import Addendum, Advice, Document, Elsewhere, Referral, Sending, Share
from pprg.referrals.rules import answer_advice, is_of_its_agency, write_referral
from pprg.referrals.states import BEING_WRITTEN, AnotherWay, State
from pprg.referrals.weighing import SCHEMES, Weighed, weighed

ON_A_PAGE = 25
PROMISED = (ClockKind.ACK_REFERRER, ClockKind.SAR_DECIDE, ClockKind.DHR_DECIDE)


@dataclass(frozen=True)
class Found:
    """One page of a list."""

    referrals: Sequence[Referral]
    number: int
    pages: int


def referral_visible_to(reader: Account | None, referral_id: uuid.UUID) -> Referral | None:
    return db.session.scalar(_visible_to(reader).where(Referral.id == referral_id))


def referrals_visible_to(reader: Account | None) -> Sequence[Referral]:
    return db.session.scalars(_visible_to(reader).order_by(_newest)).all()


def referrals_of_case(reader: Account | None, case_id: uuid.UUID) -> Sequence[Referral]:
    """What this reader may see of what was referred about a case, oldest first."""
    of_case = _visible_to(reader).where(Referral.case_id == case_id)
    return db.session.scalars(of_case.order_by(Referral.sent_at)).all()


def referrals_waiting(reader: Account | None) -> Sequence[Referral]:
    """Received and on no agenda yet, the longest waiting first: for those who make agendas."""
    waiting = _visible_to(reader).where(Referral.state == State.RECEIVED, _works_on(reader))
    return db.session.scalars(waiting.order_by(Referral.sent_at)).all()


def drafts_of(reader: Account | None) -> Sequence[Referral]:
    """What this reader is writing: not yet sent, or returned to them."""
    writes = or_(_is_own(reader), _shared_with(reader)) if reader else false()
    drafts = _visible_to(reader).where(writes, Referral.state.in_(BEING_WRITTEN))
    return db.session.scalars(drafts.order_by(Referral.saved_at.desc())).all()


def sent_by(reader: Account | None) -> Sequence[Referral]:
    """What this reader has sent and does not have to change now."""
    sent = _visible_to(reader).where(_is_own(reader), Referral.state.not_in(BEING_WRITTEN))
    return db.session.scalars(sent.order_by(_newest)).all()


def referrals_to_authorise(reader: Account | None) -> Sequence[Referral]:
    """Those that wait for this safeguarding lead, the longest waiting first."""
    if reader is None:
        return []
    waiting = _visible_to(reader).where(
        Referral.state == State.AWAITING, _led_by(reader), ~_is_own(reader), ~_shared_with(reader)
    )
    return db.session.scalars(waiting.order_by(Referral.sent_at)).all()


def referrals_awaited(reader: Account | None) -> Sequence[Referral]:
    """Sent and not authorised, as the coordinators may know of them, the longest waiting first."""
    waiting = _visible_to(reader).where(Referral.state == State.AWAITING, _works_on(reader))
    return db.session.scalars(waiting.order_by(Referral.sent_at)).all()


def untouched_draft_of(reader: Account) -> Referral | None:
    """A draft that was begun and not yet written in: a second press of "Start" leads to it."""
    drafts = _visible_to(reader).where(_is_own(reader), Referral.state == State.DRAFT)
    return next((draft for draft in db.session.scalars(drafts) if not draft.marks), None)


def sent_to_us(reader: Account | None, state: State, *, number: int = 1) -> Found:
    """One page of others' referrals that stand so, as this reader may see them."""
    those = _visible_to(reader).where(Referral.state == state, ~_is_own(reader), _is_sent())
    total = db.session.scalar(select(func.count()).select_from(those.order_by(None).subquery())) or 0
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(1, number), pages)
    page = those.order_by(_newest).limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    return Found(db.session.scalars(page).all(), number, pages)


def how_many_stand(reader: Account | None) -> dict[State, int]:
    """How many of others' referrals stand in each state, as this reader may see them."""
    those = _visible_to(reader).where(~_is_own(reader), _is_sent()).subquery()
    counted = db.session.execute(select(those.c.state, func.count()).group_by(those.c.state))
    return {state: count for state, count in counted}  # noqa: C416 - rows, not pairs


def words_for(reader: Account | None, referral: Referral, *, as_written: bool = False) -> list[reading.Part]:
    """What was sent, as this reader may read it: names stay out, but for its own agency.

    `as_written` is for a reader whose purpose has been recorded.
    """
    sending = referral.sendings[-1]
    day = sending.sent_at.astimezone(clock.LONDON).date()
    if reader is not None and reader.id == referral.owner_id:
        return reading.parts(sending.answers, on=day)
    with_names = as_written or is_of_its_agency(reader, referral)
    return reading.parts_for_others(sending.answers, on=day, mask=None if with_names else _mask_of(referral))


def sent_by_agency_of(reader: Account | None) -> ColumnElement[bool]:
    """rules.is_of_its_agency of what they read, in SQL: for queries joined with `Referral` and `Case`."""
    if reader is None or not reader.active:
        return false()
    out = select(SteppingOut.id).where(SteppingOut.case_id == Case.id, SteppingOut.account_id == reader.id)
    return and_(_is_sent(), ~out.exists(), or_(_is_own(reader), _shared_with(reader), _led_by(reader)))


def sending_visible_to(reader: Account | None, sending_id: uuid.UUID) -> Sending | None:
    sending = db.session.get(Sending, sending_id)
    may_see = sending is not None and referral_visible_to(reader, sending.referral_id)
    return sending if may_see else None


def documents_for(reader: Account | None, referral: Referral) -> list[Document]:
    """To those who write it all that were added; to others those that were sent."""
    if write_referral(reader, referral):
        return list(referral.documents)
    return [document for document in referral.documents if document.sent_at]


def document_visible_to(reader: Account | None, document_id: uuid.UUID) -> Document | None:
    document = db.session.get(Document, document_id)
    if document is None or referral_visible_to(reader, document.referral_id) is None:
        return None
    return document if document in documents_for(reader, document.referral) else None


def sendings_of_all() -> Sequence[Sending]:
    """For the command that checks receipts. It has no reader, so no page may call it."""
    return db.session.scalars(select(Sending).order_by(Sending.sent_at)).all()


@dataclass(frozen=True)
class Added:
    """Something added later, as one reader may read it."""

    addendum: Addendum
    words: str


def added_to(reader: Account | None, referral: Referral, *, as_written: bool = False) -> list[Added]:
    """What was added after the words were fixed, oldest first: without names, but for its own agency."""
    with_names = as_written or is_of_its_agency(reader, referral)
    hide = str if with_names or not referral.addenda else _mask_of(referral)
    return [Added(addendum, hide(addendum.words)) for addendum in referral.addenda]


def advice_visible_to(reader: Account | None, advice_id: uuid.UUID) -> Advice | None:
    return db.session.scalar(_advice_visible_to(reader).where(Advice.id == advice_id))


def advice_asked_by(reader: Account | None) -> Sequence[Advice]:
    """What this reader asked the team, newest first."""
    if reader is None:
        return []
    own = _advice_visible_to(reader).where(Advice.asked_by_id == reader.id)
    return db.session.scalars(own.order_by(Advice.created_at.desc())).all()


def advice_to_answer(reader: Account | None) -> Sequence[Advice]:
    """What waits for an answer of the team, the longest waiting first."""
    return _advice_of_others(reader, answered=False)


def advice_answered(reader: Account | None) -> Sequence[Advice]:
    """What the team answered lately, newest first."""
    return _advice_of_others(reader, answered=True)


def _advice_of_others(reader: Account | None, *, answered: bool) -> Sequence[Advice]:
    if reader is None or not answer_advice(reader):
        return []
    stands = Advice.answered_at.is_not(None) if answered else Advice.answered_at.is_(None)
    newest = Advice.answered_at.desc() if answered else Advice.created_at
    asked = _advice_visible_to(reader).where(stands, Advice.asked_by_id != reader.id)
    return db.session.scalars(asked.order_by(newest).limit(ON_A_PAGE)).all()


def _advice_visible_to(reader: Account | None) -> Select[Advice]:
    """rules.read_advice, said in SQL. A test holds the two together."""
    asked = select(Advice).options(joinedload(Advice.asked_by), joinedload(Advice.answered_by))
    if reader is None or not reader.active:
        return asked.where(false())
    return asked if answer_advice(reader) else asked.where(Advice.asked_by_id == reader.id)


def weighed_of(referral: Referral) -> Weighed | None:
    """The grid of what was last sent. The caller has asked `weigh_referral`, or shows only what is told elsewhere."""  # noqa: E501
    if not referral.sendings:
        return None
    day = referral.sendings[-1].sent_at.astimezone(clock.LONDON).date()
    return weighed(referral.sendings[-1].answers, on=day, closed=closed_days())


def schemes_of(referral: Referral) -> list[AnotherWay]:
    """Where the death it tells of must also be told: exactly where the grid says so, or it is noted already."""  # noqa: E501
    grid, noted = weighed_of(referral), elsewhere_of(referral)
    return [scheme for scheme in SCHEMES if scheme in noted or (grid and scheme in grid.elsewhere)]


def elsewhere_of(referral: Referral) -> dict[AnotherWay, Elsewhere]:
    """What was noted of whom this death was told, for everybody who reads the referral."""
    noted = select(Elsewhere).where(Elsewhere.case_id == referral.case_id)
    return {one.scheme: one for one in db.session.scalars(noted)} if referral.case_id else {}


def promised_to(referral: Referral) -> list[Due]:
    """The dates that its own agency is told of: what the group owes an answer on, while it runs."""
    if referral.case is None:
        return []
    return [due for due in clocks_of_case(referral.case) if due.clock.kind in PROMISED and due.clock.runs]


def _mask_of(referral: Referral) -> Callable[[str], str]:
    return mask(identifiers_of_case(referral.case_id)) if referral.case_id else str


_newest = func.coalesce(Referral.sent_at, Referral.saved_at).desc()


def _visible_to(reader: Account | None) -> Select[Referral]:
    """rules.read_referral, said in SQL. A test holds the two together."""
    referrals = (
        select(Referral)
        .outerjoin(Case, Case.id == Referral.case_id)
        .options(joinedload(Referral.case), joinedload(Referral.agency))
    )
    if reader is None or not reader.active:
        return referrals.where(false())
    out = select(SteppingOut.id).where(
        SteppingOut.case_id == Referral.case_id, SteppingOut.account_id == reader.id
    )
    thrown_away = and_(Referral.case_id.is_(None), Referral.state == State.WITHDRAWN)
    own = and_(or_(_is_own(reader), _shared_with(reader)), ~thrown_away)
    return referrals.where(~out.exists(), or_(own, _led_by(reader), _works_on(reader)))


def _is_own(reader: Account | None) -> ColumnElement[bool]:
    if reader is None:
        return false()
    theirs = Referral.agency_id == reader.agency_id if reader.agency_id else false()
    if reader.holds(Role.COORDINATOR):
        theirs = or_(theirs, Referral.came_by.is_not(None))
    return and_(Referral.owner_id == reader.id, theirs)


def _shared_with(reader: Account) -> ColumnElement[bool]:
    share = select(Share.id).where(Share.referral_id == Referral.id, Share.account_id == reader.id)
    return and_(share.exists(), Referral.agency_id == reader.agency_id) if reader.agency_id else false()


def _led_by(reader: Account) -> ColumnElement[bool]:
    if not reader.holds(Role.SAFEGUARDING_LEAD) or reader.agency_id is None:
        return false()
    may_know = or_(~Case.restricted, known_to(reader))
    return and_(Referral.agency_id == reader.agency_id, _is_sent(), may_know)


def _works_on(reader: Account | None) -> ColumnElement[bool]:
    return and_(_is_sent(), open_to(reader))


def _is_sent() -> ColumnElement[bool]:
    return Referral.case_id.is_not(None)
