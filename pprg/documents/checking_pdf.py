"""What in a PDF would shut somebody out. typst checks PDF/UA while it writes; this asks the finished file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from pprg.documents import checking_whose, checking_words
from pprg.documents.places import CannotRead

_DEEPEST = 100
_HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def faults(file: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(BytesIO(file))
        yield from _faults(reader)
    except (PyPdfError, KeyError, TypeError, ValueError, RecursionError):
        raise CannotRead("This PDF is damaged and cannot be checked.") from None


def _faults(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted:
        yield "The PDF is locked, which shuts out some screen readers."
        return
    yield from _about_the_file(reader)
    said: Mapping[str, Any] = reader.metadata or {}
    yield from checking_whose.pdf(*(str(said.get(name, "")) for name in ("/Author", "/Creator", "/Producer")))
    tags = _tags(reader)
    if not tags:
        yield "The PDF has no tags, so a screen reader cannot tell a heading from a line."
        return
    yield from _in_the_tags(tags)


def _about_the_file(reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    if not (reader.metadata and (reader.metadata.title or "").strip()):
        yield "The PDF has no title in its properties."
    if not _got(root, "/ViewerPreferences").get("/DisplayDocTitle"):
        yield "The PDF shows the name of its file instead of its title."
    if str(root.get("/Lang", "")) != checking_words.LANGUAGE:
        yield "The PDF does not say that it is in British English."
    if not _got(root, "/MarkInfo").get("/Marked"):
        yield "The PDF does not say that it is tagged."
    if "/Metadata" not in root or b"pdfuaid" not in _got(root, "/Metadata").get_data():
        yield "The PDF does not say that it keeps to PDF/UA."


def _in_the_tags(tags: list[Any]) -> Iterator[str]:
    kinds = [str(tag.get("/S")) for tag in tags]
    levels = [_HEADINGS[kind] for kind in kinds if kind in _HEADINGS]
    if not levels:
        yield "The PDF has no headings, so nobody can jump from part to part."
    elif level := checking_words.skips(levels):
        yield f"A heading of level {level} stands without one of level {level - 1} above it."
    for tag in tags:
        if tag.get("/S") == "/Figure" and (wrong := checking_words.described_badly(str(tag.get("/Alt", "")))):
            yield f"A picture {wrong}."
    if "/Table" in kinds and "/TH" not in kinds:
        yield "A table has no header row."


def _tags(reader: PdfReader) -> list[Any]:
    """Every element of the structure tree, in reading order."""
    found: list[Any] = []
    _walk(_got(reader.root_object, "/StructTreeRoot"), found, 0)
    return found


def _walk(node: Any, found: list[Any], depth: int) -> None:
    kids = node.get("/K") if isinstance(node, DictionaryObject) else None
    if kids is None or depth > _DEEPEST:
        return
    kids = kids.get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        child = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(child, DictionaryObject) and "/S" in child:
            found.append(child)
            _walk(child, found, depth + 1)


def _got(node: Any, name: str) -> Any:
    held = node.get(name)
    return held.get_object() if held is not None else DictionaryObject()
