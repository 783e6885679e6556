"""Several agencies' dated lines become one chronology, and none is lost on the way."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from pprg.meetings.packs.chronology import merged
from pprg.meetings.packs.content import Event

TODAY = date(2026, 11, 23)


def told(source, *days):
    return [(day, Event(when=day, what=f"{source} {day}", source=source)) for day in days]


def order(*sources):
    return [event.what for event in merged(sources, today=TODAY)]


def test_lines_of_several_agencies_stand_by_their_days():
    police = told("police", "3 April 2025", "12 May 2025")
    health = told("health", "1/5/2025", "2025-04-02")

    assert order(police, health) == [
        "health 2025-04-02",
        "police 3 April 2025",
        "health 1/5/2025",
        "police 12 May 2025",
    ]


def test_on_one_day_the_time_decides():
    assert order(told("a", "3 April 2025 17:20", "3 April 2025 9:05"), told("b", "3 April 2025")) == [
        "b 3 April 2025",
        "a 3 April 2025 9:05",
        "a 3 April 2025 17:20",
    ]


def test_a_year_or_a_month_stands_before_its_days():
    assert order(told("a", "1 April 2025"), told("b", "April 2025", "2025")) == [
        "b 2025",
        "b April 2025",
        "a 1 April 2025",
    ]


def test_a_day_that_cannot_be_read_stays_after_the_line_before_it_and_says_so():
    health = told("health", "3 April 2025", "that summer", "12 May 2025")
    found = merged([told("police", "20 April 2025"), health], today=TODAY)

    assert [event.what for event in found] == [
        "health 3 April 2025",
        "health that summer",
        "police 20 April 2025",
        "health 12 May 2025",
    ]
    assert [event.unread for event in found] == [False, True, False, False]


DAYS = some.sampled_from(["3 April 2025", "2024", "May 2025", "soon after", "", "31/2/2025", "9:05", "45000"])


@given(some.lists(some.lists(DAYS, max_size=6), max_size=4))
def test_no_line_is_lost_or_told_twice(sources):
    lines = [told(f"s{number}", *days) for number, days in enumerate(sources)]

    assert sorted(order(*lines)) == sorted(event.what for source in lines for _, event in source)
