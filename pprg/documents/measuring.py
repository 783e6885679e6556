"""How much room words take, before anybody draws them.

Office programs only find out that text runs over when a person opens the file, so it is measured here
with the real widths of the letters: Liberation Sans, whose widths are Arial's. All lengths are points. Where
a letter is not in the face (emoji, Arabic, Chinese) a wide one is assumed: too careful, never too tight.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from re import compile as pattern

from fontTools.ttLib import TTFont

FACES = Path(__file__).parents[2] / "briefing_templates" / "fonts"
WIDE_LETTER = 1.25
"""Width, in parts of the size, of a letter that the face does not hold: an emoji's."""
HAIR = 0.75
"""Points kept free at the right of each line: programs round letter widths each in their own way."""

_LETTER = r"(?![\-–—])(?:\S|[\u00a0\u202f])"
_CHUNK = pattern(rf"(?:{_LETTER}|[\-–—]+(?=\d))+[\-–—]*|[\-–—]+|[^\S\u00a0\u202f]+")
"""What a line may break between: words with the hyphen that ends them, and spaces that are not no-break."""
_SENTENCE = pattern(r"(?<=[.!?…])[”’\"')]*\s+")


class Font(StrEnum):
    """The two cuts that the house uses; there is no italic."""

    REGULAR = "Regular"
    BOLD = "Bold"


@dataclass(frozen=True)
class Block:
    """One paragraph as it will stand: its words, and the size and leading they stand in."""

    text: str
    size: float
    leading: float
    font: Font = Font.REGULAR
    before: float = 0
    """Air above it, unless it comes first in its box."""
    colour: str = ""
    """A name of the theme's, "accent1"; empty keeps the box's own."""
    link: str = ""
    """Where a click leads."""


def width(text: str, font: Font, size: float) -> float:
    """How wide the words are on one line."""
    return sum(_parts(chunk, font) for chunk in text.split("\n")) * size


def lines(text: str, font: Font, size: float, width: float) -> list[str]:
    """The words as they break into lines of `width`: at spaces and hyphens, inside a word only if it must."""
    return list(_lines(text, font, size, width))


def height(blocks: Sequence[Block], width: float) -> float:
    """How tall the paragraphs stand in a box of that width."""
    return sum(
        len(_lines(block.text, block.font, block.size, width)) * block.leading
        + (block.before if place else 0)
        for place, block in enumerate(blocks)
    )


def fits(text: str, font: Font, size: float, width: float, height: float, leading: float = 1.2) -> bool:
    """Whether the words stay inside a box; `leading` is in parts of the size."""
    return len(lines(text, font, size, width)) * size * leading <= height


def keeps_words_whole(text: str, font: Font, size: float, width: float) -> bool:
    """Whether no single word is so long that it would be broken inside."""
    room = (width - HAIR) / size
    return all(_parts(word, font) <= room for word in _CHUNK.findall(text))


def leaves_a_word_alone(text: str, font: Font, size: float, width: float) -> bool:
    """Whether the last of several lines holds a single word, which looks like a slip."""
    found = lines(text, font, size, width)
    return len(found) > 1 and len(found[-1].split()) == 1


def largest(sizes: Sequence[float], holds: Callable[[float], bool]) -> float | None:
    """The first of the allowed sizes, given large to small, at which it holds; None if none does."""
    return next((size for size in sizes if holds(size)), None)


def pieces(text: str, holds: Callable[[str], bool]) -> list[str]:
    """The words in few pieces that each hold: cut at sentence ends, else between words, else inside one.

    Nothing is lost: the pieces joined by spaces are the words, white space at the cuts apart.
    """
    found: list[str] = []
    rest = text.strip()
    while rest and not holds(rest):
        cut = _last_that_holds(rest, holds)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*found, rest] if rest or not found else found


def balanced(weights: Sequence[float], groups: int, gap: float = 0) -> list[int]:
    """How many things of a row go into each of `groups` runs, so that the heaviest run is lightest."""
    for limit in sorted({_weight(weights, a, b, gap) for a, b in _runs(len(weights))}):
        counts = _packed(weights, limit, gap)
        if len(counts) <= groups:
            return counts
    return [len(weights)]


def _weight(weights: Sequence[float], start: int, end: int, gap: float) -> float:
    return sum(weights[start:end]) + gap * (end - start - 1)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    return ((start, end) for start in range(count) for end in range(start + 1, count + 1))


def _packed(weights: Sequence[float], limit: float, gap: float) -> list[int]:
    """Fill each run up to the limit in turn."""
    counts: list[int] = []
    held = 0.0
    for weight in weights:
        if counts and held + gap + weight <= limit + 1e-6:
            counts[-1] += 1
            held += gap + weight
        else:
            counts.append(1)
            held = weight
    return counts


def _last_that_holds(text: str, holds: Callable[[str], bool]) -> int:
    for ends in (_sentence_ends(text), _word_ends(text), range(1, len(text))):
        good = _furthest(ends, lambda end: holds(text[:end].rstrip()))
        if good is not None:
            return good
    return len(text)  # not even one letter holds: draw it whole rather than lose it


def _furthest(ends: Sequence[int], holds: Callable[[int], bool]) -> int | None:
    """The last end that holds. More words never take less room, so halving the question is enough."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if holds(ends[middle]) else (low, middle)
    return ends[low - 1] if low else None


def _sentence_ends(text: str) -> list[int]:
    return [found.end() for found in _SENTENCE.finditer(text) if found.end() < len(text)]


def _word_ends(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter in " \n" and place]


@lru_cache(maxsize=4_000)
def _lines(text: str, font: Font, size: float, width: float) -> tuple[str, ...]:
    """Asked again and again for the same words while a slide finds its size."""
    room = (width - HAIR) / size
    return tuple(line for stretch in text.split("\n") for line in _wrap(stretch, font, room))


def _wrap(text: str, font: Font, room: float) -> list[str]:
    """Greedy filling, as PowerPoint, Word and LibreOffice do it; spaces at a line's end take no room."""
    done: list[str] = []
    line, taken = "", 0.0
    for chunk in _CHUNK.findall(text):
        wide = _parts(chunk, font)
        if chunk.isspace() or taken + wide <= room:
            line, taken = line + chunk, taken + wide
            continue
        if line.strip():
            done.append(line.rstrip())
        *whole, line = _inside(chunk, font, room)
        done += whole
        taken = _parts(line, font)
    return [*done, line.rstrip()]


def _inside(word: str, font: Font, room: float) -> list[str]:
    """A word in pieces no wider than a line; nearly always the word itself."""
    found, start = [], 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and _parts(word[start:end], font) > room:
            found.append(word[start : end - 1])
            start = end - 1
    return [*found, word[start:]]


@lru_cache(maxsize=20_000)
def _parts(chunk: str, font: Font) -> float:
    """The width of a word in parts of the size."""
    widths = _letters(font)
    return sum(widths[letter] if letter in widths else _other(letter) for letter in chunk)


def _other(letter: str) -> float:
    joins_or_marks = unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}
    return 0.0 if joins_or_marks else WIDE_LETTER


@cache
def _letters(font: Font) -> dict[str, float]:
    """Each letter of the face with its width in parts of the size."""
    with TTFont(FACES / f"LiberationSans-{font}.ttf", lazy=True) as face:
        unit = face["head"].unitsPerEm
        widths = face["hmtx"].metrics
        return {chr(code): widths[glyph][0] / unit for code, glyph in face.getBestCmap().items()}
