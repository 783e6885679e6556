"""A record is accepted up to its hard limits, and what is wrong with it is said beside each field."""

import json

import pytest

from pprg.errors import Mistaken
from pprg.guidance.codes import Audience
from pprg.publications.record import LARGEST, check_words, mistakes_in, read_record
from tests.publications.builders import NAMES, as_json, the_file

BEYOND = "It is not a learning record: it is nested or numbered beyond reading."


def mistakes(data: bytes) -> dict[str, str]:
    with pytest.raises(Mistaken) as said:
        read_record(data)
    return dict(said.value.mistakes)


def changed(**changes) -> dict[str, str]:
    return mistakes(the_file(**changes))


@pytest.mark.parametrize("name", NAMES)
def test_each_of_the_three_records_comes_in_word_for_word(name):
    record, _ = read_record(the_file(name))

    said = as_json(name)
    del said["restricted"]
    kept = record.model_dump(mode="json")
    for event in kept["what_happened"]:
        assert event.pop("short") == ""
    assert kept == said


@pytest.mark.parametrize("name", NAMES)
def test_what_was_read_can_be_kept_and_read_again(name):
    record, _ = read_record(the_file(name))

    assert check_words(record.model_dump(mode="json")) == record


def test_everything_wrong_is_said_at_once_and_by_field():
    said = as_json()
    said["findings"][2]["heading"] = "  "
    said["what_to_do"][0]["audience"] = "cats"
    said["recommendations"][1]["national"] = "yes"
    said["published_on"] = "2024-02-30"
    said["report"]["pages"] = 401
    del said["method"]
    said["colour"] = "red"

    assert mistakes(json.dumps(said).encode()) == {
        "findings[2].heading": "Say the finding in a heading.",
        "what_to_do[0].audience": "This is not a known audience. Use one of: " + ", ".join(Audience) + ".",
        "recommendations[1].national": "Write true or false, without quotation marks.",
        "published_on": "There is no such day in the calendar.",
        "report.pages": "Give the number of pages, from 1 to 400.",
        "method": "This key is missing: every key must be there, even if it holds nothing.",
        "colour": "There is no such key in a learning record.",
    }


@pytest.mark.parametrize(
    ("field", "most", "unit"),
    [
        ("title", 200, "characters"), ("pseudonym", 60, "characters"), ("one_line", 60, "words"),
        ("period_covered", 30, "words"), ("commissioned_by", 40, "words"), ("lead_reviewer", 40, "words"),
        ("method", 60, "words"), ("why_reviewed", 400, "words"), ("lived_experience", 450, "words"),
    ],
)  # fmt: skip
def test_text_is_taken_up_to_its_hard_limit_and_no_further(field, most, unit):
    text = ("x" if unit == "characters" else "word ") * most

    assert getattr(read_record(the_file(**{field: text}))[0], field) == text.strip()
    assert changed(**{field: text + ("x" if unit == "characters" else "more")}) == {
        field: f"Use at most {most} {unit}; there are {most + 1}."
    }


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("pen_picture", 8), ("questions", 8), ("supervision_prompts", 10), ("keywords", 20),
        ("content_warnings", 6),
    ],
)  # fmt: skip
def test_lists_are_taken_up_to_their_hard_limit_and_no_further(field, most):
    assert len(getattr(read_record(the_file(**{field: ["One"] * most}))[0], field)) == most
    assert changed(**{field: ["One"] * (most + 1)}) == {field: f"Give at most {most}; there are {most + 1}."}


def test_the_hardest_record_inside_the_limits_is_accepted():
    said = as_json()
    for finding in said["findings"][:3]:
        finding["heading"] = "heading " * 90
    said["why_reviewed"] = "word " * 399 + "w" * 60
    said["one_line"] = (
        "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, {% x %}, “quotes”, é, 👩‍👧, C:\\temp <br>&nbsp; =1 @x"
    )
    said["pen_picture"] = ["Łucja, Siân, محمد، زينب", "no-break space", "a vertical\vtab and a bell\a"]

    record, _ = read_record(json.dumps(said).encode())

    assert record.one_line == said["one_line"]
    assert record.pen_picture == ("Łucja, Siân, محمد، زينب", "no-break space", "a vertical tab and a bell")


def test_a_record_without_anything_that_may_be_left_out_is_whole():
    said = as_json()
    for name, value in said.items():
        if isinstance(value, list):
            said[name] = []
    said |= {"statistic": None, "report": None, "lived_experience": "", "method": "", "lead_reviewer": ""}

    record, _ = read_record(json.dumps(said).encode())

    assert record.findings == ()
    assert record.statistic is None


def test_a_good_practice_review_names_good_practice():
    assert changed(review_type="good_practice", good_practice=[]) == {
        "good_practice": "A good practice review names at least one piece of good practice."
    }


def test_findings_and_recommendations_are_numbered_in_order_and_rest_on_one_another():
    said = as_json()
    said["findings"][3]["ref"] = "F6"
    said["recommendations"][0]["ref"] = "R9"
    said["recommendations"][2]["finding"] = "F12"

    assert mistakes(json.dumps(said).encode()) == {
        "findings[3].ref": "They are numbered in order: this one must be F4.",
        "recommendations[0].ref": "They are numbered in order: this one must be R1.",
        "recommendations[2].finding": "There is no finding F12 in this record.",
    }


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("PPRG-2023-011", "This is a case's reference. Give the public learning reference instead."),
        ("MAR 01", "Use letters, numbers and hyphens alone, like MAR-L-2024-03."),
        ("../../etc", "Use letters, numbers and hyphens alone, like MAR-L-2024-03."),
        ("", "Give the public learning reference, like MAR-L-2024-03."),
        ("M" * 41, "Use at most 40 characters; there are 41."),
    ],
)
def test_a_reference_is_public_and_fits_into_an_address(reference, sentence):
    assert changed(reference=reference) == {"reference": sentence}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is empty."),
        (b"{", "It is not JSON. Look at line 1, column 2."),
        (b"[]", "It must hold one object: { … }."),
        (b"\xff\xfe{", "It is not text in UTF-8. Save it again as UTF-8."),
        (b'{"title": 1, "title": 2}', "It holds the key “title” twice in one place. Keep one of them."),
        (b'{"pages": NaN}', "It holds NaN, which is not a number."),
        (b"[" * 100_000, BEYOND),
        (b'{"pages": ' + b"9" * 5_000 + b"}", BEYOND),
        (b" " * (LARGEST + 1), "It is larger than 2 MB. A learning record holds words alone."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_record_is_refused_in_a_sentence(data, sentence):
    assert mistakes(data) == {"the file": sentence}


def test_a_byte_order_mark_does_not_matter():
    read_record(b"\xef\xbb\xbf" + the_file())


def test_what_is_restricted_is_never_repeated_in_a_mistake():
    said = as_json()
    said["restricted"]["people"][0]["nhs_number"] = "999 104 2148"
    said["restricted"]["exact_dates"][0] = "16 February 2023"
    said["restricted"]["staff"] = "Dr Anselm Rookwood"

    found = mistakes(json.dumps(said).encode())

    assert found == {
        "restricted.people[0].nhs_number": "Give the ten digits without spaces, or null.",
        "restricted.exact_dates[0]": "Give the day as year, month and day, like 2024-10-08.",
        "restricted.staff": "Give a list here: [ … ].",
    }


def test_a_file_without_restricted_is_not_whole():
    said = as_json()
    del said["restricted"]

    assert list(mistakes(json.dumps(said).encode())) == ["restricted"]


def test_what_is_missing_is_told_from_what_is_wrong():
    said = as_json()
    said["title"] = ""
    said["one_line"] = "word " * 61

    assert {m.where: m.absent for m in mistakes_in(said) if m.where != "restricted"} == {
        "title": True,
        "one_line": False,
    }
