"""The room's pages: what there is, writing it, looking at what was made of it, letting it out."""

from pprg.publications.views import (
    checking,
    findings,
    found_again,
    handing_in,
    overview,
    releasing,
    renewing,
    sections,
)
from pprg.publications.views.door import bp

__all__ = [
    "bp", "checking", "findings", "found_again", "handing_in", "overview", "releasing", "renewing",
    "sections",
]  # fmt: skip
