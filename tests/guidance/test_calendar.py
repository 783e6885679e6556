"""Working days against the published bank holidays, worked examples and counting on one's fingers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.clock import LONDON
from pprg.guidance.calendar import (
    bank_holidays,
    is_working_day,
    known_until,
    months_after,
    working_days_after,
    working_days_between,
    working_hours_after,
)

# Written down by hand from what is published for England; nothing here comes from a library.
PUBLISHED = {
    2022: "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec",
    2023: "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2024: "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
    2025: "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec",
    2026: "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec",
    2027: "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec",
    2028: "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec",
    2029: "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec",
    2030: "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec",
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day_of(text, year):
    number, month = text.split()
    return date(year, MONTHS.index(month) + 1, int(number))


HOLIDAYS = {day_of(text, year) for year, days in PUBLISHED.items() for text in days.split(", ")}

DAYS = st.dates(date(2022, 1, 1), date(2030, 10, 1))


def in_london(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def is_worked(day, closed=()):
    return day.isoweekday() not in {6, 7} and day not in HOLIDAYS and day not in closed


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_bank_holidays_of_a_year_are_the_published_ones(year):
    assert sorted(bank_holidays(year)) == sorted(day for day in HOLIDAYS if day.year == year)


def test_every_day_of_nine_years_is_worked_or_not_as_published():
    days = [date(2022, 1, 1) + timedelta(days=n) for n in range(9 * 365 + 2)]
    assert days[-1] == date(2030, 12, 31)
    assert [day for day in days if is_working_day(day) != is_worked(day)] == []


def test_holidays_are_called_what_the_public_list_calls_them():
    assert bank_holidays(2027)[date(2027, 12, 27)] == "Christmas Day (substitute day)"
    assert bank_holidays(2026)[date(2026, 5, 4)] == "Early May bank holiday"
    assert bank_holidays(2026)[date(2026, 8, 31)] == "Summer bank holiday"


@pytest.mark.parametrize(
    ("start", "five", "fifteen", "five_then_fifteen"),
    [
        (date(2026, 3, 30), date(2026, 4, 8), date(2026, 4, 22), date(2026, 4, 29)),
        (date(2026, 4, 2), date(2026, 4, 13), date(2026, 4, 27), date(2026, 5, 5)),
        (date(2026, 4, 4), date(2026, 4, 13), date(2026, 4, 27), date(2026, 5, 5)),
        (date(2026, 5, 1), date(2026, 5, 11), date(2026, 5, 26), date(2026, 6, 2)),
    ],
)
def test_the_worked_examples_of_five_and_fifteen_working_days(start, five, fifteen, five_then_fifteen):
    assert working_days_after(start, 5) == five
    assert working_days_after(start, 15) == fifteen
    assert working_days_after(five, 15) == five_then_fifteen


def test_seven_working_days_before_publication_step_over_easter():
    assert working_days_after(date(2026, 4, 9), -7) == date(2026, 3, 27)


@given(DAYS, st.integers(0, 40), st.sets(DAYS, max_size=5))
def test_counting_on_agrees_with_counting_on_ones_fingers(start, number, closed):
    day, counted = start, 0
    while counted < number:
        day += timedelta(days=1)
        if is_worked(day, closed):
            counted += 1
    assert working_days_after(start, number, closed=closed) == day
    assert working_days_between(start, day, closed=closed) == number


@given(st.dates(date(2022, 6, 1), date(2030, 12, 31)), st.integers(1, 40), st.sets(DAYS, max_size=5))
def test_counting_back_agrees_with_counting_on_ones_fingers(start, number, closed):
    day, counted = start, 0
    while counted < number:
        day -= timedelta(days=1)
        if is_worked(day, closed):
            counted += 1
    assert working_days_after(start, -number, closed=closed) == day


@given(DAYS, DAYS, DAYS)
def test_a_closure_never_brings_a_date_forward(start, closure, other):
    without = working_days_after(start, 15)
    assert working_days_after(start, 15, closed={closure}) >= without
    assert working_days_after(start, 15, closed={closure, other}) >= working_days_after(
        start, 15, closed={closure}
    )


def test_between_is_below_nought_when_the_day_has_passed():
    assert working_days_between(date(2026, 4, 8), date(2026, 3, 30)) == -5
    assert working_days_between(date(2026, 4, 4), date(2026, 4, 5)) == 0


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 11, 23), 6, date(2027, 5, 23)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one_there_is(start, months, end):
    assert months_after(start, months) == end


@pytest.mark.parametrize(
    ("asked", "answered_by"),
    [
        ("2026-11-23 10:00", "2026-11-23 14:00"),
        ("2026-11-23 13:00", "2026-11-23 17:00"),
        ("2026-11-23 15:30", "2026-11-24 11:30"),
        ("2026-11-23 07:12", "2026-11-23 13:00"),
        ("2026-11-23 17:00", "2026-11-24 13:00"),
        ("2026-11-20 16:00", "2026-11-23 12:00"),
        ("2026-11-21 12:00", "2026-11-23 13:00"),
        ("2026-04-02 16:00", "2026-04-07 12:00"),
        # the clocks go back and forward on a Sunday in between; the office still opens at nine
        ("2026-10-23 16:00", "2026-10-26 12:00"),
        ("2026-03-27 16:00", "2026-03-30 12:00"),
    ],
)
def test_four_working_hours_are_hours_when_the_office_is_open(asked, answered_by):
    assert working_hours_after(in_london(asked), 4) == in_london(answered_by)
    assert working_hours_after(in_london(asked).astimezone(UTC), 4) == in_london(answered_by)


def test_working_hours_step_over_a_closure_and_over_several_days():
    asked = in_london("2026-11-23 16:00")
    closed = {date(2026, 11, 24)}
    assert working_hours_after(asked, 4, closed=closed) == in_london("2026-11-25 12:00")
    assert working_hours_after(asked, 20) == in_london("2026-11-26 12:00")


def test_the_known_table_ends_where_somebody_last_checked_it():
    assert known_until() == date(max(PUBLISHED), 12, 31)
