"""What is due when, and how that was reached, for each clock the group keeps."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.guidance import clocks
from pprg.guidance.clocks import RULES, Basis, ClockKind, Trigger, clock_kinds_for, rule_on, trigger_of
from pprg.guidance.codes import Route
from pprg.guidance.due import Tone, due_on, how, in_words, tone_of

EASTER_WEEK = date(2026, 3, 30)


@dataclass(frozen=True)
class Still:
    paused_on: date
    resumed_on: date | None


@pytest.fixture
def setting():
    yield clocks.count_rapid_reviews_from
    clocks.count_rapid_reviews_from("notification")


def rule(kind):
    return rule_on(kind, EASTER_WEEK)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (ClockKind.SIN_NOTIFY, date(2026, 4, 8)),
        (ClockKind.RAPID_REVIEW, date(2026, 4, 22)),
        (ClockKind.LCSPR_PUBLISH, date(2026, 9, 30)),
        (ClockKind.LCSPR_PRESEND, date(2026, 3, 19)),
        (ClockKind.REPORT_ONLINE, date(2027, 3, 30)),
        (ClockKind.SAR_DECIDE, date(2026, 5, 25)),
        (ClockKind.SAR_COMPLETE, date(2026, 9, 30)),
        (ClockKind.DHR_DECIDE, date(2026, 4, 30)),
        (ClockKind.DHR_HO_NOTICE, date(2026, 4, 8)),
        (ClockKind.DHR_COMPLETE, date(2026, 9, 30)),
        (ClockKind.NSR_COMPLETE, date(2026, 6, 22)),
        (ClockKind.ACK_REFERRER, date(2026, 4, 1)),
        (ClockKind.INFO_RETURN, date(2026, 4, 15)),
        (ClockKind.INFO_RETURN_RR, date(2026, 4, 13)),
        (ClockKind.OUTCOME_LETTER, date(2026, 4, 8)),
    ],
)
def test_every_clock_from_the_monday_before_easter(kind, due):
    assert due_on(rule(kind), EASTER_WEEK) == due


def test_there_is_a_rule_for_every_clock_and_each_says_who_owes_it_and_who_says_so():
    assert {rule.kind for rule in RULES} == set(ClockKind)
    assert len(ClockKind) == 18
    for each in RULES:
        assert each.owner, each.kind
        assert each.source, each.kind
        assert each.label[0].isupper(), each.kind


def test_the_clocks_of_five_and_fifteen_working_days_cannot_be_paused():
    for kind in (ClockKind.SIN_NOTIFY, ClockKind.RAPID_REVIEW):
        assert not rule(kind).pausable
        still = [Still(date(2026, 4, 1), date(2026, 5, 1))]
        assert due_on(rule(kind), EASTER_WEEK, pauses=still) == due_on(rule(kind), EASTER_WEEK)


def test_figures_whose_paragraph_was_not_read_are_to_be_confirmed_and_ours_are_called_ours():
    marked = {rule.kind for rule in RULES if rule.to_be_confirmed}
    assert marked == {
        ClockKind.LCSPR_PUBLISH,
        ClockKind.LCSPR_PRESEND,
        ClockKind.DHR_DECIDE,
        ClockKind.DHR_COMPLETE,
    }
    assert rule(ClockKind.DHR_HO_NOTICE).basis == Basis.LOCAL


def test_how_it_was_reached_names_the_days_that_were_not_counted():
    reached = how(rule(ClockKind.SIN_NOTIFY), EASTER_WEEK, until=date(2026, 4, 1))
    assert reached.due_on == date(2026, 4, 8)
    assert reached.sentence == (
        "Day 0 is Monday 30 March 2026. Weekends are not counted. Nor are Friday 3 April 2026 (Good Friday) "
        "and Monday 6 April 2026 (Easter Monday). Day 5 is Wednesday 8 April 2026."
    )
    assert [(day.day.day, day.number, day.why_not) for day in reached.days] == [
        (30, 0, ""), (31, 1, ""), (1, 2, ""), (2, 3, ""), (3, None, "Good Friday"), (4, None, "Weekend"),
        (5, None, "Weekend"), (6, None, "Easter Monday"), (7, 4, ""), (8, 5, ""),
    ]  # fmt: skip


def test_counting_back_from_publication_shows_the_days_before_it():
    reached = how(rule(ClockKind.LCSPR_PRESEND), date(2026, 4, 9), until=date(2026, 3, 1))
    assert reached.due_on == date(2026, 3, 27)
    assert "7 working days before it is Friday 27 March 2026." in reached.sentence
    assert [day.number for day in reached.days if day.number is not None] == [0, -1, -2, -3, -4, -5, -6, -7]
    assert reached.gross_days == 0


def test_a_closure_moves_the_day_and_is_named():
    closed = {date(2026, 4, 1): "Extra bank holiday"}
    reached = how(rule(ClockKind.SIN_NOTIFY), EASTER_WEEK, closed=closed, until=EASTER_WEEK)
    assert reached.due_on == date(2026, 4, 9)
    assert "Wednesday 1 April 2026 (Closed: Extra bank holiday)" in reached.sentence


def test_a_month_that_ends_on_a_sunday_names_the_working_day_before():
    reached = how(rule(ClockKind.SAR_COMPLETE), date(2026, 8, 31), until=date(2026, 9, 1))
    assert reached.sentence == (
        "Day 0 is Monday 31 August 2026. 6 months later is Sunday 28 February 2027. "
        "Nobody works that day; the last working day before it is Friday 26 February 2027."
    )


def test_a_pause_moves_the_date_by_its_days_and_both_counts_are_shown():
    still = [Still(date(2026, 5, 1), date(2026, 6, 1))]
    reached = how(rule(ClockKind.SAR_COMPLETE), EASTER_WEEK, pauses=still, until=date(2026, 6, 30))
    assert reached.due_on == date(2026, 9, 30) + timedelta(days=31)
    assert (reached.gross_days, reached.net_days) == (92, 61)
    assert "6 months later is Wednesday 30 September 2026." in reached.sentence
    assert "It stood still for 31 days, so the date is Saturday 31 October 2026." in reached.sentence


def test_while_it_stands_still_the_date_moves_on_with_each_day():
    still = [Still(date(2026, 5, 1), None)]
    sar = rule(ClockKind.SAR_COMPLETE)
    assert due_on(sar, EASTER_WEEK, pauses=still, today=date(2026, 5, 1)) == date(2026, 9, 30)
    assert due_on(sar, EASTER_WEEK, pauses=still, today=date(2026, 5, 11)) == date(2026, 10, 10)


def test_a_pause_after_the_date_has_passed_does_not_make_it_in_time():
    still = [Still(date(2026, 6, 1), date(2026, 8, 1))]
    assert due_on(rule(ClockKind.SAR_DECIDE), EASTER_WEEK, pauses=still) == date(2026, 5, 25)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=6))
def test_however_pauses_overlap_no_day_stands_still_twice(spans):
    still = [
        Still(EASTER_WEEK + timedelta(days=start), EASTER_WEEK + timedelta(days=start + length))
        for start, length in spans
    ]
    days = {start + n for start, length in spans for n in range(length)}
    reached = how(rule(ClockKind.SAR_COMPLETE), EASTER_WEEK, pauses=still, until=date(2027, 3, 30))
    assert reached.gross_days - reached.net_days == len(days)
    assert reached.due_on <= date(2026, 9, 30) + timedelta(days=len(days))


@pytest.mark.parametrize(
    ("today", "words", "tone"),
    [
        (date(2026, 3, 30), "due in 5 working days", Tone.WAITING),
        (date(2026, 4, 2), "due in 2 working days", Tone.SOON),
        (date(2026, 4, 7), "due in 1 working day", Tone.SOON),
        (date(2026, 4, 8), "due today", Tone.SOON),
        (date(2026, 4, 9), "overdue by 1 working day", Tone.LATE),
        (date(2026, 4, 10), "overdue by 2 working days", Tone.LATE),
        (date(2026, 4, 12), "overdue by 2 working days", Tone.LATE),
    ],
)
def test_a_date_is_said_from_where_we_stand(today, words, tone):
    sin, due = rule(ClockKind.SIN_NOTIFY), date(2026, 4, 8)
    assert in_words(sin, due, today=today, closed=()) == words
    assert tone_of(sin, EASTER_WEEK, due, today=today, closed=()) == tone


def test_a_date_far_off_is_said_as_a_date_and_one_missed_over_a_weekend_too():
    sar = rule(ClockKind.SAR_COMPLETE)
    today = date(2026, 4, 1)
    assert in_words(sar, date(2026, 9, 30), today=today, closed=()) == "due on Wednesday 30 September 2026"
    saturday, sunday = date(2026, 10, 3), date(2026, 10, 4)
    assert in_words(sar, saturday, today=sunday, closed=()) == "overdue since Saturday 3 October 2026"
    assert in_words(sar, sunday, today=saturday, closed=()) == "due on Sunday 4 October 2026"


def test_eight_weeks_turn_amber_at_six():
    sar, due = rule(ClockKind.SAR_DECIDE), date(2026, 5, 25)
    six_weeks = EASTER_WEEK + timedelta(weeks=6)
    before = six_weeks - timedelta(days=1)
    assert tone_of(sar, EASTER_WEEK, due, today=before, closed=()) == Tone.WAITING
    assert tone_of(sar, EASTER_WEEK, due, today=six_weeks, closed=()) == Tone.SOON


def test_a_report_that_was_public_long_enough_is_not_late():
    online, due = rule(ClockKind.REPORT_ONLINE), date(2027, 3, 30)
    assert tone_of(online, EASTER_WEEK, due, today=date(2028, 1, 1), closed=()) == Tone.WAITING
    assert in_words(online, due, today=date(2028, 1, 1), closed=()) == "ended Tuesday 30 March 2027"


def test_beyond_the_checked_bank_holidays_the_date_comes_with_a_warning():
    late = how(rule(ClockKind.RAPID_REVIEW), date(2030, 12, 20), until=date(2030, 12, 20))
    assert "have not been checked" in late.warning
    assert not how(rule(ClockKind.RAPID_REVIEW), EASTER_WEEK, until=EASTER_WEEK).warning


def test_what_happens_sets_its_clocks_going_in_the_cases_they_run_in():
    def kinds(happened, **case):
        return clock_kinds_for(happened, on=EASTER_WEEK, **case)

    assert kinds(Trigger.LA_AWARE) == (ClockKind.SIN_NOTIFY,)
    assert kinds(Trigger.SIN_SENT) == (ClockKind.RAPID_REVIEW, ClockKind.INFO_RETURN_RR)
    assert kinds(Trigger.REFERRED, routes={Route.SAR}) == (ClockKind.SAR_DECIDE, ClockKind.ACK_REFERRER)
    assert kinds(Trigger.REFERRED, routes={Route.CHILD}) == (ClockKind.ACK_REFERRER,)


def test_a_partnership_may_count_a_rapid_review_from_awareness(setting):
    setting("awareness")
    assert trigger_of(rule(ClockKind.RAPID_REVIEW)) == Trigger.LA_AWARE
    aware = clock_kinds_for(Trigger.LA_AWARE, on=EASTER_WEEK)
    assert aware == (ClockKind.SIN_NOTIFY, ClockKind.RAPID_REVIEW)
    assert clock_kinds_for(Trigger.SIN_SENT, on=EASTER_WEEK) == (ClockKind.INFO_RETURN_RR,)


def test_a_clock_set_going_before_any_rule_still_has_one():
    assert rule_on(ClockKind.DHR_DECIDE, date(1999, 1, 1)).amount == 1
