"""Whatever a record holds, its files are valid, open, keep their words in their boxes and lose none."""

import re
from collections import Counter
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from openxml_audit import OpenXmlValidator
from pdfua import validate
from pptx import Presentation

from pprg.briefings import compose
from pprg.briefings.counting import words_in
from pprg.briefings.products import PRODUCTS, drawn, product_called
from pprg.briefings.slides.packs import short_slides, team_meeting_slides
from pprg.documents import checking, pictures, reading
from tests.briefings.any_record import records
from tests.briefings.hard_records import HARD
from tests.briefings.records import imprint
from tests.documents.standing import frames, letters, opened

SLACK = 2.0
"""Points: LibreOffice puts air of its own above a first line, and ink may overhang its letter."""
FILES = [(product.name, suffix) for product in PRODUCTS for suffix in product.formats]
DECKS = ("short-slides", "team-meeting-slides")
EACH_HARD = pytest.mark.parametrize("name", HARD)
EACH_FILE = pytest.mark.parametrize(("product", "suffix"), FILES)
PLACEHOLDER = re.compile(r"\{\{|\{%|\bNone\b|\bundefined\b|lorem ipsum|\{[a-z_]+\}", re.IGNORECASE)
FEW = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""Without shrinking: one record makes a dozen files, and the record that fails is printed anyway."""


@cache
def made(name, product, suffix):
    return drawn(product_called(product), suffix, HARD[name], {}, imprint(HARD[name]))


def squeezed(text):
    return "".join(text.split())


def all_of(content, suffix):
    return squeezed("".join(place.text for place in reading.places(content, f".{suffix}")))


def valid(content, suffix, folder):
    """What is wrong with a file by the rules of its kind."""
    path = folder / f"made.{suffix}"
    path.write_bytes(content)
    if suffix in {"docx", "pptx"}:
        return OpenXmlValidator().validate(path).errors
    if suffix == "pdf":
        return [found for outcome in validate(path).outcomes for found in outcome.findings]
    return []


def opens(content, suffix):
    """How many parts a reader that is not ours finds in it."""
    readers = {"docx": lambda: Document(content).paragraphs, "pptx": lambda: Presentation(content).slides}
    content = BytesIO(content)
    return len(readers[suffix]()) if suffix in readers else len(content.read())


@EACH_FILE
@EACH_HARD
def test_a_hard_record_makes_valid_files_that_shut_nobody_out(name, product, suffix, tmp_path):
    content = made(name, product, suffix)

    assert valid(content, suffix, tmp_path) == []
    assert checking.faults(content, f".{suffix}") == []
    assert opens(content, suffix)


@EACH_FILE
@EACH_HARD
def test_no_gap_is_left_open_in_a_file(name, product, suffix):
    typed = squeezed(str(HARD[name].model_dump(mode="json")))
    for place in reading.places(made(name, product, suffix), f".{suffix}"):
        for gap in PLACEHOLDER.findall(place.text):
            assert squeezed(gap) in typed, (place.where, place.text)


def chosen_texts(read):
    """Leads and lines of every box, in their order."""
    boxes = compose.briefing(read, {}, imprint(read)).boxes
    texts = (text for box in boxes for line in box.lines for text in (line.lead, line.text))
    return [squeezed(text) for text in texts if text.strip()]


@pytest.mark.parametrize("suffix", ["docx", "html"])
@EACH_HARD
def test_every_chosen_word_of_a_briefing_is_there_in_its_order(name, suffix):
    there, reached = all_of(made(name, "seven-minute-briefing", suffix), suffix), 0
    for text in chosen_texts(HARD[name]):
        found = there.find(text, reached)
        assert found >= 0, text[:80]
        reached = found + len(text)


@EACH_HARD
def test_every_chosen_letter_of_a_briefing_is_in_its_pdf(name):
    """Where a line of a script that runs from the right breaks, a reader gets its pieces in another order."""
    there = Counter(all_of(made(name, "seven-minute-briefing", "pdf"), "pdf"))

    assert Counter("".join(chosen_texts(HARD[name]))) <= there


@pytest.mark.parametrize("deck", [short_slides, team_meeting_slides])
@EACH_HARD
def test_every_word_of_a_slide_is_on_it_or_on_those_that_go_on_from_it(name, deck):
    pack = deck(HARD[name], {}, imprint(HARD[name]))
    product = DECKS[deck is team_meeting_slides]
    there = all_of(made(name, product, "pptx"), "pptx")
    for slide in pack.slides:
        for line in slide.lines:
            for sentence in re.split(r"(?<=[.?!])\s+", f"{line.lead}\n{line.text}"):
                for word in sentence.split():
                    assert squeezed(word) in there, (slide.title, word)


@pytest.mark.parametrize("deck", [short_slides, team_meeting_slides])
@EACH_HARD
def test_notes_can_be_said_and_slides_be_told_apart(name, deck):
    pack = deck(HARD[name], {}, imprint(HARD[name]))

    titles = [slide.title for slide in pack.slides]
    assert len(set(titles)) == len(titles)
    for slide in pack.slides:
        notes = slide.notes
        assert all((notes.say, notes.ask, notes.time, notes.avoid)), slide.title
        assert 80 <= words_in(notes.say, notes.ask, notes.time, notes.avoid) <= 150, slide.title


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("product", DECKS)
@EACH_HARD
def test_every_letter_of_a_hard_deck_stands_inside_its_box(name, product):
    content = made(name, product, "pptx")
    slides, pages = opened(content).slides, letters(content)
    assert len(pages) == len(slides)
    for number, (slide, page) in enumerate(zip(slides, pages, strict=True), 1):
        boxes = frames(slide)
        outside = [letter for letter in page if not any(box.holds(letter, SLACK) for box in boxes)]
        assert not outside, (number, "".join(letter.what for letter in outside), outside[0])


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("product", [name for name, suffix in FILES if suffix == "docx"])
@EACH_HARD
def test_libreoffice_opens_every_hard_word_file(name, product):
    assert pictures.pages(pictures.as_pdf(made(name, product, "docx"), ".docx"), ".pdf", wide=100)


@FEW
@given(records())
def test_whatever_a_record_holds_its_files_are_valid(tmp_path_factory, read):
    folder = tmp_path_factory.mktemp("any")
    for product in PRODUCTS:
        for suffix in product.formats:
            content = drawn(product, suffix, read, {}, imprint(read))
            assert valid(content, suffix, folder) == [], (product.name, suffix)
            assert opens(content, suffix)


@pytest.mark.needs("soffice")
@settings(FEW, max_examples=2)
@given(records())
def test_whatever_a_record_holds_no_letter_leaves_its_box(read):
    content = drawn(product_called("team-meeting-slides"), "pptx", read, {}, imprint(read))
    for slide, page in zip(opened(content).slides, letters(content), strict=True):
        boxes = frames(slide)
        assert not [letter for letter in page if not any(box.holds(letter, SLACK) for box in boxes)]
