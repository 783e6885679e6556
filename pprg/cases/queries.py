from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import joinedload

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.queries import active_accounts_with
from pprg.accounts.states import Role
from pprg.cases.models import Case, Member, RunningClock, SteppingBack, SteppingOut
from pprg.cases.states import BY_NAME, BY_ROLE, GOES_WITH, LOOKS_AFTER, Part
from pprg.database import db
from pprg.guidance.clocks import ClockKind, ClockRule, Trigger
from pprg.guidance.due import Reached, Tone, due_on, how, in_words, said, tone_of
from pprg.guidance.queries import closed_days


def known_to(reader: Account | None) -> ColumnElement[bool]:
    """rules.know_of_case, said in SQL: put it into the `where` of any query joined with `Case`."""
    return _may_know(reader, frozenset(Part))


def open_to(reader: Account | None) -> ColumnElement[bool]:
    """rules.look_into_case, said in SQL."""
    return _may_know(reader, LOOKS_AFTER)


def case_open_to(reader: Account | None, case_id: uuid.UUID) -> Case | None:
    return db.session.scalar(select(Case).where(Case.id == case_id, open_to(reader)))


def others_of_matter(reader: Account | None, case: Case) -> Sequence[Case]:
    """The cases that are one matter with this one, as far as they are open to this reader, oldest first."""
    others = one_matter(case) - {case.id}
    found = select(Case).where(Case.id.in_(others), open_to(reader)).order_by(Case.created_at)
    return db.session.scalars(found).all() if others else []


def case_by_reference(reference: str) -> Case | None:
    """For commands and other rooms' services. It has no reader, so no page may call it."""
    return db.session.scalar(select(Case).where(Case.reference == reference))


def part_of(account: Account) -> Part:
    """For services: in which part somebody named knows of a case, by the role that they hold."""
    for role, part in BY_NAME.items():
        if account.holds(role):
            return part
    return Part.PANEL


def people_to_name(case: Case) -> Sequence[Account]:
    """For those who keep the list: everybody who could be put on it and is not yet, by name."""
    named = {member.account_id for member in case.members if member.counts and member.part in LOOKS_AFTER}
    able = {account.id: account for role in BY_NAME for account in active_accounts_with(role)}
    return sorted((a for a in able.values() if a.id not in named), key=lambda account: account.name)


def member_visible_to(reader: Account | None, member_id: uuid.UUID) -> Member | None:
    member = db.session.get(Member, member_id)
    return member if member is not None and case_open_to(reader, member.case_id) else None


def proposal_visible_to(reader: Account | None, proposal_id: uuid.UUID) -> SteppingBack | None:
    found = select(SteppingBack).join(Case, Case.id == SteppingBack.case_id)
    return db.session.scalar(found.where(SteppingBack.id == proposal_id, open_to(reader)))


def proposals_of(case: Case) -> Sequence[SteppingBack]:
    """Every proposal to open a case again, latest first; for those who see who may know of it."""
    found = select(SteppingBack).where(SteppingBack.case_id == case.id)
    return db.session.scalars(found.order_by(SteppingBack.created_at.desc())).all()


def proposals_waiting(case: Case) -> list[SteppingBack]:
    return [proposed for proposed in proposals_of(case) if proposed.waits]


def stepped_out_openly(case: Case) -> Sequence[Account]:
    """Who stepped out because of an interest, by name. Who may be a person of the case is not here."""
    found = select(Account).join(SteppingOut, SteppingOut.account_id == Account.id)
    openly = found.where(SteppingOut.case_id == case.id, ~SteppingOut.quiet).order_by(Account.name)
    return db.session.scalars(openly).unique().all()


@dataclass(frozen=True)
class Due:
    """A clock with what follows from it on a day: when it ends, and how that is said."""

    clock: RunningClock
    rule: ClockRule
    due_on: date
    tone: Tone
    words: str

    @property
    def case(self) -> Case:
        return self.clock.case

    @property
    def stands(self) -> str:
        """Its words as a line of their own: "Due in 3 working days"."""
        return self.words[:1].upper() + self.words[1:]


@dataclass(frozen=True)
class Moved:
    """A running clock whose date changes when a day is closed or opened."""

    clock: RunningClock
    before: date
    after: date


def clock_visible_to(reader: Account | None, clock_id: uuid.UUID) -> RunningClock | None:
    return db.session.scalar(_clocks_open_to(reader).where(RunningClock.id == clock_id))


def clocks_of(reader: Account | None, case_id: uuid.UUID) -> Sequence[Due]:
    """Every clock of one case, those that run first, the soonest first; for those who look into it."""
    found = _as_due(db.session.scalars(_clocks_open_to(reader).where(RunningClock.case_id == case_id)).all())
    return sorted(found, key=lambda due: (not due.clock.runs, due.due_on))


def clocks_of_case(case: Case) -> Sequence[Due]:
    """The same without a reader: for the few dates that a room tells those who referred the case."""
    found = select(RunningClock).where(RunningClock.case_id == case.id)
    return sorted(_as_due(db.session.scalars(found).all()), key=lambda due: due.due_on)


def running_clocks(reader: Account | None) -> Sequence[Due]:
    """What runs in every case that this reader looks into, the soonest first."""
    running = _clocks_open_to(reader).where(RunningClock.stopped_on.is_(None))
    return sorted(_as_due(db.session.scalars(running).all()), key=lambda due: due.due_on)


def due_of(clock: RunningClock) -> Due:
    """When one clock ends, by today's calendar."""
    return _as_due([clock])[0]


def how_reached(clock: RunningClock) -> Reached:
    """Its date, and every day that was counted or left out on the way there."""
    return how(
        clock.rule, clock.started_on, pauses=clock.pauses, closed=closed_days(), until=clock.stopped_on
    )


def counted_otherwise(clock: RunningClock) -> tuple[Trigger, date, date] | None:
    """Where sources differ on day 0: the other day, when it was, and when the clock would end then.

    A case knows both days of a rapid review from its notification clock: aware when that began, sent when
    it stopped.
    """
    if clock.kind != ClockKind.RAPID_REVIEW:
        return None
    notify = select(RunningClock).where(
        RunningClock.case_id == clock.case_id, RunningClock.kind == ClockKind.SIN_NOTIFY
    )
    told = db.session.scalar(notify.order_by(RunningClock.started_on.desc()))
    if told is None:
        return None
    by_aware = clock.counted_from == Trigger.LA_AWARE
    other, day = (Trigger.SIN_SENT, told.stopped_on) if by_aware else (Trigger.LA_AWARE, told.started_on)
    return (other, day, due_on(clock.rule, day, closed=closed_days())) if day else None


def moved_by(day: date, *, closing: bool) -> Sequence[Moved]:
    """Which running clocks move when this day is closed (or opened again), in every case there is.

    It has no reader: it is for what is written down. A page shows `moved_for`.
    """
    return _moves(select(RunningClock).where(RunningClock.stopped_on.is_(None)), day, closing=closing)


def moved_for(reader: Account | None, day: date, *, closing: bool) -> Sequence[Moved]:
    """The same for the cases that this reader looks into."""
    return _moves(_clocks_open_to(reader).where(RunningClock.stopped_on.is_(None)), day, closing=closing)


def _moves(clocks: Select[RunningClock], day: date, *, closing: bool) -> Sequence[Moved]:
    worked = {closed: why for closed, why in closed_days().items() if closed != day}
    closed = {**worked, day: ""}
    moves = []
    for running in db.session.scalars(clocks):
        dates = [
            due_on(running.rule, running.started_on, pauses=running.pauses, closed=days)
            for days in (worked, closed)
        ]
        before, after = dates if closing else dates[::-1]
        if before != after:
            moves.append(Moved(running, before, after))
    return sorted(moves, key=lambda move: move.after)


def _as_due(clocks: Sequence[RunningClock]) -> list[Due]:
    closed = closed_days()
    return [_one_due(clock, closed) for clock in clocks]


def _one_due(running: RunningClock, closed: dict[date, str]) -> Due:
    rule, today = running.rule, clock.today()
    due = due_on(
        rule,
        running.started_on,
        pauses=running.pauses,
        closed=closed,
        today=running.stopped_on or today,
    )
    if running.stopped_on is not None:
        if running.stopped_because:
            words = f"stopped: {running.stopped_because} on {said(running.stopped_on)}"
            return Due(running, rule, due, Tone.NONE, words)
        late = running.stopped_on > due and not rule.is_a_minimum
        words = f"done {said(running.stopped_on)}{', late' if late else ''}"
        return Due(running, rule, due, Tone.LATE if late else Tone.DONE, words)
    if running.pause:
        return Due(running, rule, due, Tone.WAITING, f"paused since {said(running.pause.paused_on)}")
    tone = tone_of(rule, running.started_on, due, today=today, closed=closed)
    return Due(running, rule, due, tone, in_words(rule, due, today=today, closed=closed))


def _clocks_open_to(reader: Account | None) -> Select[RunningClock]:
    """rules.read_clock, said in SQL."""
    return (
        select(RunningClock)
        .join(Case, Case.id == RunningClock.case_id)
        .where(open_to(reader))
        .options(joinedload(RunningClock.case))
    )


def one_matter(case: Case) -> set[uuid.UUID]:
    """For services: the ids of all cases that were joined into one, this one too."""
    found = fresh = {case.whole.id}
    while fresh:
        joined = set(db.session.scalars(select(Case.id).where(Case.joined_to_id.in_(fresh))))
        fresh = joined - found
        found = found | fresh
    return found


def cases_of_matter(case: Case) -> Sequence[Case]:
    """For services: this case and all that were joined with it, by age."""
    of_matter = select(Case).where(Case.id.in_(one_matter(case))).order_by(Case.created_at)
    return db.session.scalars(of_matter).all()


def _may_know(reader: Account | None, parts: frozenset[Part]) -> ColumnElement[bool]:
    if reader is None or not reader.active:
        return false()
    out = select(SteppingOut.id).where(SteppingOut.case_id == Case.id, SteppingOut.account_id == reader.id)
    member = select(Member.id).where(
        Member.case_id == Case.id,
        Member.account_id == reader.id,
        Member.part.in_([part for part in parts if _goes_with_a_role_of(reader, part)]),
        or_(Member.until.is_(None), Member.until >= clock.today()),
    )
    return and_(~out.exists(), or_(_by_role(reader), member.exists()))


def _goes_with_a_role_of(reader: Account, part: Part) -> bool:
    """The part of Member.counts that the reader decides."""
    return part not in GOES_WITH or reader.holds(*GOES_WITH[part])


def _by_role(reader: Account) -> ColumnElement[bool]:
    """Case.open_to_role, said in SQL."""
    if not reader.holds(*BY_ROLE):
        return false()
    shown = ~Case.awaited
    if reader.holds(Role.COORDINATOR):
        shown = or_(shown, Case.opens_at <= clock.now())
    return and_(shown, ~Case.restricted)
