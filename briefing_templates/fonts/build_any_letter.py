"""Make AnyLetter.ttf: one hollow box for every character there is. Run by hand.

A PDF that claims PDF/UA may not hold a character without a shape. Names come in every
script and we cannot carry a font for each, so this is the last font asked: a reader
sees a box, while copying, searching and reading aloud still find the letter itself.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import cmap_format_13

EVERY_CHARACTER = range(0x20, 0x110000)
MADE_ON = 3_600_000_000  # A fixed day, so that building again gives the same bytes.


def box():
    pen = TTGlyphPen(None)
    for left, bottom, right, top, inward in ((80, 0, 620, 700, False), (130, 50, 570, 650, True)):
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        for at, corner in enumerate(reversed(corners) if inward else corners):
            pen.lineTo(corner) if at else pen.moveTo(corner)
        pen.closePath()
    return pen.glyph()


def map_of_everything():
    """Format 13: one range, one shape. It is what the format was invented for."""
    table = cmap_format_13(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = dict.fromkeys(EVERY_CHARACTER, "box")
    return table


def build(target: Path) -> None:
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "box"])
    font.setupGlyf({".notdef": box(), "box": box()})
    font.setupHorizontalMetrics({".notdef": (700, 80), "box": (700, 80)})
    font.setupHorizontalHeader(ascent=905, descent=-212)
    font.font["cmap"] = newTable("cmap")
    font.font["cmap"].tableVersion = 0
    font.font["cmap"].tables = [map_of_everything()]
    font.setupNameTable(
        {
            "familyName": "Any Letter",
            "styleName": "Regular",
            "uniqueFontIdentifier": "Any Letter 1",
            "fullName": "Any Letter",
            "version": "Version 1.0",
            "psName": "AnyLetter-Regular",
        }
    )
    font.setupOS2(sTypoAscender=905, sTypoDescender=-212, usWinAscent=905, usWinDescent=212)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = MADE_ON
    font.font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    build(Path(__file__).with_name("AnyLetter.ttf"))
