"""Nothing stands outside its box, nothing is smaller than the back row reads, and nothing is lost."""

from functools import cache
from itertools import combinations

import pytest
from pptx.oxml.ns import qn

from pprg.briefings.content import Line, Notes, Slide, SlideKind, SlidePack
from pprg.briefings.drawing.slides import pack
from tests.documents import decks
from tests.documents.hard_words import (
    HEADING,
    LONG_WORD,
    PARAGRAPH,
    SENTENCE,
    awkward_pack,
    empty_pack,
    hard_pack,
)  # fmt: skip
from tests.documents.standing import all_words, frames, letters, notes, opened

SLACK = 2.0
"""Points: LibreOffice puts air of its own above a first line, and ink may overhang its letter."""
PACKS = {
    **{f"{name}-short": decks.short_slides(name) for name in decks.NAMES},
    **{f"{name}-team": decks.team_slides(name, draft=True) for name in decks.NAMES},
    "hard": hard_pack(), "awkward": awkward_pack(), "empty": empty_pack(),
}  # fmt: skip
EVERY_PACK = pytest.mark.parametrize("words", PACKS.values(), ids=PACKS.keys())

file_of = cache(pack)


def one(**slide):
    """A pack of one slide."""
    given = Slide(**{"notes": Notes(say="Say it."), **slide})
    return SlidePack(imprint=decks.imprint("sar-marian"), name="One slide", slides=(given,))


def titles(words):
    return [slide.shapes.title.text for slide in opened(file_of(words)).slides]


def bodies(file):
    """What stands between title and footer, slide after slide, as one text."""
    rim = {"Title", "Eyebrow", "Footer", "Slide number"}
    found = []
    for slide in opened(file).slides:
        for shape in slide.shapes:
            if shape.name not in rim:
                found += [
                    "".join(run.text or "" for run in p.iter(qn("a:t")))
                    for p in shape._element.iter(qn("a:p"))
                ]
    return " ".join(" ".join(found).split())


def tables(words):
    return [
        shape.table for slide in opened(file_of(words)).slides for shape in slide.shapes if shape.has_table
    ]


@pytest.mark.needs("soffice")
@EVERY_PACK
def test_every_letter_stands_inside_a_box(words):
    file = file_of(words)
    pages = letters(file)
    made = opened(file).slides
    assert len(pages) == len(made)
    for number, (slide, page) in enumerate(zip(made, pages, strict=True), 1):
        boxes = frames(slide)
        outside = [letter for letter in page if not any(box.holds(letter, SLACK) for box in boxes)]
        assert not outside, (number, "".join(letter.what for letter in outside), outside[0], boxes)


@EVERY_PACK
def test_no_box_stands_on_another_or_off_the_slide(words):
    deck = opened(file_of(words))
    for number, slide in enumerate(deck.slides, 1):
        boxes = frames(slide)
        for one_box, other in combinations(boxes, 2):
            assert not one_box.crosses(other, 1), (number, one_box, other)
        for box in boxes:
            assert min(box.left, box.top) >= 0, (number, box)
            assert box.right <= deck.slide_width / 12700, (number, box)
            assert box.bottom <= deck.slide_height / 12700, (number, box)


@EVERY_PACK
def test_body_letters_never_fall_below_twenty_points_and_labels_are_eighteen(words):
    for slide in opened(file_of(words)).slides:
        for shape in slide.shapes:
            if shape.name in {"Body", "Table", "Care"}:
                runs = [run for run in shape._element.iter(qn("a:r")) if run.find(qn("a:t")).text.strip()]
                sizes = {int(run.find(qn("a:rPr")).get("sz")) / 100 for run in runs}
                assert all(size >= 20 for size in sizes - {18.0}), (shape.name, sizes)


def test_nothing_of_the_hardest_pack_is_lost():
    """Every sentence stands there as often as it was written, wherever it went on."""
    words = hard_pack()
    there = bodies(file_of(words))
    for slide in words.slides:
        given = (*(line.text for line in slide.lines), slide.question, slide.source, slide.care)
        for sentence in {part.strip() for text in given for part in text.split(".") if part.strip()}:
            assert sentence in there
    written = sum(
        text.count(SENTENCE.strip())
        for slide in words.slides
        for text in (*(line.text for line in slide.lines), slide.question, slide.source, slide.care)
    )
    assert there.count(SENTENCE.strip()) == written


def test_a_paragraph_of_four_hundred_words_goes_on_over_slides_at_sentence_ends():
    words = one(kind=SlideKind.STATEMENT, title="What life was like", lines=(Line(text=PARAGRAPH),))
    assert len(PARAGRAPH.split()) >= 400
    assert titles(words)[:3] == [
        "What life was like", "What life was like (continued)", "What life was like (continued 2)",
    ]  # fmt: skip
    for slide in opened(file_of(words)).slides:
        body = next(shape.text_frame.text for shape in slide.shapes if shape.name == "Body")
        assert body.endswith("stairs.")
        assert len(body.split()) <= 60


def test_a_heading_of_ninety_words_is_cut_short_in_the_title_and_stands_whole_below_it():
    words = one(kind=SlideKind.FINDING, title=HEADING, lines=(Line(lead="In practice", text="Ring first."),))
    assert len(HEADING.split()) >= 90
    first, *_, last = titles(words)
    assert first.endswith("…")
    assert HEADING.startswith(first.rstrip("…"))
    assert last.endswith("(continued)") or "(continued " in last
    assert HEADING in bodies(file_of(words))


def test_the_longest_word_keeps_its_letters_inside_the_box():
    assert len(LONG_WORD) >= 60
    words = one(
        kind=SlideKind.TIMELINE, title="What happened", lines=(Line(lead="2021", text=LONG_WORD),) * 5
    )
    assert all_words(file_of(words)).count(LONG_WORD) == 5


def test_twelve_actions_stand_in_tables_of_six_rows_at_most_under_their_headings():
    lines = tuple(Line(lead="Everyone", text=f"Ring before you close {number}.") for number in range(12))
    made = tables(one(kind=SlideKind.ACTIONS, title="What changes now", lines=lines))
    assert [len(table.rows) - 1 for table in made] == [6, 6]
    assert all(
        [cell.text for cell in table.rows[0].cells] == ["If you work in", "From today"] for table in made
    )


def test_one_question_a_slide_however_many_are_given():
    lines = (Line(text="What would we do?"), Line(text="Who would we ring?"), Line(text="How would we know?"))
    words = one(kind=SlideKind.QUESTION, title="In our team", lines=lines, clock="5 minutes, in pairs")
    assert titles(words) == ["In our team, 1 of 3", "In our team, 2 of 3", "In our team, 3 of 3"]
    assert all_words(file_of(words)).count("5 minutes, in pairs") == 3


def test_events_that_are_sentences_stand_in_rows_and_short_ones_in_columns():
    story = decks.record("sar-marian")["what_happened"]
    whole = tuple(Line(lead=part["when"], text=part["event"]) for part in story[:4])
    rows = tables(one(kind=SlideKind.TIMELINE, title="What happened", lines=whole))
    assert [(len(table.rows), len(table.columns)) for table in rows] == [(5, 2)]
    short = tuple(Line(lead=part["when"], text="Closed after one call") for part in story)
    columns = tables(one(kind=SlideKind.TIMELINE, title="What happened", lines=short))
    assert [(len(table.rows), len(table.columns)) for table in columns] == [(2, 4), (2, 4)]


def test_a_slide_that_goes_on_keeps_its_notes_and_says_so():
    words = one(kind=SlideKind.STATEMENT, title="Life", lines=(Line(text=PARAGRAPH),))
    first, second, *_ = opened(file_of(words)).slides
    assert notes(first).startswith("Say\n")
    assert notes(second).startswith("Continued\n")
    assert "Say it." in notes(second)


def test_headings_that_are_alike_are_told_apart():
    words = hard_pack()
    alike = [title for title in titles(words) if title.startswith("The same heading")]
    assert len(set(alike)) == len(alike) > 10


def test_a_question_too_long_for_the_foot_of_a_slide_gets_a_slide_of_its_own():
    long = "Who held the whole picture, and who could have asked? " * 8
    words = one(kind=SlideKind.FINDING, title="Nobody asked", lines=(Line(text="Ask."),), question=long)
    assert titles(words)[:2] == ["Nobody asked", "Nobody asked (continued)"]
    assert " ".join(all_words(file_of(words)).split()).count("who could have asked?") == 8
