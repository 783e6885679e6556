"""An author chooses whole sentences: none is cut in two, none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pprg.briefings.sentences import sentences
from tests.briefings.records import NAMES, record


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("She fell. Nobody came.", ["She fell.", "Nobody came."]),
        (
            "She asked: “Who comes? Who goes?” Nobody knew.",
            ["She asked: “Who comes? Who goes?”", "Nobody knew."],
        ),
        (
            "He said: “He never shouts now. He doesn't have to.”",
            ["He said: “He never shouts now. He doesn't have to.”"],
        ),
        ("Dr. Who came. So did St. John.", ["Dr. Who came.", "So did St. John."]),
        ("See s. 44 and e.g. Schedule 2. Then stop.", ["See s. 44 and e.g. Schedule 2.", "Then stop."]),
        ("She saw J. Smith. He left.", ["She saw J. Smith.", "He left."]),
        ("At 3.30 p.m. she rang. it was late.", ["At 3.30 p.m. she rang. it was late."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        (
            "BP <90/60 & falling! (It fell.) 48 hours later it rose.",
            ["BP <90/60 & falling!", "(It fell.)", "48 hours later it rose."],
        ),
        ("یہ جملہ ہے۔ یہ بھی ہے۔", ["یہ جملہ ہے۔", "یہ بھی ہے۔"]),
        ("   ", []),
        ("No end", ["No end"]),
    ],
)
def test_a_text_comes_apart_at_its_sentences(text, apart):
    assert sentences(text) == apart


@pytest.mark.parametrize("name", NAMES)
def test_the_long_texts_of_a_record_come_apart_into_readable_sentences(name):
    read = record(name)

    for text in (read.why_reviewed, read.lived_experience):
        found = sentences(text)
        assert len(found) >= 6
        assert all(sentence[-1] in ".?!”" and len(sentence.split()) <= 40 for sentence in found)


@given(some.text())
def test_whatever_a_text_holds_no_word_of_it_is_lost(text):
    assert " ".join(sentences(text)).split() == text.split()
