"""How boxes and shapes of a slide layout are written in PowerPoint's XML. Used by build_slides.py only."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDE, TALL, MARGIN = 338.667, 190.5, 20
COLUMN = WIDE - 2 * MARGIN
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
INK, WHITE, QUIET, TINT, ACCENT, DEEP = "tx1", "bg1", "tx2", "bg2", "accent1", "accent3"


@dataclass(frozen=True)
class Look:
    """How the words of a box look: size and leading in points, a colour of the theme."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    align: str = "l"
    anchor: str = "t"
    letters: str = "+mn-lt"


@dataclass(frozen=True)
class Place:
    """Where it stands, in millimetres. Unless said otherwise, from margin to margin."""

    top: float
    height: float
    left: float = MARGIN
    width: float = COLUMN


@dataclass(frozen=True)
class Box:
    """A place for words, a table or a picture; `kind` is PowerPoint's placeholder type."""

    name: str
    number: int
    place: Place
    look: Look
    prompt: str = ""
    kind: str = "body"
    fill: str = ""
    inset: float = 0


@dataclass(frozen=True)
class Shape:
    """Colour on the ground of a layout. It carries no meaning and no words."""

    form: str
    place: Place
    colour: str


@dataclass(frozen=True, kw_only=True)
class Layout:
    name: str
    boxes: tuple[Box, ...]
    shapes: tuple[Shape, ...] = ()
    ground: str = WHITE


def emu(millimetres: float) -> int:
    return round(millimetres * 36000)


def colour(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def outline(place: Place, form: str = "rect") -> str:
    return (
        f'<a:xfrm><a:off x="{emu(place.left)}" y="{emu(place.top)}"/>'
        f'<a:ext cx="{emu(place.width)}" cy="{emu(place.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    )


def level(look: Look, tag: str = "a:lvl1pPr") -> str:
    return (
        f'<{tag} marL="0" indent="0" algn="{look.align}">'
        f'<a:lnSpc><a:spcPts val="{round(look.leading * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="en-GB" sz="{round(look.size * 100)}" b="{int(look.bold)}">'
        f'{colour(look.colour)}<a:latin typeface="{look.letters}"/></a:defRPr></{tag}>'
    )


def levels(look: Look) -> str:
    """One look at every depth: the house has no nested points."""
    return "".join(level(look, f"a:lvl{depth}pPr") for depth in range(1, 10))


def words(box: Box) -> str:
    run = '<a:rPr lang="en-GB"/>'
    if box.kind == "sldNum":
        mark = "{5C1D3A60-2B7E-4F7C-9D0A-6B1E2F3A4C5D}"
        return f'<a:fld id="{mark}" type="slidenum">{run}<a:t>‹#›</a:t></a:fld>'
    return (
        f"<a:r>{run}<a:t>{escape(box.prompt)}</a:t></a:r>" if box.prompt else '<a:endParaRPr lang="en-GB"/>'
    )


def placeholder(box: Box, shape_id: int) -> str:
    number = "" if box.kind == "title" else f' idx="{box.number}"'
    small = ' sz="quarter"' if box.kind not in {"title", "pic"} else ""
    prompt = ' hasCustomPrompt="1"' if box.prompt else ""
    inset = emu(box.inset)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{box.name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{box.kind}"{small}{number}{prompt}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{outline(box.place)}{colour(box.fill) if box.fill else '<a:noFill/>'}</p:spPr>"
        f'<p:txBody><a:bodyPr lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{box.look.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level(box.look)}</a:lstStyle><a:p>{words(box)}</a:p></p:txBody></p:sp>"
    )


def drawn(shape: Shape, shape_id: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Ground {shape_id}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        '</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{outline(shape.place, shape.form)}{colour(shape.colour)}"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def tree(ground: str, shapes: tuple[Shape, ...], boxes: tuple[Box, ...]) -> str:
    drawings = [drawn(shape, 2 + at) for at, shape in enumerate(shapes)]
    holders = [placeholder(box, 20 + at) for at, box in enumerate(boxes)]
    return (
        f"<p:bg><p:bgPr>{colour(ground)}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{EMPTY_GROUP}{''.join(drawings)}{''.join(holders)}</p:spTree>"
    )


def layout_part(layout: Layout, boxes: tuple[Box, ...]) -> str:
    return (
        f'<p:sldLayout {NAMES} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{tree(layout.ground, layout.shapes, boxes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


COLOUR_MAP = "".join(
    f' {here}="{there}"'
    for here, there in {
        "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hlink": "hlink", "folHlink": "folHlink",
        **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    }.items()
)  # fmt: skip


def master_part(boxes: tuple[Box, ...], layouts: int) -> str:
    """The master that all layouts hang on; `boxes` are its title, its body and its furniture."""
    title, body, *_ = boxes
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="rId{at + 1}"/>' for at in range(layouts))
    return (
        f"<p:sldMaster {NAMES}><p:cSld>{tree(WHITE, (), boxes)}</p:cSld>"
        f"<p:clrMap{COLOUR_MAP}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(title.look)}</p:titleStyle>"
        f"<p:bodyStyle>{levels(body.look)}</p:bodyStyle>"
        f"<p:otherStyle>{levels(Look(18, 22))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def notes_master_part() -> str:
    page = Box(
        "Notes", 1, Place(118, 146, 17, 154.8), Look(12, 16, letters="Arial")
    )  # LibreOffice does not ask the theme here
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{outline(Place(20, 87.075, 17, 154.8))}<a:noFill/>"
        f'<a:ln w="9525">{colour("accent2")}</a:ln></p:spPr></p:sp>'
    )
    return (
        f"<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr>{colour(WHITE)}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{EMPTY_GROUP}{picture}{placeholder(page, 3)}</p:spTree></p:cSld>"
        f"<p:clrMap{COLOUR_MAP}/><p:notesStyle>{levels(page.look)}</p:notesStyle></p:notesMaster>"
    )
