"""The 7-minute briefing as an accessible PDF."""

from __future__ import annotations

from pprg.briefings.content import Briefing
from pprg.briefings.drawing.briefing import TEMPLATES, plain, properties
from pprg.briefings.drawing.fitting import fit
from pprg.documents import codes, pdf

TEMPLATE = TEMPLATES / "seven-minute-briefing.typ"


def briefing(words: Briefing) -> bytes:
    """The finished PDF: tagged, PDF/UA-1, the code drawn as lines."""
    said, about = plain(words, fit(words)), properties(words)
    said["use"]["svg"] = codes.svg(said["use"]["address"])
    return pdf.render(TEMPLATE, said | {"document": about.plain})
