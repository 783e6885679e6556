"""The files, read back: golden words of each product, the same bytes each time, awkward words exact."""

from pathlib import Path
from unicodedata import bidirectional

import pytest

from pprg.briefings import products
from pprg.briefings.products import PRODUCTS, drawn, file_name, product_called
from pprg.documents import checking, reading
from pprg.errors import Refused
from tests.briefings.any_record import AWKWARD, LONG_WORD
from tests.briefings.golden import words_of, written_down
from tests.briefings.records import NAMES, changed, chosen, imprint, record

FILES = [(product, suffix) for product in PRODUCTS for suffix in product.formats]
FORMS = {"record-of-use"}
"""Asks the same of everybody and tells nothing of the review but its title."""
STORYLESS = FORMS | {"facilitator-sheet"}
"""Says nothing of the person or of the findings."""
EACH_FILE = pytest.mark.parametrize(("product", "suffix"), FILES, ids=lambda one: getattr(one, "name", one))


def telling(*, without):
    kept = [(product, suffix) for product, suffix in FILES if product.name not in without]
    return pytest.mark.parametrize(("product", "suffix"), kept, ids=lambda one: getattr(one, "name", one))


def squeezed(text):
    """Without white space: where a line breaks is the format's own affair."""
    return "".join(text.split())


def all_of(content, suffix):
    return squeezed("".join(place.text for place in reading.places(content, f".{suffix}")))


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_every_product_are_the_golden_ones(name, product):
    """If you meant the change: `python -m tests.briefings.golden`, and show the difference in review."""
    assert words_of(name, product) == written_down(name, product)


@pytest.mark.parametrize("name", NAMES)
def test_word_pdf_and_web_page_say_the_same(name):
    read = record(name)
    product = product_called("seven-minute-briefing")
    made = product.composes(read, {}, imprint(read))
    said = {
        suffix: all_of(drawn(product, suffix, read, {}, imprint(read)), suffix) for suffix in product.formats
    }

    for box in made.boxes:
        for line in box.lines:
            for suffix, words in said.items():
                assert squeezed(line.text) in words, (suffix, line.text)
                assert squeezed(line.lead) in words, (suffix, line.lead)


@EACH_FILE
def test_the_same_words_give_the_same_bytes(product, suffix):
    read = record("dhr-rosa")

    assert drawn(product, suffix, read, {}, imprint(read)) == drawn(product, suffix, read, {}, imprint(read))


@EACH_FILE
@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_file_shuts_anybody_out(name, product, suffix):
    read = record(name)

    for draft in (True, False):
        assert (
            checking.faults(drawn(product, suffix, read, {}, imprint(read, draft=draft)), f".{suffix}") == []
        )


@EACH_FILE
def test_a_draft_says_so(product, suffix):
    read = record("sar-marian")

    draft = all_of(drawn(product, suffix, read, {}, imprint(read, draft=True)), suffix)
    released = all_of(drawn(product, suffix, read, {}, imprint(read)), suffix)

    assert "Draft" in draft
    assert "Draft" not in released


@pytest.fixture
def awkward():
    """Awkward words in a place of every kind."""
    findings = [one.model_dump() for one in record("sar-marian").findings]
    findings[0] |= {"heading": AWKWARD, "in_practice": AWKWARD, "what": AWKWARD, "why": AWKWARD}
    return changed(
        "sar-marian", pen_picture=[AWKWARD], findings=findings, questions=[AWKWARD], one_line=AWKWARD,
        what_happened=[{"when": "Spring & summer", "event": AWKWARD, "short": ""}],
        what_to_do=[{"audience": "all", "action": AWKWARD}],
        good_practice=[{"role": "<b>Nurse</b>", "what": AWKWARD}],
        support=[{"name": "A & B", "contact": "a@example.org"}],
    )  # fmt: skip


@telling(without=FORMS)
def test_awkward_words_come_out_exactly_as_they_were_typed(product, suffix, awkward):
    said = all_of(drawn(product, suffix, awkward, {}, imprint(awkward)), suffix)

    # A PDF gives letters that run from right to left in the order in which they are seen.
    there = [word for word in AWKWARD.split() if bidirectional(word[0]) != "AL"]
    parts = there if suffix == "pdf" else [AWKWARD]
    assert all(squeezed(part) in said for part in parts)


@telling(without=STORYLESS)
def test_what_a_format_cannot_hold_is_dropped_and_never_the_words_around_it(product, suffix):
    read = changed("sar-marian", pen_picture=["One\u000btwo\u0007three"])

    said = all_of(drawn(product, suffix, read, {}, imprint(read)), suffix)

    assert "Onetwothree" in said


@telling(without=STORYLESS)
def test_a_very_long_word_and_a_very_long_line_are_there_whole(product, suffix):
    long = " ".join([LONG_WORD, *["word"] * 100])
    findings = [
        record("sar-marian").findings[0].model_dump()
        | {"heading": " ".join(["heading"] * 90), "in_practice": long}
    ]
    read = changed("sar-marian", findings=findings, recommendations=[], title=LONG_WORD * 2)
    choices = chosen(read, learned=["findings/F1/heading", "findings/F1/in_practice"])

    said = all_of(drawn(product, suffix, read, choices, imprint(read)), suffix)

    assert said.count(LONG_WORD) >= 2
    assert said.count("word") >= 100


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("MAR-L-2024-03", "MAR-L-2024-03-short-slides-v1.0.pptx"),
        ("Łódź/2024.1", "odz-2024.1-short-slides-v1.0.pptx"),
        ("سلمى", "learning-short-slides-v1.0.pptx"),
    ],
)
def test_file_names_are_plain_letters(reference, name):
    read = changed("sar-marian", reference=reference)

    assert file_name(product_called("short-slides"), "pptx", imprint(read)) == name


def test_a_draft_is_named_a_draft():
    read = record("sar-marian")

    named = file_name(product_called("short-slides"), "pptx", imprint(read, draft=True))

    assert named == "MAR-L-2024-03-short-slides-draft-3.pptx"


def test_what_is_not_made_is_refused_in_words():
    read = record("sar-marian")

    with pytest.raises(Refused, match='There is no product "poster"'):
        product_called("poster")
    with pytest.raises(Refused, match=r"Short slides is not made as pdf\. It is made as: pptx\."):
        products.drawn(product_called("short-slides"), "pdf", read, {}, imprint(read))


def test_golden_words_are_there_for_each_product_of_each_record():
    written = {path.name for path in (Path(__file__).parent / "golden_words").iterdir()}

    assert written == {f"{name}-{product.name}.txt" for name in NAMES for product in PRODUCTS}
