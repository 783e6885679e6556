"""The 7-minute briefing as a web page in one file, which also prints on two sheets."""

from __future__ import annotations

from pprg.briefings.content import Briefing
from pprg.briefings.drawing.briefing import TEMPLATES, plain, properties
from pprg.briefings.drawing.fitting import fit
from pprg.documents import codes, page

TEMPLATE = TEMPLATES / "seven-minute-briefing.html"


def briefing(words: Briefing) -> bytes:
    """The finished page: UTF-8, its own style, no script, nothing asked of anywhere else."""
    said = plain(words, fit(words)) | {"document": properties(words).plain}
    return page.render(TEMPLATE, said, drawings={"code": codes.svg(said["use"]["address"])})
