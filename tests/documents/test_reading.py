"""A name is found wherever it hides in a file, and the reviewer is told where to look."""

from io import BytesIO

import pytest
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Mm

from pprg.briefings.drawing.slides import pack
from pprg.documents.reading import CannotRead, Place, places
from tests.documents import decks
from tests.documents.hard_words import AWKWARD, awkward_pack
from tests.documents.hiding import KIND, NAME, changed, letter, picture_of, saved, where, with_parts, word


def test_a_name_split_over_runs_is_read_whole():
    document = letter()
    paragraph = document.add_paragraph("She was ")
    for piece in ("Th", "ea", " Pru", "ett"):
        paragraph.add_run(piece).bold = piece == "ea"
    assert where(saved(document), ".docx") == ["Body, paragraph 2"]


def test_a_table_is_told_by_row_and_column():
    document = letter()
    document.add_table(rows=2, cols=3).cell(1, 2).text = NAME
    assert where(saved(document), ".docx") == ["Body, table 1, row 2, column 3"]


@pytest.mark.parametrize(("part", "label"), [("header", "Header"), ("footer", "Footer")])
def test_headers_and_footers_are_read(part, label):
    document = letter()
    getattr(document.sections[0], part).paragraphs[0].text = NAME
    assert where(saved(document), ".docx") == [f"{label}, paragraph 1"]


def test_a_comment_is_told_with_its_author_and_the_author_is_read_too():
    document = letter()
    document.add_comment(
        document.paragraphs[0].runs, text=f"Is this {NAME}?", author="H. Quillfeather", initials="HQ"
    )
    file = saved(document)
    assert where(file, ".docx") == ["Comment 1 by H. Quillfeather"]
    assert where(file, ".docx", "Quillfeather") == ["Comments, author of a comment"]
    assert where(file, ".docx", "HQ") == ["Comments, author of a comment"]


def test_what_a_tracked_change_took_out_is_still_there():
    file = word(
        '<w:p XMLNS><w:r><w:t>The person </w:t></w:r><w:del w:id="1" w:author="M. Tuffnell">'
        f"<w:r><w:delText>{NAME}</w:delText></w:r></w:del><w:r><w:t>was seen.</w:t></w:r></w:p>"
    )
    assert where(file, ".docx") == ["Body, paragraph 1, words taken out by a tracked change"]
    assert where(file, ".docx", "The person was seen.") == ["Body, paragraph 1"]
    assert where(file, ".docx", "M. Tuffnell") == ["Body, tracked change by"]


def test_words_set_as_hidden_are_told_apart():
    file = word(f"<w:p XMLNS><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r></w:p>")
    assert "Body, paragraph 1, words set as hidden" in where(file, ".docx")


def test_footnotes_are_read():
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        f"<w:footnote w:id='1'><w:p><w:r><w:t>See {NAME}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    assert where(with_parts(saved(letter()), **{"word/footnotes.xml": notes}), ".docx") == ["Footnote 1"]


def test_a_text_box_is_read_once_and_not_as_its_paragraph():
    file = word(
        "<w:p XMLNS><w:r><w:t>Around</w:t></w:r><w:r><w:pict><w:txbxContent>"
        f"<w:p><w:r><w:t>{NAME}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    assert where(file, ".docx") == ["Body, text box 1"]


def test_alternative_text_and_the_hidden_data_of_a_picture_are_read():
    document = letter()
    document.add_picture(BytesIO(picture_of("Camera of Pippa")), width=Mm(10))
    drawing = document.inline_shapes[0]._inline.docPr
    drawing.set("descr", f"{NAME} in her garden")
    file = saved(document)
    assert where(file, ".docx") == ["Body, alternative text"]
    assert where(file, ".docx", "Camera of Pippa")[0].startswith("Hidden data of a picture (word/media/")


def test_where_a_link_leads_is_read():
    document = letter()
    document.part.relate_to(
        f"mailto:{NAME}@example.org",
        f"{KIND}/hyperlink",
        is_external=True,
    )
    assert where(saved(document), ".docx") == ["Body, address of a link"]


def test_properties_are_read_custom_ones_too():
    document = letter()
    document.core_properties.title = NAME
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Case"><vt:lpwstr>{NAME}'
        "</vt:lpwstr></property></Properties>"
    )
    file = with_parts(saved(document), **{"docProps/custom.xml": custom})
    assert where(file, ".docx") == ["Document property: title", "Document property: Case"]


def test_parts_that_no_page_shows_are_swept_up():
    file = with_parts(
        saved(letter()),
        **{
            "customXml/item9.xml": f"<case><person name='{NAME}'/></case>",
            "word/embeddings/oleObject1.bin": b"\x00\x01" + NAME.encode("utf-16-le") + b"\x00",
            "word/media/Thea Pruett.png": b"not even a picture",
        },
    )
    found = where(file, ".docx")
    assert "Hidden part of the file (customXml/item9.xml)" in found
    assert "Readable words in an embedded object (word/embeddings/oleObject1.bin)" in found
    assert "Name of a file inside" in found


# PowerPoint


def test_slides_are_read_box_by_box_and_table_cell_by_cell():
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = NAME
    table = slide.shapes.add_table(2, 2, 0, 0, Mm(50), Mm(20)).table
    table.cell(1, 0).text = NAME
    file = saved(deck)
    assert where(file, ".pptx") == ["Slide 2, box “Title 1”", "Slide 2, table, row 2, column 1"]
    assert [place.page for place in places(file, ".pptx") if NAME in place.text] == [2, 2]


def test_a_chart_is_read_and_so_is_the_workbook_behind_it():
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()
    data.categories = [NAME, "Others"]
    data.add_series("Visits", (3, 4))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Mm(50), Mm(50), data)
    found = where(saved(deck), ".pptx")
    assert found[0] == "Slide 1, chart"
    assert found[1].startswith("File inside the file (ppt/embeddings/")
    assert found[1].endswith("): Cells")


def test_notes_comments_hidden_slides_and_layouts_are_read():
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide._element.set("show", "0")
    slide.notes_slide.notes_text_frame.text = NAME
    layout = deck.slide_layouts[6]
    layout.placeholders[0].text_frame.text = NAME
    slide.part.relate_to(
        slide.part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    )
    remark = (
        '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:cm authorId="0" idx="1">'
        f'<p:pos x="0" y="0"/><p:text>Really {NAME}?</p:text></p:cm></p:cmLst>'
    )
    file = with_parts(saved(deck), **{"ppt/comments/comment1.xml": remark})
    found = where(file, ".pptx")
    assert "Slide 1 (hidden), notes, box “Notes Placeholder 2”" in found
    assert "Layout “Blank”, box “Date Placeholder 1”" in found
    assert "Hidden part of the file (ppt/comments/comment1.xml)" in found


def test_a_comment_of_a_slide_is_told_with_its_slide():
    file = pack(decks.short_slides("sar-marian"))
    remark = f'<cmLst xmlns="urn:x"><cm><text>Really {NAME}?</text></cm></cmLst>'
    link = (
        f'<Relationship Id="rId99" Type="{KIND}/comments" Target="../comments/comment1.xml"/></Relationships>'
    )
    file = changed(file, "ppt/slides/_rels/slide3.xml.rels", "</Relationships>", link)
    assert where(with_parts(file, **{"ppt/comments/comment1.xml": remark}), ".pptx") == ["Slide 3, comment"]


def test_our_own_packs_are_read_word_for_word():
    found = places(pack(awkward_pack()), ".pptx")
    at = {place.where for place in found if AWKWARD in place.text}
    assert {"Slide 1, box “Title”", "Slide 1, notes, box “Notes”", "Document property: creator"} <= at
    assert any(where.endswith("table, row 2, column 1") for where in at)


# PDF


def test_a_web_page_is_read_as_it_is_seen_and_behind():
    page = f"""<!doctype html><html lang="en-GB"><head><title>One {NAME}</title>
    <meta name="description" content="Two {NAME}"><style>/* Three {NAME} */</style></head>
    <body><h1>What <em>happened</em></h1><p>Four T<b>he</b>a Pru<i>ett</i></p>
    <img src="x.png" alt="Five {NAME}"><a href="/reviews/{NAME}" aria-label="Six {NAME}">link</a>
    <!-- Seven {NAME} --><p data-case="Eight {NAME}">&lt;b&gt; &amp; &#233;</p></body></html>"""
    assert where(page.encode(), ".html") == [
        "Title of the page", "Description for search engines", "Style sheet", "Under “What happened”",
        "Alternative text of a picture", "Address of a link", "Label for screen readers",
        "Comment in the source", "Attribute “data-case” in the source",
    ]  # fmt: skip
    assert Place("Under “What happened”", None, "<b> & é") in places(page.encode(), ".html")


# What cannot be read is never clean


@pytest.mark.parametrize(
    ("file", "suffix"),
    [
        (b"", ".docx"), (b"PK\x03\x04 cut short", ".pptx"), (b"%PDF-1.7 cut short", ".pdf"),
        (b"\xff\xfe", ".html"),
        (b"", ".odt"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_an_error_in_words(file, suffix):
    with pytest.raises(CannotRead, match=r"\w+ .*\.$"):
        places(file, suffix)


def test_a_letter_by_another_name_is_refused():
    with pytest.raises(CannotRead, match="not the kind of file"):
        places(saved(letter()), ".pptx")


def test_a_document_type_is_refused_so_nothing_can_be_fetched_or_blown_up():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(CannotRead, match="document type"):
        places(with_parts(saved(letter()), **{"customXml/item1.xml": bomb}), ".docx")


def test_a_file_that_unpacks_to_more_than_any_document_is_refused(monkeypatch):
    monkeypatch.setattr("pprg.documents.zips.UNPACKED", 1_000_000)
    bomb = with_parts(saved(letter()), **{"word/media/zeros.bin": b"\0" * 2_000_000})
    with pytest.raises(CannotRead, match="unpacks to more"):
        places(bomb, ".docx")
