"""The page and the rest of the program read the same day from three boxes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from pprg.referrals.answers import day_of
from pprg.web.fields import DayField


class Asked(Form):
    day = DayField("When")


boxes = st.fixed_dictionaries(
    {
        "day": st.integers(-1, 40).map(str) | st.text(max_size=3),
        "month": st.integers(0, 14).map(str)
        | st.sampled_from(["May", "sept", "Sep.", "DECEMBER", "Dec", ""]),
        "year": st.integers(1800, 3000).map(str) | st.text(max_size=4),
    }
)


@given(boxes)
def test_what_is_a_day_on_the_page_is_a_day_everywhere(typed):
    form = Asked(MultiDict({f"day-{box}": text for box, text in typed.items()}))
    on_the_page = form.day.data if form.validate() else None
    elsewhere = day_of(form.day.typed)
    if on_the_page is None or on_the_page.year >= 1850:
        assert elsewhere == on_the_page


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("1", "2", "2024"), date(2024, 2, 1)),
        (("01", "Feb", "2024"), date(2024, 2, 1)),
        (("29", "february", "2024"), date(2024, 2, 29)),
        (("29", "2", "2023"), None),
        (("", "2", "2023"), None),
        (("1", "2", "1066"), None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, day):
    assert day_of(dict(zip(("day", "month", "year"), typed, strict=True))) == day


@pytest.mark.parametrize("nothing", ["", None, [], "2024-02-01", {}])
def test_what_is_not_three_boxes_is_no_day(nothing):
    assert day_of(nothing) is None
