"""Dated events, typed or pasted, read line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pprg.requests.chronology import read


@pytest.mark.parametrize(
    ("line", "when", "what"),
    [
        ("3 April 2025 – Visited at home", "3 April 2025", "Visited at home"),
        ("3/4/2025\tVisited", "3 April 2025", "Visited"),
        ("03.04.25: Visited", "3 April 2025", "Visited"),
        ("2025-04-03, Visited", "3 April 2025", "Visited"),
        ("3rd Apr 2025 - Visited", "3 April 2025", "Visited"),
        ("3/4/2025 14:30 – Rang", "3 April 2025, 14:30", "Rang"),
        ("3 April 2025 at 9.05 – Rang", "3 April 2025, 9:05", "Rang"),
        ("Sept 2024 – Moved house", "September 2024", "Moved house"),
        ("2019 – First known", "2019", "First known"),
        ("3 April 2025 Visited, no reply", "3 April 2025", "Visited, no reply"),
        ("31/2/2025 – Never", "", "31/2/2025 – Never"),
        ("Some day – Visited", "", "Some day – Visited"),
        ("0007 – A door number", "", "0007 – A door number"),
    ],
)
def test_a_line_is_a_day_and_what_happened(line: str, when: str, what: str):
    (event,) = read(line)
    assert (event.when, event.what) == (when, what)


def test_events_stand_by_day_and_those_without_one_last():
    read_so = read(
        "5/5/2025 – third\nno day\n2024 – first\n5/5/2025 9:00 – not before midnight\nMay 2025 – x"
    )
    assert [event.what for event in read_so] == [
        "first", "x", "third", "not before midnight", "no day",
    ]  # fmt: skip


@given(some.text(max_size=200))
def test_nothing_that_was_typed_is_lost(typed: str):
    lines = [line for line in typed.splitlines() if line.strip()]
    assert len(read(typed)) == len(lines)
