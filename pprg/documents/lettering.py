"""Which letters a file can hold.

People paste from Word, from web pages and from case systems. What no format can carry is dropped; the words
around it never are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from pprg.documents.measuring import FACES

_LAST_OF_PLANES = "".join(
    chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_UNUSABLE = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""Control characters but for tab and line end (Word's vertical tab goes), halves of letters that lost their
other half, and code points that Unicode promises never to give to a letter."""


def printable(text: str) -> str:
    """The text without what XML, HTML or PDF cannot hold; every kind of line end becomes a plain one."""
    return _UNUSABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def cleaned(words: Any) -> Any:
    """The same mapping, lists and texts, every text printable."""
    if isinstance(words, str):
        return printable(words)
    if isinstance(words, Mapping):
        return {name: cleaned(value) for name, value in words.items()}
    if isinstance(words, (list, tuple)):
        return [cleaned(value) for value in words]
    return words


def without_a_shape(text: str) -> set[str]:
    """Letters that our faces cannot draw: a PDF shows a hollow box, though they can still be copied."""
    return {letter for letter in printable(text) if ord(letter) not in _shapes() and letter.isprintable()}


@cache
def _shapes() -> frozenset[int]:
    faces = ("LiberationSans-Regular", "Vazirmatn-Regular", "NotoEmoji-Regular")
    held: set[int] = set()
    for face in faces:
        with TTFont(FACES / f"{face}.ttf", lazy=True) as font:
            held.update(font.getBestCmap())
    return frozenset(held)
