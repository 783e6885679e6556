"""What Word, PowerPoint and Excel files have in common: parts of XML in a zip, read without trusting them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from re import compile as pattern

from lxml import etree

from pprg.documents import zips
from pprg.documents.places import CannotRead, Place
from pprg.documents.reading_pictures import hidden_in_picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPHS = {f"{W}p", f"{A}p"}
REMOVED = {f"{W}del", f"{W}moveFrom"}
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WORDS = {"t", "delText", "instrText", "delInstrText", "sym"}
_EMBEDDED = {"docx", "docm", "xlsx", "xlsm", "pptx", "pptm"}
_PICTURES = {"png", "jpg", "jpeg", "tif", "tiff", "gif", "webp", "bmp"}
_READABLE = pattern(rb"(?:[\x20-\x7e]\x00){4,}|[\x20-\x7e]{4,}")
_NAMED = {
    ("comment", "author"): "author of a comment",
    ("comment", "initials"): "author of a comment",
    ("docPr", "descr"): "alternative text", ("cNvPr", "descr"): "alternative text",
    ("docPr", "title"): "title of a shape", ("cNvPr", "title"): "title of a shape",
    ("docPr", "name"): "name of a shape", ("cNvPr", "name"): "name of a shape",
    ("shape", "alt"): "alternative text", ("imagedata", "title"): "title of a shape",
    ("textpath", "string"): "lettering", ("hyperlink", "tooltip"): "tip of a link",
    ("hlinkClick", "tooltip"): "tip of a link", ("hlinkHover", "tooltip"): "tip of a link",
    ("hyperlink", "anchor"): "link within the file", ("bookmarkStart", "name"): "bookmark",
    ("alias", "val"): "label of a field", ("tag", "val"): "label of a field", ("fldSimple", "instr"): "field",
    ("ins", "author"): "tracked change by", ("del", "author"): "tracked change by",
    ("moveFrom", "author"): "tracked change by", ("moveTo", "author"): "tracked change by",
    ("rPrChange", "author"): "tracked change by", ("pPrChange", "author"): "tracked change by",
    ("tblCaption", "val"): "title of a table", ("tblDescription", "val"): "alternative text",
    ("section", "name"): "name of a section", ("cSld", "name"): "name of a layout",
    ("tblPr", "title"): "title of a table", ("tblPr", "descr"): "alternative text",
}  # fmt: skip
"""Attributes that hold people's words, and what a reviewer knows them as."""


@dataclass
class Package:
    """An Office file in its parts. `read` remembers which were, so that the rest can be swept up."""

    members: Mapping[str, bytes]
    read: set[str] = field(default_factory=set)

    @classmethod
    def opened(cls, file: bytes, main: str) -> Package:
        try:
            members = zips.unpacked(file)
        except zips.CannotUnpack as wrong:
            raise CannotRead(str(wrong)) from None
        if main not in members:
            raise CannotRead("This is not the kind of file that its name says.")
        return cls(members)

    def tree(self, name: str) -> etree._Element:
        self.read.add(name)
        return tree(self.members[name])

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id -> (kind, member name), or for what lies outside the file its address."""
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        if name not in self.members:
            return {}
        found = {}
        for link in self.tree(name):
            target = link.get("Target", "")
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[link.get("Id", "")] = link.get("Type", "").rpartition("/")[2], target
        return found

    def outside(self, part: str) -> list[str]:
        """Addresses beyond the file that a part leads to: web pages, mail addresses, pictures on a drive."""
        return [target for _, target in self.links(part).values() if target not in self.members]


def tree(content: bytes) -> etree._Element:
    """XML without entities, without a document type, without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CannotRead("A part of the file is damaged.") from None
    if root.getroottree().docinfo.doctype:
        raise CannotRead("The file holds a document type, which no Office program writes.")
    return root


def words(paragraph: etree._Element, *, removed: bool = False) -> str:
    """A paragraph's words, joined over its runs; with `removed` those that tracked changes took out."""
    return "".join(_spoken(paragraph, removed, inside=False))


def named(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Words in attributes, each with what it is: alternative text, name of a shape, author of a change."""
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        for attribute, value in element.attrib.items():
            what = _NAMED.get((local, etree.QName(attribute).localname))
            if what and value:
                yield what, str(value)


def corners(package: Package) -> list[Place]:
    """Properties, and everything that was not read yet: whatever it is, its words are read."""
    found = []
    for name in sorted(package.members):
        if name in package.read:
            continue
        ending = name.rpartition(".")[2].lower()
        if name.startswith("docProps/") and ending == "xml":
            found += _properties(package.tree(name))
        elif ending in {"xml", "rels", "vml"}:
            found += _hidden(name, package.tree(name))
        elif ending in _EMBEDDED:
            found += _embedded(name, package.members[name])
        else:
            found += _binary(name, ending, package.members[name])
    return found


def _spoken(node: etree._Element, removed: bool, inside: bool) -> Iterator[str]:
    for child in node.iterchildren(etree.Element):
        if child.tag in PARAGRAPHS:
            continue  # a text box inside: it has a place of its own
        local = etree.QName(child).localname
        gone = inside or child.tag in REMOVED
        if local in _WORDS and child.text and gone == removed:
            yield child.text
        elif local in _BREAKS and gone == removed:
            yield _BREAKS[local]
        else:
            yield from _spoken(child, removed, gone)


def _properties(root: etree._Element) -> list[Place]:
    return [
        Place(
            f"Document property: {leaf.getparent().get('name') or etree.QName(leaf).localname}",
            None,
            leaf.text,
        )
        for leaf in root.iter(etree.Element)
        if leaf.text and leaf.text.strip() and leaf is not root
    ]


def _hidden(name: str, root: etree._Element) -> list[Place]:
    """Paragraphs as paragraphs, then what else has words, then every attribute that could hold some."""
    texts = [words(paragraph) for paragraph in root.iter(*PARAGRAPHS)]
    texts += [
        element.text
        for element in root.iter(etree.Element)
        if element.text
        and element.text.strip()
        and not any(up.tag in PARAGRAPHS for up in element.iterancestors())
    ]
    texts += [
        str(value)
        for element in root.iter(etree.Element)
        for value in element.attrib.values()
        if _wordy(str(value))
    ]
    return [
        Place(f"Hidden part of the file ({name})", None, "\n".join(text for text in texts if text.strip()))
    ]


def _wordy(value: str) -> bool:
    """Not a number, a colour or an address of a schema."""
    return any(letter.isalpha() for letter in value) and not value.startswith("http://schemas.")


def _embedded(name: str, content: bytes) -> list[Place]:
    """A whole file within the file: the workbook behind a chart, an attached document."""
    try:
        inner = Package(zips.unpacked(content))
    except zips.CannotUnpack as wrong:
        raise CannotRead(f"A file inside this one cannot be read ({name}). {wrong}") from None
    return [
        Place(f"File inside the file ({name}): {place.where}", None, place.text)
        for place in [*_workbook(inner), *corners(inner)]
    ]


def _workbook(package: Package) -> list[Place]:
    """The cells of a workbook's shared words, each whole though a cell may hold several runs."""
    name = "xl/sharedStrings.xml"
    if name not in package.members:
        return []
    cells = ["".join(str(text) for text in cell.itertext()) for cell in package.tree(name)]
    return [Place("Cells", None, "\n".join(cells))]


def _binary(name: str, ending: str, content: bytes) -> list[Place]:
    found = [Place("Name of a file inside", None, name)]
    if ending in _PICTURES:
        found += [
            Place(f"Hidden data of a picture ({name})", None, text) for text in hidden_in_picture(content)
        ]
    else:
        runs = (run.group().replace(b"\x00", b"").decode("ascii") for run in _READABLE.finditer(content))
        found.append(Place(f"Readable words in an embedded object ({name})", None, "\n".join(runs)))
    return found
