"""Every word of a PDF: its pages, and what stands behind them in outlines, tags, notes and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

from pprg.documents import pdf_pages
from pprg.documents.places import CannotRead, Place
from pprg.documents.reading_office import tree

OBJECTS = 500_000
"""More than the longest report has."""
ATTACHED = 50_000_000
"""Bytes of one attachment that are read."""
_NAMES = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Creator": "creator",
    "/Producer": "producer",
    "/Alt": "alternative text",
    "/ActualText": "words to be read aloud",
    "/E": "words to be read aloud",
    "/T": "title",
    "/TU": "name of a field",
    "/URI": "address of a link",
    "/Contents": "note on a page",
    "/V": "value of a field",
    "/F": "name of an attachment",
    "/UF": "name of an attachment",
    "/Desc": "description of an attachment",
    "/Subj": "subject of a note",
}


def places(file: bytes) -> list[Place]:
    try:
        pages = list(_pages(file))
        reader = PdfReader(BytesIO(file))
        return [*pages, *_strings(reader), *_streams(reader)]
    except pdf_pages.CannotOpen as wrong:
        raise CannotRead(str(wrong)) from None
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError) as wrong:
        if isinstance(wrong, CannotRead):
            raise
        raise CannotRead("This PDF is damaged and cannot be read whole.") from None


def _pages(file: bytes) -> Iterator[Place]:
    with pdf_pages.opened(file) as document:
        for number, page in enumerate(document, 1):
            words = page.get_textpage()
            text = words.get_text_range().replace("\r\n", "\n").replace("\ufffe", "-\n")
            words.close()
            yield Place(f"Page {number}", number, text)


def _objects(reader: PdfReader) -> Iterator[Any]:
    size = int(reader.trailer.get("/Size", 0))
    if size > OBJECTS:
        raise CannotRead("The file holds more parts than any report needs.")
    yield from (reader.trailer.get(key) for key in ("/Info", "/Root"))
    for number in range(1, size):
        yield IndirectObject(number, 0, reader).get_object()


def _strings(reader: PdfReader) -> list[Place]:
    """Words in the file's own dictionaries: properties, outline, alternative text, links, notes, fields."""
    found = dict.fromkeys(pair for thing in _objects(reader) for pair in _texts(thing, ""))
    return [Place(f"Behind the pages, {_NAMES.get(key, f'value {key}')}", None, text) for key, text in found]


def _texts(thing: Any, key: str) -> Iterator[tuple[str, str]]:
    """The texts inside one object. References are not followed: every object has its turn."""
    if isinstance(thing, IndirectObject):
        return
    if isinstance(thing, TextStringObject):
        if any(letter.isalnum() for letter in thing):
            yield key, str(thing)
    elif isinstance(thing, DictionaryObject):
        for name in thing:
            yield from _texts(thing.raw_get(name), name)
    elif isinstance(thing, ArrayObject):
        for value in list.__iter__(thing):
            yield from _texts(value, key)


def _streams(reader: PdfReader) -> Iterator[Place]:
    """Properties in XML, and what is attached."""
    for thing in _objects(reader):
        if not isinstance(thing, StreamObject):
            continue
        if thing.get("/Type") == "/Metadata":
            root = tree(thing.get_data())
            texts = [str(text) for text in root.itertext() if text.strip()]
            texts += [value for element in root.iter() for value in element.attrib.values()]
            yield Place("Properties in the file", None, "\n".join(texts))
        elif thing.get("/Type") == "/EmbeddedFile":
            yield Place("Attachment", None, thing.get_data()[:ATTACHED].decode("utf-8", "replace"))
