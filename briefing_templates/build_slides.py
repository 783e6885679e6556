"""Builds the house template for slides: `python briefing_templates/build_slides.py` writes slides.pptx.

A partnership may replace slides.pptx by its own, made in PowerPoint: what the program needs are the layouts
by name, and in each the boxes by the names shown in the Selection Pane. Colours and letters come from the theme.
The same source always gives the same bytes. Lengths are millimetres, letter sizes points.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import slide_xml
from slide_xml import ACCENT, DEEP, MARGIN, QUIET, TALL, TINT, WHITE, WIDE, Box, Layout, Shape

HERE = Path(__file__).parent
READY = HERE / "slides_source"
TARGET = HERE / "slides.pptx"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"


def text_box(name: str, number: int, top: float, height: float, **more: object) -> Box:
    return Box(name=name, number=number, top=top, height=height, **more)  # type: ignore[arg-type]


TITLE = Box(
    name="Title", kind="title", number=0, top=16.5, height=38, size=34, leading=40, bold=True, colour=ACCENT,
    prompt="What this slide says, in one line",
)  # fmt: skip
EYEBROW = text_box("Eyebrow", 20, 7, 8.5, size=18, leading=22, colour=QUIET, prompt="Whose slides these are")
BODY = text_box("Body", 1, 58, 70, prompt="Words")
MASTER_BODY = text_box("Body", 1, 58, 110, prompt="Words")
QUESTION = text_box("Question", 21, 134, 20, size=24, leading=32, prompt="One question")
SOURCE = text_box("Source", 22, 159, 9, size=18, leading=22, colour=QUIET, prompt="Where a number comes from")
PANEL = text_box("Body", 1, 58, 64, fill=TINT, inset=9, size=28, leading=36, prompt="In practice")
TABLE = Box(name="Table", kind="tbl", number=30, top=50, height=104, size=20, leading=26, prompt="A table")
UNDER = (QUESTION, SOURCE)
BAR = Shape(left=0, top=0, width=6, height=TALL, colour=DEEP)

LAYOUTS = (
    Layout(
        name="Title",
        ground=ACCENT,
        shapes=(
            BAR,
            Shape(form="ellipse", left=228, top=-28, width=150, height=150, colour=DEEP),
            Shape(form="ellipse", left=262, top=70, width=92, height=92, colour="accent4"),
        ),
        title=Box(
            name="Title", kind="title", number=0, top=44, height=60, width=210, size=54, leading=62, bold=True,
            colour=WHITE, anchor="b", prompt="Name",
        ),  # fmt: skip
        boxes=(
            text_box("Eyebrow", 20, 18, 18, width=200, size=20, leading=26, bold=True, colour=WHITE),
            text_box("Body", 1, 110, 30, width=210, size=28, leading=36, colour=WHITE, prompt="Theme"),
            text_box("Source", 22, 146, 18, width=210, size=18, leading=24, colour=WHITE, prompt="Review and date"),
        ),
    ),
    Layout(name="Care", boxes=(PANEL, *UNDER)),
    Layout(name="Person", boxes=(BODY, *UNDER)),
    Layout(name="Statement", boxes=(BODY, *UNDER)),
    Layout(name="Timeline", boxes=(TABLE, *UNDER)),
    Layout(name="Finding", boxes=(PANEL, *UNDER)),
    Layout(name="List", boxes=(BODY, *UNDER)),
    Layout(name="Actions", boxes=(TABLE, *UNDER)),
    Layout(
        name="Question",
        ground=ACCENT,
        shapes=(BAR,),
        title=Box(
            name="Title", kind="title", number=0, top=16.5, height=26, size=30, leading=36, colour=WHITE,
            prompt="Talk about it",
        ),  # fmt: skip
        boxes=(
            text_box("Body", 1, 58, 84, width=270, size=40, leading=50, bold=True, colour=WHITE, prompt="A question"),
            text_box("Question", 21, 148, 18, size=20, leading=26, colour=WHITE, prompt="How long, in what company"),
        ),
    ),
    Layout(
        name="Commitment",
        boxes=(
            Box(name="Table", kind="tbl", number=30, top=50, height=68, size=20, leading=26, prompt="A table"),
            Box(name="Code", kind="pic", number=31, top=128, left=WIDE - MARGIN - 38, width=38, height=38),
            text_box("Body", 1, 128, 38, width=250, size=20, leading=27, anchor="ctr", prompt="Where to record it"),
            text_box("Question", 21, 46, 20, size=28, leading=36, prompt="One question"),
        ),
    ),
    Layout(name="Help", boxes=(BODY, *UNDER)),
)  # fmt: skip


def furniture(ink: str) -> tuple[Box, ...]:
    return (
        Box(
            name="Footer", kind="ftr", number=11, top=173.5, height=8.5, width=262, size=18, leading=22, colour=ink,
            prompt="",
        ),
        Box(
            name="Slide number", kind="sldNum", number=12, top=173.5, height=8.5, left=WIDE - MARGIN - 30, width=30,
            size=18, leading=22, colour=ink, align="r",
        ),
    )  # fmt: skip


def boxes_of(layout: Layout) -> tuple[Box, ...]:
    eyebrow = () if layout.ground == ACCENT else (EYEBROW,)
    return (layout.title or TITLE, *eyebrow, *layout.boxes, *furniture(layout.ink))


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    slides = f"{OFFICE}.presentationml"
    kinds = {
        "presentation.xml": f"{slides}.presentation.main", "presProps.xml": f"{slides}.presProps",
        "viewProps.xml": f"{slides}.viewProps", "tableStyles.xml": f"{slides}.tableStyles",
        "slideMaster1.xml": f"{slides}.slideMaster", "notesMaster1.xml": f"{slides}.notesMaster",
        "theme1.xml": f"{OFFICE}.theme", "theme2.xml": f"{OFFICE}.theme",
    }  # fmt: skip
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds.get(Path(name).name, f"{slides}.slideLayout")}+xml"/>'
        for name in parts
        if not name.endswith(".rels")
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def parts() -> dict[str, str]:
    """Every member of the file but the list of content types, which is made from them."""
    layouts = [f"slideLayout{at}.xml" for at in range(1, len(LAYOUTS) + 1)]
    source = {
        name: (READY / name).read_text("utf-8")
        for name in ("presentation.xml", "theme.xml", "tableStyles.xml")
    }
    found = {
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": source["presentation.xml"],
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"), ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": slide_xml.master_part(
            (TITLE, MASTER_BODY, *furniture(QUIET)), len(LAYOUTS)
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/{name}") for name in layouts), ("theme", "../theme/theme1.xml")
        ),
        "ppt/notesMasters/notesMaster1.xml": slide_xml.notes_master_part(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
        "ppt/presProps.xml": f"<p:presentationPr {slide_xml.NAMES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {slide_xml.NAMES}/>",
        "ppt/tableStyles.xml": source["tableStyles.xml"],
        "ppt/theme/theme1.xml": source["theme.xml"],
        "ppt/theme/theme2.xml": source["theme.xml"],
    }  # fmt: skip
    for name, layout in zip(layouts, LAYOUTS, strict=True):
        found[f"ppt/slideLayouts/{name}"] = slide_xml.layout_part(layout, boxes_of(layout))
        found[f"ppt/slideLayouts/_rels/{name}.rels"] = relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return found


def built() -> bytes:
    """The template as bytes: the same source, the same bytes, on any day and machine."""
    members = parts()
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as pack:
        for name, text in {"[Content_Types].xml": content_types(members), **members}.items():
            member = zipfile.ZipInfo(name)  # dated 1980: a date of making would change the bytes
            member.compress_type, member.create_system, member.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            pack.writestr(member, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return file.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(built())
