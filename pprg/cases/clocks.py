"""Setting clocks going, stopping them, letting them stand still. Dates are worked out in queries.py.

Rooms that know that something happened call these; none of them types a due date.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select

from pprg import clock as time
from pprg.accounts.models import Account
from pprg.audit.services import record
from pprg.cases.models import Case, ClockPause, RunningClock
from pprg.cases.queries import Moved, moved_by
from pprg.cases.states import Delay, Ended
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance import services as guidance
from pprg.guidance.clocks import ClockKind, ClockRule, Trigger, clock_kinds_for, rule_on, trigger_of
from pprg.guidance.codes import Route
from pprg.guidance.models import Closure
from pprg.guidance.queries import closure_on


def start_clock(
    case: Case, kind: ClockKind, *, trigger: date, by: Account, counted_from: Trigger | None = None
) -> RunningClock:
    """Set a clock going from the day it counts from.

    From the same day twice is once, also when it was stopped meanwhile. From another day, a clock
    that runs is put right: its date follows.
    """
    rule = rule_on(kind, trigger)
    _has_happened(rule, trigger)
    counted_from = counted_from or trigger_of(rule)
    running = _running(case, kind)
    if running is not None:
        _move_day_0(running, trigger, counted_from, by=by)
        return running
    stopped = _stopped(case, kind, trigger)
    if stopped is not None:
        return stopped
    started = RunningClock(case=case, kind=kind, counted_from=counted_from, started_on=trigger, pauses=[])
    db.session.add(started)
    record("set a clock going", started, by=by, kind=kind.value, day=trigger.isoformat())
    return started


def start_clocks(
    case: Case, happened: Trigger, *, on: date, by: Account, routes: Collection[Route] = frozenset(Route)
) -> Sequence[RunningClock]:
    """Set everything going that counts from this, in a case that takes these routes."""
    kinds = clock_kinds_for(happened, on=on, routes=routes)
    return [start_clock(case, kind, trigger=on, by=by, counted_from=happened) for kind in kinds]


def put_right(clock: RunningClock, *, day: date, by: Account) -> None:
    """Day 0 was another day: the date follows."""
    if not clock.runs:
        raise Refused("This clock has been stopped.")
    _has_happened(clock.rule, day)
    _move_day_0(clock, day, clock.counted_from, by=by)


def stop_clock(case: Case, kind: ClockKind, *, on: date, by: Account, because: Ended | None = None) -> None:
    """What was due was done on this day; with `because`, it is due no longer.

    Where no such clock runs there is nothing to stop.
    """
    running = _running(case, kind)
    if running is None:
        return
    if on > time.today():
        raise Refused("That day lies ahead.")
    if running.pause:
        running.pause.resumed_on = max(on, running.pause.paused_on)
    running.stopped_on, running.stopped_because = on, because
    why = {"because": because.name} if because else {}
    record("stopped a clock", running, by=by, kind=kind.value, day=on.isoformat(), **why)


def go_on(clock: RunningClock, *, by: Account) -> None:
    """What it waited for is wanted after all, or wanted again: it goes on from its first day."""
    if clock.runs or _running(clock.case, clock.kind) is not None:
        return
    clock.stopped_on, clock.stopped_because = None, None
    record("set a clock going again", clock, by=by, kind=clock.kind.value)


def pause_clock(
    clock: RunningClock, *, on: date, reason: Delay, because: str, agreed_by: str, by: Account
) -> ClockPause:
    """Let it stand still from this day, until it is resumed."""
    _can_stand_still(clock)
    if not agreed_by.strip():
        raise Refused("Say who agreed to it.")
    if on > time.today():
        raise Refused("That day lies ahead: pause it when the day comes.")
    if on < max([clock.started_on, *(pause.resumed_on or on for pause in clock.pauses)]):
        raise Refused("It ran then: choose a day after it began, or after it was last resumed.")
    pause = ClockPause(
        clock=clock, paused_on=on, reason=reason, because=because.strip(), agreed_by=agreed_by.strip()
    )
    db.session.add(pause)
    record("paused a clock", clock, by=by, kind=clock.kind.value, day=on.isoformat(), reason=reason.name)
    return pause


def resume_clock(clock: RunningClock, *, on: date, by: Account) -> None:
    """Let it run again from this day."""
    pause = clock.pause
    if pause is None:
        raise Refused("This clock does not stand still.")
    if on < pause.paused_on:
        raise Refused("It was paused after that day.")
    if on > time.today():
        raise Refused("That day lies ahead: resume it when the day comes.")
    pause.resumed_on = on
    record("resumed a clock", clock, by=by, kind=clock.kind.value, day=on.isoformat())


def explain_lateness(clock: RunningClock, reason: Delay, because: str, *, by: Account) -> None:
    """Say why its date was not kept, or will not be: the only way for a clock that may not stand still."""
    if not because.strip():
        raise Refused("Say why it is late.")
    clock.late_reason, clock.late_because = reason, because.strip()
    record("said why a clock is late", clock, by=by, kind=clock.kind.value, reason=reason.name)


def close_day(day: date, why: str, *, by: Account) -> Closure:
    """Nobody works that day. In every case whose date moves it is written down, once."""
    if already := closure_on(day):
        return already
    closure = guidance.close_day(day, why, by=by)
    _note_moves(moved_by(day, closing=True), by=by)
    return closure


def open_day(closure: Closure, *, by: Account) -> None:
    """That day is worked after all. In every case whose date moves back it is written down."""
    _note_moves(moved_by(closure.day, closing=False), by=by)
    guidance.open_day(closure, by=by)


def _note_moves(moves: Sequence[Moved], *, by: Account) -> None:
    for move in moves:
        record(
            "moved a date",
            move.clock,
            by=by,
            kind=move.clock.kind.value,
            before=move.before,
            after=move.after,
        )


def _has_happened(rule: ClockRule, day: date) -> None:
    """Only what is counted back from may lie ahead."""
    if day > time.today() and rule.amount > 0:
        raise Refused("That day lies ahead: a clock begins when the day comes.")


def _move_day_0(clock: RunningClock, trigger: date, counted_from: Trigger, *, by: Account) -> None:
    if (clock.started_on, clock.counted_from) == (trigger, counted_from):
        return
    before, clock.started_on, clock.counted_from = clock.started_on, trigger, counted_from
    record("put a clock right", clock, by=by, kind=clock.kind.value, before=before, after=trigger)


def _can_stand_still(clock: RunningClock) -> None:
    if not clock.rule.pausable:
        raise Refused("This clock cannot be paused. If its date is not kept, say why it is late.")
    if not clock.runs:
        raise Refused("This clock has been stopped.")
    if clock.pause:
        raise Refused("This clock stands still already.")


def _running(case: Case, kind: ClockKind) -> RunningClock | None:
    """The one that runs, if one does. Two who start at once take turns, so that there is never a second."""
    db.session.flush()
    db.session.execute(select(Case.id).where(Case.id == case.id).with_for_update())
    running = select(RunningClock).where(
        RunningClock.case_id == case.id, RunningClock.kind == kind, RunningClock.stopped_on.is_(None)
    )
    return db.session.scalar(running)


def _stopped(case: Case, kind: ClockKind, day: date) -> RunningClock | None:
    stopped = select(RunningClock).where(
        RunningClock.case_id == case.id, RunningClock.kind == kind, RunningClock.started_on == day
    )
    return db.session.scalar(stopped)
