"""The house's template is made from its source; a partnership may put its own in its place."""

import runpy
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from pprg.briefings.drawing.slides import HOUSE, missing_boxes, pack
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
