"""What a file is, by its content: one of the kinds we take, or a sentence that says why not and what to do.

A name proves nothing and neither do the first bytes alone, so each kind is opened as its own program would
open it. With a stranger's file this is called through `apart`, in a process that has no keys.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import filetype

from pprg.errors import Refused
from pprg.papers import checking_office, checking_pdf, checking_pictures, checking_text
from pprg.papers.states import Kind

WE_TAKE = "We take PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, plain text and CSV files."
_BEGINNINGS = {b"%PDF-": Kind.PDF, b"\xff\xd8\xff": Kind.JPEG, b"\x89PNG\r\n\x1a\n": Kind.PNG}
_LOOKS: dict[Kind, Callable[[bytes], None]] = {
    Kind.PDF: checking_pdf.look,
    Kind.JPEG: checking_pictures.look,
    Kind.PNG: checking_pictures.look,
    Kind.TEXT: checking_text.look,
    Kind.CSV: checking_text.look_at_table,
}
_ARCHIVES = {
    "zip",
    "rar",
    "7z",
    "tar",
    "gz",
    "bz2",
    "xz",
    "cab",
    "zst",
    "lz4",
    "lz",
    "lzo",
    "Z",
    "br",
    "epub",
}
_PROGRAMS = {"exe", "elf", "swf", "wasm", "deb", "rpm", "crx", "ar"}
_OLD = {"doc": "Word file (.doc)", "xls": "Excel file (.xls)", "ppt": "PowerPoint file (.ppt)"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def kind_of(content: bytes, ending: str) -> Kind:
    """The kind of a file whose name ends so (".docx"), or Refused with what to do about it."""
    if content.startswith(b"PK"):
        members = checking_office.members_of(content)
        kind, look = checking_office.kind_of(members), partial(checking_office.look, members)
    else:
        kind = _seems(content, ending)
        look = partial(_LOOKS[kind], content)
    if ending not in kind.suffixes:
        named = f"is called {ending}" if ending else "has no ending such as .pdf"
        raise Refused(f"This file {named} but is {kind.called}. Rename it or choose the right file.")
    look()
    return kind


def _seems(content: bytes, ending: str) -> Kind:
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content.startswith(_OLE):
        raise Refused(_old_office(content, ending))
    if found := filetype.guess(content):
        raise Refused(_not_taken(found.mime, found.extension))
    if ending not in {".txt", ".csv"}:
        raise Refused(_no_such_kind(ending))
    return Kind.CSV if ending == ".csv" else Kind.TEXT


def _no_such_kind(ending: str) -> str:
    claimed = next((kind for kind in Kind if ending in kind.suffixes), None)
    if claimed:
        return f"This file is called {ending} but is not {claimed.called}, or is damaged. Save it again."
    if ending == ".eml":
        return checking_text.MAIL
    return f"Files {f'called {ending}' if ending else 'without an ending'} are not taken. {WE_TAKE}"


def _old_office(content: bytes, ending: str) -> str:
    """Files of the container that Office wrote until 2007, Outlook still does, and passwords bring back."""
    if _LOCKED in content:
        return "This file has a password. Take the password off, save it, and choose it again."
    if ending == ".msg":
        return checking_text.MAIL
    old = _OLD.get(ending.removeprefix("."), "Office file")
    return f"This is an old {old}. Open it, save it as .docx, .xlsx, .pptx or PDF, and choose that one."


def _not_taken(mime: str, extension: str) -> str:
    if mime.startswith("image/"):
        return "This picture is in a format that few people can open. Save it as JPEG or PNG."
    if mime.startswith(("video/", "audio/")):
        return "Recordings are not sent here. Say that there is one, and ring us about it."
    if extension in _ARCHIVES:
        return "This is an archive of files. Take the files out and send each on its own."
    if extension in _PROGRAMS:
        return "This is a program. Programs are not taken."
    if extension == "rtf":
        return "This is rich text. Open it, save it as .docx or PDF, and choose that one."
    return f"This is not a kind of file that we take. {WE_TAKE}"
