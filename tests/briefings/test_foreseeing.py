"""An author is told what will not fit before anybody opens a file, and what is told is what happens."""

from io import BytesIO

import pytest
from pptx import Presentation

from pprg.briefings import compose, foreseeing
from pprg.briefings.drawing import slides
from pprg.briefings.products import drawn, product_called
from pprg.briefings.slides.packs import team_meeting_slides
from tests.briefings.records import NAMES, changed, chosen, imprint, record

LONG = "The worker rang twice on the day and wrote down what was said about the heating and the stairs."


def told_of_slides(read, choices=None):
    return foreseeing.on_slides(read, choices or {}, imprint(read))


def briefing_of(read):
    return compose.briefing(read, {}, imprint(read))


@pytest.mark.parametrize("name", NAMES)
def test_of_a_record_of_the_usual_length_only_the_timeline_and_the_person_are_spoken_of(name):
    read = record(name)

    told = told_of_slides(read)

    assert foreseeing.on_pages(briefing_of(read)) == ()
    assert [line for line in told if "goes on over" in line] == []
    assert any("“What happened” has" in line and "at most eight words" in line for line in told)
    assert any("shows 2 of 3 facts" in line for line in told)


def test_labels_and_short_facts_leave_nothing_to_say():
    events = [
        event.model_dump() | {"short": "Closed after one call"}
        for event in record("sar-marian").what_happened
    ]
    read = changed("sar-marian", what_happened=events, pen_picture=["She cooked.", "She sang.", "She won."])

    assert told_of_slides(read) == ()


def test_a_story_longer_than_its_page_is_foretold_in_lines():
    events = [
        {"when": f"Spring {number}", "event": " ".join([LONG] * 4), "short": ""} for number in range(12)
    ]
    read = changed("dhr-rosa", what_happened=events, pen_picture=[" ".join([LONG] * 5)] * 3)

    told = foreseeing.on_pages(briefing_of(read))

    assert any(line.startswith("The story is ") and "longer than its page" in line for line in told)


def test_a_slide_that_will_go_on_is_foretold_with_the_number_of_slides_that_it_takes():
    actions = [{"audience": "all", "action": f"{LONG} {number}"} for number in range(12)]
    read = changed("dhr-rosa", what_to_do=actions)
    choices = chosen(read, do_now=[f"what_to_do/{number}" for number in range(12)])
    pack = team_meeting_slides(read, choices, imprint(read))

    many = slides.spread(pack)[[slide.title for slide in pack.slides].index("What to do now")]

    file = drawn(product_called("team-meeting-slides"), "pptx", read, choices, imprint(read))
    made = [slide.shapes.title.text for slide in Presentation(BytesIO(file)).slides]
    assert many == sum(title.startswith("What to do now") for title in made) > 1
    told = f"“What to do now” goes on over {many} slides (team meeting slides)."
    assert told in told_of_slides(read, choices)


def test_letters_that_the_pdf_shows_as_boxes_are_foretold():
    read = changed("sar-marian", pen_picture=["At home she was called 中 and her cat ਬਿੱਲੀ."])

    told = foreseeing.on_pages(briefing_of(read))

    (line,) = [one for one in told if "empty box" in one]
    assert "中" in line
    assert "ਬ" in line
