"""From what was chosen to the words of the briefing."""

from dataclasses import replace

import pytest

from pprg.briefings import compose
from pprg.briefings.choosing.picks import Choice
from pprg.briefings.content import BoxKind, Line
from pprg.briefings.counting import minutes_to_read, minutes_to_talk, words_in
from tests.briefings.records import changed, chosen, imprint, record


def box_of(read, kind, choices=None):
    made = compose.briefing(read, choices or {}, imprint(read))
    return next((box for box in made.boxes if box.kind is kind), None)


@pytest.mark.parametrize(
    ("name", "heading"),
    [("sar-marian", "Who was Marian?"), ("lcspr-wren", "Who is Wren?"), ("dhr-rosa", "Who was Rosa?")],
)
def test_a_living_child_is_not_spoken_of_as_dead(name, heading):
    assert box_of(record(name), BoxKind.PERSON).heading == heading


def test_several_people_are_spoken_of_as_several():
    read = changed("sar-marian", pseudonym="Gwen and Alec")

    assert compose.headings_for_person(read) == ("Who were Gwen and Alec?", "Who are Gwen and Alec?")


def test_the_author_may_head_the_box_the_other_way():
    choices = chosen(record("lcspr-wren"), person=["pen_picture/0"])
    was = replace(choices[BoxKind.PERSON], heading="Who was Wren?")

    assert (
        box_of(record("lcspr-wren"), BoxKind.PERSON, choices | {BoxKind.PERSON: was}).heading
        == "Who was Wren?"
    )


def test_a_heading_that_is_neither_is_not_used():
    choices = {BoxKind.PERSON: Choice(heading="Anything")}

    made = compose.briefing(
        record("sar-marian"), chosen(record("sar-marian")) | choices, imprint(record("sar-marian"))
    )

    assert BoxKind.PERSON not in {box.kind for box in made.boxes}


def test_the_authors_order_is_the_order():
    choices = chosen(record("sar-marian"), happened=["what_happened/7", "what_happened/0"])

    box = box_of(record("sar-marian"), BoxKind.HAPPENED, choices)

    assert [line.lead for line in box.lines] == ["Late winter 2023", "Spring 2021"]


def test_a_shorter_line_stands_in_place_of_its_source():
    choices = chosen(
        record("sar-marian"), happened=[("what_happened/7", "Marian was found dead in her chair.")]
    )

    box = box_of(record("sar-marian"), BoxKind.HAPPENED, choices)

    assert box.lines == (Line(lead="Late winter 2023", text="Marian was found dead in her chair."),)


def test_a_finding_is_its_heading_and_the_lines_chosen_of_it():
    choices = chosen(
        record("sar-marian"),
        learned=[("findings/F2/heading", "“I'm managing”"), "findings/F2/why/s1", "findings/F1/heading"],
    )

    box = box_of(record("sar-marian"), BoxKind.LEARNED, choices)

    assert box.lines == (
        Line(
            lead="“I'm managing”", text="Staff did not go on to test whether she could act on what she said."
        ),
        Line(lead="Four services closed within five weeks", text=""),
    )


def test_the_number_brings_its_source_and_date():
    number = box_of(record("dhr-rosa"), BoxKind.WHY).statistic

    assert number.source == (
        "Marlshire Community Safety Partnership, yearly return on high-risk cases (fictional), 31 March 2024."
    )


def test_a_number_that_was_not_chosen_is_not_said():
    choices = chosen(record("dhr-rosa"), why=["why_reviewed/s0"])

    assert box_of(record("dhr-rosa"), BoxKind.WHY, choices).statistic is None


def test_a_box_that_the_author_emptied_is_left_out():
    assert box_of(record("sar-marian"), BoxKind.WORKED, chosen(record("sar-marian"), worked=[])) is None


def test_care_says_what_it_is_about_and_one_number():
    notice = compose.care(record("dhr-rosa")).notice

    assert notice == (
        "This is about: Suicide; Domestic abuse and coercive control. Names and some details are changed. "
        "To talk to somebody: Marlshire staff listening line, 01632 960114."
    )


def test_care_names_a_telephone_before_an_address():
    support = [
        {"name": "By mail", "contact": "a@example.org"},
        {"name": "By voice", "contact": "01632 960114"},
    ]

    assert "By voice, 01632 960114" in compose.care(changed("sar-marian", support=support)).notice


def test_care_without_warnings_or_support_says_only_that_names_are_changed():
    read = changed("sar-marian", support=[], content_warnings=[])

    assert compose.care(read).notice == "Names and some details are changed."


@pytest.mark.parametrize(
    ("words", "read", "talk"), [(0, 1, 6), (230, 1, 6), (231, 2, 5), (640, 3, 4), (750, 4, 3), (2000, 9, 3)]
)
def test_seven_minutes_are_for_reading_and_for_talking(words, read, talk):
    assert (minutes_to_read(words), minutes_to_talk(words)) == (read, talk)


def test_words_are_counted_as_a_person_would():
    assert words_in("Smith & Jones – 48 hours", "“Who?”") == 5
