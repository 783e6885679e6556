"""Make seven-minute-briefing.docx, the house's Word template of the 7-minute briefing. Run by hand.

The .docx is what the program uses and what a partnership may change in Word; this is how ours came to be, so
that a change to it can be read. Lengths in the XML are twentieths of a point, as in Word.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from house_theme import theme
from seven_minute_styles import FACE, NUMERAL, SETTINGS, mm, numbering, styles

from pprg.documents import codes
from pprg.documents.properties import Properties

TARGET = Path(__file__).with_name("seven-minute-briefing.docx")

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


PANEL = (mm(113), mm(48))
AUDIENCE = (mm(40), mm(121))


# --- what stands in the document -------------------------------------------------------------


def run(words: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = words.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    pieces = pieces.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{look}<w:t xml:space="preserve">{pieces}</w:t></w:r>'.replace(
        '<w:t xml:space="preserve"></w:t>', ""
    )


def paragraph(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def tag(words: str, unit: str = "p") -> str:
    """A line that steers and is not printed: {%p for … %}."""
    return paragraph("Normal", run(f"{{%{unit} {words} %}}"))


def led(style: str, line: str = "line") -> str:
    """A paragraph whose first words, if it has any, are bold."""
    lead = run(f"{{% if {line}.lead %}}{{{{ {line}.lead }}}} {{% endif %}}", "Lead")
    return paragraph(style, lead, run(f"{{{{ {line}.text }}}}"))


def when(condition: str, *content: str) -> str:
    return tag(f"if {condition}") + "".join(content) + tag("endif")


def each_line(of: str, style: str) -> str:
    return tag(f"for line in {of}.lines") + led(style) + tag("endfor")


def box(kind: str, style: str) -> str:
    return when(kind, heading(kind), each_line(kind, style))


def heading(kind: str) -> str:
    return paragraph("Heading1", run(f"{{{{ {kind}.heading }}}}"))


def field(code: str, shown: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{look}{part}</w:r>" for part in parts)


def link(name: str) -> str:
    return field(f'HYPERLINK "{{{{ {name}.address }}}}"', f"{{{{ {name}.shown }}}}", "Hyperlink")


def cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(widths: tuple[int, int], contents: tuple[str, ...], *, header: bool = False) -> str:
    kind = f"<w:trPr><w:cantSplit/>{header * '<w:tblHeader/>'}</w:trPr>"
    return f"<w:tr>{kind}{''.join(cell(*each) for each in zip(widths, contents, strict=True))}</w:tr>"


def table(style: str, widths: tuple[int, int], rows: str, caption: str, description: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{NUMERAL}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def picture(name: str, description: str, side_mm: float) -> str:
    side = round(side_mm * 36000)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="1" name="{name}" descr="{description}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="code"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def to_do() -> str:
    names = (paragraph("TableHeading", run(words)) for words in ("If you work in", "From today"))
    who = paragraph("TableText", run("{{ line.lead }}", "Lead"))
    what = paragraph("TableText", run("{{ line.text }}"))
    starts, ends = (
        (tag(words, "tr"), paragraph("TableText")) for words in ("for line in do_now.lines", "endfor")
    )
    rows = row(AUDIENCE, tuple(names), header=True)
    rows += "".join(row(AUDIENCE, cells) for cells in (starts, (who, what), ends))
    described = "Who should do what from today. First column: where you work. Second column: what to do."
    return when(
        "do_now", heading("do_now"), table("Ruled", AUDIENCE, rows, "{{ do_now.heading }}", described)
    )


def talk() -> str:
    ours = paragraph("WriteHere", run("One change we will make", "Lead"), run(" \t\n\t"))
    whose = paragraph("WriteNames", run("Who", "Lead"), run(" \t\t"), run("By when", "Lead"), run(" \t"))
    code = paragraph("Code", picture("QR code", "{{ use.described }}", 28))
    said = paragraph("CodeText", run("Opens the review and records that you used it."))
    names = (paragraph("TableHeading", run(words)) for words in ("Ask each other", "Record your use"))
    rows = row(PANEL, tuple(names), header=True)
    rows += row(PANEL, (each_line("talk", "Question") + ours + whose, code + said))
    described = "First column: questions, and lines to write on. Second column: a QR code."
    return when("talk", heading("talk"), table("Panel", PANEL, rows, "{{ talk.heading }}", described))


def closing(name: str, content: str) -> str:
    return paragraph("Closing", run(f"{name} ", "Lead"), content)


def body() -> str:
    number = run("{{ why.statistic.text }}", "Lead"), run("{{ why.statistic.source }}")
    return "".join(
        (
            paragraph("Eyebrow", run("{{ eyebrow }}")),
            paragraph("Title", run("{{ title }}")),
            paragraph("Subtitle", run("{{ meta }}")),
            when("care", paragraph("CareNotice", run("{{ care }}"))),
            box("person", "PersonFact"),
            when(
                "why",
                heading("why"),
                when("why.text", paragraph("BoxText", run("{{ why.text }}"))),
                when("why.statistic", paragraph("BoxText", number[0]), paragraph("Source", number[1])),
            ),
            *(box(kind, "BoxText") for kind in ("happened", "learned", "worked")),
            to_do(),
            talk(),
            when("support", closing("If this has affected you.", run("{{ support }}"))),
            closing("Record your use.", link("use")),
            closing("The whole review.", link("hub")),
            when("contact", closing("About this briefing.", run("{{ contact }}"))),
        )
    )


def foot() -> str:
    pages = field("PAGE", "1") + run(" of ") + field("NUMPAGES", "2")
    return paragraph("Footer", run("{{ footer }}\tPage "), pages)


# --- the package -----------------------------------------------------------------------------


def part(root: str, content: str, *, space: str = "w") -> bytes:
    root = f"{space}:{root}"
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declared}\n<{root} {NAMES}>{content}</{root.split()[0]}>".encode()


def section() -> str:
    page = (
        f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(14)}" w:right="{mm(18)}"'
        f' w:bottom="{mm(14)}" w:left="{mm(18)}" w:header="{mm(6.5)}" w:footer="{mm(6.5)}" w:gutter="0"/>'
    )
    kinds = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer"))
    return f"<w:sectPr>{kinds}{page}</w:sectPr>"


def links(*targets: tuple[str, str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'.encode()


def contents() -> bytes:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {
        f"/word/{name}.xml": f"{word}.{name}+xml"
        for name in ("styles", "numbering", "settings", "fontTable", "header", "footer")
    }
    kinds |= {
        "/word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/document.xml": f"{word}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    usual = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    plain = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in usual.items())
    return f'<Types xmlns="{PACKAGE}/content-types">{plain}{listed}</Types>'.encode()


def package() -> dict[str, bytes]:
    said = Properties(
        title="7-minute briefing", subject="Template", author="Partnership Practice Review Group"
    )
    return {
        "[Content_Types].xml": contents(),
        "_rels/.rels": links(
            ("document", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": links(
            *(
                (name, f"{OFFICE}/{name}", f"{name}.xml")
                for name in ("styles", "numbering", "settings", "fontTable", "theme", "header", "footer")
            ),
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


def pack(parts: dict[str, bytes], target: Path) -> None:
    """The parts of a Word file as one. Dated 1980: packing again gives the same bytes."""
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            file.writestr(member, content)


def build(target: Path) -> None:
    pack(package(), target)


if __name__ == "__main__":
    build(TARGET)
