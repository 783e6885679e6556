"""Flesch reading ease: 100 is read by a child of ten, 60 by most grown-ups, 30 by people with a degree.

Syllables are counted by rule, as English is mostly written; a word may be one out, a box seldom is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pprg.briefings.sentences import sentences

GOAL = 60
FEWEST = 8
"""Words below which a reading ease says nothing."""

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]es|[aeiouyr]les|[^dti]ed|[^l]e|[aeiouyr]le)$")
_SOUNDED_ES = re.compile(r"(?:[sxz]|ch|sh|c|g)es$")
_SILENT_INSIDE = re.compile(
    r"[^aeiouy]e(?:ly|less|ful|ment|ness|some|thing|where|work|time|body|one|land|side)"
)
_TWO_SOUNDS = re.compile(
    r"ia(?!l\b|n\b)|(?<![tsc])ia[ln]\b|io(?!n|us)|iu|(?<![gq])ua|eo(?!us)|ying|(?<![cgst])ien|(?<=[a-z]{2})ier\b"
    r"|creat(?!u)|react|(?<=[^gq])uity|viou|uous|(?<=[aeo])i(?:ng|sm)\b"
)
_KNOWN = {
    "people": 2, "evening": 2, "every": 2, "everyone": 3, "business": 2, "once": 1, "someone": 2,
    "medicine": 3, "area": 3, "being": 2, "seeing": 2, "science": 2, "quiet": 2, "diet": 2, "crime": 1,
    "idea": 3, "ideas": 3, "theirs": 1, "family": 3, "different": 3, "several": 3, "police": 2, "poem": 2,
    "fire": 1, "hour": 1, "hours": 1, "our": 1, "carer": 2, "carers": 2, "maybe": 2, "are": 1, "were": 1,
    "there": 1, "where": 1, "somewhere": 2, "something": 2, "therefore": 2, "real": 1, "really": 2,
    "safeguarding": 3, "safeguard": 2, "whole": 1, "people's": 2, "anyone": 3, "coercive": 3, "going": 2,
    "doing": 2, "psychiatric": 5, "association": 5, "appreciate": 4, "create": 2, "created": 3,
    "radio": 3, "serious": 3, "previous": 3, "various": 3, "period": 3, "social": 2, "special": 2,
    "official": 3, "nothing": 2, "homeless": 2, "trial": 2, "client": 2, "giant": 2, "society": 4,
    "variety": 4, "anxiety": 4, "died": 1, "lived": 1, "themselves": 2, "ourselves": 2, "myself": 2,
    "nuclear": 3, "reality": 4, "soldier": 2, "everybody": 4, "everything": 3,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables an English word has when it is spoken."""
    plain = word.lower().replace("’", "'")
    if plain in _KNOWN:
        return _KNOWN[plain]
    if plain.endswith(("dn't", "sn't")):
        return syllables(plain[:-3]) + 1
    plain = re.sub(r"'(?:s|d|ll|re|ve|m)?$|n't$", "", plain).replace("'", "")
    if plain in _KNOWN:
        return _KNOWN[plain]
    heard = len(_VOWELS.findall(plain)) + len(_TWO_SOUNDS.findall(plain))
    if _SILENT_END.search(plain) and not _SOUNDED_ES.search(plain):
        heard -= 1
    heard -= len(_SILENT_INSIDE.findall(plain))
    return max(1, heard)


def reading_ease(texts: Iterable[str]) -> int | None:
    """Of all these texts together, rounded; None where there are too few words to tell."""
    said = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in said for word in _WORD.findall(sentence)]
    said = [sentence for sentence in said if _WORD.search(sentence)]
    if len(words) < FEWEST:
        return None
    heard = sum(map(syllables, words))
    return round(206.835 - 1.015 * len(words) / len(said) - 84.6 * heard / len(words))
