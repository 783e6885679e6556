"""Every word of a PowerPoint file: slides box by box, notes, charts and what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pprg.documents.places import Place
from pprg.documents.reading_office import A, Package, corners, named, words

MAIN = "ppt/presentation.xml"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEHIND = {
    "notesSlide": "notes", "chart": "chart", "chartEx": "chart", "comments": "comment",
    "diagramData": "diagram", "diagramDrawing": "diagram", "tags": "tag",
}  # fmt: skip
_MODELS = {"slideLayout": "Layout", "slideMaster": "Master slide", "notesMaster": "Master of the notes",
           "handoutMaster": "Master of the handouts"}  # fmt: skip


def places(file: bytes) -> list[Place]:
    package = Package.opened(file, MAIN)
    links = package.links(MAIN)
    listed = package.tree(MAIN).iter(f"{P}sldId")
    slides = [links[slide.get(_REFERENCE, "")][1] for slide in listed if slide.get(_REFERENCE) in links]
    found = [place for number, part in enumerate(slides, 1) for place in _slide(package, part, number)]
    for part in sorted(package.members):
        stem = part.rpartition("/")[2].rstrip("0123456789.xml")
        if part.startswith("ppt/") and part.endswith(".xml") and stem in _MODELS and part not in package.read:
            found += _shapes(package, part, _model(package, part, _MODELS[stem]), None)
    found += [Place(f"The file, {what}", None, text) for what, text in named(package.tree(MAIN))]
    return [*found, *corners(package)]


def _slide(package: Package, part: str, number: int) -> Iterator[Place]:
    hidden = " (hidden)" if package.tree(part).get("show") in {"0", "false"} else ""
    label = f"Slide {number}{hidden}"
    yield from _shapes(package, part, label, number)
    for kind, target in package.links(part).values():
        if kind in _BEHIND and target in package.members:
            yield from _behind(package, target, f"{label}, {_BEHIND[kind]}", number)


def _shapes(package: Package, part: str, label: str, number: int | None) -> Iterator[Place]:
    root = package.tree(part)
    for body in (*root.iter(f"{P}txBody"), *root.iter(f"{A}txBody")):
        cell = next((up for up in body.iterancestors() if up.tag == f"{A}tc"), None)
        where = _cell(cell) if cell is not None else _box(body)
        yield Place(
            f"{label}, {where}", number, "\n".join(words(paragraph) for paragraph in body.iter(f"{A}p"))
        )
    for what, text in named(root):
        yield Place(f"{label}, {what}", number, text)
    for address in package.outside(part):
        yield Place(f"{label}, address of a link", number, address)


def _model(package: Package, part: str, kind: str) -> str:
    name = package.tree(part).find(f"{P}cSld").get("name", "")
    return f"{kind} “{name}”" if name else kind


def _box(body: etree._Element) -> str:
    shape = body.getparent()
    name = shape.find(f".//{P}cNvPr") if shape is not None else None
    return f"box “{name.get('name')}”" if name is not None and name.get("name") else "a box"


def _cell(cell: etree._Element) -> str:
    row = cell.getparent()
    table = row.getparent()
    row_number = [*table.iterchildren(f"{A}tr")].index(row) + 1
    return f"table, row {row_number}, column {[*row.iterchildren(f'{A}tc')].index(cell) + 1}"


def _behind(package: Package, part: str, label: str, number: int) -> Iterator[Place]:
    """Notes are boxes too; a chart or a comment gives its words in whatever elements it has."""
    if label.endswith("notes"):
        yield from _shapes(package, part, label, number)
        return
    root = package.tree(part)
    paragraphs = [words(paragraph) for paragraph in root.iter(f"{A}p")]
    loose = [
        leaf.text
        for leaf in root.iter(etree.Element)
        if leaf.text and leaf.text.strip() and not any(up.tag == f"{A}p" for up in leaf.iterancestors())
    ]
    yield Place(label, number, "\n".join([*paragraphs, *loose]))
    for what, text in named(root):
        yield Place(f"{label}, {what}", number, text)
    for address in package.outside(part):
        yield Place(f"{label}, address of a link", number, address)
    for kind, target in package.links(part).values():
        if kind in _BEHIND and target in package.members and target not in package.read:
            yield from _behind(package, target, label, number)
