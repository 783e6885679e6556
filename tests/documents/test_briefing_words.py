"""A briefing says the same in Word, PDF and on the web, exactly as it was typed, however it was typed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from pprg.briefings.content import Box, BoxKind, Line
from pprg.briefings.drawing import page, pdf, word
from pprg.documents.lettering import printable, without_a_shape
from tests.documents import words
from tests.documents.opened import TEXT, squeezed

DRAW = {"word": word.briefing, "pdf": pdf.briefing, "page": page.briefing}
FORMATS = pytest.mark.parametrize("kind", DRAW)
REVIEWS = pytest.mark.parametrize("review", words.NAMES)

AWKWARD = {
    "markup": "Smith & Jones, BP <90/60 & falling, <br> &nbsp; </w:t> ]]> \"double\" 'single' “quotes”",
    "tags": "{{ 7*7 }}, {% raw %}, {% endfor %}, {_{ x }_}, {# note #}, ${7*7}, {{ cycler.__init__ }}",
    "typesetting": "#let x = 1 *bold* _it_ $m$ `c` @ref <lab> \\u{41} // all [of] this = text - or not",
    "a path, a formula, an address": r"C:\temp\new =1+1 @SUM https://example.org/?a=1&b=2#c",
    "emoji": "🙂 and 👩\u200d👩\u200d👧 together, flag 🇬🇧, heart ❤️",
    "Urdu": "نور",
    "Arabic": "محمد",
    "Welsh and Polish": "Llŷr Ŵyn, Łukasz Żółć, é ï ñ – — …",
    "scripts that we have no face for": "中文 and ਪੰਜਾਬੀ",
    "a long word": "W" * 60,
    "space that does not break": "5\u00a0mg, soft\u00adhyphen, zero\u200bwidth",
    "new line": "first line\nsecond line",
}


def drawn(kind, text):
    """The words of a file that has `text` wherever a person may type."""
    made = words.briefing("sar-marian")
    boxes = tuple(
        replace(box, heading=f"{box.heading} {text}", lines=(Line(lead=text, text=f"Before. {text} After."),))
        for box in made.boxes
    )
    said = replace(made.imprint, organisation=text, title=f"Marian: {text}", contact=text)
    return TEXT[kind](DRAW[kind](replace(made, imprint=said, boxes=boxes)))


@REVIEWS
@FORMATS
def test_every_chosen_word_is_there(kind, review):
    made = words.briefing(review)

    found = squeezed(TEXT[kind](DRAW[kind](made)))

    assert 520 <= made.words <= 680
    missing = [text for text in words.texts(made) if squeezed(text) not in found]
    assert missing == []


@FORMATS
@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_awkward_words_come_out_as_typed(kind, text):
    found = drawn(kind, text)

    # Seven headings, seven leads and seven lines, the masthead's two and the contact.
    assert squeezed(found).count(squeezed(text)) >= 24
    if kind == "word":
        assert f"Before. {text} After." in found


@FORMATS
def test_what_no_file_can_hold_is_dropped_and_the_words_around_it_stay(kind):
    found = drawn(kind, "one\x0btwo\x00three\ud800four\uffffive\x85six\x1b[0m")

    assert squeezed(found).count("onetwothreefourivesix[0m") >= 24


def test_letters_that_join_into_one_shape_can_be_copied_from_a_pdf():
    made = words.with_box(words.briefing("dhr-rosa"), BoxKind.PERSON, lines=(Line(text="الأطفال"),))

    # PDFium turns such a pair round when it reads from right to left; the file itself has it in order.
    assert "الأطفال" in PdfReader(BytesIO(pdf.briefing(made))).pages[0].extract_text()


def test_letters_without_a_face_are_known_beforehand():
    assert without_a_shape("Marian, نور, é, 🙂 👩\u200d👧, 中") == {"中"}
    assert printable("all is well\r\nhere") == "all is well\nhere"


@FORMATS
def test_a_draft_says_so_and_a_released_briefing_does_not(kind):
    draft = TEXT[kind](DRAW[kind](words.briefing("lcspr-wren", draft=True)))
    released = TEXT[kind](DRAW[kind](words.briefing("lcspr-wren")))

    assert "Draft · Marlshire Practice Review Group · 7-minute briefing" in draft
    assert "Draft" not in released


@FORMATS
def test_the_same_words_give_the_same_bytes(kind):
    first = DRAW[kind](words.briefing("dhr-rosa"))
    DRAW[kind](words.briefing("lcspr-wren"))

    assert DRAW[kind](words.briefing("dhr-rosa")) == first


@FORMATS
def test_people_asking_at_the_same_time_each_get_their_own(kind):
    reviews = [*words.NAMES] * 10
    with ThreadPoolExecutor(8) as desks:
        files = list(desks.map(lambda review: DRAW[kind](words.briefing(review)), reviews))

    assert len(set(files)) == 3
    for review, file in zip(reviews[:3], files, strict=False):
        assert words.record(review)["title"] in TEXT[kind](file)


@FORMATS
@pytest.mark.parametrize("alone", BoxKind)
def test_a_briefing_of_one_box_is_still_a_briefing(kind, alone):
    made = words.briefing("dhr-rosa")
    only = replace(made, boxes=tuple(box for box in made.boxes if box.kind is alone))

    found = squeezed(TEXT[kind](DRAW[kind](only)))

    assert all(squeezed(text) in found for text in words.texts(only))


@FORMATS
def test_ten_findings_and_a_very_long_paragraph_lose_nothing(kind):
    long_event = Line(lead="Spring 2021", text=" ".join(f"word{number}" for number in range(400)))
    findings = tuple(
        Line(lead=f"Finding {number} " + "said " * 88, text="In practice.") for number in range(10)
    )
    made = words.with_box(words.briefing("dhr-rosa"), BoxKind.HAPPENED, lines=(long_event,) * 3)
    made = words.with_box(made, BoxKind.LEARNED, lines=findings)

    found = squeezed(TEXT[kind](DRAW[kind](made)))

    assert all(squeezed(text) in found for text in words.texts(made))


@FORMATS
def test_a_bare_briefing_leaves_no_gaps(kind):
    """No care notice, no statistic, no support, no contact, a line without its lead."""
    made = words.briefing("sar-marian")
    boxes = (Box(kind=BoxKind.WHY, heading="Why it matters", lines=(Line(text="Because."),)),)
    bare = replace(
        made,
        imprint=replace(made.imprint, contact="", released_on="", published="last year"),
        care=replace(made.care, notice="", support=()),
        boxes=(*boxes, Box(kind=BoxKind.WORKED, heading="What worked", lines=(Line(text="Patience."),))),
    )

    found = TEXT[kind](DRAW[kind](bare))

    assert "Because." in found
    assert "If this has affected you" not in found
    assert "About this briefing" not in found
    assert "None" not in found
