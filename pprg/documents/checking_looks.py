"""How the letters of a deck stand on their ground, and whether boxes are read in the order they are seen.

A run's own colour goes before its layout's; a box's own fill before its layout's, and that before the ground
of the slide. Colours of the theme are looked up in the theme that the slide uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pprg.documents import contrast
from pprg.documents.reading_deck import P
from pprg.documents.reading_office import A, Package, words

SMALLEST_BODY = 1800
"""Hundredths of a point: labels in a table or panel. Sentences are larger, small print at the rim smaller."""
_RIM = {"ftr", "sldNum", "dt"}
_RIM_NAMES = {"Eyebrow", "Source", "Footer"}
_MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_SLACK = 12700
"""A point: boxes that touch."""


@dataclass(frozen=True)
class Ground:
    """What a slide rests on: its layout's boxes by number, the layout itself, the theme's colours."""

    boxes: Mapping[str, etree._Element]
    layout: etree._Element | None
    colours: Mapping[str, str]

    @classmethod
    def of(cls, package: Package, part: str) -> Ground:
        layout = _linked(package, part, "slideLayout")
        master = _linked(package, layout, "slideMaster") if layout else ""
        theme = _linked(package, master, "theme") if master else ""
        tree = package.tree(layout) if layout else None
        boxes = {_number(box): box for box in tree.iter(f"{P}sp")} if tree is not None else {}
        return cls(boxes, tree, _colours(package.tree(theme)) if theme else {})

    def behind(self, shape: etree._Element) -> str:
        for box in (shape, self.boxes.get(_number(shape))):
            fill = box.find(f"{P}spPr/{A}solidFill") if box is not None else None
            if fill is not None:
                return self.hex(fill, "FFFFFF")
        ground = self.layout.find(f".//{P}bgPr/{A}solidFill") if self.layout is not None else None
        return self.hex(ground, "FFFFFF")

    def letters(self, run: etree._Element, shape: etree._Element) -> str:
        own = run.find(f"{A}rPr/{A}solidFill")
        box = self.boxes.get(_number(shape))
        usual = box.find(f".//{A}lvl1pPr/{A}defRPr/{A}solidFill") if box is not None else None
        return self.hex(own if own is not None else usual, self.colours.get("dk1", "000000"))

    def hex(self, fill: etree._Element | None, otherwise: str) -> str:
        for colour in fill if fill is not None else ():
            name = colour.get("val", "")
            return self.colours.get(_MAPPED.get(name, name), name if len(name) == 6 else otherwise)
        return otherwise

    def place(self, shape: etree._Element) -> tuple[int, int, int, int] | None:
        """Left, top, right, bottom: its own, else its layout's."""
        for box in (shape, self.boxes.get(_number(shape))):
            at = box.find(f".//{A}xfrm") if box is not None else None
            at = box.find(f"{P}xfrm") if at is None and box is not None else at
            if at is not None and (off := at.find(f"{A}off")) is not None:
                left, top = int(off.get("x", "0")), int(off.get("y", "0"))
                size = at.find(f"{A}ext")
                wide, tall = (
                    (int(size.get(side, "0")) for side in ("cx", "cy")) if size is not None else (0, 0)
                )
                return left, top, left + wide, top + tall
        return None


def faults(package: Package, part: str, label: str) -> Iterator[str]:
    ground, slide = Ground.of(package, part), package.tree(part)
    for shape in slide.iter(f"{P}sp", f"{P}graphicFrame"):
        yield from _letters(shape, ground, label)
    yield from _order(slide, ground, label)


def _letters(shape: etree._Element, ground: Ground, label: str) -> Iterator[str]:
    behind = ground.behind(shape)
    for run in shape.iter(f"{A}r"):
        look = run.find(f"{A}rPr")
        if look is None or not (run.findtext(f"{A}t") or "").strip():
            continue
        size, bold = int(look.get("sz", "1800")), look.get("b") == "1"
        colour = ground.letters(run, shape)
        if not contrast.readable(colour, behind, size=size / 100, bold=bold):
            yield f"{label}: some words (#{colour} on #{behind}) do not stand out from what is behind them."
        if size < SMALLEST_BODY and not _at_the_rim(shape):
            small = f"{size / 100:g} point; 18 is the smallest"
            yield f"{label}: some words of “{_name(shape)}” are set in {small}."


def _order(slide: etree._Element, ground: Ground, label: str) -> Iterator[str]:
    """A box that stands wholly above another, across its width, is read before it."""
    said = [one for one in slide.iter(f"{P}sp", f"{P}graphicFrame") if _speaks(one) and not _at_the_rim(one)]
    placed = [(one, where) for one in said if (where := ground.place(one)) is not None]
    for at, (first, one) in enumerate(placed):
        for second, other in placed[at + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0]) > _SLACK
            if across and other[3] <= one[1] + _SLACK:
                yield f"{label}: “{_name(second)}” is read after “{_name(first)}”, which stands below it."


def _speaks(shape: etree._Element) -> bool:
    return any(words(paragraph).strip() for paragraph in shape.iter(f"{A}p"))


def _at_the_rim(shape: etree._Element) -> bool:
    found = shape.find(f".//{P}nvPr/{P}ph")
    return _name(shape) in _RIM_NAMES or (found is not None and found.get("type") in _RIM)


def _name(shape: etree._Element) -> str:
    return str(next(shape.iter(f"{P}cNvPr")).get("name", ""))


def _number(shape: etree._Element) -> str:
    """Which box of its layout a shape fills; titles have no number there."""
    found = shape.find(f".//{P}nvPr/{P}ph")
    if found is None:
        return "-"
    return "title" if found.get("type") in {"title", "ctrTitle"} else found.get("idx", "0")


def _linked(package: Package, part: str, kind: str) -> str:
    return next((target for found, target in package.links(part).values() if found == kind), "")


def _colours(theme: etree._Element) -> dict[str, str]:
    """The theme's colours by name; those of the system by what they were last."""
    scheme = next(theme.iter(f"{A}clrScheme"), None)
    entries = scheme if scheme is not None else ()
    return {
        etree.QName(entry).localname: colour.get("lastClr") or colour.get("val", "")
        for entry in entries
        for colour in entry
    }
