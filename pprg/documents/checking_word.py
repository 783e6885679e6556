"""What in a Word file would shut somebody out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lxml import etree

from pprg.documents import checking_whose, checking_words, contrast
from pprg.documents.reading_office import Package, W, words

BODY = "word/document.xml"
SMALLEST, SMALLEST_BODY = 20, 22
"""Half points: 10 for small print, 11 for the body."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def faults(file: bytes) -> Iterator[str]:
    package = Package.opened(file, BODY)
    body = package.tree(BODY)
    styles = _Styles(package.tree("word/styles.xml") if "word/styles.xml" in package.members else body)
    yield from _about_the_file(package, body, styles)
    yield from checking_whose.office(package)
    yield from _pictures(body)
    yield from _floating(body)
    yield from _tables(body)
    yield from _headings(body, styles)
    yield from _paragraphs(body)
    yield from _letters(body, styles)


def _about_the_file(package: Package, body: etree._Element, styles: _Styles) -> Iterator[str]:
    core = package.tree("docProps/core.xml") if "docProps/core.xml" in package.members else None
    title = core.findtext("{*}title") if core is not None else None
    if not (title or "").strip():
        yield "The document has no title in its properties."
    spoken = {tag.get(f"{W}val") for tag in (*styles.root.iter(f"{W}lang"), *body.iter(f"{W}lang"))} - {None}
    if spoken != {checking_words.LANGUAGE}:
        yield "The document does not say that it is in British English."
    settings = package.members.get("word/settings.xml", b"")
    if b"documentProtection" in settings:
        yield "The document is locked against changes, which shuts out some screen readers."


def _pictures(body: etree._Element) -> Iterator[str]:
    for number, place in enumerate(body.iter(f"{_DRAWING}inline", f"{_DRAWING}anchor"), 1):
        if place.tag == f"{_DRAWING}anchor":
            yield f"Picture {number} floats over the page, so it is read aloud out of its place."
        about = place.find(f"{_DRAWING}docPr")
        if about is None or _decorative(about):
            continue
        if wrong := checking_words.described_badly(about.get("descr", "")):
            yield f"Picture {number} {wrong}."


def _floating(body: etree._Element) -> Iterator[str]:
    """Text boxes, old and new, and framed paragraphs: they stand where they like, and are read anywhere."""
    if any(True for _ in body.iter(f"{W}txbxContent", f"{W}pict")):
        yield "A text box floats over the page, so it is read aloud out of its place."
    if any(True for _ in body.iter(f"{W}framePr")):
        yield "A framed paragraph floats over the page, so it is read aloud out of its place."


def _decorative(about: etree._Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in about.iter(_DECORATIVE))


def _tables(body: etree._Element) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        first = table.find(f"{W}tr")
        if first is None or first.find(f"{W}trPr/{W}tblHeader") is None:
            yield f"Table {number} has no header row."
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge")):
            yield f"Table {number} has merged cells."
        if table.find(f".//{W}tc//{W}tbl") is not None:
            yield f"Table {number} has a table inside."


def _headings(body: etree._Element, styles: _Styles) -> Iterator[str]:
    levels = [level for paragraph in body.iter(f"{W}p") if (level := styles.heading(paragraph))]
    if not levels:
        yield "The document has no headings, so nobody can jump from part to part."
    elif level := checking_words.skips(levels):
        yield f"A heading of level {level} stands without one of level {level - 1} above it."


def _paragraphs(body: etree._Element) -> Iterator[str]:
    empty = [not words(paragraph).strip() and not _holds_more(paragraph) for paragraph in body.iter(f"{W}p")]
    if any(one and other for one, other in pairwise(empty)):
        yield "Empty paragraphs stand one after the other to make room."
    for link in body.iter(f"{W}hyperlink"):
        if checking_words.vague("".join(str(text) for text in link.itertext())):
            yield "A link does not say where it leads."


def _holds_more(paragraph: etree._Element) -> bool:
    """A picture, a break, or a cell to write in: empty of words for a reason."""
    inside_cell = any(up.tag == f"{W}tc" for up in paragraph.iterancestors())
    return inside_cell or any(True for _ in paragraph.iter(f"{W}drawing", f"{W}br", f"{W}sectPr"))


def _letters(body: etree._Element, styles: _Styles) -> Iterator[str]:
    if styles.body_size < SMALLEST_BODY:
        yield f"The body is set in {styles.body_size / 2:g} point; 11 is the smallest that many can read."
    for run in body.iter(f"{W}r"):
        if not "".join(run.itertext()).strip():
            continue
        look = styles.look(run)
        if look.size < SMALLEST:
            yield f"Some words are set in {look.size / 2:g} point; 10 is the smallest for small print."
        if not contrast.readable(look.colour, look.ground, size=look.size / 2, bold=look.bold):
            yield f"Some words (#{look.colour} on #{look.ground}) do not stand out from what is behind them."


@dataclass(frozen=True)
class _Look:
    size: int
    bold: bool
    colour: str
    ground: str


class _Styles:
    """What a paragraph or a run looks like, its styles and what they are based on included."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.named = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    @cached_property
    def body_size(self) -> int:
        usual = [
            s for s in self.named.values() if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"
        ]
        return self._size([*usual, *self.root.iter(f"{W}rPrDefault")])

    def heading(self, paragraph: etree._Element) -> int:
        """Its level, 0 for what is no heading."""
        for style in self._line(_style_of(paragraph, "pPr/{W}pStyle")):
            name = style.find(f"{W}name")
            found = _HEADING.fullmatch(name.get(f"{W}val", "") if name is not None else "")
            if found:
                return int(found[1])
        return 0

    def look(self, run: etree._Element) -> _Look:
        paragraph = next(up for up in run.iterancestors() if up.tag == f"{W}p")
        lines = [run, *self._line(_style_of(run, "rPr/{W}rStyle"))]
        behind = [paragraph, *self._line(_style_of(paragraph, "pPr/{W}pStyle"))]
        cells = [up for up in paragraph.iterancestors() if up.tag == f"{W}tc"]
        every = [*lines, *behind[1:], *self.root.iter(f"{W}rPrDefault")]
        bold = _first(every, "rPr/{W}b")
        return _Look(
            size=self._size(every),
            bold=bold is not None and bold.get(f"{W}val", "1") not in {"0", "false"},
            colour=_hex(_first(every, "rPr/{W}color"), "val", "000000"),
            ground=_hex(_ground(lines, behind, cells), "fill", "FFFFFF"),
        )

    def _size(self, lines: list[etree._Element]) -> int:
        found = _first(lines, "rPr/{W}sz")
        return int(float(found.get(f"{W}val", "20"))) if found is not None else 20

    def _line(self, name: str | None) -> list[etree._Element]:
        """The style and those it is based on."""
        found: list[etree._Element] = []
        style = self.named.get(name) if name else self._usual
        while style is not None and style not in found:
            found.append(style)
            based_on = style.find(f"{W}basedOn")
            style = self.named.get(based_on.get(f"{W}val")) if based_on is not None else None
        return found

    @cached_property
    def _usual(self) -> etree._Element | None:
        marked = (style for style in self.named.values() if style.get(f"{W}default") == "1")
        return next((style for style in marked if style.get(f"{W}type") == "paragraph"), None)


def _style_of(node: etree._Element, path: str) -> str | None:
    found = node.find(f"{W}{path.format(W=W)}")
    return found.get(f"{W}val") if found is not None else None


def _first(lines: list[etree._Element], path: str) -> etree._Element | None:
    for line in lines:
        found = line.find(f"{W}{path.format(W=W)}")
        if found is not None:
            return found
    return None


def _ground(
    lines: list[etree._Element], behind: list[etree._Element], cells: list[etree._Element]
) -> etree._Element | None:
    """What is behind the letters: the run's own shade, the paragraph's, the cell's."""
    for nodes, path in ((lines, "rPr/{W}shd"), (behind, "pPr/{W}shd"), (cells, "tcPr/{W}shd")):
        shade = _first(nodes, path)
        if shade is not None and _HEX.fullmatch(shade.get(f"{W}fill", "")):
            return shade
    return None


def _hex(node: etree._Element | None, attribute: str, otherwise: str) -> str:
    said = node.get(f"{W}{attribute}", "") if node is not None else ""
    return said.upper() if _HEX.fullmatch(said) else otherwise
