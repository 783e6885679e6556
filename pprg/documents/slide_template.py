"""A PowerPoint template understood once: which boxes its layouts have, and its parts, ready to be copied.

Opening it takes longer than drawing a pack, and nothing in it changes from one pack to the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as File

from pprg.documents import zips
from pprg.documents.sheets import Frame, TemplateLacks

PRESENTATION, LINKS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
PACKAGE_LINKS = "_rels/.rels"
LISTS = (PRESENTATION, LINKS, PACKAGE_LINKS, zips.CONTENTS)
_KEPT = {"officeDocument", "slideMaster", "notesMaster", "presProps", "viewProps", "theme", "tableStyles"}
"""What a pack needs of a template. Thumbnails, printer settings, properties and authors stay behind."""


@dataclass(frozen=True)
class Box:
    """A place that a layout offers."""

    frame: Frame
    inset: float
    mark: str
    """How a slide says that it fills this place: the attributes of PowerPoint's `p:ph`."""


@dataclass(frozen=True)
class Layout:
    part: str
    boxes: Mapping[str, Box]


@dataclass(frozen=True)
class Template:
    """`lists` name the slides, so they are written anew for each pack; the parts in `ready` are copied."""

    lists: Mapping[str, bytes]
    ready: Mapping[str, zips.Deflated]
    layouts: Mapping[str, Layout]
    notes: Layout
    table_styles: Mapping[str, str]

    @property
    def notes_box(self) -> Box:
        """The place for words on the notes page."""
        for box in self.notes.boxes.values():
            if 'type="body"' in box.mark:
                return box
        raise TemplateLacks("The template's notes page has no box for notes.")


@lru_cache(maxsize=8)
def opened(content: bytes) -> Template:
    """Kept for the few templates that are in use."""
    file = _presentation(content)
    _clear(file)
    layouts = {layout.name: Layout(_part(layout), _boxes(layout)) for layout in file.slide_layouts}
    notes = Layout(_part(file.notes_master), _boxes(file.notes_master))
    styles = _table_styles(file)
    saved = BytesIO()
    file.save(saved)
    parts = zips.unpacked(saved.getvalue())
    lists = {name: parts.pop(name) for name in LISTS}
    ready = {name: zips.deflated(part) for name, part in parts.items()}
    return Template(lists, ready, layouts, notes, styles)


def _presentation(content: bytes) -> File:
    """python-pptx opens bombs and broken files without a word, so they are looked at first."""
    try:
        zips.unpacked(content)
        return Presentation(BytesIO(content))
    except (zips.CannotUnpack, PythonPptxError, KeyError, ValueError):
        raise TemplateLacks("The template cannot be opened. Save it again in PowerPoint as .pptx.") from None


def _clear(file: File) -> None:
    """Out with sample slides, and with what else a template picked up on its way."""
    root: Any = file.part._element
    listed = root.get_or_add_sldIdLst()
    for slide in list(listed):
        file.part.drop_rel(slide.rId)
        listed.remove(slide)
    for extension in root.findall("{*}extLst"):
        root.remove(extension)  # sections and guides of the sample slides
    for owner in (file.part.package, file.part):
        relations: Any = owner._rels
        for name in [name for name, link in relations.items() if _kind(link.reltype) not in _KEPT]:
            relations.pop(name)


def _kind(relation: str) -> str:
    return relation.rpartition("/")[2]


def _part(owner: Any) -> str:
    return str(owner.part.partname)


def _boxes(layout: Any) -> dict[str, Box]:
    return {box.name: _box(box) for box in layout.placeholders}


def _box(box: Any) -> Box:
    place = box._element.ph
    told = {name: place.get(name) for name in ("type", "orient", "sz", "idx") if place.get(name)}
    return Box(
        frame=Frame(*(side / 12700 for side in (box.left, box.top, box.width, box.height))),
        inset=box.text_frame.margin_left / 12700 if box.has_text_frame else 0.0,
        mark="".join(f' {name}="{value}"' for name, value in told.items()),
    )


def _table_styles(file: File) -> dict[str, str]:
    """Looks of tables by the names that PowerPoint shows for them."""
    links = file.part.rels.values()
    part = next((link.target_part for link in links if link.reltype == RELATIONSHIP_TYPE.TABLE_STYLES), None)
    return {style.get("styleName"): style.get("styleId") for style in parse_xml(part.blob)} if part else {}
