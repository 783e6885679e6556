"""Make minutes.docx, the house's Word template of minutes. Run by hand, as its sisters are."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import build_letter
from build_seven_minute_briefing import pack, paragraph, part, run, tag
from house_theme import ACCENT, INK, QUIET
from seven_minute_styles import sides, spaced, style, type_

from pprg.documents.properties import Properties

TARGET = Path(__file__).with_name("minutes.docx")


def body() -> str:
    return "".join(
        (
            paragraph("House", run("{{ house }}")),
            paragraph("Heading1", run("{{ title }}")),
            paragraph("Lead", run("{{ lead }}")),
            paragraph("Contact", run("{{ stands }}")),
            tag("for piece in pieces"),
            tag("if piece.kind == 'heading'"),
            paragraph("Heading2", run("{{ piece.words }}")),
            tag("elif piece.kind == 'item'"),
            paragraph("Heading3", run("{{ piece.words }}")),
            tag("elif piece.kind == 'point'"),
            paragraph("LetterPoint", run("{{ piece.words }}")),
            tag("else"),
            paragraph("LetterText", run("{{ piece.words }}")),
            tag("endif"),
            tag("endfor"),
        )
    )


def styles() -> str:
    """Those of a letter, a heading for each item, and more air around them."""
    rule = sides(bottom=(ACCENT, 12, 6))
    own = {
        "Heading1": style(
            "Heading1",
            "heading 1",
            then="Lead",
            para=f'<w:keepNext/><w:keepLines/>{spaced(22, before=5, after=2)}<w:outlineLvl w:val="0"/>',
            look=type_(18, INK, bold=True),
        ),
        "Heading2": style(
            "Heading2",
            "heading 2",
            then="LetterText",
            para=f'<w:keepNext/><w:keepLines/>{spaced(17, before=6, after=2)}<w:outlineLvl w:val="1"/>',
            look=type_(13, ACCENT, bold=True),
        ),
        "Contact": style("Contact", "Contact", para=f"{rule}{spaced(14, after=4)}", look=type_(10.5, QUIET)),
    }
    kept = "".join(
        found if (name := _id_of(found)) not in own else own[name] for found in _each(build_letter.styles())
    )
    return kept + "".join(
        (
            style("Lead", "Lead", then="Contact", para=spaced(15, after=1)),
            style(
                "Heading3",
                "heading 3",
                then="LetterText",
                para=f'<w:keepNext/><w:keepLines/>{spaced(16, before=3, after=1.5)}<w:outlineLvl w:val="2"/>',
                look=type_(11.5, INK, bold=True),
            ),
        )
    )


def _each(styles: str) -> list[str]:
    first, *rest = styles.split("<w:style ")
    return [first, *(f"<w:style {each}" for each in rest)]


def _id_of(found: str) -> str:
    return found.partition('w:styleId="')[2].partition('"')[0]


def package() -> dict[str, bytes]:
    said = Properties(title="Minutes", subject="Template", author="Partnership Practice Review Group")
    return {
        **build_letter.package(),
        "word/document.xml": part("document", f"<w:body>{body()}{build_letter.section()}</w:body>"),
        "word/styles.xml": part("styles", styles()),
        "docProps/core.xml": said.core,
        "docProps/app.xml": said.app,
    }


def build(target: Path) -> None:
    pack(package(), target)


if __name__ == "__main__":
    build(TARGET)
