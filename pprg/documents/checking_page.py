"""What in a web page that stands on its own would shut somebody out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree, html

from pprg.documents import checking_whose, checking_words
from pprg.documents.places import CannotRead

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def faults(file: bytes) -> Iterator[str]:
    try:
        page = html.document_fromstring(file.decode("utf-8"))
    except (UnicodeDecodeError, etree.ParserError, ValueError):
        raise CannotRead("This is not a web page that can be read.") from None
    yield from _about_the_page(page)
    said = {meta.get("name"): meta.get("content", "") for meta in page.iter("meta")}
    yield from checking_whose.pdf(said.get("author", ""), said.get("generator", ""))
    yield from _headings(page)
    yield from _pictures(page)
    yield from _tables(page)
    yield from _links(page)


def _about_the_page(page: html.HtmlElement) -> Iterator[str]:
    if page.get("lang") != checking_words.LANGUAGE:
        yield "The page does not say that it is in British English."
    if not (page.findtext("head/title") or "").strip():
        yield "The page has no title."
    if page.find(".//main") is None:
        yield "The page does not say where its main part begins."
    zoom = " ".join(meta.get("content", "") for meta in page.iter("meta") if meta.get("name") == "viewport")
    if "user-scalable=no" in zoom.replace(" ", "") or "maximum-scale" in zoom:
        yield "The page cannot be made larger."
    if page.find(".//script") is not None:
        yield "The page holds a script."
    for name, times in Counter(node.get("id") for node in page.iter() if node.get("id")).items():
        if times > 1:
            yield f"{times} parts of the page have the same mark, “{name}”."


def _headings(page: html.HtmlElement) -> Iterator[str]:
    levels = [_HEADINGS[node.tag] for node in page.iter() if node.tag in _HEADINGS]
    if levels.count(1) != 1:
        yield f"The page has {levels.count(1)} first headings; it needs one."
    elif level := checking_words.skips(levels):
        yield f"A heading of level {level} stands without one of level {level - 1} above it."


def _pictures(page: html.HtmlElement) -> Iterator[str]:
    for picture in page.iter("img"):
        if picture.get("alt") is None:
            yield "A picture has no alternative text."
        elif picture.get("alt") and (wrong := checking_words.described_badly(picture.get("alt", ""))):
            yield f"A picture {wrong}."
    for drawing in page.iter("svg"):
        hidden = any(node.get("aria-hidden") == "true" for node in (drawing, *drawing.iterancestors()))
        around = [drawing, *drawing.iterancestors()]
        named = any(node.get("role") == "img" and node.get("aria-label", "").strip() for node in around)
        if not hidden and not named:
            yield "A drawing has no alternative text."


def _tables(page: html.HtmlElement) -> Iterator[str]:
    for table in page.iter("table"):
        if not any(cell.get("scope") == "col" for cell in table.iter("th")):
            yield "A table has no header row."
        if table.find("caption") is None:
            yield "A table has no caption."


def _links(page: html.HtmlElement) -> Iterator[str]:
    for link in page.iter("a"):
        said = " ".join(link.text_content().split()) or link.get("aria-label", "")
        if not said or checking_words.vague(said):
            yield "A link does not say where it leads."
