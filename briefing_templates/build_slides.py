"""Builds the house template for slides: `python briefing_templates/build_slides.py` writes slides.pptx.

A partnership may replace slides.pptx by its own, made in PowerPoint: what the program needs are the layouts
by name, and in each the boxes by the names shown in the Selection Pane. Colours and letters are the theme's.
The same source always gives the same bytes. Lengths are millimetres, letter sizes points.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import slide_xml
from slide_xml import ACCENT, DEEP, MARGIN, QUIET, TALL, TINT, WHITE, WIDE, Box, Layout, Look, Place, Shape

HERE = Path(__file__).parent
READY = HERE / "slides_source"
TARGET = HERE / "slides.pptx"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"

HEADING = Look(34, 40, ACCENT, bold=True)
WORDS = Look(26, 34)
SMALL = Look(18, 22, QUIET)

TITLE = Box("Title", 0, Place(18, 38), HEADING, "What this slide says, in one line", "title")
EYEBROW = Box("Eyebrow", 20, Place(7, 8), SMALL, "Whose slides these are")
BODY = Box("Body", 1, Place(58, 62), WORDS, "Words")
MASTER_BODY = Box("Body", 1, Place(58, 110), WORDS, "Words")
PANEL = Box("Body", 1, Place(58, 62), Look(28, 36, anchor="ctr"), "What good looks like", fill=TINT, inset=9)
TABLE = Box("Table", 30, Place(58, 66), Look(20, 26), "A table", "tbl")
CARE = Box("Care", 23, Place(126, 10), Look(20, 26), "Care for whoever reads this", fill=TINT, inset=5)
QUESTION = Box("Question", 21, Place(137, 20), Look(24, 31), "One question")
SOURCE = Box("Source", 22, Place(159, 9), SMALL, "Where a number comes from")
UNDER = (QUESTION, SOURCE)
HAIR = Shape("rect", Place(171, 0.3), "accent2")
BAR = Shape("rect", Place(0, TALL, 0, 6), DEEP)


def on_accent(size: float, leading: float, *, bold: bool = False, anchor: str = "t") -> Look:
    return Look(size, leading, WHITE, bold=bold, anchor=anchor)


LAYOUTS = (
    Layout(
        name="Title",
        ground=ACCENT,
        shapes=(
            BAR,
            Shape("ellipse", Place(-28, 150, 228, 150), DEEP),
            Shape("ellipse", Place(70, 92, 262, 92), "accent4"),
        ),
        boxes=(
            Box(
                "Title",
                0,
                Place(44, 60, width=210),
                on_accent(54, 62, bold=True, anchor="b"),
                "Name",
                "title",
            ),
            Box(
                "Eyebrow",
                20,
                Place(18, 18, width=200),
                on_accent(20, 26, bold=True),
                "Whose slides these are",
            ),
            Box("Body", 1, Place(110, 30, width=210), on_accent(28, 36), "Theme"),
            Box("Source", 22, Place(148, 18, width=210), on_accent(18, 24), "Which review, and when"),
        ),
    ),
    Layout(name="Care", shapes=(HAIR,), boxes=(TITLE, EYEBROW, PANEL, *UNDER)),
    Layout(name="Person", shapes=(HAIR,), boxes=(TITLE, EYEBROW, BODY, CARE, *UNDER)),
    Layout(name="Statement", shapes=(HAIR,), boxes=(TITLE, EYEBROW, BODY, *UNDER)),
    Layout(name="Timeline", shapes=(HAIR,), boxes=(TITLE, EYEBROW, TABLE, *UNDER)),
    Layout(name="Finding", shapes=(HAIR,), boxes=(TITLE, EYEBROW, PANEL, *UNDER)),
    Layout(name="List", shapes=(HAIR,), boxes=(TITLE, EYEBROW, BODY, *UNDER)),
    Layout(name="Actions", shapes=(HAIR,), boxes=(TITLE, EYEBROW, TABLE, *UNDER)),
    Layout(
        name="Question",
        ground=ACCENT,
        shapes=(BAR,),
        boxes=(
            Box("Title", 0, Place(18, 26), on_accent(30, 36), "Talk about it", "title"),
            Box("Body", 1, Place(58, 84, width=270), on_accent(40, 50, bold=True), "One question"),
            Box("Question", 21, Place(147, 20), on_accent(20, 26, anchor="b"), "How long, in what company"),
        ),
    ),
    Layout(
        name="Commitment",
        shapes=(HAIR,),
        boxes=(
            TITLE,
            EYEBROW,
            Box("Question", 21, Place(57, 20), Look(24, 31), "One question"),
            Box("Table", 30, Place(80, 47), Look(20, 26), "A table", "tbl"),
            Box("Body", 1, Place(130, 38, width=248), replace(WORDS, anchor="ctr"), "Where to record it"),
            Box("Code", 31, Place(130, 38, WIDE - MARGIN - 38, 38), Look(18, 22), "Code", "pic"),
        ),
    ),
    Layout(
        name="Help",
        shapes=(HAIR,),
        boxes=(
            TITLE,
            EYEBROW,
            replace(BODY, place=Place(58, 62, width=250)),
            *UNDER,
            Box("Code", 31, Place(117, 38, WIDE - MARGIN - 38, 38), Look(18, 22), "Code", "pic"),
        ),
    ),
)


def furniture(ink: str) -> tuple[Box, ...]:
    """What every slide has at its foot: whose version this is, and its number."""
    number = Look(18, 22, ink, align="r")
    return (
        Box("Footer", 11, Place(173.5, 8.5, width=262), Look(18, 22, ink), kind="ftr"),
        Box("Slide number", 12, Place(173.5, 8.5, WIDE - MARGIN - 30, 30), number, kind="sldNum"),
    )


def boxes_of(layout: Layout) -> tuple[Box, ...]:
    return (*layout.boxes, *furniture(WHITE if layout.ground == ACCENT else QUIET))


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    slides = f"{OFFICE}.presentationml"
    layout = f"{slides}.slideLayout"
    kinds = {
        "presentation.xml": f"{slides}.presentation.main", "presProps.xml": f"{slides}.presProps",
        "viewProps.xml": f"{slides}.viewProps", "tableStyles.xml": f"{slides}.tableStyles",
        "slideMaster1.xml": f"{slides}.slideMaster", "notesMaster1.xml": f"{slides}.notesMaster",
        "theme1.xml": f"{OFFICE}.theme", "theme2.xml": f"{OFFICE}.theme",
    }  # fmt: skip
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds.get(Path(name).name, layout)}+xml"/>'
        for name in parts
        if not name.endswith(".rels")
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
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
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"), ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": slide_xml.master_part(
            (TITLE, MASTER_BODY, *furniture(QUIET)), len(LAYOUTS)
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/{name}") for name in layouts),
            ("theme", "../theme/theme1.xml"),
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
