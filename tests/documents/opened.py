"""Finished files opened as a reader would: their words, page by page, in reading order."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.machine import needs


def word_paragraphs(file: bytes) -> list[Paragraph]:
    """Every paragraph of the body in order, those in tables too."""
    document = Document(BytesIO(file))
    return [Paragraph(found, document._body) for found in document.element.body.iter(qn("w:p"))]


def word_text(file: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in word_paragraphs(file))


def pdf_pages(file: bytes) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pdf_text(file: bytes) -> str:
    return "\n".join(pdf_pages(file))


def page_text(file: bytes) -> str:
    soup = BeautifulSoup(file.decode(), "html.parser")
    return soup.body.get_text()


TEXT = {"word": word_text, "pdf": pdf_text, "page": page_text}


def squeezed(text: str) -> str:
    """Without spaces, line ends and hyphens that only show at a line's end: those are a page's own affair."""
    return "".join(text.split()).replace("\u00ad", "").replace("\ufffe", "")


def printed(file: bytes, folder: Path) -> bytes:
    """The Word file as LibreOffice prints it. It has a profile of its own and works alone."""
    source = folder / "briefing.docx"
    source.write_bytes(file)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            needs("soffice"),
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            str(source),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return source.with_suffix(".pdf").read_bytes()
