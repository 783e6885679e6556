"""How many words each box may take, and the whole.

Seven minutes are about 900 spoken words, and half of them belong to the talk. Above the aim there is a note,
from `STOP` on no release. Measured: at 600 to 640 words the briefing stands on two pages.
"""

from __future__ import annotations

from typing import NamedTuple

from pprg.briefings.content import BoxKind


class Budget(NamedTuple):
    """Words: how few look thin, how many crowd the others out."""

    least: int
    most: int


BUDGETS = {
    BoxKind.PERSON: Budget(60, 80),
    BoxKind.WHY: Budget(50, 70),
    BoxKind.HAPPENED: Budget(80, 110),
    BoxKind.LEARNED: Budget(90, 130),
    BoxKind.WORKED: Budget(40, 60),
    BoxKind.DO_NOW: Budget(90, 120),
    BoxKind.TALK: Budget(60, 90),
}
WHOLE = Budget(520, 680)
STOP = 751
"""From here on a briefing cannot be released."""
