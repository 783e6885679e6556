"""The room's pages: writing and sharing, sending, authorising, reading, screening, and what comes later."""

from pprg.referrals.views import (
    adding,
    asking_the_team,
    authorising,
    documents,
    entering,
    pasting,
    printing,
    reading,
    rows,
    screening,
    sending,
    sharing,
    writing,
)
from pprg.referrals.views.door import bp

__all__ = [
    "adding",
    "asking_the_team",
    "authorising",
    "bp",
    "documents",
    "entering",
    "pasting",
    "printing",
    "reading",
    "rows",
    "screening",
    "sending",
    "sharing",
    "writing",
]
