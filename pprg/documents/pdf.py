"""Words into an accessible PDF (PDF/UA-1), by typst and a house template.

Words go in as data and are only ever shown as text. Only the letters we carry are used, so a page breaks in
the same place on every machine. Templates are ours: unlike Word's, they are programs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from pprg.documents.lettering import cleaned
from pprg.documents.measuring import FACES

_MADE_BY = re.compile(rb"/Creator\(Typst [\d.]+\)(?=/)|<xmp:CreatorTool>Typst [\d.]+</xmp:CreatorTool>")
"""Where typst writes its own name. White space of the same length is as good there, and moves nothing."""

_one_at_a_time = Lock()
"""A compiler keeps what it has worked out between documents, and so serves one at a time (about 20 ms)."""


class LeftOut(RuntimeError):  # noqa: N818 - what went wrong, for whoever keeps the template
    """Something of the words would be missing from the PDF."""


def render(template: Path, words: Mapping[str, Any]) -> bytes:
    """The finished .pdf, tagged and checked as PDF/UA-1 while it is written. Same input, same bytes.

    typst only warns where it leaves words out, as of a grid within a paragraph. That is no file to hand on.
    """
    data = {"words": json.dumps(cleaned(words), ensure_ascii=False)}
    with _one_at_a_time:
        made, warnings = _compiler(template).compile_with_warnings(
            sys_inputs=data, format="pdf", pdf_standards="ua-1"
        )
    if warnings or not isinstance(made, bytes):
        raise LeftOut("; ".join(warning.message for warning in warnings) or "no PDF was made")
    return _MADE_BY.sub(lambda found: b" " * len(found[0]), made)


@cache
def _compiler(template: Path) -> typst.Compiler:
    return typst.Compiler(template, font_paths=_faces())


@cache
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FACES)])
