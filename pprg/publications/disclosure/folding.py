"""Text as it is compared: plain small letters, one kind of dash, quotation mark and blank, nothing unseen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "‐‑‒–—―−﹘﹣－"
_QUOTES = "’‘‛ʼʹ′＇`´"
_NO_PARTS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?…:;|•\n“\"(\[–—])[\s“\"‘'(\[]*$")


@dataclass(frozen=True)
class Folded:
    """Text for comparing, and for each of its letters where it stands in what was written."""

    text: str
    written: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of what was written that these letters came from."""
        return self.at[start], self.at[end - 1] + 1

    def shown(self, start: int, end: int) -> str:
        """The same stretch as it was written."""
        first, last = self.span(start, end)
        return self.written[first:last]

    def starts_a_sentence(self, start: int) -> bool:
        """Whether a capital says nothing here, because any word would have one."""
        return bool(_SENTENCE_ENDS.search(self.written[max(0, start - 6) : start])) or start == 0


def fold(written: str) -> Folded:
    letters: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(written):
        plain = _plain(letter)
        if plain == " " and letters and (letters[-1] == " " or (letter == "\n" and letters[-1] == "-")):
            continue  # a line that ends in a dash goes on without a blank
        letters.append(plain)
        at.extend([place] * len(plain))
    return Folded("".join(letters), written, tuple(at))


def folded(words: str) -> str:
    """Only the text, for words that are looked for rather than looked in."""
    return fold(words).text.strip()


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter.isspace() or letter == "_":  # file names put an underline where sentences have a blank
        return " "
    if letter in _DASHES:
        return "-"
    if letter in _QUOTES:
        return "'"
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn", "Me", "Cc"}:
        return ""
    parts = unicodedata.normalize("NFKD", letter)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    small = "".join(_NO_PARTS.get(part, part) for part in plain.casefold())
    return small if small.strip() else " "
