"""The house's template is made from its source; a partnership may put its own in its place."""

import runpy
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml import parse_xml

from pprg.briefings.drawing.slides import BOXES, HOUSE, missing_boxes, pack
from pprg.documents.sheets import TemplateLacks
from tests.documents import decks
from tests.documents.standing import all_words, opened


@pytest.fixture
def ours(tmp_path):
    """A copy of the house's template, as a partnership takes it to change it in PowerPoint."""
    target = tmp_path / "ours.pptx"
    target.write_bytes(HOUSE.read_bytes())
    return target


def changed(template: Path, part: str, change) -> Path:
    """The template with one of its parts changed."""
    with ZipFile(BytesIO(template.read_bytes())) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with ZipFile(template, "w", ZIP_DEFLATED) as after:
        for name, content in parts.items():
            after.writestr(name, content)
    return template


def test_the_template_is_what_its_source_makes(monkeypatch):
    """If you meant it: `python briefing_templates/build_slides.py`, and look at a pack made with it."""
    folder = HOUSE.parent
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    source = runpy.run_path(str(folder / "build_slides.py"))
    assert source["built"]() == HOUSE.read_bytes()


def test_the_house_template_has_every_box_we_fill_and_is_sound():
    assert missing_boxes(HOUSE) == []
    assert OpenXmlValidator().validate(HOUSE).errors == []


def test_a_partnership_changes_colours_and_letters_in_powerpoint(ours):
    changed(
        ours,
        "ppt/theme/theme1.xml",
        lambda theme: theme.replace("0B4F5C", "5B2A86").replace("Arial", "Verdana"),
    )
    file = pack(decks.short_slides("sar-marian"), ours)
    with ZipFile(BytesIO(file)) as package:
        theme = package.read("ppt/theme/theme1.xml")
        slides = [package.read(name) for name in package.namelist() if name.startswith("ppt/slides/slide")]
    assert b"5B2A86" in theme
    assert b"Verdana" in theme
    assert not [slide for slide in slides if b"0B4F5C" in slide or b"srgbClr" in slide]


def test_what_a_template_lacks_is_said_by_layout_and_box(ours):
    changed(
        ours,
        "ppt/slideLayouts/slideLayout6.xml",
        lambda layout: layout.replace('name="Question"', 'name="Ask"'),
    )
    assert missing_boxes(ours) == ['The layout "Finding" has no box named "Question".']
    with pytest.raises(TemplateLacks, match='The layout "Finding" has no box named "Question"'):
        pack(decks.short_slides("sar-marian"), ours)


def test_a_file_that_is_no_template_is_refused_in_words(tmp_path):
    broken = tmp_path / "ours.pptx"
    broken.write_bytes(b"PK not a template")
    with pytest.raises(TemplateLacks, match="cannot be opened"):
        pack(decks.short_slides("sar-marian"), broken)


def test_a_template_without_table_looks_still_makes_tables(ours):
    changed(ours, "ppt/_rels/presentation.xml.rels", lambda links: links.replace('/tableStyles"', '/theme"'))
    table = next(
        shape
        for shape in opened(pack(decks.short_slides("sar-marian"), ours)).slides[1].shapes
        if shape.has_table
    )
    assert table.table.first_row


def test_sample_slides_and_whoever_made_them_stay_behind(ours):
    deck = Presentation(str(ours))
    sample = deck.slides.add_slide(deck.slide_layouts.get_by_name("Person"))
    sample.shapes.title.text = "A real name in a sample"
    sample.notes_slide.notes_text_frame.text = "And in its notes"
    deck.core_properties.author = "Somebody at a desk"
    deck.save(str(ours))
    file = pack(decks.short_slides("sar-marian"), ours)
    with ZipFile(BytesIO(file)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert len(opened(file).slides) == 4
    assert b"Somebody at a desk" not in everything
    assert b"A real name in a sample" not in everything
    assert "A real name" not in all_words(file)


def test_words_go_where_the_partnership_put_its_box(ours):
    narrow = 'cx="5400000"'
    changed(ours, "ppt/slideLayouts/slideLayout9.xml", lambda layout: layout.replace('cx="9720000"', narrow))
    words = decks.team_slides("sar-marian")
    asked = next(
        slide for slide in opened(pack(words, ours)).slides if slide.shapes.title.text == "In our team"
    )
    body = next(shape for shape in asked.placeholders if shape.name == "Body")
    assert body.width == 5_400_000
    assert min(run.font.size.pt for run in body.text_frame.paragraphs[0].runs) >= 20


def test_every_word_can_be_read_on_its_ground():
    """4.5 to 1 or better, for each box of each layout on the colour that it stands on (WCAG 2.2, 1.4.3)."""
    deck = Presentation(str(HOUSE))
    theme = _theme()
    for layout in deck.slide_layouts:
        ground = layout._element.find(".//{*}bg").find(".//{*}schemeClr").get("val")
        for box in layout.placeholders:
            fill = box._element.spPr.find("{*}solidFill/{*}schemeClr")
            behind = fill.get("val") if fill is not None else ground
            inks = [found.get("val") for found in box._element.iterfind(".//{*}defRPr//{*}schemeClr")]
            for ink in {*inks, *({"accent1"} if behind != "accent1" else set())}:
                assert contrast(theme[ink], theme[behind]) >= 4.5, (layout.name, box.name, ink, behind)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 between two colours of six hexadecimal digits."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _theme() -> dict[str, str]:
    with ZipFile(HOUSE) as package:
        scheme = parse_xml(package.read("ppt/theme/theme1.xml"))[0][0]
    named = {entry.tag.partition("}")[2]: entry[0].get("val") for entry in scheme}
    return named | {"tx1": named["dk1"], "bg1": named["lt1"], "tx2": named["dk2"], "bg2": named["lt2"]}


def test_the_guide_to_the_template_names_every_layout_and_box():
    guide = (HOUSE.parent / "slides.md").read_text("utf-8")
    rows = [row.strip("| ").split(" | ") for row in guide.splitlines() if row.startswith("| ")][1:]
    told = {layout: set(boxes.split(", ")) for layouts, boxes in rows for layout in layouts.split(", ")}
    always = told.pop("all")
    assert {layout: boxes | always for layout, boxes in told.items()} == {
        layout: set(boxes) for layout, boxes in BOXES.items()
    }
