"""How large the letters can be is reckoned once for all formats; what is reckoned must be so on paper."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pprg.briefings.content import BoxKind, Line
from pprg.briefings.drawing import pdf
from pprg.briefings.drawing.fitting import STEPS, fit
from tests.documents import words
from tests.documents.opened import pdf_pages

BRIEFINGS = {review: words.briefing(review) for review in words.NAMES}
LINES = [line for made in BRIEFINGS.values() for box in made.boxes for line in box.lines]


@pytest.mark.parametrize("review", words.NAMES)
def test_a_briefing_of_the_usual_length_is_two_pages(review):
    stood = fit(BRIEFINGS[review])

    assert stood.pages == 2
    assert stood.new_page_before == 5
    assert stood.step.size >= 11.5


def test_a_short_briefing_is_set_larger():
    short = words.with_box(
        BRIEFINGS["sar-marian"], BoxKind.LEARNED, lines=(Line(text="Ring before you close."),)
    )

    assert fit(short).step == STEPS[0]
    assert len(pdf_pages(pdf.briefing(short))) == 2


def test_a_briefing_of_one_page_is_not_torn_in_two():
    tiny = words.without(
        BRIEFINGS["sar-marian"], BoxKind.HAPPENED, BoxKind.LEARNED, BoxKind.WHY, BoxKind.DO_NOW
    )

    assert fit(tiny).pages == 1
    assert fit(tiny).new_page_before is None
    assert len(pdf_pages(pdf.briefing(tiny))) == 1


def test_letters_never_get_smaller_than_eleven_points():
    long = words.with_box(BRIEFINGS["dhr-rosa"], BoxKind.LEARNED, lines=tuple(LINES) * 2)

    stood = fit(long)

    assert stood.step.size == 11
    assert stood.pages > 2
    assert len(pdf_pages(pdf.briefing(long))) == stood.pages


def test_without_a_story_our_teams_page_starts_at_the_top():
    ours = words.without(
        BRIEFINGS["dhr-rosa"], BoxKind.PERSON, BoxKind.WHY, BoxKind.HAPPENED, BoxKind.LEARNED
    )

    assert fit(ours).new_page_before is None
    assert "What worked" in pdf_pages(pdf.briefing(ours))[0]


@settings(max_examples=60, deadline=None)
@given(
    review=some.sampled_from(words.NAMES),
    chosen=some.lists(some.lists(some.sampled_from(LINES), min_size=1, max_size=7), min_size=7, max_size=7),
    left_out=some.sets(some.sampled_from(list(BoxKind)), max_size=3),
)
def test_what_is_reckoned_to_fit_does_fit(review, chosen, left_out):
    made = BRIEFINGS[review]
    boxes = tuple(replace(box, lines=tuple(lines)) for box, lines in zip(made.boxes, chosen, strict=True))
    made = words.without(replace(made, boxes=boxes), *left_out)

    stood = fit(made)

    pages = pdf_pages(pdf.briefing(made))
    assert len(pages) <= max(stood.pages, 1)
    if stood.new_page_before and stood.pages == 2:
        assert made.boxes[stood.new_page_before - 1].heading in pages[1]
