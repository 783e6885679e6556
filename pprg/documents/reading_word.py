"""Every word of a Word file: the body, and what stands beside, under and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from pprg.documents.places import Place
from pprg.documents.reading_office import Package, W, corners, named, words

BODY = "word/document.xml"
_STORIES = {
    "header": "Header", "footer": "Footer", "footnotes": "Footnotes", "endnotes": "Endnotes",
    "comments": "Comments", "glossary/document": "Building blocks",
}  # fmt: skip
_HOLDERS = {
    f"{W}tc": "a table", f"{W}txbxContent": "text box", f"{W}comment": "comment", f"{W}footnote": "footnote",
    f"{W}endnote": "endnote",
}  # fmt: skip
_HIDDEN = f"{W}vanish"


def places(file: bytes) -> list[Place]:
    package = Package.opened(file, BODY)
    found = list(_story(package, BODY, "Body"))
    for name in sorted(package.members):
        for stem, label in _STORIES.items():
            if name.startswith(f"word/{stem}") and name.endswith(".xml"):
                found += _story(package, name, label)
    return [*found, *corners(package)]


def _story(package: Package, part: str, label: str) -> Iterator[Place]:
    """Paragraph by paragraph; what stands in a cell, a box, a comment or a note together."""
    root = package.tree(part)
    held = _holders(root, label)
    number = 0
    for holder, paragraphs in groupby(root.iter(f"{W}p"), _holder):
        if holder is not None:
            yield from _read(list(paragraphs), held.get(holder, f"{label}, {_HOLDERS[holder.tag]}"))
            continue
        for paragraph in paragraphs:
            number += 1
            yield from _read([paragraph], f"{label}, paragraph {number}")
    for what, text in named(root):
        yield Place(f"{label}, {what}", None, text)
    for address in package.outside(part):
        yield Place(f"{label}, address of a link", None, address)


def _read(paragraphs: list[etree._Element], where: str) -> Iterator[Place]:
    yield Place(where, None, "\n".join(words(paragraph) for paragraph in paragraphs))
    removed = "\n".join(words(paragraph, removed=True) for paragraph in paragraphs)
    yield Place(f"{where}, words taken out by a tracked change", None, removed)
    runs = (
        run
        for paragraph in paragraphs
        for run in paragraph.iter(f"{W}r")
        if run.find(f".//{_HIDDEN}") is not None
    )
    yield Place(f"{where}, words set as hidden", None, "".join(words(run) for run in runs))


def _holder(paragraph: etree._Element) -> etree._Element | None:
    return next((up for up in paragraph.iterancestors() if up.tag in _HOLDERS), None)


def _holders(root: etree._Element, label: str) -> dict[etree._Element, str]:
    """What a reviewer calls each cell, box, comment and note."""
    found = {}
    for number, table in enumerate(root.iter(f"{W}tbl"), 1):
        for row_number, row in enumerate(table.iterchildren(f"{W}tr"), 1):
            for column, cell in enumerate(row.iterchildren(f"{W}tc"), 1):
                found[cell] = f"{label}, table {number}, row {row_number}, column {column}"
    for number, box in enumerate(root.iter(f"{W}txbxContent"), 1):
        found[box] = f"{label}, text box {number}"
    for number, comment in enumerate(root.iter(f"{W}comment"), 1):
        found[comment] = f"Comment {number} by {comment.get(f'{W}author') or 'nobody named'}"
    for kind in ("footnote", "endnote"):
        notes = (note for note in root.iter(f"{W}{kind}") if note.get(f"{W}type") is None)
        for number, note in enumerate(notes, 1):
            found[note] = f"{kind.capitalize()} {number}"
    return found
