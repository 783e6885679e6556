from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pprg import clock
from pprg.accounts.models import Account
from pprg.agencies.models import Agency
from pprg.cases.models import Case, SteppingOut
from pprg.cases.queries import case_open_to, known_to, open_to
from pprg.database import db
from pprg.people.masking import mask
from pprg.people.queries import identifiers_of_case
from pprg.requests import reading
from pprg.requests.models import InfoRequest, ReturnedFile, Writer
from pprg.requests.rules import ANSWERS, answer_request, oversee_requests
from pprg.requests.states import OPEN, Stand, State

ON_A_PAGE = 50


@dataclass(frozen=True)
class Found:
    """One page of the table, and how many stand in each way."""

    requests: Sequence[InfoRequest]
    counts: Mapping[Stand, int]
    number: int
    pages: int


@dataclass(frozen=True)
class ForPack:
    """One agency in the pack of a case: what it told, or how its request stands."""

    agency: str
    state: State
    words: str
    """Of a return, when it came; of what did not come, how it stands: "Late: was due 3 June 2026. Reminded twice."."""  # noqa: E501
    returned_on: date | None
    due_on: date
    parts: tuple[tuple[str, str], ...] = ()
    """Question and answer, without names; without the chronology."""
    chronology: tuple[tuple[str, str], ...] = ()
    """When and what, by day."""
    files: tuple[str, ...] = ()
    """What each document is called with us, and what it is said to be."""


def request_visible_to(reader: Account | None, request_id: uuid.UUID) -> InfoRequest | None:
    return db.session.scalar(_visible_to(reader).where(InfoRequest.id == request_id))


def requests_of_case(reader: Account | None, case_id: uuid.UUID) -> Sequence[InfoRequest]:
    """What this reader may see of what agencies were asked about a case, by agency."""
    of_case = _visible_to(reader).where(InfoRequest.case_id == case_id)
    return db.session.scalars(of_case.order_by(Agency.name, InfoRequest.created_at)).all()


def requests_to(reader: Account | None) -> Sequence[InfoRequest]:
    """What this reader's agency was asked, as far as they answer it: what is to come, the soonest first."""
    if reader is None:
        return []
    asked = _visible_to(reader).where(_asked(reader)).order_by(InfoRequest.due_on)
    return sorted(db.session.scalars(asked).all(), key=lambda request: not request.is_open)


def requests_overseen(reader: Account | None, stand: Stand | None = None, *, number: int = 1) -> Found:
    """One page over all cases that this reader looks into, the soonest due first: those to come, or those that stand so."""  # noqa: E501
    those = _visible_to(reader).where(_works_on(reader))
    of_stand = those.where(_stands(stand) if stand else InfoRequest.state.in_(OPEN))
    total = db.session.scalar(select(func.count()).select_from(of_stand.order_by(None).subquery())) or 0
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(1, number), pages)
    page = of_stand.order_by(InfoRequest.due_on, InfoRequest.created_at)
    page = page.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    return Found(db.session.scalars(page).all(), _counted(reader), number, pages)


def requests_to_chase(reader: Account | None, request_ids: Sequence[uuid.UUID]) -> Sequence[InfoRequest]:
    """Of these, those that this reader oversees."""
    those = _visible_to(reader).where(_works_on(reader), InfoRequest.id.in_(request_ids))
    return db.session.scalars(those.order_by(InfoRequest.due_on)).all()


def open_requests_by_agency(reader: Account | None) -> Mapping[uuid.UUID, int]:
    """How many requests each agency has still to answer, in the cases that this reader looks into."""
    counted = (
        select(InfoRequest.agency_id, func.count())
        .join(Case, Case.id == InfoRequest.case_id)
        .where(open_to(reader), InfoRequest.state.in_(OPEN))
        .group_by(InfoRequest.agency_id)
    )
    return {agency_id: count for agency_id, count in db.session.execute(counted)}  # noqa: C416 - rows, not pairs


def for_pack(reader: Account | None, case_id: uuid.UUID) -> list[ForPack]:
    """What the pack of a case holds of the agencies' answers, by agency: names masked, nothing held back.

    An agency that has not answered, or whose return is held back, is named with how it stands. Whoever
    does not look into the case gets nothing.
    """
    return told_of(case_id) if case_open_to(reader, case_id) else []


def told_of(case_id: uuid.UUID) -> list[ForPack]:
    """The same for those whose decision it finally is. The caller has asked that: they look into no case."""
    asked = _requests().where(InfoRequest.case_id == case_id).order_by(Agency.name, InfoRequest.created_at)
    hide = mask(identifiers_of_case(case_id))
    there = (one for one in db.session.scalars(asked) if one.returns or one.state != State.WITHDRAWN)
    return [_for_pack(one, hide) for one in there]


def returned_file_visible_to(reader: Account | None, returned_file_id: uuid.UUID) -> ReturnedFile | None:
    found = db.session.get(ReturnedFile, returned_file_id)
    if found is None or request_visible_to(reader, found.request_id) is None:
        return None
    return found if found in files_for(reader, found.request) else None


def files_for(reader: Account | None, request: InfoRequest) -> list[ReturnedFile]:
    """To those who answer it all that were added; to others those that were returned."""
    if answer_request(reader, request):
        return list(request.files)
    return [file for file in request.files if file.sent_at and not file.removed_at]


def words_for(
    reader: Account | None, request: InfoRequest, *, as_written: bool = False
) -> list[reading.Section]:
    """What was last returned, as this reader may read it: names stay out, but for its own agency."""
    own = as_written or answer_request(reader, request)
    return reading.sections(
        request.returned.get("answers", {}),
        mask=str if own else mask(identifiers_of_case(request.case_id)),
    )


def masked_for(reader: Account | None, request: InfoRequest, words: str, *, as_written: bool = False) -> str:
    """Words of the request itself, in the same way."""
    if as_written or answer_request(reader, request):
        return words
    return mask(identifiers_of_case(request.case_id))(words)


def open_in_case(case_id: uuid.UUID) -> int:
    """For services: how many requests of a case are still to be answered."""
    waiting = select(func.count()).where(InfoRequest.case_id == case_id, InfoRequest.state.in_(OPEN))
    return db.session.scalar(waiting) or 0


def agencies_asked(case_id: uuid.UUID) -> Mapping[uuid.UUID, State]:
    """By agency, how its last request in a case stands. The caller has asked whether it may be known."""
    asked = select(InfoRequest.agency_id, InfoRequest.state).where(InfoRequest.case_id == case_id)
    rows = db.session.execute(asked.order_by(InfoRequest.created_at))
    return {agency_id: state for agency_id, state in rows}  # noqa: C416 - rows, not pairs


def _for_pack(request: InfoRequest, hide: Callable[[str], str]) -> ForPack:
    last = request.returned
    shown = bool(last) and not request.held_back
    answers = last.get("answers", {}) if shown else {}
    sections = reading.sections(answers, mask=hide)
    told = [one for section in sections for one in section.said if not one.events]
    return ForPack(
        agency=request.agency.name,
        state=request.state,
        words=how_it_stands(request),
        returned_on=_day(request) if last else None,
        due_on=request.due_on,
        parts=tuple((one.label, one.words) for one in told),
        chronology=tuple((event.when, hide(event.what)) for event in reading.events_of(answers)),
        files=tuple(_called(file, hide) for file in request.files if shown and _is_out(file)),
    )


def how_it_stands(request: InfoRequest) -> str:
    """In a sentence, for those who read what came and what did not."""
    if request.returns and request.held_back:
        return f"Returned {_said(_day(request))}. The coordinators hold it back."
    again = " Asked again since." if request.returns and request.is_open else ""
    if request.returns:
        came = "Nothing known, said" if request.returned.get("nothing_known") else "Returned"
        return f"{came} {_said(_day(request))}.{again}"
    chased = {0: "", 1: " Reminded once.", 2: " Reminded twice."}
    reminded = chased.get(len(request.chases), f" Reminded {len(request.chases)} times.")
    if request.is_late:
        return f"Late: was due {_said(request.due_on)}.{reminded}"
    how = "Opened, not returned" if request.state == State.OPENED else "Not opened"
    return f"{how}. Due {_said(request.due_on)}.{reminded}"


def _day(request: InfoRequest) -> date | None:
    return request.returned_at.astimezone(clock.LONDON).date() if request.returned_at else None


def _said(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _is_out(file: ReturnedFile) -> bool:
    return file.sent_at is not None and file.removed_at is None


def _called(file: ReturnedFile, hide: Callable[[str], str]) -> str:
    return f"{file.file_name}: {hide(file.description)}" if file.description else file.file_name


def _counted(reader: Account | None) -> dict[Stand, int]:
    counts = {}
    for stand in Stand:
        those = _visible_to(reader).where(_works_on(reader), _stands(stand)).order_by(None)
        counts[stand] = db.session.scalar(select(func.count()).select_from(those.subquery())) or 0
    return counts


def _stands(stand: Stand) -> ColumnElement[bool]:
    """InfoRequest.stands, said in SQL."""
    late = and_(InfoRequest.state.in_(OPEN), InfoRequest.due_on < clock.today())
    return late if stand == Stand.LATE else and_(InfoRequest.state == State(stand), ~late)


def _requests() -> Select[InfoRequest]:
    return (
        select(InfoRequest)
        .join(Case, Case.id == InfoRequest.case_id)
        .join(Agency, Agency.id == InfoRequest.agency_id)
        .options(
            joinedload(InfoRequest.case), joinedload(InfoRequest.agency), selectinload(InfoRequest.chases)
        )
    )


def _visible_to(reader: Account | None) -> Select[InfoRequest]:
    """rules.read_request, said in SQL. A test holds the two together."""
    if reader is None or not reader.active:
        return _requests().where(false())
    released = and_(InfoRequest.returned_at.is_not(None), ~InfoRequest.held_back, open_to(reader))
    return _requests().where(or_(_asked(reader), _works_on(reader), released))


def _asked(reader: Account) -> ColumnElement[bool]:
    """rules.answer_request, said in SQL."""
    if reader.agency_id is None:
        return false()
    out = select(SteppingOut.id).where(
        SteppingOut.case_id == InfoRequest.case_id, SteppingOut.account_id == reader.id
    )
    named = select(Writer.id).where(Writer.request_id == InfoRequest.id, Writer.account_id == reader.id)
    theirs = and_(InfoRequest.agency_id == reader.agency_id, ~out.exists())
    if not reader.holds(*ANSWERS):
        theirs = and_(theirs, named.exists())
    return and_(theirs, or_(~Case.restricted, known_to(reader)))


def _works_on(reader: Account | None) -> ColumnElement[bool]:
    """rules.see_how_it_stands, said in SQL."""
    return open_to(reader) if oversee_requests(reader) else false()
