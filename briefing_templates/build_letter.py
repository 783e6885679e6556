"""Make letter.docx, the house's Word template of a letter. Run by hand, as its sister is."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build_seven_minute_briefing import OFFICE, PACKAGE, field, links, pack, paragraph, part, run, tag
from house_theme import ACCENT, INK, QUIET, theme
from seven_minute_styles import FACE, SETTINGS, indent, mm, sides, spaced, style, tabs, type_

from pprg.documents.properties import Properties

TARGET = Path(__file__).with_name("letter.docx")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def body() -> str:
    return "".join(
        (
            paragraph("House", run("{{ house }}")),
            paragraph("Contact", run("{{ contact }}")),
            paragraph("Address", run("{{ to }}")),
            paragraph("Dated", run("{{ dated }}")),
            paragraph("Heading1", run("{{ subject }}")),
            tag("for piece in pieces"),
            tag("if piece.kind == 'heading'"),
            paragraph("Heading2", run("{{ piece.words }}")),
            tag("elif piece.kind == 'point' and loop.last"),
            paragraph("LetterPointEnd", run("{{ piece.words }}")),
            tag("elif piece.kind == 'point'"),
            paragraph("LetterPoint", run("{{ piece.words }}")),
            tag("elif loop.last"),
            paragraph("LetterEnd", run("{{ piece.words }}")),
            tag("else"),
            paragraph("LetterText", run("{{ piece.words }}")),
            tag("endif"),
            tag("endfor"),
            paragraph("Signed", run("{{ signed }}")),
        )
    )


def styles() -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"'
        f' w:eastAsia="Arial"/><w:color w:val="{INK}"/><w:sz w:val="23"/><w:szCs w:val="23"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    rule = sides(bottom=(ACCENT, 12, 6))
    named = (
        style("Normal", "Normal", para=f"<w:widowControl/>{spaced(15)}"),
        style("House", "House", then="Contact", para=spaced(20), look=type_(15, ACCENT, bold=True)),
        style("Contact", "Contact", para=f"{rule}{spaced(14, after=7)}", look=type_(10.5, QUIET)),
        style("Address", "Address", para=spaced(15, after=2)),
        style("Dated", "Dated", para=spaced(15, after=6)),
        style(
            "Heading1",
            "heading 1",
            then="LetterText",
            para=f'<w:keepNext/><w:keepLines/>{spaced(18, after=4)}<w:outlineLvl w:val="0"/>',
            look=type_(14, INK, bold=True),
        ),
        style(
            "Heading2",
            "heading 2",
            then="LetterText",
            para=f'<w:keepNext/><w:keepLines/>{spaced(15, before=1.5, after=1)}<w:outlineLvl w:val="1"/>',
            look=type_(12, ACCENT, bold=True),
        ),
        *lettered(),
        style("Signed", "Signed", para=f"<w:keepLines/>{spaced(15, before=3)}"),
        style("Header", "header", para=spaced(13), look=type_(10, INK, bold=True)),
        style("Footer", "footer", para=tabs((160, "right", "none")) + spaced(13), look=type_(10, QUIET)),
        style("DefaultParagraphFont", "Default Paragraph Font", kind="character"),
    )
    return defaults + "".join(named)


def lettered() -> tuple[str, ...]:
    """Paragraphs and points; the last of either stays with the signature."""
    numbered, hung = '<w:numPr><w:numId w:val="1"/></w:numPr>', indent(mm(6), 0, mm(6))
    return (
        style("LetterText", "Letter text", para=spaced(15, after=3.5)),
        style("LetterEnd", "Letter end", based="LetterText", para="<w:keepNext/><w:keepLines/>"),
        style(
            "LetterPoint",
            "Letter point",
            para=f"{numbered}{spaced(15, after=3.5)}{hung}<w:contextualSpacing/>",
        ),
        style("LetterPointEnd", "Letter point end", based="LetterPoint", para="<w:keepNext/><w:keepLines/>"),
    )


def numbering() -> str:
    """The mark before a point of a list."""
    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="LetterPoint"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent(mm(6), 0, mm(6))}</w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def section() -> str:
    page = (
        f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(19)}" w:right="{mm(25)}"'
        f' w:bottom="{mm(18)}" w:left="{mm(25)}" w:header="{mm(10)}" w:footer="{mm(10)}" w:gutter="0"/>'
    )
    kinds = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer"))
    return f"<w:sectPr>{kinds}{page}</w:sectPr>"


def foot() -> str:
    pages = field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return paragraph("Footer", run("{{ reference }}\tPage "), pages)


def contents() -> bytes:
    kinds = {
        f"/word/{name}.xml": f"{WORD}.{name}+xml"
        for name in ("styles", "settings", "fontTable", "header", "footer")
    }
    kinds |= {
        "/word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    usual = (
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{usual}{listed}</Types>'.encode()


def package() -> dict[str, bytes]:
    said = Properties(title="Letter", subject="Template", author="Partnership Practice Review Group")
    parts = ("styles", "numbering", "settings", "fontTable", "theme", "header", "footer")
    lists = f'<Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/></Types>'
    return {
        "[Content_Types].xml": contents().replace(b"</Types>", lists.encode()),
        "_rels/.rels": links(
            ("document", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": links(*((name, f"{OFFICE}/{name}", f"{name}.xml") for name in parts)),
        "word/document.xml": part("document", f"<w:body>{body()}{section()}</w:body>"),
        "word/header.xml": part("hdr", paragraph("Header", run("{{ marking }}"))),
        "word/footer.xml": part("ftr", foot()),
        "word/styles.xml": part("styles", styles()),
        "word/numbering.xml": part("numbering", numbering()),
        "word/settings.xml": part("settings", SETTINGS),
        "word/fontTable.xml": part("fonts", FACE),
        "word/theme.xml": part('theme name="House"', theme(), space="a"),
        "docProps/core.xml": said.core,
        "docProps/app.xml": said.app,
    }


def build(target: Path) -> None:
    pack(package(), target)


if __name__ == "__main__":
    build(TARGET)
