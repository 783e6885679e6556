"""The Word file is sound, everybody can read it, it is two pages; a partnership may change its template."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import segno
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from openxml_audit import OpenXmlValidator
from PIL import Image

from pprg.briefings.content import BoxKind, Line
from pprg.briefings.drawing.word import HOUSE_TEMPLATE, briefing
from pprg.documents.word import WrongTemplate
from tests.documents import words
from tests.documents.opened import pdf_pages, printed, word_paragraphs, word_text

REVIEWS = pytest.mark.parametrize("review", words.NAMES)


def opened(review="dhr-rosa", **how):
    return Document(BytesIO(briefing(words.briefing(review, **how))))


def parts(file):
    with ZipFile(BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed_template(folder, change):
    """The house's template as somebody saved it in Word after changing it."""
    document = Document(str(HOUSE_TEMPLATE))
    change(document)
    target = folder / "ours.docx"
    document.save(str(target))
    return target


@REVIEWS
@pytest.mark.parametrize("draft", [False, True], ids=["released", "draft"])
def test_office_finds_nothing_wrong_with_it(review, draft, tmp_path):
    made = tmp_path / "briefing.docx"
    made.write_bytes(briefing(words.briefing(review, draft=draft)))

    for file in (made, HOUSE_TEMPLATE):
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@REVIEWS
def test_it_prints_on_two_pages_the_story_and_our_team(review, tmp_path):
    made = words.briefing(review)

    story, team = pdf_pages(printed(briefing(made), tmp_path))

    headings = [box.heading for box in made.boxes]
    assert all(heading in story for heading in headings[:4])
    assert all(heading in team for heading in headings[4:])
    assert "Page 1 of 2" in story
    assert "Page 2 of 2" in team


def test_every_page_of_a_draft_says_that_it_is_one(tmp_path):
    pages = pdf_pages(printed(briefing(words.briefing("dhr-rosa", draft=True)), tmp_path))

    assert all(page.count("Draft, not released") == 1 for page in pages)
    assert all("OFFICIAL-SENSITIVE" in page for page in pages)


def test_a_line_end_and_a_tab_are_words_own():
    file = briefing(
        words.with_box(words.briefing("dhr-rosa"), BoxKind.PERSON, lines=(Line(text="one\ntwo\tthree"),))
    )

    said = next(found for found in word_paragraphs(file) if found.text == "one\ntwo\tthree")
    assert [child.tag for child in said.runs[-1]._r] == [
        qn(name) for name in ("w:t", "w:br", "w:t", "w:tab", "w:t")
    ]


def test_word_is_told_to_keep_every_box_whole():
    """Each line stays with the next, but for the last of its box, and no line is cut."""
    made = words.briefing("dhr-rosa")
    paragraphs = word_paragraphs(briefing(made))
    starts = [place for place, found in enumerate(paragraphs) if found.style.name == "Heading 1"]
    ends = [start - 1 for start in starts[1:]]

    assert [paragraphs[end].paragraph_format.keep_with_next for end in ends] == [None] * 6
    within = set(range(starts[0], len(paragraphs) - 1)) - set(ends)
    assert all(paragraphs[place].paragraph_format.keep_with_next for place in within)
    starting_a_page = [found.text for found in paragraphs if found.paragraph_format.page_break_before]
    assert starting_a_page == ["What worked"]


def test_headings_carry_their_own_numbers_and_close_up():
    made = words.briefing("dhr-rosa")
    document = Document(BytesIO(briefing(made)))

    headings = [found for found in document.paragraphs if found.style.name == "Heading 1"]
    assert [found.text for found in headings] == [box.heading for box in made.boxes]
    numbered = document.styles["Heading 1"].element.pPr.numPr.numId.val
    assert numbered == 1  # counted by Word, so a box that is left out closes the count
    assert [found.text for found in document.paragraphs if found.style.name == "Title"] == [
        made.imprint.title
    ]


def test_nothing_floats_nothing_is_empty_nothing_is_set_by_hand():
    file = briefing(words.briefing("dhr-rosa"))

    paragraphs = word_paragraphs(file)
    body = parts(file)["word/document.xml"].decode()
    assert "wp:anchor" not in body
    assert "w:framePr" not in body
    assert all(found.text.strip() or found._p.findall(f".//{qn('w:drawing')}") for found in paragraphs)
    assert all(found.alignment is None for found in paragraphs)
    for forbidden in ("w:i/", "w:caps", "w:smallCaps", "w:vanish", "{{", "{%"):
        assert forbidden not in body


@REVIEWS
def test_letters_are_large_enough_and_lines_apart(review):
    document = opened(review)
    usual = document.styles["Normal"]

    for name in ("Normal", "Box text", "Person fact", "Table text", "Question", "Care notice", "Closing"):
        style = document.styles[name]
        size = style.font.size or Pt(11.5)
        leading = style.paragraph_format.line_spacing or usual.paragraph_format.line_spacing
        assert size >= Pt(11)
        assert leading / size >= 1.15
    assert document.styles["Person fact"].font.size > document.styles["Box text"].font.size


def test_tables_have_a_heading_row_and_say_what_they_hold():
    for table in opened().tables:
        rows = table._tbl.tr_lst
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert table.autofit is False
        said = {child.tag: child.get(qn("w:val")) for child in table._tbl.tblPr}
        assert said[qn("w:tblCaption")] in {"What to do now", "Talk about it"}
        assert said[qn("w:tblDescription")].endswith(".")
        assert not table._tbl.findall(f".//{qn('w:gridSpan')}")


def test_the_audience_table_is_a_table():
    to_do = opened().tables[0]

    assert [cell.text for cell in to_do.rows[0].cells] == ["If you work in", "From today"]
    assert [cell.text for cell in to_do.rows[1].cells] == [
        "Everyone",
        "Ask for a safe way and a safe time to make contact, and write both where everyone can see.",
    ]
    assert len(to_do.rows) == 7


def test_the_code_leads_to_the_record_of_use_and_says_so():
    made = words.briefing("dhr-rosa")
    document = Document(BytesIO(briefing(made)))
    (shape,) = document.inline_shapes
    described = shape._inline.docPr.get("descr")

    assert described.startswith("QR code. Opens the review and records that you used it: https://")
    assert 22 <= shape.width.mm * 37 / 45 <= 24  # 22 mm or more, without its four modules of quiet
    picture = document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob
    assert modules(picture) == [list(row) for row in segno.make(made.imprint.use_address, error="m").matrix]
    assert made.imprint.use_address.removeprefix("https://") in word_text(briefing(made))


def modules(picture):
    """The dark and light squares of a code, without the quiet around them."""
    image = Image.open(BytesIO(picture)).convert("L")
    count = next(side for side in range(21, 178, 4) if image.width % (side + 8) == 0)
    step = image.width // (count + 8)
    squares = range(4, 4 + count)
    return [[int(image.getpixel((x * step + 1, y * step + 1)) < 128) for x in squares] for y in squares]


def test_it_is_in_british_english_throughout():
    for name, part in parts(briefing(words.briefing("dhr-rosa"))).items():
        for bad in (b'"en-US"', b'w:val="en"'):
            assert bad not in part, name
    styles = opened().styles.element
    assert {found.get(qn("w:val")) for found in styles.iter(qn("w:lang"))} == {"en-GB"}


def test_it_says_whose_it_is_and_nothing_of_how_it_was_made():
    made = words.briefing("sar-marian")
    file = briefing(made)
    core = Document(BytesIO(file)).core_properties

    assert core.title == "Marian: when every service closed at once"
    assert core.subject == "7-minute briefing · Safeguarding Adults Review · MAR-L-2024-03"
    assert core.author == core.last_modified_by == "Marlshire Practice Review Group"
    assert core.language == "en-GB"
    assert f"{core.created:%Y-%m-%d}" == f"{core.modified:%Y-%m-%d}" == "2024-10-08"
    everything = parts(file)
    assert not [name for name in everything if "thumbnail" in name or "customXml" in name or "custom" in name]
    assert not [name for name, part in everything.items() if b"python" in part.lower()]


def test_what_word_leaves_in_a_template_is_not_handed_on(tmp_path):
    """Word's thumbnail of the first page and an editor's name must not travel with a briefing."""

    def worked_on(document):
        document.core_properties.author = document.core_properties.last_modified_by = "Pat Editor"

    file = briefing(words.briefing("dhr-rosa"), changed_template(tmp_path, worked_on))

    assert not [name for name, part in parts(file).items() if b"Pat Editor" in part]


def test_a_partnership_may_change_the_template_in_word(tmp_path):
    def ours(document):
        document.paragraphs[0].add_run(" of the county")
        document.styles["Box text"].font.size = Pt(12.5)

    document = Document(BytesIO(briefing(words.briefing("dhr-rosa"), changed_template(tmp_path, ours))))

    assert document.paragraphs[0].text.endswith("7-minute briefing of the county")
    assert document.styles["Box text"].font.size == Pt(12.5)


def test_a_tag_that_word_has_split_into_pieces_still_works(tmp_path):
    def split(document):
        title = next(found for found in document.paragraphs if found.text == "{{ title }}")
        title.runs[0].text = "{{ ti"
        title.add_run("tle }").bold = True
        title.add_run("}")

    document = Document(BytesIO(briefing(words.briefing("dhr-rosa"), changed_template(tmp_path, split))))

    assert document.paragraphs[1].text == "Rosa: a pattern in plain sight"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ titel }}", "'titel' is undefined"),
        ("{% if %}", "cannot be read"),
        ("{{ title", "cannot be read"),
        ("{{ cycler.__init__.__globals__ }}", "unsafe"),
    ],
)
def test_a_wrong_template_is_refused_in_words(tmp_path, tag, said):
    template = changed_template(tmp_path, lambda document: document.paragraphs[0].add_run(tag))

    with pytest.raises(WrongTemplate, match=said):
        briefing(words.briefing("dhr-rosa"), template)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x05\x06" + bytes(18), b"not a document"], ids=["empty", "zip", "text"]
)
def test_a_template_that_is_no_word_file_is_refused_in_words(tmp_path, content):
    template = tmp_path / "ours.docx"
    template.write_bytes(content)

    with pytest.raises(WrongTemplate, match="not a Word document"):
        briefing(words.briefing("dhr-rosa"), template)


def test_a_template_without_headings_is_refused_in_words(tmp_path):
    def without_headings(document):
        document.styles["Heading 1"].name = "Box heading"

    with pytest.raises(WrongTemplate, match="no style named Heading 1"):
        briefing(words.briefing("dhr-rosa"), changed_template(tmp_path, without_headings))


def test_the_template_is_what_its_builder_makes(tmp_path, monkeypatch):
    """If you changed the builder: run it, look at the pages, and commit the .docx with it."""
    folder = HOUSE_TEMPLATE.parent
    monkeypatch.syspath_prepend(str(folder))
    import build_seven_minute_briefing as builder

    builder.build(tmp_path / "again.docx")

    assert parts((tmp_path / "again.docx").read_bytes()) == parts(Path(HOUSE_TEMPLATE).read_bytes())
