"""A clock runs in a case, is put right, stands still, is stopped; its date is always worked out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import time_machine

from pprg import database
from pprg.accounts.models import Account
from pprg.accounts.states import Role
from pprg.audit.models import AuditLine
from pprg.cases import clocks, queries, services
from pprg.cases.models import Case, RunningClock
from pprg.cases.states import Delay, Part
from pprg.database import db
from pprg.errors import Refused
from pprg.guidance.clocks import ClockKind, Trigger, count_rapid_reviews_from
from pprg.guidance.codes import Route
from pprg.guidance.queries import closure_on
from tests.people import an_account

MONDAY = date(2026, 3, 30)
A_WEEK_ON = date(2026, 4, 10)


@pytest.fixture
def coordinator(app):
    return an_account("Cora", Role.COORDINATOR)


@pytest.fixture
def case(coordinator):
    return services.open_case(by=coordinator, year=2026)


@pytest.fixture(autouse=True)
def in_april(app):
    with time_machine.travel("2026-04-10 10:00", tick=False):
        yield


def due_dates(reader, case):
    return {due.clock.kind: due.due_on for due in queries.clocks_of(reader, case.id) if due.clock.runs}


def paused(case, by, kind=ClockKind.SAR_COMPLETE, on=MONDAY):
    clock = clocks.start_clock(case, kind, trigger=MONDAY, by=by)
    clocks.pause_clock(clock, on=on, reason=Delay.CRIMINAL, because="The trial", agreed_by="The chair", by=by)
    return clock


def test_being_told_twice_of_one_day_sets_one_clock_going(case, coordinator):
    first = clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator)
    assert clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator) is first
    assert due_dates(coordinator, case) == {ClockKind.SIN_NOTIFY: date(2026, 4, 8)}


def test_another_day_puts_the_clock_right_and_its_date_follows(case, coordinator):
    first = clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator)
    clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=date(2026, 4, 2), by=coordinator)
    assert due_dates(coordinator, case) == {ClockKind.SIN_NOTIFY: date(2026, 4, 13)}
    line = db.session.query(AuditLine).filter_by(verb="put a clock right").one()
    assert line.case_id == case.id
    assert line.detail == "kind=sin_notify before=2026-03-30 after=2026-04-02"
    assert first.started_on == date(2026, 4, 2)


def test_a_clock_that_was_stopped_does_not_start_again_from_the_same_day(case, coordinator):
    clocks.start_clock(case, ClockKind.ACK_REFERRER, trigger=MONDAY, by=coordinator)
    clocks.stop_clock(case, ClockKind.ACK_REFERRER, on=date(2026, 3, 31), by=coordinator)
    clocks.start_clock(case, ClockKind.ACK_REFERRER, trigger=MONDAY, by=coordinator)
    assert due_dates(coordinator, case) == {}
    clocks.start_clock(case, ClockKind.ACK_REFERRER, trigger=date(2026, 4, 9), by=coordinator)
    assert due_dates(coordinator, case) == {ClockKind.ACK_REFERRER: date(2026, 4, 13)}


def test_stopping_what_does_not_run_is_no_trouble(case, coordinator):
    clocks.stop_clock(case, ClockKind.RAPID_REVIEW, on=A_WEEK_ON, by=coordinator)
    assert queries.clocks_of(coordinator, case.id) == []


def test_done_in_time_and_done_late_are_told_apart(case, coordinator):
    for kind, day in ((ClockKind.SIN_NOTIFY, date(2026, 4, 8)), (ClockKind.ACK_REFERRER, date(2026, 4, 2))):
        clocks.start_clock(case, kind, trigger=MONDAY, by=coordinator)
        clocks.stop_clock(case, kind, on=day, by=coordinator)
    words = {due.clock.kind: due.words for due in queries.clocks_of(coordinator, case.id)}
    assert words[ClockKind.SIN_NOTIFY] == "done Wednesday 8 April 2026"
    assert words[ClockKind.ACK_REFERRER] == "done Thursday 2 April 2026, late"


def test_what_happens_sets_going_all_that_counts_from_it(case, coordinator):
    clocks.start_clocks(case, Trigger.SIN_SENT, on=MONDAY, by=coordinator, routes={Route.CHILD})
    assert due_dates(coordinator, case) == {
        ClockKind.RAPID_REVIEW: date(2026, 4, 22),
        ClockKind.INFO_RETURN_RR: date(2026, 4, 13),
    }


def test_a_rapid_review_shows_the_date_from_the_other_day_as_well(case, coordinator):
    clocks.start_clocks(case, Trigger.LA_AWARE, on=MONDAY, by=coordinator)
    clocks.stop_clock(case, ClockKind.SIN_NOTIFY, on=date(2026, 4, 8), by=coordinator)
    review, _ = clocks.start_clocks(case, Trigger.SIN_SENT, on=date(2026, 4, 8), by=coordinator)
    assert queries.due_of(review).due_on == date(2026, 4, 29)
    assert queries.counted_otherwise(review) == (Trigger.LA_AWARE, MONDAY, date(2026, 4, 22))


def test_a_changed_setting_does_not_retell_what_has_begun(case, coordinator):
    begun, _ = clocks.start_clocks(case, Trigger.SIN_SENT, on=MONDAY, by=coordinator)
    count_rapid_reviews_from("awareness")
    try:
        assert begun.counted_from == Trigger.SIN_SENT
    finally:
        count_rapid_reviews_from("notification")


def test_a_pause_moves_the_date_on_and_resuming_fixes_it(case, coordinator):
    clock = paused(case, coordinator)
    assert queries.due_of(clock).words == "paused since Monday 30 March 2026"
    assert queries.due_of(clock).due_on == date(2026, 10, 11)
    clocks.resume_clock(clock, on=date(2026, 4, 6), by=coordinator)
    assert queries.due_of(clock).due_on == date(2026, 10, 7)
    reached = queries.how_reached(clock)
    assert (reached.gross_days, reached.net_days) == (11, 4)


def test_five_and_fifteen_working_days_are_never_paused_only_explained(case, coordinator):
    for kind in (ClockKind.SIN_NOTIFY, ClockKind.RAPID_REVIEW):
        with pytest.raises(Refused, match="cannot be paused"):
            paused(case, coordinator, kind)
    clock = clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator)
    clocks.explain_lateness(clock, Delay.SICKNESS, "The whole team was ill.", by=coordinator)
    assert (clock.late_reason, clock.late_because) == (Delay.SICKNESS, "The whole team was ill.")
    assert queries.due_of(clock).words == "overdue by 2 working days"


@pytest.mark.parametrize(
    ("on", "why"),
    [(date(2026, 4, 11), "lies ahead"), (date(2026, 3, 29), "choose a day after it began")],
)
def test_a_pause_begins_while_the_clock_runs(case, coordinator, on, why):
    with pytest.raises(Refused, match=why):
        paused(case, coordinator, on=on)


def test_a_clock_that_stands_still_is_not_paused_again_nor_resumed_twice(case, coordinator):
    clock = paused(case, coordinator)
    with pytest.raises(Refused, match="stands still already"):
        paused(case, coordinator)
    clocks.resume_clock(clock, on=A_WEEK_ON, by=coordinator)
    with pytest.raises(Refused, match="does not stand still"):
        clocks.resume_clock(clock, on=A_WEEK_ON, by=coordinator)


def test_a_clock_does_not_begin_on_a_day_that_lies_ahead_unless_it_counts_back(case, coordinator):
    with pytest.raises(Refused, match="lies ahead"):
        clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=date(2026, 4, 11), by=coordinator)
    clocks.start_clock(case, ClockKind.LCSPR_PRESEND, trigger=date(2026, 6, 1), by=coordinator)
    assert due_dates(coordinator, case) == {ClockKind.LCSPR_PRESEND: date(2026, 5, 20)}


def test_only_those_who_look_into_the_case_see_its_clocks(case, coordinator):
    clock = clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator)
    referrer = an_account("Rowan", Role.REFERRER)
    stepped_out = an_account("Olu", Role.CHAIR)
    services.let_know(case, referrer, Part.REFERRER, by=coordinator)
    services.step_out(case, stepped_out, by=coordinator)
    for reader in (referrer, stepped_out, an_account("Pat", Role.REPRESENTATIVE), None):
        assert queries.clock_visible_to(reader, clock.id) is None
        assert not queries.clocks_of(reader, case.id)
        assert not queries.running_clocks(reader)
    assert [due.clock for due in queries.running_clocks(coordinator)] == [clock]


def test_the_list_begins_with_what_is_due_first(case, coordinator):
    other = services.open_case(by=coordinator, year=2026)
    clocks.start_clock(case, ClockKind.RAPID_REVIEW, trigger=MONDAY, by=coordinator)
    clocks.start_clock(other, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=coordinator)
    running = queries.running_clocks(coordinator)
    assert [(due.case, due.words) for due in running] == [
        (other, "overdue by 2 working days"),
        (case, "due in 8 working days"),
    ]


def test_a_closure_moves_open_clocks_and_says_which(case, coordinator):
    clock = clocks.start_clock(case, ClockKind.RAPID_REVIEW, trigger=MONDAY, by=coordinator)
    closed = date(2026, 4, 15)
    clocks.close_day(closed, "Extra bank holiday", by=coordinator)
    (move,) = queries.moved_for(coordinator, closed, closing=True)
    assert (move.clock, move.before, move.after) == (clock, date(2026, 4, 22), date(2026, 4, 23))
    line = db.session.query(AuditLine).filter_by(verb="moved a date").one()
    assert line.detail == "kind=rapid_review before=2026-04-22 after=2026-04-23"

    clocks.open_day(closure_on(closed), by=coordinator)
    assert due_dates(coordinator, case) == {ClockKind.RAPID_REVIEW: date(2026, 4, 22)}


def test_closing_a_day_twice_moves_nothing_twice(case, coordinator):
    clocks.start_clock(case, ClockKind.RAPID_REVIEW, trigger=MONDAY, by=coordinator)
    for _ in range(2):
        clocks.close_day(date(2026, 4, 15), "Extra bank holiday", by=coordinator)
    assert due_dates(coordinator, case) == {ClockKind.RAPID_REVIEW: date(2026, 4, 23)}
    assert db.session.query(AuditLine).filter_by(verb="moved a date").count() == 1


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 18), "it is at a weekend"),
        (date(2026, 5, 4), "Early May bank holiday"),
        (date(2062, 4, 14), "within 5 years"),
    ],
)
def test_a_day_that_cannot_be_closed_says_why(coordinator, day, why):
    with pytest.raises(Refused, match=why):
        clocks.close_day(day, "A slip", by=coordinator)


@pytest.mark.both_databases
def test_eight_who_say_so_at_once_set_one_clock_going(app):
    by = an_account("Cora", Role.COORDINATOR)
    case_id, by_id = services.open_case(by=by, year=2026).id, by.id
    database.commit()

    def say(_):
        with app.app_context():
            case, account = db.session.get(Case, case_id), db.session.get(Account, by_id)
            clocks.start_clock(case, ClockKind.SIN_NOTIFY, trigger=MONDAY, by=account)
            database.commit()

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(say, range(8)))

    assert db.session.query(RunningClock).count() == 1
