"""Which letters a file can hold.

People paste from Word, from web pages and from case systems. What no format can carry is dropped; the words
around it never are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from pprg.documents.measuring import FACES

_KEPT_CONTROLS = {"\n", "\t"}
_UNUSABLE = {"Cc", "Cs"}
"""Control characters (Word's vertical tab among them) and halves of letters that lost their other half."""


def printable(text: str) -> str:
    """The text without what XML, HTML or PDF cannot hold; every kind of line end becomes a plain one."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if _holds(letter))


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


def _holds(letter: str) -> bool:
    if letter in _KEPT_CONTROLS:
        return True
    return unicodedata.category(letter) not in _UNUSABLE and not _noncharacter(ord(letter))


def _noncharacter(code: int) -> bool:
    """Code points that Unicode promises never to give to a letter."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


@cache
def _shapes() -> frozenset[int]:
    faces = ("LiberationSans-Regular", "Vazirmatn-Regular", "NotoEmoji-Regular")
    held: set[int] = set()
    for face in faces:
        with TTFont(FACES / f"{face}.ttf", lazy=True) as font:
            held.update(font.getBestCmap())
    return frozenset(held)
