"""A text as its sentences, so that an author can choose whole ones.

Careful in one direction: where it is not plain that a sentence ends, none ends. What somebody said, between
quotation marks, is never taken apart.
"""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…؟۔]+[”’\"')\]»]*(?=\s)")
_SHORT_FORMS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "st",
        "e.g",
        "i.e",
        "cf",
        "vs",
        "no",
        "nos",
        "p",
        "pp",
        "s",
        "ss",
        "para",
    ]
)
_LAST_WORD = re.compile(r"([\w.]*)\.$")


def sentences(text: str) -> list[str]:
    """The sentences in their order. Joined by spaces they are the text again, white space apart."""
    return [sentence for line in text.splitlines() for sentence in _of_one_line(line.strip())]


def _of_one_line(line: str) -> list[str]:
    found, start = [], 0
    for end in (match.end() for match in _END.finditer(line)):
        sentence = line[start:end]
        if _ends(sentence, line[end:].lstrip()):
            found.append(sentence.strip())
            start = end
    rest = line[start:].strip()
    return [*found, rest] if rest else found


def _ends(sentence: str, rest: str) -> bool:
    """Whether a new sentence begins with `rest`."""
    if not rest or rest[0].islower() or _still_speaking(sentence, rest):
        return False
    last = _LAST_WORD.search(sentence)
    if last is None:
        return True
    word = last[1].lower()
    initial = len(word) == 1 and last[1].isupper()
    return not initial and word not in _SHORT_FORMS


def _still_speaking(sentence: str, rest: str) -> bool:
    if sentence.count("“") > sentence.count("”") and "”" in rest:
        return True
    return sentence.count('"') % 2 == 1 and '"' in rest
