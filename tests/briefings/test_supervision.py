"""A supervisor takes two pages: the review on the first, the conversation on the second."""

import pypdfium2
import pytest

from pprg.briefings.handouts import house
from pprg.briefings.handouts.content import PartKind
from tests.briefings.handout_files import (
    SUFFIXES,
    all_of,
    composed,
    in_order,
    made,
    squeezed,
    stands_in_order,
)
from tests.briefings.records import NAMES, changed, chosen, record

PACK = "supervision-pack"


def headings(words):
    return [part.heading for part in words.parts]


def test_the_person_comes_before_the_findings_and_the_conversation_starts_a_page():
    words = composed(PACK, record("sar-marian"))

    assert headings(words) == [
        "How to use it", "Who was Marian?", "What we learned", "What worked",
        "From this review", "A moment that mattered", "What we agree", "Before you finish",
    ]  # fmt: skip
    assert headings(words)[words.new_page_before - 1] == "From this review"


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_of_the_record_is_asked_whole_and_in_order(name):
    asked = next(part for part in composed(PACK, record(name)).parts if part.heading == house.STORY)

    assert [line.text for line in asked.lines] == list(record(name).supervision_prompts)


def test_what_an_author_chose_and_shortened_is_what_the_pack_says():
    read = record("sar-marian")
    choices = chosen(read, person=[("pen_picture/1", "She raised sweet peas.")], worked=["good_practice/0"])

    words = composed(PACK, read, choices)

    person = next(part for part in words.parts if part.heading == "Who was Marian?")
    assert [line.text for line in person.lines] == ["She raised sweet peas."]


def test_a_record_without_prompts_keeps_the_questions_that_are_asked_of_every_review():
    words = composed(PACK, changed("sar-marian", supervision_prompts=[]))

    assert house.STORY not in headings(words)
    assert headings(words)[words.new_page_before - 1] == house.MOMENT


def test_there_is_room_for_what_is_agreed():
    agreed = next(part for part in composed(PACK, record("sar-marian")).parts if part.kind is PartKind.AGREED)

    assert agreed.columns == ("What we will do", "Who, by role", "By when")
    assert len(agreed.rows) == 3


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_say_the_same_words_in_the_same_order(name, suffix):
    read = record(name)

    assert stands_in_order(in_order(composed(PACK, read)), all_of(made(PACK, suffix, read), suffix))


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_two_pages_and_the_second_begins_with_the_conversation(name):
    with pypdfium2.PdfDocument(made(PACK, "pdf", record(name))) as pack:
        assert len(pack) == 2
        second = squeezed(pack[1].get_textpage().get_text_range())
    assert second.startswith(squeezed(house.STORY))
