"""The PDF can be read by everybody, is two pages, and looks the same on every machine."""

from io import BytesIO

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from pprg.briefings.content import BoxKind, Line
from pprg.briefings.drawing.pdf import briefing
from pprg.documents.pdf import LeftOut, render
from tests.documents import words
from tests.documents.opened import pdf_pages

REVIEWS = pytest.mark.parametrize("review", words.NAMES)


def tags(file):
    """The kinds of structure in the order in which they are read aloud, each with its alternative text."""

    def walk(node):
        if not isinstance(node, pikepdf.Dictionary):
            return
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            yield from walk(child)

    with pikepdf.open(BytesIO(file)) as document:
        return list(walk(document.Root.StructTreeRoot))


@REVIEWS
@pytest.mark.parametrize("draft", [False, True], ids=["released", "draft"])
def test_the_checker_of_accessible_pdfs_finds_nothing(review, draft, tmp_path):
    file = tmp_path / "briefing.pdf"
    file.write_bytes(briefing(words.briefing(review, draft=draft)))

    assert validate(file).findings == ()


@REVIEWS
def test_page_one_is_the_story_and_page_two_our_team(review):
    made = words.briefing(review)

    story, team = pdf_pages(briefing(made))

    headings = [box.heading for box in made.boxes]
    assert all(heading in story for heading in headings[:4])
    assert all(heading in team for heading in headings[4:])


def test_every_page_says_which_and_which_version_it_is():
    released = pdf_pages(briefing(words.briefing("dhr-rosa")))
    draft = pdf_pages(briefing(words.briefing("dhr-rosa", draft=True)))

    for number in (1, 2):
        foot = "MAR-L-2025-02 · version 1.0 · 24 June 2025 · OFFICIAL"
        assert foot in released[number - 1]
        assert f"Page {number} of 2" in released[number - 1]
        assert "MAR-L-2025-02 · draft 3 · OFFICIAL-SENSITIVE" in draft[number - 1]
        assert draft[number - 1].count("Draft, not released") == 1
        assert "Draft" not in released[number - 1]


def test_it_is_read_aloud_in_order():
    made = words.briefing("dhr-rosa")
    read = [kind for kind, _ in tags(briefing(made))]

    headings = [kind for kind in read if kind in {"/H1", "/H2", "/H3"}]
    assert headings == ["/H1", *["/H2"] * 7, "/H3", "/H3"]
    assert read.count("/Table") == 1
    assert read.count("/TH") == 2
    assert read.count("/TR") == 7
    assert read.count("/P") > 30


def test_bookmarks_are_the_numbered_boxes():
    made = words.briefing("dhr-rosa")
    title, boxes = PdfReader(BytesIO(briefing(made))).outline

    assert title.title == made.imprint.title
    assert [box.title for box in boxes] == [
        f"{place} {box.heading}" for place, box in enumerate(made.boxes, 1)
    ]


def test_numbers_close_up_when_a_box_is_not_there():
    made = words.briefing("dhr-rosa")
    without = words.without(made, BoxKind.WHY, BoxKind.WORKED)

    _, boxes = PdfReader(BytesIO(briefing(without))).outline

    assert [box.title for box in boxes][1:4] == ["2 What happened", "3 What we learned", "4 What to do now"]


def test_the_code_is_drawn_as_lines_and_described():
    made = words.briefing("dhr-rosa")
    file = briefing(made)

    assert [alt for kind, alt in tags(file) if kind == "/Figure"] == [
        f"QR code. Opens the review and records that you used it: {made.imprint.use_address}"
    ]
    assert [page.images for page in PdfReader(BytesIO(file)).pages if len(page.images)] == []


def test_it_says_whose_it_is_and_is_dated_by_its_release():
    about = PdfReader(BytesIO(briefing(words.briefing("sar-marian")))).metadata

    assert about.title == "Marian: when every service closed at once"
    assert about.subject == "7-minute briefing · Safeguarding Adults Review · MAR-L-2024-03"
    assert about.author == "Marlshire Practice Review Group"
    assert f"{about.creation_date:%Y-%m-%d}" == "2024-10-08"


def test_links_lead_to_the_review_and_to_the_record_of_use():
    made = words.briefing("sar-marian")
    pages = PdfReader(BytesIO(briefing(made))).pages

    links = [note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])]
    assert links == [made.imprint.use_address, made.imprint.hub_address]


def test_a_template_that_would_leave_words_out_makes_no_file(tmp_path):
    template = tmp_path / "ours.typ"
    template.write_text('#set document(title: "x")\n#par(grid(columns: 2, [lost], [words]))')

    with pytest.raises(LeftOut, match="ignored"):
        render(template, {})


def test_only_our_own_letters_are_used():
    """Nothing of the machine's fonts: the same words break in the same places everywhere."""
    made = words.with_box(words.briefing("dhr-rosa"), BoxKind.PERSON, lines=(Line(text="نور 🙂 中 Rosa"),))

    fonts = set()
    for page in PdfReader(BytesIO(briefing(made))).pages:
        fonts |= {font["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()}
    carried = {
        "LiberationSans",
        "LiberationSans-Bold",
        "Vazirmatn-Regular",
        "NotoEmoji-Regular",
        "AnyLetter-Regular",
    }
    assert fonts == carried


def test_a_box_is_never_cut_by_the_end_of_a_page():
    made = words.briefing("dhr-rosa")
    for events in range(6, 16):
        happened = tuple(
            Line(text=f"Event {number} of {events}. " + "It was so. " * 12) for number in range(events)
        )
        longer = words.with_box(made, BoxKind.HAPPENED, lines=happened)

        pages = [" ".join(page.split()) for page in pdf_pages(briefing(longer))]

        for box in longer.boxes:
            assert [page for page in pages if all(line.text.strip() in page for line in box.lines)], (
                box.heading
            )
