"""Every word of a PDF is read back, also behind its pages."""

from io import BytesIO

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link, Text

from pprg.documents.reading import places
from tests.documents.hiding import NAME, where


def a_pdf(**changes):
    source = (
        '#set document(title: "A title", author: "A group")\n'
        f'#figure(image("dot.svg", alt: "{changes.get("alt", "A dot")}"))\n'
        f"= A heading\n{changes.get('words', 'Words on the page.')}\n"
    )
    dot = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><circle r="2"/></svg>'
    return typst.compile({"main": source.encode(), "dot.svg": dot.encode()}, pdf_standards=["ua-1"])


def written(change):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(a_pdf())))
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_the_words_of_a_pdf_page_are_told_with_the_page():
    found = [
        place
        for place in places(a_pdf(words="She was #strong[Th]ea Pruett. #pagebreak() Two"), ".pdf")
        if NAME in place.text
    ]
    assert [(place.where, place.page) for place in found] == [("Page 1", 1)]


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (lambda pdf: pdf.add_metadata({"/Subject": NAME}), "Behind the pages, subject"),
        (lambda pdf: pdf.add_outline_item(title=NAME, page_number=0), "Behind the pages, title"),
        (
            lambda pdf: pdf.add_annotation(0, Text(text=NAME, rect=(0, 0, 9, 9))),
            "Behind the pages, note on a page",
        ),
        (
            lambda pdf: pdf.add_annotation(0, Link(url=f"https://example.org/{NAME}", rect=(0, 0, 9, 9))),
            "Behind the pages, address of a link",
        ),
        (lambda pdf: pdf.add_attachment("notes.txt", f"About {NAME}".encode()), "Attachment"),
        (lambda pdf: pdf.add_attachment(f"{NAME}.txt", b"-"), "Behind the pages, name of an attachment"),
    ],
)
def test_what_stands_behind_the_pages_of_a_pdf_is_read(change, label):
    assert label in where(written(change), ".pdf")


def test_the_alternative_text_of_a_tagged_pdf_is_read():
    assert where(a_pdf(alt=NAME), ".pdf") == ["Behind the pages, alternative text"]


def test_properties_in_xml_are_read():
    file = a_pdf()
    assert any(
        place.where == "Properties in the file" and "A title" in place.text for place in places(file, ".pdf")
    )


# Web page
