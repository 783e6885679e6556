"""Whatever the vault holds is found in the finished file, in whichever corner of it it stands."""

from collections import Counter
from io import BytesIO

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from pptx.util import Inches

from pprg.documents.reading import places
from pprg.publications.disclosure import Hit, Place, hits_in, said_by
from pprg.publications.disclosure.folding import folded
from pprg.publications.record import read_record
from tests.publications.builders import (
    HOUSE,
    NAMES,
    a_deck,
    a_pdf,
    a_web_page,
    a_word_file,
    clean_files,
    the_file,
)
from tests.publications.identifiers import identifiers_of


def hits(content: bytes, suffix: str, which: str = "sar-marian") -> list[Hit]:
    given = [
        Place(where=place.where, words=place.text, running=len(place.text.split()) > 3)
        for place in places(content, f".{suffix}")
    ]
    public = said_by(read_record(the_file(which))[0], house=HOUSE)
    return hits_in(given, identifiers_of(which), public)


def in_word(change) -> bytes:
    document = docx.Document(BytesIO(a_word_file()))
    change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def in_deck(change) -> bytes:
    deck = pptx.Presentation(BytesIO(a_deck()))
    change(deck)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def in_body(leak):
    return lambda document: document.add_paragraph(leak)


def over_runs(leak):
    """As Word keeps it after somebody has edited in the middle of a word."""

    def change(document):
        paragraph = document.add_paragraph("Seen with ")
        for letter in leak:
            paragraph.add_run(letter).bold = letter in "aeiou"

    return change


def in_header(leak):
    return lambda document: setattr(document.sections[0].header.paragraphs[0], "text", leak)


def in_table(leak):
    return lambda document: setattr(document.add_table(1, 1).cell(0, 0), "text", leak)


def in_comment(leak):
    def change(document):
        run = document.paragraphs[-1].add_run(" See there.")
        document.add_comment(run, text=leak, author="Editor")

    return change


def behind_a_picture(leak):
    def change(document):
        paragraph = document.add_paragraph()
        drawing = OxmlElement("w:drawing")
        name = OxmlElement("wp:docPr")
        name.set("id", "7")
        name.set("name", "Picture 1")
        name.set("descr", leak)
        drawing.append(name)
        paragraph.add_run()._r.append(drawing)

    return change


def taken_out_but_still_there(leak):
    def change(document):
        gone = OxmlElement("w:del")
        gone.set(qn("w:id"), "9")
        run, text = OxmlElement("w:r"), OxmlElement("w:delText")
        text.text = leak
        run.append(text)
        gone.append(run)
        document.paragraphs[-1]._p.append(gone)

    return change


def set_as_hidden(leak):
    def change(document):
        document.add_paragraph().add_run(leak).font.hidden = True

    return change


def in_properties(leak):
    return lambda document: setattr(document.core_properties, "comments", leak)


def as_last_editor(leak):
    return lambda document: setattr(document.core_properties, "last_modified_by", leak)


def on_a_slide(leak):
    return lambda deck: setattr(deck.slides[0].placeholders[1], "text", leak)


def in_notes(leak):
    return lambda deck: setattr(deck.slides[0].notes_slide.notes_text_frame, "text", leak)


def behind_a_shape(leak):
    def change(deck):
        shape = deck.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))
        shape._element.nvSpPr.cNvPr.set("descr", leak)

    return change


def as_the_name_of_a_shape(leak):
    def change(deck):
        deck.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1)).name = leak

    return change


def on_a_hidden_slide(leak):
    def change(deck):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = leak
        slide._element.set("show", "0")

    return change


def in_a_link(leak):
    def change(deck):
        run = deck.slides[0].placeholders[1].text_frame.paragraphs[0].add_run()
        run.text = "Read more"
        run.hyperlink.address = f"https://example.org/{leak.replace(' ', '_')}"

    return change


WORD = [in_body, over_runs, in_header, in_table, in_comment, behind_a_picture, taken_out_but_still_there,
        set_as_hidden]  # fmt: skip
DECK = [on_a_slide, in_notes, behind_a_shape, as_the_name_of_a_shape, on_a_hidden_slide]


@pytest.mark.parametrize("which", NAMES)
def test_a_clean_file_of_any_kind_has_no_find(which):
    assert [
        (made.suffix, hit.where, hit.found)
        for made in clean_files()
        for hit in hits(made.content, made.suffix, which)
    ] == []


def everything(which: str) -> str:
    """Each identifier of a vault in a sentence of its own."""
    return " | ".join(f"They saw {one.words} there." for one in identifiers_of(which))


def finds_in_plain_text(words: str, which: str) -> list[str]:
    """What test_disclosure.py shows to be complete."""
    found = hits_in(
        [Place(where="", words=words)], identifiers_of(which), said_by(read_record(the_file(which))[0])
    )
    return [hit.found for hit in found]


def test_every_sentence_with_an_identifier_has_its_find():
    for which in NAMES:
        assert len(finds_in_plain_text(everything(which), which)) >= len(identifiers_of(which))


@pytest.mark.parametrize("which", NAMES)
@pytest.mark.parametrize("corner", WORD, ids=lambda corner: corner.__name__)
def test_every_identifier_is_found_in_every_corner_of_a_word_file(which, corner):
    found = [hit.found for hit in hits(in_word(corner(everything(which))), "docx", which)]

    assert Counter(finds_in_plain_text(everything(which), which)) - Counter(found) == {}


@pytest.mark.parametrize("which", NAMES)
@pytest.mark.parametrize("corner", DECK, ids=lambda corner: corner.__name__)
def test_every_identifier_is_found_in_every_corner_of_a_deck(which, corner):
    found = [hit.found for hit in hits(in_deck(corner(everything(which))), "pptx", which)]

    assert Counter(finds_in_plain_text(everything(which), which)) - Counter(found) == {}


@pytest.mark.parametrize("which", NAMES)
def test_every_identifier_is_found_in_a_pdf_and_on_a_web_page(which):
    leak = everything(which)
    plain = {folded(find) for find in finds_in_plain_text(leak, which)}

    for content, suffix in ((a_pdf(leak), "pdf"), (a_web_page(leak.replace("&", "&amp;")), "html")):
        assert plain - {folded(hit.found) for hit in hits(content, suffix, which)} == set()


@pytest.mark.parametrize("change", [in_word, in_deck])
def test_identifiers_in_the_properties_are_found(change):
    leak = "For Pippa Coverdale, 07700 900318, of Cold Fenwick."

    found = [hit.found for hit in hits(change(in_properties(leak)), "docx" if change is in_word else "pptx")]

    assert found == finds_in_plain_text(leak, "sar-marian")


@pytest.mark.parametrize("corner", [as_last_editor, in_a_link], ids=lambda corner: corner.__name__)
def test_a_name_in_a_corner_without_sentences_is_sure(corner):
    change = in_word if corner is as_last_editor else in_deck
    suffix = "docx" if corner is as_last_editor else "pptx"

    assert any(hit.sure for hit in hits(change(corner("dorothea pruett")), suffix))


def test_the_source_of_a_web_page_is_read_too():
    page = (
        b'<!doctype html><html lang="en-GB"><title>x</title><!-- for Pippa --><p title="Mrs Pruett">Hello</p>'
    )

    assert {hit.found for hit in hits(page, "html")} == {"Pippa", "Pruett"}
