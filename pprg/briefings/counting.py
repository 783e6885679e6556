"""How long words take: counted, read and talked about."""

from __future__ import annotations

from math import ceil

READ_A_MINUTE = 230
"""Words that an adult reads silently in a minute."""
SLOT = 7
LEAST_TALK = 3
"""Minutes: half of the seven are for talking, so a long briefing does not eat them all."""


def words_in(*texts: str) -> int:
    """How many words there are; a dash or a bullet that stands alone is none."""
    return sum(any(letter.isalnum() for letter in word) for text in texts for word in text.split())


def minutes_to_read(words: int) -> int:
    return max(1, ceil(words / READ_A_MINUTE))


def minutes_to_talk(words: int) -> int:
    return max(LEAST_TALK, SLOT - minutes_to_read(words))
