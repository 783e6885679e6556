"""What in a PowerPoint file would shut somebody out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pprg.documents import checking_looks, checking_whose, checking_words
from pprg.documents.reading_deck import MAIN, P
from pprg.documents.reading_office import A, Package, words

SMALLEST = 1200
"""Hundredths of a point: small print at its smallest."""
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLES = {"title", "ctrTitle"}
_NEEDS_WORDS = {f"{P}pic", f"{P}graphicFrame", f"{P}grpSp", f"{P}cxnSp"}
_SHAPES = {f"{P}sp", *_NEEDS_WORDS}
_MEDIA = {f"{A}videoFile", f"{A}audioFile", f"{A}wavAudioFile"}


def faults(file: bytes) -> Iterator[str]:
    package = Package.opened(file, MAIN)
    links = package.links(MAIN)
    parts = [links[slide.get(_REFERENCE, "")][1] for slide in package.tree(MAIN).iter(f"{P}sldId")]
    slides = [package.tree(part) for part in parts]
    yield from _about_the_file(package, slides)
    yield from checking_whose.office(package)
    yield from _titles(slides)
    for number, (part, slide) in enumerate(zip(parts, slides, strict=True), 1):
        label = f"Slide {number}"
        yield from _shapes(slide, label)
        yield from _letters(slide, label)
        yield from checking_looks.faults(package, part, label)
        yield from _moving(slide, label)
        if not _has_notes(package, part):
            yield f"{label} has no notes for whoever presents it."


def _about_the_file(package: Package, slides: list[etree._Element]) -> Iterator[str]:
    core = package.tree("docProps/core.xml") if "docProps/core.xml" in package.members else None
    title = core.findtext("{*}title") if core is not None else None
    if not (title or "").strip():
        yield "The file has no title in its properties."
    spoken = {look.get("lang") for slide in slides for look in slide.iter(f"{A}rPr")}
    if spoken - {checking_words.LANGUAGE}:
        yield "Some words on the slides are not marked as British English."


def _titles(slides: list[etree._Element]) -> Iterator[str]:
    titles = [_title(slide) for slide in slides]
    for number, title in enumerate(titles, 1):
        if not title:
            yield f"Slide {number} has no title."
    for title, times in Counter(title for title in titles if title).items():
        if times > 1:
            yield f"{times} slides have the same title, “{title}”."


def _title(slide: etree._Element) -> str:
    for shape in slide.iter(f"{P}sp"):
        if _placeholder(shape) in _TITLES:
            return " ".join(" ".join(words(paragraph) for paragraph in shape.iter(f"{A}p")).split())
    return ""


def _shapes(slide: etree._Element, label: str) -> Iterator[str]:
    tree = slide.find(f"{P}cSld/{P}spTree")
    shapes = [node for node in (tree if tree is not None else ()) if node.tag in _SHAPES]
    if shapes and any(_placeholder(shape) in _TITLES for shape in shapes[1:]):
        yield f"{label}: its title is not what is read first."
    for shape in shapes:
        yield from _shape(shape, label)


def _shape(shape: etree._Element, label: str) -> Iterator[str]:
    about = next(shape.iter(f"{P}cNvPr"))
    silent = shape.tag == f"{P}sp" and not _spoken(shape)
    if silent and _placeholder(shape):
        yield f"{label} has an empty box, “{about.get('name')}”."
    elif (silent or shape.tag in _NEEDS_WORDS) and not _decorative(about):
        wrong = checking_words.described_badly(about.get("descr", ""))
        yield from [f"{label}: “{about.get('name')}” {wrong}."] if wrong else []
    for table in shape.iter(f"{A}tbl"):
        yield from _table(table, label)
    for link in shape.iter(f"{A}r"):
        if link.find(f"{A}rPr/{A}hlinkClick") is not None and checking_words.vague(
            link.findtext(f"{A}t") or ""
        ):
            yield f"{label}: a link does not say where it leads."


def _table(table: etree._Element, label: str) -> Iterator[str]:
    look = table.find(f"{A}tblPr")
    if look is None or look.get("firstRow") not in {"1", "true"}:
        yield f"{label}: its table has no header row."
    if any(
        cell.get(name)
        for cell in table.iter(f"{A}tc")
        for name in ("gridSpan", "rowSpan", "hMerge", "vMerge")
    ):
        yield f"{label}: its table has merged cells."


def _letters(slide: etree._Element, label: str) -> Iterator[str]:
    sizes = [
        int(look.get("sz", "1800"))
        for run in slide.iter(f"{A}r")
        if (look := run.find(f"{A}rPr")) is not None and (run.findtext(f"{A}t") or "").strip()
    ]
    if sizes and min(sizes) < SMALLEST:
        yield f"{label}: some words are set in {min(sizes) / 100:g} point, too small for a wall."


def _moving(slide: etree._Element, label: str) -> Iterator[str]:
    if slide.find(f".//{P}timing") is not None or any(
        mark.get("advTm") for mark in slide.iter(f"{P}transition")
    ):
        yield f"{label} moves or goes on by itself."
    if any(True for _ in slide.iter(*_MEDIA)):
        yield f"{label} holds sound or film, which has no captions here."


def _has_notes(package: Package, part: str) -> bool:
    notes = (target for kind, target in package.links(part).values() if kind == "notesSlide")
    bodies = (shape for target in notes for shape in package.tree(target).iter(f"{P}sp"))
    return any(_placeholder(shape) == "body" and _spoken(shape) for shape in bodies)


def _placeholder(shape: etree._Element) -> str:
    """What kind of box of the layout it fills; empty for a shape of its own."""
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return found.get("type", "obj") if found is not None else ""


def _spoken(shape: etree._Element) -> bool:
    """Whether it holds words, or a field such as the slide's number."""
    return any(
        words(paragraph).strip() or paragraph.find(f"{A}fld") is not None for paragraph in shape.iter(f"{A}p")
    )


def _decorative(about: etree._Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in about.iter(_DECORATIVE))
