"""The XML of one slide and of its notes. Every word that a person typed is escaped on its way in."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.sax.saxutils import escape, quoteattr

from pprg.documents.lettering import printable
from pprg.documents.measuring import Block, Font
from pprg.documents.sheets import Frame, Mark, Picture, Sheet, Table, TemplateLacks
from pprg.documents.slide_template import Box, Layout, Template

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBER = "Slide number"
FORMS = {"bar": "rect", "dot": "ellipse"}
_TREE = (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_FIELD = (
    '<a:fld id="{{5C1D3A60-2B7E-4F7C-9D0A-6B1E2F3A4C5D}}" type="slidenum">'
    '<a:rPr lang="en-GB"/><a:t>{}</a:t></a:fld>'
)
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass
class Links:
    """What a slide leads to, in the order in which it was asked for."""

    targets: list[tuple[str, str, bool]] = field(default_factory=list)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The id under which the slide's XML speaks of it."""
        wanted = (kind, target, outside)
        if wanted not in self.targets:
            self.targets.append(wanted)
        return f"rId{self.targets.index(wanted) + 1}"


@dataclass(frozen=True)
class Drawn:
    """A shape whose id is given when its place in the order of reading is known."""

    place: tuple[float, float, float]
    xml: Callable[[int], str]


@dataclass
class SlideParts:
    """Writes one slide. `pictures` collects what it shows, by the name of its part."""

    template: Template
    links: Links = field(default_factory=Links)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def slide(self, sheet: Sheet, number: int, named: Callable[[bytes], str]) -> str:
        """Title, then from the top down and from the left, as it is read aloud; decoration stands behind."""
        layout = self._layout(sheet)
        drawn = [Drawn((1, 0, 0), partial(_decoration, mark)) for mark in sheet.marks]
        for name, filling in sheet.boxes.items():
            box = layout.boxes[name]
            frame = sheet.frames.get(name)
            at = frame or box.frame
            first = 0 if name == "Title" else 2
            drawn.append(Drawn((first, at.top, at.left), self._filled(name, filling, box, frame, named)))
        if NUMBER in layout.boxes:
            box = layout.boxes[NUMBER]
            words = f"<a:p>{_FIELD.format(number)}</a:p>"
            drawn.append(Drawn((2, box.frame.top, box.frame.left), _holder(NUMBER, box, None, words)))
        ordered = sorted(drawn, key=lambda one: one.place)
        shapes = "".join(one.xml(place) for place, one in enumerate(ordered, 2))
        return f"{DECLARATION}<p:sld {NAMES}>{_TREE.format(shapes=shapes)}</p:sld>"

    def _layout(self, sheet: Sheet) -> Layout:
        layout = self.template.layouts.get(sheet.layout)
        if layout is None:
            raise TemplateLacks(f'The template has no layout named "{sheet.layout}".')
        for name in sheet.boxes:
            if name not in layout.boxes:
                raise TemplateLacks(f'The layout "{sheet.layout}" has no box named "{name}".')
        return layout

    def _filled(
        self,
        name: str,
        filling: tuple[Block, ...] | Table | Picture,
        box: Box,
        frame: Frame | None,
        named: Callable[[bytes], str],
    ) -> Callable[[int], str]:
        if isinstance(filling, Table):
            return self._table(name, filling, box, frame or box.frame)
        if isinstance(filling, Picture):
            part = named(filling.png)
            self.pictures[part] = filling.png
            link = self.links.to("image", f"../media/{part}")
            return _picture(name, filling, box, _contained(filling.png, frame or box.frame), link)
        return _holder(name, box, frame, self.paragraphs(filling))

    def _table(self, name: str, table: Table, box: Box, frame: Frame) -> Callable[[int], str]:
        columns = "".join(f'<a:gridCol w="{_emu(width)}"/>' for width in table.columns)
        edges = f'marL="0" marR="{_emu(table.gutter)}" marT="{_emu(table.air)}" marB="{_emu(table.air)}"'
        rows = "".join(
            f'<a:tr h="{_emu(tall)}">'
            + "".join(
                f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{self.paragraphs(cell)}</a:txBody>"
                f"<a:tcPr {edges}/></a:tc>"
                for cell in row
            )
            + "</a:tr>"
            for tall, row in zip(table.heights, table.rows, strict=True)
        )
        style = self.template.table_styles.get(table.style, "")
        look = f"<a:tableStyleId>{style}</a:tableStyleId>" if style else ""
        grid = f'<a:tbl><a:tblPr firstRow="1">{look}</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>'
        return lambda number: (
            f"<p:graphicFrame><p:nvGraphicFramePr>{_about(number, name, table.alt)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr><p:ph{box.mark}/></p:nvPr></p:nvGraphicFramePr>{_place(frame, 'p:xfrm')}"
            f'<a:graphic><a:graphicData uri="{_TABLE}">{grid}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def paragraphs(self, blocks: Sequence[Block]) -> str:
        return "".join(self._paragraph(block, first=not place) for place, block in enumerate(blocks))

    def _paragraph(self, block: Block, *, first: bool) -> str:
        """Each run in British English; line ends within a paragraph as PowerPoint writes them."""
        look = f'lang="en-GB" sz="{round(block.size * 100)}" b="{int(block.font is Font.BOLD)}"'
        ink = f'<a:solidFill><a:schemeClr val="{block.colour}"/></a:solidFill>' if block.colour else ""
        if block.link:
            ink += f'<a:hlinkClick r:id="{self.links.to("hyperlink", block.link, outside=True)}"/>'
        run = f"<a:r><a:rPr {look}>{ink}</a:rPr><a:t>{{}}</a:t></a:r>"
        lines = printable(block.text).split("\n")
        words = f"<a:br><a:rPr {look}/></a:br>".join(
            run.replace("{}", escape(line)) if line else "" for line in lines
        )
        before = 0 if first else round(block.before * 100)
        return (
            f'<a:p><a:pPr><a:lnSpc><a:spcPts val="{round(block.leading * 100)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef></a:pPr>{words}<a:endParaRPr {look}/></a:p>'
        )


def notes(template: Template, blocks: Sequence[Block]) -> str:
    """The page for whoever presents: the slide as a picture, and the words below it."""
    shapes = ""
    for number, (name, box) in enumerate(template.notes.boxes.items(), 2):
        if 'type="sldImg"' in box.mark:
            shapes += (
                f'<p:sp><p:nvSpPr>{_about(number, name)}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
                f'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph{box.mark}/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
            )
        elif 'type="body"' in box.mark:
            shapes += _holder(name, box, None, SlideParts(template).paragraphs(blocks))(number)
    return f"{DECLARATION}<p:notes {NAMES}>{_TREE.format(shapes=shapes)}</p:notes>"


def _holder(name: str, box: Box, frame: Frame | None, words: str) -> Callable[[int], str]:
    place = _place(frame, "a:xfrm") if frame else ""
    return lambda number: (
        f'<p:sp><p:nvSpPr>{_about(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{box.mark}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _picture(name: str, picture: Picture, box: Box, frame: Frame, link: str) -> Callable[[int], str]:
    return lambda number: (
        f"<p:pic><p:nvPicPr>{_about(number, name, picture.alt)}"
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr><p:ph{box.mark}/></p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{_place(frame, 'a:xfrm')}</p:spPr></p:pic>"
    )


def _decoration(mark: Mark, number: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Decoration">{_DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_place(mark.frame, 'a:xfrm')}"
        f'<a:prstGeom prst="{FORMS[mark.form]}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{mark.colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _about(number: int, name: str, alt: str = "") -> str:
    described = f" descr={quoteattr(printable(alt))}" if alt else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{described}/>'


def _place(frame: Frame, tag: str) -> str:
    return (
        f'<{tag}><a:off x="{_emu(frame.left)}" y="{_emu(frame.top)}"/>'
        f'<a:ext cx="{_emu(frame.width)}" cy="{_emu(frame.height)}"/></{tag}>'
    )


def _contained(png: bytes, frame: Frame) -> Frame:
    """The picture as large as its box allows, not stretched, in the middle of it."""
    wide, tall = struct.unpack(">II", png[16:24])
    scale = min(frame.width / wide, frame.height / tall)
    width, height = wide * scale, tall * scale
    return Frame(
        frame.left + (frame.width - width) / 2, frame.top + (frame.height - height) / 2, width, height
    )


def _emu(points: float) -> int:
    return round(points * 12700)
