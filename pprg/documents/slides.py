"""Sheets become a PowerPoint file, in a template that owns the design.

The template may be a partnership's own. What python-pptx leaves to the writer is seen to here: language,
alternative text, reading order, footers, sections, properties, and the same bytes for the same words.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_VERTICAL_ANCHOR
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as File
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Pt

from pprg.documents import zips
from pprg.documents.lettering import printable
from pprg.documents.measuring import Block
from pprg.documents.properties import Properties
from pprg.documents.sheets import Deck, Frame, Mark, Picture, Room, Sheet, Table, TemplateLacks

COLOURS = {
    "tx1": MSO_THEME_COLOR.TEXT_1,
    "tx2": MSO_THEME_COLOR.TEXT_2,
    "bg1": MSO_THEME_COLOR.BACKGROUND_1,
    "bg2": MSO_THEME_COLOR.BACKGROUND_2,
    **{f"accent{number}": getattr(MSO_THEME_COLOR, f"ACCENT_{number}") for number in range(1, 7)},
}
FORMS = {"bar": MSO_SHAPE.RECTANGLE, "dot": MSO_SHAPE.OVAL}
DECORATION = "Decoration"
FURNITURE = ("Footer", "Slide number")
DECORATIVE = (
    '<a:extLst {names}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
SECTIONS = (
    '<p:extLst {names}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{listed}</p14:sectionLst>'
    "</p:ext></p:extLst>"
)


@lru_cache(maxsize=8)
def room(template: bytes) -> Room:
    """What a template offers. Kept for the few templates in use: opening one takes as long as a slide."""
    frames, insets = {}, {}
    for layout in Presentation(BytesIO(template)).slide_layouts:
        for box in _boxes(layout):
            at = layout.name, box.name
            frames[at] = Frame(*(_points(side) for side in (box.left, box.top, box.width, box.height)))
            insets[at] = _points(box.text_frame.margin_left) if box.has_text_frame else 0.0
    return Room(frames, insets)


def missing_boxes(template: bytes, wanted: Mapping[str, frozenset[str]]) -> list[str]:
    """What a template lacks, in words that the office can act on. Empty means that it can be used."""
    there = room(template).frames
    return [
        f'The layout "{layout}" has no box named "{box}".'
        for layout, boxes in wanted.items()
        for box in sorted(boxes)
        if (layout, box) not in there
    ]


def write(deck: Deck, template: bytes) -> bytes:
    """The file. Raises TemplateLacks where a sheet asks for a layout or a box that is not there."""
    file = Presentation(BytesIO(template))
    _clear(file)
    for number, sheet in enumerate(deck.sheets, 1):
        _add(file, sheet, number)
    _divide(file, deck)
    _describe(file, deck.about)
    saved = BytesIO()
    file.save(saved)
    return zips.settled(saved.getvalue())


def _clear(file: File) -> None:
    """Out with sample slides, thumbnails, printer settings and what else a template picked up on its way."""
    slides = file.slides._sldIdLst
    for slide in list(slides):
        file.part.drop_rel(slide.rId)
        slides.remove(slide)
    wanted = {
        "officeDocument",
        "slideMaster",
        "notesMaster",
        "presProps",
        "viewProps",
        "theme",
        "tableStyles",
    }
    for owner in (file.part.package, file.part):
        relations = owner._rels
        for name in [key for key, relation in relations.items() if _kind(relation.reltype) not in wanted]:
            relations.pop(name)


def _kind(relation: str) -> str:
    return relation.rpartition("/")[2]


def _add(file: File, sheet: Sheet, number: int) -> None:
    layout = file.slide_layouts.get_by_name(sheet.layout)
    if layout is None:
        raise TemplateLacks(f'The template has no layout named "{sheet.layout}".')
    slide = file.slides.add_slide(layout)
    _furnish(slide, layout, number)
    places = _places(slide, layout)
    for box, filling in sheet.boxes.items():
        if box not in places:
            raise TemplateLacks(f'The layout "{sheet.layout}" has no box named "{box}".')
        _fill(places.pop(box), box, filling, sheet.frames.get(box))
    for empty, place in places.items():
        if empty != "Slide number":
            place._element.getparent().remove(place._element)
    for mark in sheet.marks:
        _draw(slide, mark)
    _order(slide)
    if sheet.notes:
        _annotate(slide, sheet.notes)


def _furnish(slide: Slide, layout: SlideLayout, number: int) -> None:
    """Footer and slide number: python-pptx leaves them on the layout, where a slide does not show them."""
    for box in _boxes(layout):
        if box.name in FURNITURE:
            copy = deepcopy(box._element)
            for look in (copy.spPr, copy.txBody.find(qn("a:lstStyle"))):
                for part in list(look):
                    look.remove(part)
            for setting in list(copy.txBody.bodyPr.attrib):
                del copy.txBody.bodyPr.attrib[setting]
            for field in copy.iter(qn("a:fld")):
                field.find(qn("a:t")).text = str(number)
            slide.shapes._spTree.append(copy)


def _places(slide: Slide, layout: SlideLayout) -> dict[str, Any]:
    """The slide's boxes by their layout's names: a new slide renames them but keeps their numbers."""
    names = {box.placeholder_format.idx: box.name for box in _boxes(layout)}
    return {names[box.placeholder_format.idx]: box for box in slide.placeholders}


def _boxes(layout: SlideLayout) -> list[Any]:
    return list(layout.placeholders)


def _fill(place: Any, name: str, filling: tuple[Block, ...] | Table | Picture, frame: Frame | None) -> None:
    if isinstance(filling, Table):
        place = _insert_table(place, filling)
    elif isinstance(filling, Picture):
        place = place.insert_picture(BytesIO(filling.png))
        place._element.nvPicPr.cNvPr.set("descr", printable(filling.alt))
    else:
        _write(place.text_frame, filling)
    place.name = name
    if frame:
        # All four at once: to set one alone zeroes the three that the layout gave.
        place.left, place.top, place.width, place.height = (
            Pt(side) for side in (frame.left, frame.top, frame.width, frame.height)
        )


def _insert_table(place: Any, table: Table) -> Any:
    graphic = place.insert_table(rows=len(table.rows), cols=len(table.columns))
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", printable(table.alt))
    grid = graphic.table
    grid.horz_banding = False
    styles = graphic.part.package.presentation_part
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _table_styles(styles).get(table.style, "")
    for column, width in zip(grid.columns, table.columns, strict=True):
        column.width = Pt(width)
    for row, height, cells in zip(grid.rows, table.heights, table.rows, strict=True):
        row.height = Pt(height)
        for cell, words in zip(row.cells, cells, strict=True):
            cell.margin_left, cell.margin_right = 0, Pt(table.gutter)
            cell.margin_top = cell.margin_bottom = Pt(table.air)
            cell.vertical_anchor = MSO_VERTICAL_ANCHOR.TOP
            _write(cell.text_frame, words)
    return graphic


def _table_styles(presentation: Any) -> dict[str, str]:
    listed = presentation.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    return {style.get("styleName"): style.get("styleId") for style in parse_xml(listed.blob)}


def _write(place: TextFrame, blocks: tuple[Block, ...]) -> None:
    """Words into a box, paragraph by paragraph, each run in British English."""
    for at, block in enumerate(blocks):
        paragraph = place.paragraphs[0] if at == 0 else place.add_paragraph()  # type: ignore[no-untyped-call]
        paragraph.line_spacing, paragraph.space_before = Pt(block.leading), Pt(block.before if at else 0)
        for line_number, line in enumerate(printable(block.text).split("\n")):
            if line_number:
                paragraph.add_line_break()
            if line:
                run = paragraph.add_run()
                run.text = line
                _dress(run, block)
        end = paragraph._p.get_or_add_endParaRPr()
        end.set("lang", "en-GB")
        end.set("sz", str(round(block.size * 100)))


def _dress(run: Any, block: Block) -> None:
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    run.font.size = Pt(block.size)
    run.font.bold = block.font == "Bold"
    if block.colour:
        run.font.color.theme_color = COLOURS[block.colour]
    if block.link:
        run.hyperlink.address = block.link


def _draw(slide: Slide, mark: Mark) -> None:
    at = mark.frame
    shape = slide.shapes.add_shape(FORMS[mark.form], Pt(at.left), Pt(at.top), Pt(at.width), Pt(at.height))
    shape.name = DECORATION
    shape.fill.solid()
    shape.fill.fore_color.theme_color = COLOURS[mark.colour]
    shape.line.fill.background()
    for unused in (shape._element.find(qn("p:style")), shape._element.txBody):
        if unused is not None:
            shape._element.remove(unused)
    shape._element.nvSpPr.cNvPr.append(parse_xml(DECORATIVE.format(names=nsdecls("a"))))


def _order(slide: Slide) -> None:
    """Title, then from the top down and from the left, as it is read aloud; decoration stands behind."""
    title = slide.shapes.title.shape_id if slide.shapes.title else 0

    def place(shape: Any) -> tuple[int, int, int]:
        if shape.name == DECORATION or shape.shape_id == title:
            return (shape.shape_id != title, 0, 0)
        return (2, shape.top, shape.left)

    shapes = sorted(slide.shapes, key=place)
    for number, shape in enumerate(shapes, 2):
        slide.shapes._spTree.append(shape._element)
        next(shape._element.iter("{*}cNvPr")).set("id", str(number))


def _annotate(slide: Slide, notes: tuple[Block, ...]) -> None:
    page = slide.notes_slide
    if page.notes_text_frame is None:
        raise TemplateLacks("The template's notes page has no box for notes.")
    for shape in page.shapes:
        shape.name = "Notes" if shape.has_text_frame else "Slide"
    _write(page.notes_text_frame, notes)


def _divide(file: File, deck: Deck) -> None:
    """Named sections, where a pack has more than one."""
    names = list(dict.fromkeys(sheet.section for sheet in deck.sheets))
    if len(names) < 2:
        return
    listed = ""
    for name in names:
        slides = [
            slide for slide, sheet in zip(file.slides, deck.sheets, strict=True) if sheet.section == name
        ]
        ids = "".join(f'<p14:sldId id="{slide.slide_id}"/>' for slide in slides)
        mark = str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper()
        listed += f'<p14:section name={quoteattr(name)} id="{{{mark}}}">'
        listed += f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
    file.part._element.append(parse_xml(SECTIONS.format(names=nsdecls("p"), listed=listed)))


def _describe(file: File, about: Properties) -> None:
    """The file says whose it is, and nothing of the machine or the library that wrote it."""
    package = file.part.package
    for name, kind, relation, words in (
        ("core", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, about.core),
        ("app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, about.app),
    ):
        package.relate_to(Part(PackURI(f"/docProps/{name}.xml"), kind, package, words), relation)


def _points(length: int | None) -> float:
    return (length or 0) / 12700
