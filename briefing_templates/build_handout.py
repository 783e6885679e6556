"""Make handout.docx, the house's Word template of the papers beside a briefing. Run by hand, as others are.

One template serves them all: it draws parts of a handful of kinds, in whatever order they come.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build_letter import contents as plain_contents
from build_seven_minute_briefing import (
    OFFICE,
    PACKAGE,
    cell,
    field,
    led,
    link,
    links,
    pack,
    paragraph,
    part,
    picture,
    run,
    tag,
    when,
)
from handout_styles import numbering, styles
from house_theme import theme
from seven_minute_styles import FACE, SETTINGS, mm

from pprg.documents import codes
from pprg.documents.properties import Properties

TARGET = Path(__file__).with_name("handout.docx")
ORDER, PAIRS, FORM, AGREED, SEND = (126, 16, 16, 16), (87, 87), (68, 106), (94, 50, 30), (134, 40)
"""Widths of columns, in millimetres; each table is as wide as the page's column."""


def table(style: str, widths: tuple[int, ...], rows: str, described: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{mm(sum(widths))}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{{{{ part.heading }}}}"/><w:tblDescription w:val="{described}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(widths: tuple[int, ...], cells: list[str], *, header: bool = False, tall: str = "") -> str:
    height = f'<w:trHeight w:val="{tall}" w:hRule="atLeast"/>' if tall else ""
    kind = f"<w:trPr><w:cantSplit/>{height}{header * '<w:tblHeader/>'}</w:trPr>"
    inside = (cell(mm(width), content) for width, content in zip(widths, cells, strict=True))
    return f"<w:tr>{kind}{''.join(inside)}</w:tr>"


def heads(widths: tuple[int, ...], last: str = "TableHeading") -> str:
    """The names of the columns; those after the first may stand otherwise, as minutes do."""
    styles = ["TableHeading", *[last] * (len(widths) - 1)]
    named = [paragraph(style, run(f"{{{{ part.columns[{at}] }}}}")) for at, style in enumerate(styles)]
    return row(widths, named, header=True)


def steers(widths: tuple[int, ...], words: str) -> str:
    """A row that steers and is not printed."""
    return row(widths, [tag(words, "tr"), *[paragraph("TableText")] * (len(widths) - 1)])


def each_row(widths: tuple[int, ...], of: str, cells: list[str], *, tall: str = "") -> str:
    return steers(widths, f"for line in {of}") + row(widths, cells, tall=tall) + steers(widths, "endfor")


def order() -> str:
    first = paragraph("TableText", run("{{ line[0] }}"))
    minutes = [paragraph("TableNumber", run(f"{{{{ line[{at}] }}}}")) for at in (1, 2, 3)]
    rows = heads(ORDER, "TableNumberHeading") + each_row(ORDER, "part.rows", [first, *minutes])
    return table(
        "Ruled", ORDER, rows, "First column: what we do. The others: its minutes in talks of three lengths."
    )


def pairs() -> str:
    both = [paragraph("TableText", run(f"{{{{ line[{at}] }}}}")) for at in (0, 1)]
    rows = heads(PAIRS) + each_row(PAIRS, "part.rows", both)
    return table("Ruled", PAIRS, rows, "First column: what helps. Second column: what to leave.")


def form() -> str:
    asked = paragraph("TableText", run("{{ line.lead }}", "Lead"))
    asked += when("line.text", paragraph("Hint", run("{{ line.text }}")))
    rows = heads(FORM)
    rows += each_row(FORM, "part.asked", [asked, paragraph("TableText")], tall="{{ line.tall }}")
    return table("Grid", FORM, rows, "First column: what we ask. Second column: room to write.")


def agreed() -> str:
    rows = heads(AGREED)
    rows += each_row(AGREED, "part.rows", [paragraph("TableText")] * 3, tall="{{ part.pen }}")
    return table("Grid", AGREED, rows, "Empty rows to write in: what, who and by when.")


def send() -> str:
    said = (
        tag("for line in part.lines") + led("Question") + tag("endfor") + paragraph("PanelLink", link("use"))
    )
    code = paragraph("Code", picture("QR code", "{{ use.described }}", 26))
    rows = heads(SEND) + row(SEND, [said, code])
    return table("Panel", SEND, rows, "First column: how to record your use. Second column: a QR code.")


def kind(name: str, content: str) -> str:
    return when(f"part.kind == '{name}'", content)


def lines(style: str) -> str:
    return tag("for line in part.lines") + led(style) + tag("endfor")


def closing(name: str, content: str) -> str:
    return paragraph("Closing", run(f"{name} ", "Lead"), content)


def body() -> str:
    return "".join(
        (
            paragraph("Eyebrow", run("{{ eyebrow }}")),
            paragraph("Title", run("{{ title }}")),
            paragraph("Subtitle", run("{{ meta }}")),
            when("care", paragraph("CareNotice", run("{{ care }}"))),
            tag("for part in parts"),
            paragraph("Heading1", run("{{ part.heading }}")),
            when("part.intro", paragraph("Intro", run("{{ part.intro }}"))),
            kind("lines", lines("BoxText")),
            kind("asked", lines("Asked")),
            kind("order", order()),
            kind("pairs", pairs()),
            kind("form", form()),
            kind("agreed", agreed()),
            kind("send", send()),
            tag("endfor"),
            when("support", closing("If this has affected you.", run("{{ support }}"))),
            closing("The review and its learning.", link("hub")),
            when("contact", closing("About this paper.", run("{{ contact }}"))),
        )
    )


def section() -> str:
    page = (
        f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(14)}" w:right="{mm(18)}"'
        f' w:bottom="{mm(14)}" w:left="{mm(18)}" w:header="{mm(6.5)}" w:footer="{mm(6.5)}" w:gutter="0"/>'
    )
    kinds = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer"))
    return f"<w:sectPr>{kinds}{page}</w:sectPr>"


def foot() -> str:
    pages = field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return paragraph("Footer", run("{{ footer }}\tPage "), pages)


def contents() -> bytes:
    """A letter's list of contents, with lists and a picture besides."""
    lists = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    more = (
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{lists}"/></Types>'
    )
    return plain_contents().replace(b"</Types>", more.encode())


def package() -> dict[str, bytes]:
    said = Properties(title="Handout", subject="Template", author="Partnership Practice Review Group")
    parts = ("styles", "numbering", "settings", "fontTable", "theme", "header", "footer")
    return {
        "[Content_Types].xml": contents(),
        "_rels/.rels": links(
            ("document", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": links(
            *((name, f"{OFFICE}/{name}", f"{name}.xml") for name in parts),
            ("code", f"{OFFICE}/image", "media/qr-code.png"),
        ),
        "word/document.xml": part("document", f"<w:body>{body()}{section()}</w:body>"),
        "word/header.xml": part("hdr", paragraph("Header", run("{{ draft }}"))),
        "word/footer.xml": part("ftr", foot()),
        "word/styles.xml": part("styles", styles()),
        "word/numbering.xml": part("numbering", numbering()),
        "word/settings.xml": part("settings", SETTINGS),
        "word/fontTable.xml": part("fonts", FACE),
        "word/theme.xml": part('theme name="House"', theme(), space="a"),
        "word/media/qr-code.png": codes.png("https://example.org/"),
        "docProps/core.xml": said.core,
        "docProps/app.xml": said.app,
    }


def build(target: Path) -> None:
    pack(package(), target)


if __name__ == "__main__":
    build(TARGET)
