"""Words into a Word file, by a template that a partnership may change in Word itself.

The template holds docxtpl's tags (`{{ title }}`, `{%p for … %}`). It is opened and understood once; each
document then fills in only the parts that hold tags. A tag can never reach Python, a name that the words do
not have is an error in words, and nothing typed by a person is ever read as a tag or as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.package import OpcPackage
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from pprg.documents import zips
from pprg.documents.lettering import cleaned
from pprg.documents.properties import Properties

BODY = "word/document.xml"
_NEW_LINE = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_UNWANTED = (
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""Parts that Word or a person may have left in a template and that nobody should publish."""
_FIRST_OF_A_PARAGRAPH = {qn(name) for name in ("w:pStyle", "w:keepNext", "w:keepLines")}


@dataclass(frozen=True)
class Setting:
    """How a paragraph style is set: size and leading in points, the air at its right in millimetres."""

    size: float
    leading: float
    right_mm: float | None = None


class WrongTemplate(ValueError):  # noqa: N818 - a sentence to whoever made the template
    """The template cannot be used; says why in words that its editor can act on."""


@dataclass(frozen=True)
class _Opened:
    """A template understood: `live` parts are filled in for each document, `ready` ones are copied."""

    ready: Mapping[str, bytes]
    live: Mapping[str, Template]
    pictures: Mapping[str, str]
    heading: str


def render(
    template: Path,
    words: Mapping[str, Any],
    properties: Properties,
    *,
    pictures: Mapping[str, bytes] | None = None,
    settings: Mapping[str, Setting] | None = None,
    new_page_before: int | None = None,
    whole_parts: bool = True,
) -> bytes:
    """The finished .docx. Same input, same bytes.

    `pictures` take the place of the template's pictures of those names (Selection Pane), `settings` that of
    its paragraph styles of those names. What stands under a Heading 1 is kept together, unless its parts
    may run over pages (`whole_parts=False`); the heading of number `new_page_before`, counted from 1, starts
    a page.
    """
    opened = _open(template.read_bytes(), tuple((settings or {}).items()))
    words = cleaned(words)
    parts = {name: _fill(part, words) for name, part in opened.live.items()}
    parts[BODY] = _arrange(parts[BODY], opened.heading if whole_parts else "", new_page_before)
    parts["docProps/core.xml"], parts["docProps/app.xml"] = properties.core, properties.app
    for name, picture in (pictures or {}).items():
        if name in opened.pictures:
            parts[opened.pictures[name]] = picture
    return zips.packed({**opened.ready, **parts})


@lru_cache(maxsize=16)
def _open(content: bytes, settings: tuple[tuple[str, Setting], ...]) -> _Opened:
    document = _document(content)
    _drop_leftovers(document.part.package)
    for name, setting in settings:
        _set(document.styles[name], setting)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    live = {name: _understood(part) for name, part in parts.items() if _holds_tags(name, part)}
    return _Opened(
        ready={name: part for name, part in parts.items() if name not in live},
        live={BODY: _understood(parts[BODY]), **live},
        pictures=_named_pictures(document),
        heading=document.styles["Heading 1"].style_id,
    )


def _document(content: bytes) -> Any:
    try:
        document = Document(BytesIO(content))
    except (ValueError, KeyError, OSError, SyntaxError, BadZipFile) as wrong:
        raise WrongTemplate("The template is not a Word document (.docx), or it is damaged.") from wrong
    if "Heading 1" not in document.styles:
        raise WrongTemplate("The template has no style named Heading 1, which every box needs.")
    return document


def _set(style: Any, setting: Setting) -> None:
    style.font.size = Pt(setting.size)
    style.paragraph_format.line_spacing = Pt(setting.leading)
    if setting.right_mm is not None:
        style.paragraph_format.right_indent = Mm(setting.right_mm)


def _drop_leftovers(package: OpcPackage | None) -> None:
    for holder in (package, package.main_document_part) if package else ():
        for key in [key for key, link in holder.rels.items() if link.reltype in _UNWANTED]:
            del holder.rels[key]


def _holds_tags(name: str, part: bytes) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and (b"{{" in part or b"{%" in part)


def _understood(part: bytes) -> Template:
    cleaner = DocxTemplate(BytesIO())
    try:
        return _strict().from_string(cleaner.patch_xml(part.decode()))
    except TemplateError as wrong:
        raise WrongTemplate(f"The Word template cannot be read: {wrong}.") from wrong


def _named_pictures(document: Any) -> dict[str, str]:
    """Each picture's name in Word's Selection Pane, and the file in the package that holds it."""
    found = {}
    for shape in document.inline_shapes:
        drawing = shape._inline
        if (held := drawing.graphic.graphicData.pic) is not None:
            kept_in = document.part.related_parts[held.blipFill.blip.embed]
            found[drawing.docPr.name] = kept_in.partname.lstrip("/")
    return found


def _fill(part: Template, words: Mapping[str, Any]) -> bytes:
    try:
        return part.render(words).encode()
    except TemplateError as wrong:
        raise WrongTemplate(f"The Word template asks for something that is not there: {wrong}.") from wrong


def _arrange(body: bytes, heading: str, new_page_before: int | None) -> bytes:
    """Keep each headed part whole. A template that would break the file fails here, not on a desk."""
    try:
        root = parse_xml(body)
    except SyntaxError as wrong:
        raise WrongTemplate(f"A tag in the Word template stands where words cannot: {wrong}.") from wrong
    headed = _headed_parts(root[0], heading)
    for number, part in enumerate(headed, start=1):
        for paragraph in part[:-1]:
            _tell(paragraph, "w:keepNext")
        if number == new_page_before:
            _tell(part[0], "w:pageBreakBefore")
    return serialize_part_xml(root)


def _tell(paragraph: CT_P, name: str) -> None:
    """Give a paragraph a property of its own. Word insists on the order of these."""
    own = paragraph.get_or_add_pPr()
    if own.find(qn(name)) is None:
        before = [child for child in own if child.tag in _FIRST_OF_A_PARAGRAPH]
        own.insert(len(before), OxmlElement(name))


def _headed_parts(body: Any, heading: str) -> list[list[CT_P]]:
    """The paragraphs from each heading to the next, those in tables too."""
    parts: list[list[CT_P]] = []
    for paragraph in body.iter(qn("w:p")):
        if paragraph.style == heading:
            parts.append([])
        if parts:
            parts[-1].append(paragraph)
    return parts


def _kept_lines(value: object) -> object:
    """Line ends and tabs as Word writes them; asked of every value, so it looks before it works."""
    if not isinstance(value, str) or ("\n" not in value and "\t" not in value):
        return value
    marked = str(escape(value)).replace("\n", _NEW_LINE).replace("\t", _TAB)
    return Markup(marked)  # noqa: S704 - escaped in the line above


@lru_cache(maxsize=1)
def _strict() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_kept_lines)
