"""Faults that words themselves can have, whatever the file: descriptions and links that say nothing."""

from __future__ import annotations

import re

LANGUAGE = "en-GB"
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:picture|image|graphic|object|chart|table|shape|group)\s*\d*", re.IGNORECASE)
_VAGUE = frozenset({"click here", "here", "link", "this link", "more", "read more", "see here"})


def described_badly(text: str) -> str:
    """What is wrong with an alternative text, as the end of a sentence; empty if nothing is."""
    words = text.strip()
    if not words:
        return "has no alternative text"
    if _FILE_NAME.fullmatch(words):
        return "has the name of a file as its alternative text"
    return "has an alternative text that says nothing" if _SAYS_NOTHING.fullmatch(words) else ""


def vague(link: str) -> bool:
    """Whether a link's words tell nobody where it leads."""
    return " ".join(link.split()).strip(".…»›> ").casefold() in _VAGUE


def skips(levels: list[int]) -> int:
    """The first heading level that comes without the one above it; 0 if none does."""
    before = 0
    for level in levels:
        if level > before + 1:
            return level
        before = level
    return 0
