"""The clocks of cases, and the days on which nobody works. A case itself is shown by home."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, flash, url_for
from flask_wtf import FlaskForm

from pprg import clock as time
from pprg.audit.services import record_read
from pprg.cases import clocks, queries
from pprg.cases import rules as may
from pprg.cases.forms import DoneForm, LateForm, PauseForm, PutRightForm, ResumeForm, StartForm
from pprg.cases.models import Case, RunningClock
from pprg.guidance import calendar
from pprg.guidance import queries as guidance
from pprg.guidance.due import said
from pprg.guidance.forms import ClosureForm
from pprg.guidance.models import Closure
from pprg.guidance.rules import keep_calendar, read_calendar
from pprg.web.fragments import beside, go_to, page
from pprg.web.guard import guard
from pprg.web.sessions import me

bp = Blueprint("clocks", __name__, url_prefix="/clocks")
bp.add_app_template_filter(said, "weekday")


@bp.get("/")
@guard(may.list_clocks)
def index() -> Response:
    """Everything that is due, the soonest first."""
    return page("cases/clocks.html", running=queries.running_clocks(me()))


@bp.get("/of/<uuid:case_id>")
@guard(may.look_into_case, case=queries.case_open_to)
def of_case(case: Case) -> Response:
    """What is due in one case, and what was. A piece of the case's own page, too."""
    found = queries.clocks_of(me(), case.id)
    keeps = may.keep_time(me(), case)
    return page("cases/of-case.html", fragment="clocks", case=case, found=found, keeps=keeps)


@bp.route("/of/<uuid:case_id>/start", methods=["GET", "POST"])
@guard(may.keep_time, case=queries.case_open_to)
def start(case: Case) -> Response:
    """Set a clock going for what happened outside this house."""
    form = StartForm()
    if form.validate_on_submit() and form.day.data:
        with beside(form.day):
            begun = clocks.start_clock(case, form.kind.data, trigger=form.day.data, by=me())
            return go_to(url_for(".show", clock_id=begun.id))
    return page("cases/start-clock.html", case=case, form=form)


@bp.get("/<uuid:clock_id>")
@guard(may.read_clock, clock=queries.clock_visible_to)
def show(clock: RunningClock) -> Response:
    """How a date was reached."""
    record_read("looked at", clock, by=me())
    return page(
        "cases/clock.html",
        due=queries.due_of(clock),
        reached=queries.how_reached(clock),
        otherwise=queries.counted_otherwise(clock),
        keeps=may.keep_clock(me(), clock),
    )


@bp.route("/<uuid:clock_id>/done", methods=["GET", "POST"])
@guard(may.keep_clock, clock=queries.clock_visible_to)
def done(clock: RunningClock) -> Response:
    """What was due has been done."""
    form = DoneForm(data={"on": time.today()})
    if form.validate_on_submit() and form.on.data:
        with beside(form.on):
            clocks.stop_clock(clock.case, clock.kind, on=form.on.data, by=me())
            return _back_to(clock)
    return _act(clock, form, "It is done", "Stop the clock")


@bp.route("/<uuid:clock_id>/day-0", methods=["GET", "POST"])
@guard(may.keep_clock, clock=queries.clock_visible_to)
def put_right(clock: RunningClock) -> Response:
    """Day 0 was wrong: the date follows."""
    form = PutRightForm(data={"day": clock.started_on})
    if form.validate_on_submit() and form.day.data:
        with beside(form.day):
            clocks.put_right(clock, day=form.day.data, by=me())
            return _back_to(clock)
    return _act(clock, form, "Put day 0 right", "Put it right")


@bp.route("/<uuid:clock_id>/pause", methods=["GET", "POST"])
@guard(may.keep_clock, clock=queries.clock_visible_to)
def pause(clock: RunningClock) -> Response:
    """Let it stand still."""
    form = PauseForm(data={"on": time.today()})
    if form.validate_on_submit():
        with beside(form.on):
            said_why = {name: form[name].data for name in ("on", "reason", "because", "agreed_by")}
            clocks.pause_clock(clock, **said_why, by=me())
            return _back_to(clock)
    return _act(clock, form, "Pause this clock", "Pause it")


@bp.route("/<uuid:clock_id>/resume", methods=["GET", "POST"])
@guard(may.keep_clock, clock=queries.clock_visible_to)
def resume(clock: RunningClock) -> Response:
    """Let it run again."""
    form = ResumeForm(data={"on": time.today()})
    if form.validate_on_submit() and form.on.data:
        with beside(form.on):
            clocks.resume_clock(clock, on=form.on.data, by=me())
            return _back_to(clock)
    return _act(clock, form, "Let it run again", "Resume it")


@bp.route("/<uuid:clock_id>/late", methods=["GET", "POST"])
@guard(may.keep_clock, clock=queries.clock_visible_to)
def late(clock: RunningClock) -> Response:
    """Say why its date was not kept."""
    form = LateForm(data={"reason": clock.late_reason, "because": clock.late_because})
    if form.validate_on_submit():
        with beside(form.because):
            clocks.explain_lateness(clock, form.reason.data, form.because.data, by=me())
            return _back_to(clock)
    return _act(clock, form, "Say why it is late", "Keep this reason")


@bp.get("/closures")
@guard(read_calendar)
def closures() -> Response:
    """The days that are not counted: bank holidays by year, and our own."""
    return page("cases/closures.html", form=ClosureForm(), **_calendar())


@bp.post("/closures/new")
@guard(keep_calendar)
def close_day() -> Response:
    """Nobody works that day: the answer lists every date that moved."""
    form = ClosureForm()
    if form.validate_on_submit() and form.day.data:
        with beside(form.day):
            clocks.close_day(form.day.data, form.why.data, by=me())
            return go_to(url_for(".closure", day=form.day.data.isoformat()))
    return page("cases/closures.html", form=form, **_calendar())


@bp.get("/closures/<day>")
@guard(read_calendar)
def closure(day: str) -> Response:
    """What closing this day moves: what moved, while it is closed; what moved back, once it is open."""
    the_day = _real(day)
    closed = guidance.closure_on(the_day)
    moved = queries.moved_for(me(), the_day, closing=closed is not None)
    return page("cases/closure.html", day=the_day, closed=closed, moved=moved, keeps=keep_calendar(me()))


@bp.post("/closures/<day>/open")
@guard(keep_calendar)
def open_day(day: str) -> Response:
    """That day is worked after all."""
    closed = guidance.closure_on(_real(day))
    if closed is not None:
        clocks.open_day(closed, by=me())
        flash(f"{said(closed.day)} is a working day again.")
    return go_to(url_for(".closure", day=day))


def _act(clock: RunningClock, form: FlaskForm, title: str, verb: str) -> Response:
    """One small form about one clock."""
    return page("cases/act.html", due=queries.due_of(clock), form=form, heading=title, verb=verb)


def _back_to(clock: RunningClock) -> Response:
    return go_to(url_for(".show", clock_id=clock.id))


def _calendar() -> dict[str, Any]:
    this_year = time.today().year
    closed = guidance.closures()
    days = {
        year: sorted([*calendar.bank_holidays(year).items(), *_own(closed, year)])
        for year in sorted({*range(this_year, calendar.LAST_YEAR_CHECKED + 1), *(c.day.year for c in closed)})
    }
    return {
        "near": [(year, days[year]) for year in days if 0 <= year - this_year <= 1],
        "far": [(year, days[year]) for year in days if not 0 <= year - this_year <= 1],
        "own": {day.day for day in closed},
        "known_until": calendar.known_until(),
        "running_out": this_year >= calendar.LAST_YEAR_CHECKED,
        "keeps": keep_calendar(me()),
    }


def _own(closed: Sequence[Closure], year: int) -> list[tuple[date, str]]:
    return [(day.day, day.why) for day in closed if day.day.year == year]


def _real(day: str) -> date:
    """The day an address names, or nothing there."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        abort(404)
