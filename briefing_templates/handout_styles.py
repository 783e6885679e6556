"""How handouts look in Word: the briefing's type and colours, without its numerals."""

from __future__ import annotations

from house_theme import ACCENT, INK, QUIET, RULE, TINT, WHITE
from seven_minute_styles import filled, indent, mm, sides, spaced, style, table_style, tabs, type_

EDGE = mm(6)
"""Where words begin on the coloured grounds."""
WHOLE = "<w:keepLines/>"


def masthead(leading: float, look: str) -> dict[str, str]:
    """One of three lines on the accent ground. All have the same edges, so Word draws them as one field."""
    ground = sides(top=(ACCENT, 4, 7), left=(ACCENT, 24, 14), bottom=(ACCENT, 4, 7), right=(ACCENT, 4, 11))
    para = f"<w:keepNext/><w:keepLines/>{ground}{filled(ACCENT)}{spaced(leading)}{indent(EDGE, mm(4))}"
    return {"para": para, "look": look}


def paragraph_styles() -> str:
    notice = sides(top=(TINT, 4, 4), left=(ACCENT, 48, 11), bottom=(TINT, 4, 4), right=(TINT, 4, 11))
    return "".join(
        (
            style("Normal", "Normal", para=f"<w:widowControl/>{spaced(14.5)}"),
            style("Eyebrow", "Eyebrow", then="Title", **masthead(13, type_(10, WHITE))),
            style("Title", "Title", then="Subtitle", **masthead(24, type_(20, WHITE, bold=True))),
            style("Subtitle", "Subtitle", then="CareNotice", **masthead(13, type_(10, WHITE))),
            style(
                "CareNotice",
                "Care notice",
                para=f"{WHOLE}{notice}{filled(TINT)}{spaced(14, before=3.5)}{indent(EDGE, mm(4))}",
                look=type_(11),
            ),
            style(
                "Heading1",
                "heading 1",
                then="BoxText",
                para=f'<w:keepNext/>{WHOLE}{spaced(17, before=3.4, after=1)}<w:outlineLvl w:val="0"/>',
                look=type_(14, ACCENT, bold=True),
            ),
            style("Intro", "Intro", para=f"<w:keepNext/>{WHOLE}{spaced(14, after=1)}", look=type_(11, QUIET)),
            style("BoxText", "Box text", para=f"{WHOLE}{spaced(14.5, after=1)}"),
            style(
                "Asked",
                "Asked",
                based="BoxText",
                para='<w:numPr><w:numId w:val="1"/></w:numPr>'
                + spaced(14.5, after=1)
                + indent(mm(5), 0, mm(5)),
            ),
            style(
                "Closing",
                "Closing",
                based="BoxText",
                para=spaced(14, before=3.4) + "<w:contextualSpacing/>",
                look=type_(11),
            ),
        )
    )


def table_paragraphs() -> str:
    """What stands in the cells of tables, and at the head and foot of every page."""
    return "".join(
        (
            style("TableHeading", "Table heading", para=f"<w:keepNext/>{spaced(13)}", look=_small(bold=True)),
            style(
                "TableNumberHeading",
                "Table number heading",
                based="TableHeading",
                para='<w:jc w:val="right"/>',
            ),
            style("TableText", "Table text", para=spaced(14.5)),
            style("TableNumber", "Table number", based="TableText", para='<w:jc w:val="right"/>'),
            style("Hint", "Hint", para=spaced(13), look=_small()),
            style("Question", "Question", para=f"{WHOLE}{spaced(14.5, after=1.5)}"),
            style("Code", "Code", para=spaced(14.5)),
            style("Header", "header", para=spaced(13), look=type_(10, INK, bold=True)),
            style("Footer", "footer", para=tabs((174, "right", "none")) + spaced(13), look=_small()),
            style("PanelLink", "Panel link", para=spaced(14.5)),
        )
    )


def _small(*, bold: bool = False) -> str:
    return type_(10, QUIET, bold=bold)


def styles() -> str:
    face = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'
    usual = f"<w:rPr>{face}{type_(11.5, INK)}{language}</w:rPr>"
    defaults = f"<w:docDefaults><w:rPrDefault>{usual}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    return defaults + paragraph_styles() + table_paragraphs() + other_styles()


def other_styles() -> str:
    usual = "DefaultParagraphFont"
    underlined = f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'
    return "".join(
        (
            style(usual, "Default Paragraph Font", kind="character"),
            style("Lead", "Lead", kind="character", based=usual, look=type_(bold=True)),
            style("Hyperlink", "Hyperlink", kind="character", based=usual, look=underlined),
            table_style("TableNormal", "Normal Table", "", (0, 0, 0, 0)),
            table_style("Ruled", "Ruled", _lines("top", "bottom", "insideH"), (0.7, 0, 0.7, 4)),
            table_style(
                "Grid",
                "Grid",
                _lines("top", "left", "bottom", "right", "insideH", "insideV"),
                (0.9, 2, 0.9, 2),
            ),
            table_style("Panel", "Panel", "", (1.6, 4, 2.2, 4), f"<w:tcPr>{filled(TINT)}</w:tcPr>"),
        )
    )


def _lines(*where: str) -> str:
    drawn = (f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in where)
    return f"<w:tblBorders>{''.join(drawn)}</w:tblBorders>"


def numbering() -> str:
    """The mark before a question that is asked."""
    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Asked"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(mm(5), 0, mm(5))}</w:pPr><w:rPr>{type_(11.5, ACCENT, bold=True)}</w:rPr></w:lvl>"
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
