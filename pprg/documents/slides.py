"""Sheets become a PowerPoint file, in a template that owns the design and that may be a partnership's own.

python-pptx opens and understands the template, once. A pack is then written beside it part by part: only the
slides, their notes and the few lists that name them are new. Same deck, same template, same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

from pprg.documents import zips
from pprg.documents.lettering import printable
from pprg.documents.sheets import Deck, Room
from pprg.documents.slide_parts import DECLARATION, Links, SlideParts, notes
from pprg.documents.slide_template import LINKS, PACKAGE_LINKS, PRESENTATION, Template, opened

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_SECTIONS = (
    '<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{}</p14:sectionLst></p:ext></p:extLst>'
)
_FIRST_SLIDE = 256
"""The smallest number that PowerPoint gives to a slide."""


def room(template: bytes) -> Room:
    """What a template offers: where its boxes stand, and what each keeps free inside."""
    house = opened(template)
    boxes = {(layout, name): box for layout, its in house.layouts.items() for name, box in its.boxes.items()}
    notes = house.notes_box
    return Room(
        {at: box.frame for at, box in boxes.items()},
        {at: box.inset for at, box in boxes.items()},
        notes.frame.inside(notes.inset),
    )


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
    house = opened(template)
    new = _slides(deck, house)
    new["docProps/core.xml"], new["docProps/app.xml"] = deck.about.core, deck.about.app
    lists = dict(house.lists)
    _list(lists, LINKS, "</Relationships>", _slide_links(deck))
    _list(lists, PRESENTATION, "</p:presentation>", _sections(deck))
    _list(lists, PACKAGE_LINKS, "</Relationships>", _properties())
    _list(lists, zips.CONTENTS, "</Types>", _contents(new))
    ids = "".join(
        f'<p:sldId id="{_FIRST_SLIDE + at}" r:id="slide{at + 1}"/>' for at in range(len(deck.sheets))
    )
    filled = f"<p:sldIdLst>{ids}</p:sldIdLst>".encode()
    lists[PRESENTATION] = lists[PRESENTATION].replace(b"<p:sldIdLst/>", filled)
    return zips.packed({**house.ready, **lists, **new})


def _slides(deck: Deck, house: Template) -> dict[str, bytes]:
    """The parts that this pack alone has. A picture shown twice is stored once."""
    found: dict[str, bytes] = {}
    pictures: dict[bytes, str] = {}
    for number, sheet in enumerate(deck.sheets, 1):
        writer = SlideParts(house)
        writer.links.to("slideLayout", f"../{house.layouts[sheet.layout].part.removeprefix('/ppt/')}")
        slide = writer.slide(
            sheet, number, lambda png: pictures.setdefault(png, f"image{len(pictures) + 1}.png")
        )
        if sheet.notes:
            writer.links.to("notesSlide", f"../notesSlides/notesSlide{number}.xml")
            found |= _notes(number, notes(house, sheet.notes), house)
        found[f"ppt/slides/slide{number}.xml"] = slide.encode()
        found[f"ppt/slides/_rels/slide{number}.xml.rels"] = _links(writer.links)
    return found | {f"ppt/media/{name}": png for png, name in pictures.items()}


def _notes(number: int, page: str, house: Template) -> dict[str, bytes]:
    links = Links()
    links.to("notesMaster", f"../{house.notes.part.removeprefix('/ppt/')}")
    links.to("slide", f"../slides/slide{number}.xml")
    return {
        f"ppt/notesSlides/notesSlide{number}.xml": page.encode(),
        f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels": _links(links),
    }


def _links(links: Links) -> bytes:
    listed = "".join(
        _link(f"rId{at}", f"{_KINDS}/{kind}", target, outside)
        for at, (kind, target, outside) in enumerate(links.targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()


def _link(name: str, kind: str, target: str, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}{mode}/>'


def _slide_links(deck: Deck) -> str:
    numbers = range(1, len(deck.sheets) + 1)
    return "".join(_link(f"slide{at}", f"{_KINDS}/slide", f"slides/slide{at}.xml") for at in numbers)


def _properties() -> str:
    core = _link("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    return core + _link("app", f"{_KINDS}/extended-properties", "docProps/app.xml")


def _sections(deck: Deck) -> str:
    """Named sections, where a pack has more than one."""
    names = list(dict.fromkeys(sheet.section for sheet in deck.sheets))
    if len(names) < 2:
        return ""
    listed = ""
    for name in names:
        ids = "".join(
            f'<p14:sldId id="{_FIRST_SLIDE + at}"/>'
            for at, sheet in enumerate(deck.sheets)
            if sheet.section == name
        )
        mark = str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper()
        listed += f'<p14:section name={quoteattr(printable(name))} id="{{{mark}}}">'
        listed += f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
    return _SECTIONS.format(listed)


def _contents(new: Iterable[str]) -> str:
    """What kind of part each new one is."""
    kinds = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    }
    for name in new:
        kind = name.split("/")[1]
        if kind in {"slides", "notesSlides"} and not name.endswith(".rels"):
            kinds[name] = f"{_OFFICE}.presentationml.{kind[:-1]}+xml"
        elif kind == "media":
            kinds[name] = "image/png"
    return "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())


def _list(parts: dict[str, bytes], name: str, end: str, more: str) -> None:
    """Add to a list in the template's own XML, just before it ends."""
    head, mark, tail = parts[name].rpartition(end.encode())
    parts[name] = head + more.encode() + mark + tail
