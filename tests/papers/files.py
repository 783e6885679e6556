"""Files as people send them, and as people who mean harm make them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import docx
from PIL import Image
from pypdf import PdfWriter

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROGRAM = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(200)


def a_letter(words: str = "We were told on Friday.") -> bytes:
    """A Word document with a paragraph."""
    made, file = docx.Document(), BytesIO()
    made.add_paragraph(words)
    made.save(file)
    return file.getvalue()


def a_workbook() -> bytes:
    """An Excel workbook as far as its parts go."""
    main = f"{OOXML}.spreadsheetml.sheet.main+xml"
    return a_zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/xl/workbook.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": links(("officeDocument", "xl/workbook.xml", "")),
            "xl/workbook.xml": "<workbook><sheets/></workbook>",
        }
    )


def an_open_document(body: str = "", kind: str = "text") -> bytes:
    content = (
        f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:draw="{ODF}:drawing:1.0" '
        f'xmlns:text="{ODF}:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</office:document-content>'
    )
    return a_zip({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def a_pdf(do: Callable[[PdfWriter], object] = lambda _: None) -> bytes:
    """A PDF of one page, and whatever else is done to it."""
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    do(writer)
    writer.write(file)
    return file.getvalue()


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "grey").save(file, kind)
    return file.getvalue()


def an_endless_picture() -> bytes:
    """A PNG of a few bytes that says it is 60,000 by 60,000 points."""

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"")) + part(b"IEND", b"")


def a_zip(members: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in members.items():
            pack.writestr(name, content)
    return file.getvalue()


def with_parts(file: bytes, changed: dict[str, str | bytes]) -> bytes:
    """An Office file with these parts put in or changed."""
    with zipfile.ZipFile(BytesIO(file)) as pack:
        parts: dict[str, str | bytes] = {name: pack.read(name) for name in pack.namelist()}
    return a_zip(parts | changed)


def part_of(file: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(file)) as pack:
        return pack.read(name).decode()


def links(*leads: tuple[str, str, str]) -> str:
    """A relationships part: (kind, target, "External" or "")."""
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{KINDS}/{kind}" Target="{target}"'
        f"{f' TargetMode={mode!r}' if mode else ''}/>"
        for number, (kind, target, mode) in enumerate(leads)
    )
    return f'<Relationships xmlns="{LINKS}">{rows}</Relationships>'


def a_bomb() -> bytes:
    """A Word document of half a megabyte that unpacks to three hundred."""
    return with_parts(a_letter(), {"word/media/image1.bmp": bytes(300_000_000)})
