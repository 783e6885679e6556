"""A day typed in three boxes, a list of lines, and text that every document can hold."""

from datetime import date, timedelta
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as some
from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField
from wtforms.validators import InputRequired

from pprg import clock
from pprg.web.fields import DayField, LinesField, day_not_in_future, trimmed


class DeathForm(Form):
    died = DayField(
        "When did the person die?",
        called="The date of death",
        or_unknown="Not known",
        validators=[InputRequired("Enter the date of death."), day_not_in_future],
    )


class HouseholdForm(Form):
    others = LinesField("Others in the household")
    street = StringField("Street", filters=[trimmed])


def typed(day="", month="", year="", **more):
    boxes = {"died-day": day, "died-month": month, "died-year": year, **more}
    form = DeathForm(MultiDict(boxes))
    form.validate()
    return form.died


def test_a_day_typed_in_three_boxes_is_that_day():
    assert typed("8", "10", "2024").data == date(2024, 10, 8)


@pytest.mark.parametrize("month", ["10", "Oct", "october", " OCTOBER ", "Oct."])
def test_a_month_may_be_written_as_a_number_or_a_name(month):
    assert typed("8", month, "2024").data == date(2024, 10, 8)


@pytest.mark.parametrize(
    ("boxes", "message", "leads_to"),
    [
        (("8", "10", ""), "must include a year.", "died-year"),
        (("", "10", ""), "must include a day and a year.", "died-day"),
        (
            ("31", "11", "2024"),
            "must be a real date: November 2024 has 30 days.",
            "died-day",
        ),
        (
            ("29", "2", "2023"),
            "must be a real date: February 2023 has 28 days.",
            "died-day",
        ),
        (("8", "13", "2024"), "must have a month from 1 to 12.", "died-month"),
        (("8", "then", "2024"), "must have a month in numbers.", "died-month"),
        (("8", "10", "24"), "must have a year of four numbers, like 2024.", "died-year"),
        (("eight", "10", "2024"), "must have a day in numbers.", "died-day"),
        (("²", "10", "2024"), "must have a day in numbers.", "died-day"),
        (("0", "10", "2024"), "must be a real date: October 2024 has 31 days.", "died-day"),
    ],
)
def test_a_day_that_cannot_be_says_what_is_wrong_and_leads_to_that_box(boxes, message, leads_to):
    day = typed(*boxes)
    assert list(day.errors) == [f"The date of death {message}"]
    assert day.focus_id == leads_to
    assert day.data is None


def test_what_was_typed_comes_back_as_it_was_typed():
    day = typed("31", "Nov", "2024")
    assert [box["value"] for box in day.boxes] == ["31", "Nov", "2024"]
    assert [box["wrong"] for box in day.boxes] == [True, False, False]


def test_a_day_that_must_be_answered_asks_for_it_in_its_own_words():
    day = typed()
    assert list(day.errors) == ["Enter the date of death."]
    assert all(box["wrong"] for box in day.boxes)
    assert day.focus_id == "died-day"


def test_not_known_is_an_answer_and_half_a_date_beside_it_does_not_matter():
    day = typed("8", "", "", **{"died-unknown": "y"})
    assert not day.errors
    assert day.unknown
    assert day.data is None


def test_what_has_happened_cannot_lie_ahead():
    tomorrow = clock.today() + timedelta(days=1)
    day = typed(str(tomorrow.day), str(tomorrow.month), str(tomorrow.year))
    assert list(day.errors) == ["The date of death must be today or in the past."]


def test_a_stored_day_fills_the_boxes():
    for stored in (date(2024, 10, 8), "2024-10-08", {"day": "8", "month": "10", "year": "2024"}):
        day = DeathForm(data={"died": stored}).died
        assert day.data == date(2024, 10, 8)
        assert [box["value"] for box in day.boxes] == ["8", "10", "2024"]


def test_a_draft_gives_half_a_date_back():
    day = DeathForm(data={"died": {"day": "", "month": "10", "year": "20"}}).died
    assert day.data is None
    assert [box["value"] for box in day.boxes] == ["", "10", "20"]


def test_a_box_that_is_missing_from_the_post_is_a_question_and_not_a_crash():
    form = DeathForm(MultiDict({"died-year": "2024"}))
    assert not form.validate()
    assert list(form.died.errors) == ["The date of death must include a day and a month."]


@given(some.text(max_size=6), some.text(max_size=6), some.text(max_size=6))
def test_nothing_that_can_be_typed_into_the_boxes_breaks_the_form(day, month, year):
    field = typed(day, month, year)
    assert field.errors or field.data is not None


def test_lines_are_a_list_without_the_blank_ones():
    form = HouseholdForm(MultiDict({"others": "A sister, 12\r\n\r\n  A lodger \n"}))
    assert form.others.data == ["A sister, 12", "A lodger"]
    assert form.others._value() == "A sister, 12\nA lodger"


def test_words_stay_and_only_what_no_document_can_hold_goes():
    said = "  Smith & Jones\x0bBP <90/60\x00 & falling, {{ 7*7 }}, “quotes”, é, 🕊\ud800\r\nnext\tline  "
    assert trimmed(said) == "Smith & Jones BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, 🕊\nnext\tline"


@given(some.text())
def test_trimmed_text_can_always_be_put_into_a_document(text):
    element = Xml.Element("t")
    element.text = trimmed(text)
    assert (Xml.fromstring(Xml.tostring(element, "utf-8")).text or "") == element.text  # noqa: S314 - our own text


def test_trimming_leaves_what_is_not_text_alone():
    assert trimmed(None) is None
    assert HouseholdForm(MultiDict({"street": " Mill\x0bLane "})).street.data == "Mill Lane"
