"""All that was made of one review in one zip, with a page that says what each file is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pprg.briefings.content import Imprint
from pprg.briefings.drawing.briefing import DRAFT, TEMPLATES, dotted, link, one_line
from pprg.briefings.drawing.fitting import imprint_line, told_apart_by
from pprg.briefings.products import EVERYTHING, FORMAT_LABELS, Labelled
from pprg.documents import page, zips
from pprg.documents.reading_zip import INDEX

TEMPLATE = TEMPLATES / "everything.html"


@dataclass(frozen=True, kw_only=True)
class Packed:
    """One finished file on its way into the zip."""

    product: Labelled
    suffix: str
    file_name: str
    content: bytes


def everything(files: Sequence[Packed], imprint: Imprint) -> bytes:
    """The files as they are, byte for byte, and their index. Same files, same bytes."""
    return zips.packed({INDEX: _index(files, imprint), **{file.file_name: file.content for file in files}})


def size_of(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1000))} kB"


def _index(files: Sequence[Packed], imprint: Imprint) -> bytes:
    rows = [
        {
            "name": file.file_name,
            "label": file.product.label,
            "kind": FORMAT_LABELS[file.suffix],
            "size": size_of(file.content),
            "use": file.product.use,
        }
        for file in files
    ]
    words = {
        "title": one_line(imprint.title),
        "author": imprint.organisation,
        "keywords": told_apart_by(imprint),
        "eyebrow": dotted("Draft" if imprint.draft else "", imprint.organisation, EVERYTHING.label),
        "meta": dotted(imprint.review_type, imprint.published),
        "draft": DRAFT if imprint.draft else "",
        "files": rows,
        "hub": link(imprint.hub_address),
        "use": link(imprint.use_address),
        "contact": imprint.contact,
        "footer": imprint_line(imprint),
    }
    return page.render(TEMPLATE, words)
