"""Slide packs as a presenter, a screen reader and a records office meet them."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn
from pptx.util import Mm

from pprg.briefings.drawing.slides import HOUSE, pack
from tests.documents import decks
from tests.documents.hard_words import AWKWARD, awkward_pack, empty_pack
from tests.documents.standing import all_words, is_decorative, notes, opened

PACKS = {
    f"{name}-{kind}": made(name)
    for name in decks.NAMES
    for kind, made in (("short", decks.short_slides), ("team", decks.team_slides))
}
EVERY_PACK = pytest.mark.parametrize("words", PACKS.values(), ids=PACKS.keys())
HARD = {"empty": empty_pack(), "awkward": awkward_pack()}
EVERY_FILE = pytest.mark.parametrize("words", (PACKS | HARD).values(), ids=(PACKS | HARD).keys())


file_of = cache(pack)


def slides(words):
    return list(opened(file_of(words)).slides)


def parts(file):
    with ZipFile(BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


@EVERY_PACK
def test_the_short_pack_has_four_slides_and_the_long_one_about_twelve_and_an_appendix(words):
    made = slides(words)
    if words.name == "Short slides":
        assert len(made) == 4
    else:
        sections = opened(file_of(words)).part._element.findall(".//{*}section")
        assert [section.get("name") for section in sections] == ["Team meeting slides", "Appendix"]
        assert len(made) <= 13 + 3


@EVERY_FILE
def test_every_slide_has_a_title_of_its_own(words):
    titles = [slide.shapes.title.text_frame.text for slide in slides(words)]
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles)


@EVERY_FILE
def test_it_is_read_aloud_from_the_title_down(words):
    for slide in slides(words):
        first, *rest = [shape for shape in slide.shapes if not is_decorative(shape)]
        assert first.shape_id == slide.shapes.title.shape_id
        assert rest == sorted(rest, key=lambda shape: (shape.top, shape.left))


@EVERY_FILE
def test_all_words_are_marked_as_british_english(words):
    file = parts(file_of(words))
    for name, part in file.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            assert part.count(b"<a:rPr") == part.count(b'<a:rPr lang="en-GB"'), name


@EVERY_PACK
def test_the_presenter_finds_what_to_say_under_its_label(words):
    said = {slide.shapes.title.text: notes(slide) for slide in slides(words)}
    for given in words.slides:
        assert said[given.title].startswith(f"Say\n{given.notes.say}")
    assert all("\nSay\n" in f"\n{spoken}" for spoken in said.values())


def test_say_ask_time_and_avoid_stand_in_the_notes_in_full():
    words = decks.team_slides("sar-marian")
    finding = next(
        slide
        for slide in slides(words)
        if slide.shapes.title.text == "Four services closed within five weeks"
    )
    given = next(slide for slide in words.slides if slide.title == "Four services closed within five weeks")
    assert notes(finding).split("\n") == [
        "Say", *given.notes.say.split("\n"), "Ask", given.notes.ask, "Time", given.notes.time,
    ]  # fmt: skip


@EVERY_FILE
def test_no_box_is_left_empty_or_asks_to_be_clicked(words):
    for slide in slides(words):
        for shape in slide.shapes:
            if shape.has_text_frame and not is_decorative(shape):
                assert shape.text_frame.text.strip(), shape.name
        assert "Click to" not in all_words(file_of(words))


@EVERY_FILE
def test_tables_have_a_heading_row_and_no_merged_cells_and_are_described(words):
    for slide in slides(words):
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.table.first_row
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert all(cell.text.strip() for cell in shape.table.rows[0].cells) or words in HARD.values()
                assert not [cell for cell in shape.table.iter_cells() if cell.is_merge_origin]


@EVERY_FILE
def test_pictures_say_what_they_are_and_colour_alone_is_passed_by(words):
    for slide in slides(words):
        for shape in slide.shapes:
            about = next(shape._element.iter("{*}cNvPr"))
            has_words = shape.has_text_frame and shape.text_frame.text.strip()
            assert has_words or is_decorative(shape) or about.get("descr"), about.get("name")
            assert not (about.get("descr") or "").endswith((".png", ".jpg"))


@pytest.mark.parametrize("name", decks.NAMES)
def test_a_draft_says_so_on_every_slide_and_a_released_pack_nowhere(name):
    for made in (decks.short_slides, decks.team_slides):
        for slide in slides(made(name, draft=True)):
            footer = next(shape for shape in slide.placeholders if shape.name == "Footer")
            assert footer.text_frame.text.startswith("Draft")
        assert "Draft" not in all_words(pack(made(name)))


def test_the_title_slide_of_a_draft_says_it_in_words():
    first = slides(decks.team_slides("sar-marian", draft=True))[0]
    assert any("Draft: not released for use" in shape.text_frame.text for shape in first.placeholders)


@EVERY_PACK
def test_every_slide_has_its_reference_version_day_marking_and_number(words):
    for number, slide in enumerate(slides(words), 1):
        by_name = {shape.name: shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame}
        said = f"{words.imprint.reference} · version 1.0 · {words.imprint.released_on} · OFFICIAL"
        assert by_name["Footer"] == said
        assert by_name["Slide number"] == str(number)


@EVERY_FILE
def test_the_file_belongs_to_the_partnership(words):
    file = parts(file_of(words))
    properties = file["docProps/core.xml"].decode() + file["docProps/app.xml"].decode()
    assert words.imprint.organisation.split(" &")[0] in properties
    everything = b"".join(part for name, part in file.items() if name.endswith((".xml", ".rels"))).lower()
    for trace in (b"python-pptx", b"canny", b"printersettings", b"thumbnail", b"powerpoint presentation"):
        assert trace not in everything
    assert not [name for name in file if "printerSettings" in name or "thumbnail" in name]


@EVERY_FILE
def test_the_same_words_give_the_same_bytes(words):
    assert pack(words) == file_of(words)


@EVERY_FILE
def test_the_file_is_sound_and_small(words, tmp_path):
    target = tmp_path / "pack.pptx"
    target.write_bytes(file_of(words))
    result = OpenXmlValidator().validate(target)
    assert result.errors == []
    assert target.stat().st_size < 3_000_000


@EVERY_PACK
def test_letters_are_large_enough_for_the_back_row(words):
    """Body 20 points or more; labels, sources and footer 18 (settled in the design)."""
    small = {"Footer", "Slide number", "Source", "Eyebrow"}
    for slide in slides(words):
        for shape in slide.shapes:
            sizes = {
                int(size) / 100
                for size in (run.get("sz") for run in shape._element.iter(qn("a:rPr")))
                if size
            }
            floor = 18 if shape.name in small or shape.has_table else 20
            labels = {18} if shape.name in {"Body", "Question"} else set()
            assert all(size >= floor for size in sizes - labels), (shape.name, sizes)


@EVERY_PACK
def test_the_notes_are_large_enough_to_be_read_standing(words):
    for slide in slides(words):
        runs = [run for part in slide.notes_slide.notes_text_frame.paragraphs for run in part.runs]
        assert all(run.font.size.pt >= 10 for run in runs)


def test_the_team_types_its_change_into_three_ruled_rows_and_scans_a_code():
    last = slides(decks.short_slides("sar-marian"))[-1]
    table = next(shape.table for shape in last.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == ["The change", "Who", "By when"]
    assert [[cell.text for cell in row.cells] for row in list(table.rows)[1:]] == [["", "", ""]] * 3
    code = next(shape for shape in last.shapes if shape.name == "Code")
    assert abs(code.width - Mm(38)) < 100
    assert abs(code.height - Mm(38)) < 100
    assert (
        "learning.example.org/use/MAR-L-2024-03"
        in next(s for s in last.shapes if s.name == "Body").text_frame.text
    )


def test_events_side_by_side_are_read_with_their_times():
    happened = slides(decks.team_slides("sar-marian"))[4]
    table = next(shape.table for shape in happened.shapes if shape.has_table)
    assert next(cell.text for cell in table.rows[0].cells) == "Spring 2021"
    assert next(cell.text for cell in table.rows[1].cells) == "Falls in the garden; stops going out"
    dots = [shape for shape in happened.shapes if is_decorative(shape)]
    assert len(dots) == 1 + 5  # the line, and a dot for each event


def test_awkward_words_come_out_as_they_were_typed():
    made = file_of(HARD["awkward"])
    said = all_words(made)
    assert said.count(AWKWARD) >= 4 * 11
    assert all(AWKWARD in notes(slide) for slide in opened(made).slides)


def test_what_no_file_can_hold_is_dropped_and_the_words_around_it_stay():
    words = decks.short_slides("sar-marian")
    first = replace(words.slides[0], title="Before\x0bafter\x00\ud83d", lines=())
    file = pack(replace(words, slides=(first,)))
    assert opened(file).slides[0].shapes.title.text == "Beforeafter"


def test_the_template_holds_no_slide_and_no_name():
    assert len(opened(HOUSE.read_bytes()).slides) == 0
