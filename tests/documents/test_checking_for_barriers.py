"""What in a finished file would shut somebody out is found, and said in a sentence."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from pprg.briefings.products import drawn, product_called
from pprg.documents import checking
from pprg.documents.contrast import ratio, readable
from tests.briefings.records import imprint, record


def made(product: str, suffix: str) -> bytes:
    return drawn(product_called(product), suffix, record("sar-marian"), {}, imprint(record("sar-marian")))


def broken(file: bytes, part: str, old: str, new: str, *, times: int = 0) -> bytes:
    """The same Office file, saying something else in one of its parts."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as given, zipfile.ZipFile(packed, "w") as pack:
        for name in given.namelist():
            content = given.read(name)
            if re.fullmatch(part, name):
                text, changes = re.subn(old, new, content.decode(), count=times, flags=re.DOTALL)
                assert changes, f"{old} is not in {name}"
                content = text.encode()
            pack.writestr(name, content)
    return packed.getvalue()


@pytest.fixture(scope="module")
def word() -> bytes:
    return made("seven-minute-briefing", "docx")


@pytest.fixture(scope="module")
def deck() -> bytes:
    return made("team-meeting-slides", "pptx")


@pytest.fixture(scope="module")
def page() -> str:
    return made("seven-minute-briefing", "html").decode()


def shape(about: str, more: str = "") -> str:
    """A new last shape of a slide, for a pattern that finds where its shapes end."""
    return rf'<p:sp><p:nvSpPr><p:cNvPr id="99" {about}/>{more}</p:nvSpPr></p:sp>\1'


def run(look: str) -> str:
    """A new first paragraph of a document, for a pattern that finds where its body begins."""
    return rf"\1<w:p><w:r><w:rPr>{look}</w:rPr><w:t>Words</w:t></w:r></w:p>"


LINK = r'\1<w:p><w:hyperlink w:anchor="x"><w:r><w:t>click here</w:t></w:r></w:hyperlink></w:p>'
PHOTO = r'<p:pic><p:nvPicPr><p:cNvPr id="99" name="Photo" descr="photo.jpg"/></p:nvPicPr></p:pic>\1'
BOX = '<p:nvPr><p:ph type="body"/></p:nvPr>'
DESCRIBED, BEGINS, ENDS = r'descr="[^"]*"', r"(<w:body>)", r"(</p:spTree>)"
TIMELINE, NOTES = r"ppt/slides/slide5\.xml", r"ppt/slides/_rels/slide1\.xml\.rels"
BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", r"docProps/core\.xml"
FLOATING = r"\1<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>"
FRAMED = r"\1<w:p><w:pPr><w:framePr/></w:pPr></w:p>"
GENERATOR = '<meta name="generator" content="X">'
APP, PROGRAM = r"docProps/app\.xml", "<Application>Word</Application>"
WHOSE, CHANGED = r"<dc:creator>.*?</dc:creator>", r"(<cp:lastModifiedBy>).*?(</cp:lastModifiedBy>)"
PALE = '<a:solidFill><a:srgbClr val="DDDDDD"/></a:solidFill>'
DARK = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
PERSON = r"ppt/slides/slide3\.xml"
SLIDE = r"ppt/slides/slide1\.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (BODY, DESCRIBED, 'descr=""', "Picture 1 has no alternative text."),
        (BODY, DESCRIBED, 'descr="qr.png"', "Picture 1 has the name of a file as its alternative text."),
        (BODY, DESCRIBED, 'descr="Picture 1"', "Picture 1 has an alternative text that says nothing."),
        (BODY, r"wp:inline", "wp:anchor", "Picture 1 floats over the page"),
        (BODY, r"<w:tblHeader[^>]*/>", "", "Table 1 has no header row."),
        (BODY, r"(<w:tcPr>)", r'\1<w:gridSpan w:val="2"/>', "Table 1 has merged cells."),
        (BODY, r'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Normal"', "The document has no headings"),
        (STYLES, r'w:val="heading 1"', 'w:val="heading 2"', "A heading of level 2 stands without"),
        (
            STYLES,
            r'w:val="en-GB"',
            'w:val="en-US"',
            "The document does not say that it is in British English.",
        ),
        (CORE, r"<dc:title>.*?</dc:title>", "<dc:title/>", "The document has no title in its properties."),
        (BODY, BEGINS, r"\1<w:p/><w:p/>", "Empty paragraphs stand one after the other to make room."),
        (BODY, BEGINS, run('<w:sz w:val="16"/>'), "Some words are set in 8 point"),
        (BODY, BEGINS, run('<w:color w:val="BBBBBB"/>'), "Some words (#BBBBBB on #FFFFFF) do not stand out"),
        (BODY, BEGINS, LINK, "A link does not say where it leads."),
        (BODY, BEGINS, FLOATING, "A text box floats over the page"),
        (BODY, BEGINS, FRAMED, "A framed paragraph floats over the page"),
        (CORE, r"<dc:creator>.*?</dc:creator>", "<dc:creator/>", "The file does not say whose it is."),
        (CORE, WHOSE, "<dc:creator>python-docx</dc:creator>", "The file says that it is by “python-docx”"),
        (CORE, CHANGED, r"\1A. Person\2", "The file says that “A. Person” changed it last"),
        (APP, r"(<Company>)", rf"{PROGRAM}\1", "The file names the program that made it, “Word”."),
    ],
)
def test_a_word_file_that_shuts_somebody_out(word, part, old, new, said):
    found = checking.faults(broken(word, part, old, new), ".docx")

    assert any(fault.startswith(said) for fault in found), found


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (SLIDE, r"<a:t>Marian</a:t>", "<a:t></a:t>", "Slide 1 has no title."),
        (SLIDE, r"<a:t>Marian</a:t>", "<a:t>Further help</a:t>", "2 slides have the same title"),
        (
            SLIDE,
            r'lang="en-GB"',
            'lang="en-US"',
            "Some words on the slides are not marked as British English.",
        ),
        (CORE, r"<dc:title>.*?</dc:title>", "<dc:title/>", "The file has no title in its properties."),
        (SLIDE, ENDS, PHOTO, "Slide 1: “Photo” has the name of a file as its alternative text."),
        (SLIDE, ENDS, shape('name="Blob"'), "Slide 1: “Blob” has no alternative text."),
        (SLIDE, ENDS, shape('name="Text"', BOX), "Slide 1 has an empty box, “Text”."),
        (SLIDE, r'sz="\d+"', 'sz="800"', "Slide 1: some words are set in 8 point, too small for a wall."),
        (PERSON, r'sz="\d+"', 'sz="1600"', "Slide 3: some words of “Title” are set in 16 point; 18 is the"),
        (PERSON, r"(<a:rPr [^>]*>)", rf"\1{PALE}", "Slide 3: some words (#DDDDDD on #FFFFFF) do not"),
        (SLIDE, r"(<a:rPr [^>]*>)", rf"\1{DARK}", "Slide 1: some words (#0B4F5C on #0B4F5C) do not"),
        (CORE, WHOSE, "<dc:creator/>", "The file does not say whose it is."),
        (SLIDE, r"(</p:cSld>)", r'\1<p:transition advTm="5000"/>', "Slide 1 moves or goes on by itself."),
        (TIMELINE, r'firstRow="1"', 'firstRow="0"', "Slide 5: its table has no header row."),
        (TIMELINE, r"<a:tc>", '<a:tc gridSpan="2">', "Slide 5: its table has merged cells."),
        (
            NOTES,
            r"relationships/notesSlide",
            "relationships/other",
            "Slide 1 has no notes for whoever presents",
        ),
    ],
)
def test_a_deck_that_shuts_somebody_out(deck, part, old, new, said):
    found = checking.faults(broken(deck, part, old, new), ".pptx")

    assert any(fault.startswith(said) for fault in found), found


def test_a_title_that_is_not_read_first_is_found(deck):
    title = r"(<p:sp>(?:(?!</p:sp>).)*?type=\"(?:ctrTitle|title)\".*?</p:sp>)(.*?)(</p:spTree>)"

    found = checking.faults(broken(deck, SLIDE, title, r"\2\1\3"), ".pptx")

    assert found[0] == "Slide 1: its title is not what is read first."


def test_boxes_that_are_read_in_another_order_than_they_are_seen_are_found(deck):
    body = r"(<p:sp><p:nvSpPr><p:cNvPr id=\"\d+\" name=\"Body\"/>(?:(?!</p:sp>).)*</p:sp>)(.*?)(</p:spTree>)"

    found = checking.faults(broken(deck, r"ppt/slides/slide8\.xml", body, r"\2\1\3"), ".pptx")

    assert found == ["Slide 8: “Body” is read after “Question”, which stands below it."]


def test_a_pdf_says_whose_it_is_and_not_what_made_it():
    from pypdf import PdfReader, PdfWriter

    ours = made("seven-minute-briefing", "pdf")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(ours)))
    writer.add_metadata({"/Author": "", "/Creator": "Some Writer 3.0"})
    named = BytesIO()
    writer.write(named)

    assert b"typst" not in ours.lower()
    found = checking.faults(named.getvalue(), ".pdf")
    assert "The file does not say whose it is." in found
    assert "The file names the program that made it, “Some Writer 3.0”." in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name="author"', 'name="editor"', "The file does not say whose it is."),
        ("</title>", f"</title>{GENERATOR}", "The file names the program that made it, “X”."),
        ('lang="en-GB"', 'lang="fr"', "The page does not say that it is in British English."),
        ("<title>", "<title></title><b>", "The page has no title."),
        ("<h1>", "<h3>", "The page has 0 first headings; it needs one."),
        ("<main", "<div", "The page does not say where its main part begins."),
        ("</head>", "<script></script></head>", "The page holds a script."),
        ('scope="col"', "", "A table has no header row."),
        ("<caption>", "<p>", "A table has no caption."),
        ("</body>", '<img src="x.png"></body>', "A picture has no alternative text."),
        (
            "</body>",
            '<img src="x.png" alt="x.png"></body>',
            "A picture has the name of a file as its alternative text.",
        ),
        ("</body>", '<a href="https://example.org">here</a></body>', "A link does not say where it leads."),
        (
            "</body>",
            "<h6>Too deep</h6></body>",
            "A heading of level 6 stands without one of level 5 above it.",
        ),
        ("</body>", '<i id="a"></i><i id="a"></i></body>', "2 parts of the page have the same mark, “a”."),
    ],
)
def test_a_page_that_shuts_somebody_out(page, old, new, said):
    assert old in page

    assert said in checking.faults(page.replace(old, new).encode(), ".html")


def test_a_pdf_without_tags_is_found():
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    plain = BytesIO()
    writer.write(plain)

    found = checking.faults(plain.getvalue(), ".pdf")

    assert "The PDF has no tags, so a screen reader cannot tell a heading from a line." in found
    assert "The PDF has no title in its properties." in found
    assert "The PDF does not say that it is in British English." in found
    assert "The PDF does not say that it keeps to PDF/UA." in found


def test_a_picture_in_a_pdf_that_nobody_described_is_found():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(made("seven-minute-briefing", "pdf"))))
    for one in writer._objects:
        if hasattr(one, "get") and one.get("/S") == "/Figure":
            del one["/Alt"]
    undescribed = BytesIO()
    writer.write(undescribed)

    assert checking.faults(undescribed.getvalue(), ".pdf") == ["A picture has no alternative text."]


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".pdf", ".html", ".odt", ""])
def test_what_cannot_be_opened_is_never_without_fault(suffix):
    assert checking.faults(b"\x00 not such a file \xff", suffix) != []


def test_contrast_is_reckoned_as_the_guidelines_do():
    assert ratio("FFFFFF", "000000") == pytest.approx(21)
    assert ratio("0B4F5C", "FFFFFF") == pytest.approx(9.2, abs=0.05)
    assert not readable("777777", "FFFFFF", size=12, bold=False)
    assert readable("777777", "FFFFFF", size=18, bold=False)
    assert readable("777777", "FFFFFF", size=14, bold=True)
