"""The room's pages: lists, writing page by page, entries of a list, sending, reading, authorising."""

from pprg.referrals.views import authorising, reading, rows, sending, writing
from pprg.referrals.views.door import bp

__all__ = ["authorising", "bp", "reading", "rows", "sending", "writing"]
