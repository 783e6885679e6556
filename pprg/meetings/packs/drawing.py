"""Words → one accessible PDF, with its reader's mark on every page."""

from __future__ import annotations

from dataclasses import asdict

from pprg.config import CHECKOUT
from pprg.documents import pdf
from pprg.meetings.packs.content import Pack

TEMPLATE = CHECKOUT / "briefing_templates" / "pack.typ"


def as_pdf(pack: Pack) -> bytes:
    return pdf.render(TEMPLATE, asdict(pack) | {"marked": pack.mark.words})
