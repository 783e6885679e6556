"""The room's pages: lists, writing, entries of a list, documents, sending, reading, authorising."""

from pprg.referrals.views import authorising, documents, reading, rows, sending, writing
from pprg.referrals.views.door import bp

__all__ = ["authorising", "bp", "documents", "reading", "rows", "sending", "writing"]
