"""The room's pages: a meeting and its agenda, one item at a time, one decision."""

from pprg.meetings.views import arranging, deciding, inviting, membership, packs, presenting, sitting
from pprg.meetings.views.door import bp

__all__ = ["arranging", "bp", "deciding", "inviting", "membership", "packs", "presenting", "sitting"]
