"""How the 7-minute briefing looks in Word: its paragraph, character and table styles, and its numerals.

Sizes in half points, other lengths in twentieths of a point, as Word counts. Type: body 11.5 on 14.5 points.
Everything a partnership may want to change is a named style; nothing is formatted by hand.
"""

from __future__ import annotations

from house_theme import ACCENT, INK, QUIET, RULE, TINT, WHITE


def mm(length: float) -> int:
    return round(length * 56.6929)


NUMERAL = mm(13)
"""The left of the column, which holds only the seven numerals."""
AIR = mm(8)
"""Kept free at the right of running text, so that lines are not too long to read."""


def spaced(leading: float, before: float = 0, after: float = 0, rule: str = "atLeast") -> str:
    """Leading in points, air in millimetres."""
    air = f'w:before="{mm(before)}" w:after="{mm(after)}"'
    return f'<w:spacing {air} w:line="{round(leading * 20)}" w:lineRule="{rule}"/>'


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    hung = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{hung}/>'


def sides(**lines: tuple[str, int, int]) -> str:
    """Borders: colour, width in eighths of a point, distance from the words in points."""
    drawn = (
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
        for side, (colour, width, space) in lines.items()
    )
    return f"<w:pBdr>{''.join(drawn)}</w:pBdr>"


def filled(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def tabs(*stops: tuple[float, str, str]) -> str:
    """Stops in millimetres, with alignment and leader."""
    listed = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{mm(at)}"/>' for at, kind, leader in stops
    )
    return f"<w:tabs>{listed}</w:tabs>"


def type_(size: float = 0, colour: str = "", *, bold: bool = False) -> str:
    parts = ["<w:b/><w:bCs/>"] if bold else []
    parts += [f'<w:color w:val="{colour}"/>'] if colour else []
    parts += [f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'] if size else []
    return "".join(parts)


def style(
    name: str,
    words: str,
    *,
    kind: str = "paragraph",
    based: str = "Normal",
    then: str = "",
    para: str = "",
    look: str = "",
) -> str:
    """One style: its id, the name that Word shows, and how it looks."""
    own = (
        ' w:customStyle="1"'
        if words[0].isupper() and words not in {"Normal", "Title", "Subtitle", "Hyperlink"}
        else ""
    )
    default = ' w:default="1"' if name in {"Normal", "TableNormal", "DefaultParagraphFont"} else ""
    return (
        f'<w:style w:type="{kind}"{default}{own} w:styleId="{name}"><w:name w:val="{words}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based and not default else "")
        + (f'<w:next w:val="{then}"/>' if then else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{para}</w:pPr>" if para else "")
        + (f"<w:rPr>{look}</w:rPr>" if look else "")
        + "</w:style>"
    )


def masthead(leading: float, look: str) -> dict[str, str]:
    """One of three lines on the accent ground. All have the same edges, so Word draws them as one field."""
    ground = sides(top=(ACCENT, 4, 7), left=(ACCENT, 96, 25), bottom=(ACCENT, 4, 7), right=(ACCENT, 4, 11))
    para = f"<w:keepNext/><w:keepLines/>{ground}{filled(ACCENT)}{spaced(leading)}{indent(NUMERAL, mm(4))}"
    return {"para": para, "look": look}


def paragraph_styles() -> str:
    text = indent(NUMERAL, AIR)
    notice = sides(top=(TINT, 4, 4), left=(ACCENT, 48, 31), bottom=(TINT, 4, 4), right=(TINT, 4, 11))
    pen = f'<w:spacing w:before="0" w:after="0" w:line="{mm(8.5)}" w:lineRule="exact"/>'
    kept = "<w:keepNext/><w:keepLines/>"
    return "".join(
        (
            style("Normal", "Normal", para=f"<w:widowControl/>{spaced(14.5)}"),
            style("Eyebrow", "Eyebrow", then="Title", **masthead(13, type_(10, WHITE))),
            style("Title", "Title", then="Subtitle", **masthead(24, type_(20, WHITE, bold=True))),
            style("Subtitle", "Subtitle", then="CareNotice", **masthead(13, type_(10, WHITE))),
            style(
                "CareNotice",
                "Care notice",
                para=f"<w:keepLines/>{notice}{filled(TINT)}{spaced(14, before=3.5)}{indent(NUMERAL, mm(4))}",
                look=type_(11),
            ),
            style(
                "Heading1",
                "heading 1",
                then="BoxText",
                para=f'{kept}<w:numPr><w:numId w:val="1"/></w:numPr>'
                + spaced(21, before=3.4, after=0.6, rule="exact")
                + f'{indent(NUMERAL, AIR, NUMERAL)}<w:outlineLvl w:val="0"/>',
                look=type_(15, ACCENT, bold=True),
            ),
            style("BoxText", "Box text", para=f"<w:keepLines/>{spaced(14.5, after=1)}{text}"),
            style("PersonFact", "Person fact", based="BoxText", para=spaced(17, after=1), look=type_(13)),
            style("Source", "Source", based="BoxText", para=spaced(13, after=0.5), look=type_(10, QUIET)),
            style(
                "TableHeading",
                "Table heading",
                para=f"<w:keepNext/>{spaced(13)}",
                look=type_(10, QUIET, bold=True),
            ),
            style("TableText", "Table text", para=spaced(14.5)),
            style("Question", "Question", para=f"<w:keepNext/><w:keepLines/>{spaced(14.5, after=2)}"),
            style("WriteHere", "Write here", para=kept + tabs((103, "left", "underscore")) + pen),
            style(
                "WriteNames",
                "Write names here",
                para=kept
                + tabs((49, "left", "underscore"), (53, "left", "none"), (103, "left", "underscore"))
                + pen,
            ),
            style("Code", "Code", para=spaced(14.5, after=1)),
            style("CodeText", "Code text", para=spaced(13, after=0.5), look=type_(10, QUIET)),
            style(
                "Closing",
                "Closing",
                based="BoxText",
                para=spaced(14, before=4) + "<w:contextualSpacing/>",
                look=type_(11),
            ),
            style("Header", "header", para=spaced(13), look=type_(10, INK, bold=True)),
            style("Footer", "footer", para=tabs((174, "right", "none")) + spaced(13), look=type_(10, QUIET)),
        )
    )


def other_styles() -> str:
    ruled = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "bottom", "insideH")
    )
    return "".join(
        (
            style("DefaultParagraphFont", "Default Paragraph Font", kind="character"),
            style("Lead", "Lead", kind="character", based="DefaultParagraphFont", look=type_(bold=True)),
            style(
                "Hyperlink",
                "Hyperlink",
                kind="character",
                based="DefaultParagraphFont",
                look=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
            ),
            table_style("TableNormal", "Normal Table", "", (0, 0, 0, 0)),
            table_style("Ruled", "Ruled", f"<w:tblBorders>{ruled}</w:tblBorders>", (0.9, 0, 0.9, 5)),
            table_style("Panel", "Panel", "", (1.6, 4, 2.2, 4), f"<w:tcPr>{filled(TINT)}</w:tcPr>"),
        )
    )


def table_style(name: str, words: str, borders: str, air: tuple[float, ...], cells: str = "") -> str:
    margins = "".join(
        f'<w:{side} w:w="{mm(room)}" w:type="dxa"/>'
        for side, room in zip(("top", "left", "bottom", "right"), air, strict=True)
    )
    drawn = style(name, words, kind="table", based="TableNormal")
    return drawn.replace(
        "</w:style>",
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"{cells}</w:style>",
    )


def styles() -> str:
    face = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'
    usual = f"<w:rPr>{face}{type_(11.5, INK)}{language}</w:rPr>"
    defaults = f"<w:docDefaults><w:rPrDefault>{usual}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    return defaults + paragraph_styles() + other_styles()


def numbering() -> str:
    """The numerals are the headings' own: they close up when a box is left out, and are read aloud."""
    look = type_(20, ACCENT, bold=True)
    return (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/>'
        '<w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(NUMERAL, AIR, NUMERAL)}</w:pPr><w:rPr>{look}</w:rPr></w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)

FACE = (
    '<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
)
