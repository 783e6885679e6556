"""The room's pages: what there is, writing it, looking at what was made of it, letting it out."""

from pprg.publications.views import checking, findings, handing_in, overview, releasing, sections
from pprg.publications.views.door import bp

__all__ = ["bp", "checking", "findings", "handing_in", "overview", "releasing", "sections"]
