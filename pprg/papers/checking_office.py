"""Word, Excel, PowerPoint and OpenDocument: opened with care; no macros, programs or calls from outside."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from pprg.documents import zips
from pprg.documents.places import CannotRead
from pprg.documents.reading_office import tree
from pprg.errors import Refused
from pprg.papers.states import Kind

AS_PDF = "Save it as a PDF and send that."
MACROS = "This file holds macros, small programs that run when somebody opens it. " + AS_PDF
OUTSIDE = "This file would fetch something from another computer when somebody opens it. " + AS_PDF
INSIDE = "This file holds a part of another program. " + AS_PDF
DAMAGED = "This file is damaged. Open it, save it again, and choose that one."
LOCKED = "This file has a password. Take the password off, save it, and choose it again."

_OOXML = "application/vnd.openxmlformats-officedocument."
_MAIN = {
    f"{_OOXML}wordprocessingml.document.main+xml": Kind.WORD,
    f"{_OOXML}spreadsheetml.sheet.main+xml": Kind.EXCEL,
    f"{_OOXML}presentationml.presentation.main+xml": Kind.POWERPOINT,
}
_ODF = {
    "application/vnd.oasis.opendocument.text": Kind.TEXT_DOCUMENT,
    "application/vnd.oasis.opendocument.spreadsheet": Kind.SPREADSHEET,
}
_BIGGEST_PART = 40_000_000
"""Bytes of XML that are read at once."""
_MACROS = re.compile(r"vbaproject|vbadata|activex|macrosheets|dialogsheets|(^|/)(basic|scripts)/", re.I)
_INNER = re.compile(r"\.(docx|xlsx|pptx)$", re.I)
_XML = re.compile(r"\.(xml|rels|vml|rdf)$", re.I)
_DEEPEST = 2
_PROGRAMS = (b"\xd0\xcf\x11\xe0", b"MZ", b"\x7fELF")
"""Objects of other programs (OLE), and programs themselves."""
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|<\0!\0D\0O\0C\0T|\0<\0!\0D\0O\0C\0T", re.I)
_FAR = re.compile(r"(?!file:///[a-z]:|[a-z]:)(?:[a-z][a-z0-9+.-]*:|\\\\|//)", re.I)
"""An address on another computer. A drive of the writer's own, where Word notes its template, is none."""
_LINKS = {"hyperlink", "hyperlinkScript"}
"""What leads out only when a person presses it."""
_FIELDS = re.compile(r"\bDDE(AUTO)?\b|\bINCLUDE(PICTURE|TEXT)\s+\"?\s*(https?:|ftp:|\\\\)", re.I)
_RUNS = re.compile(rb"<(\w+:)?(ddeLink|oleLink)\b|refreshOnLoad=[\"'](1|true)")
"""In a workbook: a link that starts a program, a question to a server asked on opening."""
_XLINK = "{http://www.w3.org/1999/xlink}href"


def members_of(content: bytes) -> Mapping[str, bytes]:
    """Every member by its name, or Refused for what cannot be unpacked safely."""
    try:
        return zips.unpacked(content)
    except zips.CannotUnpack as wrong:
        raise Refused(f"{wrong} Open it, save it again without a password, and choose that one.") from None


def kind_of(members: Mapping[str, bytes]) -> Kind:
    """Which kind of Office file it says it is. Any other zip is refused."""
    if "mimetype" in members:
        said = members["mimetype"][:100].decode("ascii", "replace").strip()
        kinds = [_ODF[said]] if said in _ODF else []
    elif zips.CONTENTS in members:
        kinds = _microsoft(members[zips.CONTENTS])
    else:
        raise Refused("This is an archive of files. Take the files out and send each on its own.")
    if len(kinds) != 1:
        raise Refused("This is not a Word, Excel, PowerPoint or OpenDocument file. " + AS_PDF)
    return kinds[0]


def look(members: Mapping[str, bytes], depth: int = 0) -> None:
    """Refuse what could do harm to whoever opens the file."""
    for name, content in members.items():
        _one(name, content, depth)
    for name, content in members.items():
        if name.endswith(".rels"):
            _calls(_tree(content))
        elif name in {"content.xml", "styles.xml"}:
            _open_document(_tree(content))
        elif b"instrText" in content or b"fldSimple" in content:
            _fields(_tree(content))


def _microsoft(listed: bytes) -> list[Kind]:
    types = {str(one.get("ContentType", "")) for one in _tree(listed)}
    if any("macroenabled" in said.lower() or "vbaproject" in said.lower() for said in types):
        raise Refused(MACROS)
    if any(said.endswith(("template.main+xml", "slideshow.main+xml")) for said in types):
        raise Refused("This is a template or a slide show. Save it as an ordinary document, or as a PDF.")
    return [_MAIN[said] for said in types if said in _MAIN]


def _one(name: str, content: bytes, depth: int) -> None:
    if ".." in name.split("/") or name.startswith("/") or "\\" in name:
        raise Refused(DAMAGED)
    if _MACROS.search(name):
        raise Refused(MACROS)
    if content.startswith(_PROGRAMS):
        raise Refused(INSIDE)
    if _DOCTYPE.search(content, 0, len(content) if _XML.search(name) else 65_536):
        raise Refused(DAMAGED)
    if b"encryption-data" in content and name == "META-INF/manifest.xml":
        raise Refused(LOCKED)
    if _RUNS.search(content) and _XML.search(name) and name.startswith("xl/"):
        raise Refused(OUTSIDE)
    if content.startswith(b"PK\3\4"):
        _file_inside(name, content, depth)


def _file_inside(name: str, content: bytes, depth: int) -> None:
    """The workbook behind a chart is looked into as its own file would be."""
    if not _INNER.search(name) or depth == _DEEPEST:
        raise Refused(INSIDE)
    inner = members_of(content)
    kind_of(inner)
    look(inner, depth + 1)


def _calls(links: etree._Element) -> None:
    """What a part of the file leads to, other than where a person presses."""
    for link in links.iter("{*}Relationship"):
        kind = link.get("Type", "").rpartition("/")[2]
        if kind == "aFChunk" or (kind not in _LINKS and _FAR.match(link.get("Target", "").strip())):
            raise Refused(OUTSIDE)


def _fields(part: etree._Element) -> None:
    """Fields of Word that start programs or fetch. Their words may be spread over many runs."""
    said = []
    for element in part.iter("{*}fldChar", "{*}instrText", "{*}fldSimple"):
        local = etree.QName(element).localname
        said.append({"fldChar": " ", "instrText": element.text or ""}.get(local, ""))
        said += [f" {value} " for key, value in element.attrib.items() if str(key).endswith("instr")]
    if _FIELDS.search("".join(said)):
        raise Refused(OUTSIDE)


def _open_document(part: etree._Element) -> None:
    for element in part.iter(etree.Element):
        local = etree.QName(element).localname
        if local == "event-listener":
            raise Refused(MACROS)
        if local != "a" and _FAR.match(element.get(_XLINK, "").strip()):
            raise Refused(OUTSIDE)


def _tree(content: bytes) -> etree._Element:
    if len(content) > _BIGGEST_PART:
        raise Refused("This file is longer than any letter or report. " + AS_PDF)
    try:
        return tree(content)
    except CannotRead:
        raise Refused(DAMAGED) from None
