"""What a file says of itself outside its pages: title, subject, whose it is, when it was released.

Readers see these in search results, browser tabs and file lists, so they name the partnership, never
a person, a library or the hour at which somebody pressed a button.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from pprg.documents.lettering import printable

LANGUAGE = "en-GB"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>{}</Company></Properties>"
)


@dataclass(frozen=True, kw_only=True)
class Properties:
    """The partnership is the author. `dated` is the day of release, so the same words give the same bytes."""

    title: str
    subject: str
    author: str
    keywords: str = ""
    """Which version it is, since when, and its fingerprint."""
    dated: date | None = None

    @property
    def core(self) -> bytes:
        """Office's core properties part."""
        parts = [
            f"<dc:title>{_text(self.title)}</dc:title>",
            f"<dc:subject>{_text(self.subject)}</dc:subject>",
            f"<dc:creator>{_text(self.author)}</dc:creator>",
            f"<cp:lastModifiedBy>{_text(self.author)}</cp:lastModifiedBy>",
            *([f"<cp:keywords>{_text(self.keywords)}</cp:keywords>"] if self.keywords else []),
            *(self._day(name) for name in ("created", "modified") if self.dated),
            f"<dc:language>{LANGUAGE}</dc:language>",
        ]
        return (_DECLARATION + _CORE.format("".join(parts))).encode()

    @property
    def app(self) -> bytes:
        """Office's extended properties part: the organisation and nothing about the program."""
        return (_DECLARATION + _APP.format(_text(self.author))).encode()

    @property
    def plain(self) -> dict[str, Any]:
        """For a template that writes them itself."""
        day = self.dated and {"year": self.dated.year, "month": self.dated.month, "day": self.dated.day}
        said = {"title": self.title, "subject": self.subject, "author": self.author}
        return said | {"keywords": self.keywords, "dated": day}

    def _day(self, name: str) -> str:
        return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{self.dated}T00:00:00Z</dcterms:{name}>'


def _text(words: str) -> str:
    return escape(printable(words).replace("\n", " "))
