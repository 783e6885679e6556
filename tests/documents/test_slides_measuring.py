"""Words are measured before they are drawn, with the widths of the letters themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pprg.documents.measuring import (
    Block,
    Font,
    balanced,
    fits,
    height,
    keeps_words_whole,
    largest,
    lines,
    pieces,
    width,
)  # fmt: skip

TEXT = st.text(alphabet="abc déW.,-–“”\n \u00a0\u200d👩سلام", max_size=200)


def test_a_width_is_that_of_the_letters():
    # Arial's own table: H is 1479 of 2048, i is 455.
    assert width("Hi", Font.REGULAR, 2048) == pytest.approx(1479 + 455)
    assert width("Hi", Font.BOLD, 26) > width("Hi", Font.REGULAR, 26)


def test_lines_break_at_spaces_and_after_hyphens_and_not_within_a_figure():
    assert lines("multi-agency", Font.REGULAR, 26, 90) == ["multi-", "agency"]
    assert lines("In 2023–24 then", Font.REGULAR, 26, 110) == ["In", "2023–24", "then"]
    assert lines("No\u00a0break here", Font.REGULAR, 26, 150) == ["No\u00a0break", "here"]


def test_a_word_longer_than_its_line_is_broken_inside_and_keeps_its_letters():
    word = "x" * 60
    found = lines(word, Font.REGULAR, 26, 200)
    assert len(found) > 1
    assert "".join(found) == word
    assert not keeps_words_whole(word, Font.REGULAR, 26, 200)


@given(TEXT, st.sampled_from(Font), st.floats(18, 54), st.floats(60, 900))
def test_breaking_into_lines_loses_no_letter(text, font, size, wide):
    assert "".join("".join(lines(text, font, size, wide)).split()) == "".join(text.split())


@given(TEXT, st.floats(60, 900))
def test_every_line_fits_unless_it_is_one_letter(text, wide):
    for line in lines(text, Font.REGULAR, 26, wide):
        assert width(line, Font.REGULAR, 26) <= wide or len(line.strip("\u200d")) == 1


def test_it_fits_or_it_does_not():
    words = "Ring the other services before you close."
    assert fits(words, Font.REGULAR, 26, 300, 2 * 26 * 1.2)
    assert not fits(words, Font.REGULAR, 26, 300, 1 * 26 * 1.2)


def test_the_first_allowed_size_that_holds_is_taken_and_none_smaller():
    assert largest((34, 32, 30), lambda size: size < 33) == 32
    assert largest((34, 32, 30), lambda size: size < 20) is None


def test_air_stands_between_paragraphs_and_not_above_the_first():
    one = Block("One", 26, 34, before=20)
    assert height([one, one], 500) == 34 + 20 + 34


@given(
    st.lists(
        st.sampled_from(["Ring first. ", "They wrote it down. ", "Nobody, it seems, asked. "]), max_size=20
    )
)
def test_pieces_hold_and_lose_nothing(sentences):
    text = "".join(sentences).strip()
    found = pieces(text, lambda part: len(part) <= 45)
    assert " ".join(found) == text
    assert all(len(part) <= 45 and (not part or part.endswith(".")) for part in found)


def test_a_sentence_too_long_is_cut_between_words_and_a_word_too_long_inside():
    assert pieces("one two three four", lambda part: len(part) <= 8) == ["one two", "three", "four"]
    assert pieces("abcdefghij", lambda part: len(part) <= 4) == ["abcd", "efgh", "ij"]


def test_things_in_a_row_are_shared_out_evenly_and_stay_in_order():
    assert balanced([1] * 8, 2) == [4, 4]
    assert balanced([5, 1, 1, 1, 1, 1], 2) == [1, 5]
    assert sum(balanced([3, 1, 4, 1, 5, 9, 2, 6], 3)) == 8
