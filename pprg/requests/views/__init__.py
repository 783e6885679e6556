"""The pages of the room: asking, answering, documents, and what coordinators do with what they asked."""

from pprg.requests.views import answering, asking, files, overseeing, reading, writing
from pprg.requests.views.door import bp

__all__ = ["answering", "asking", "bp", "files", "overseeing", "reading", "writing"]
