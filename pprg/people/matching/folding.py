"""Words folded so that accents, capitals, hyphens and the ways to write a sound do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pprg.people.matching.lists import words_of

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_NOT_LETTERS = re.compile(r"[\W\d_]+")

PARTICLES = words_of("particles")
TITLES = words_of("titles")
NOBODY = words_of("nobody")

# Ways to write a sound, the longer ones first.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|sz", "S"), ("sh", "S"), ("tch|cz|tsch|ch", "C"), ("dzh|dj|zh", "j"), ("ph", "f"),
        ("^wr", "r"), ("^kn|^gn", "n"), ("ck|kh|q", "k"), ("gh(?=[aeiou])", "g"), ("(?<=[aeiou])gh", ""),
        ("x", "ks"), ("c(?=[eiy])", "s"), ("c", "k"), ("z", "s"), ("(?<=[aeo])w(?![aeiouy])", "u"),
        ("w", "v"), ("(?<=.)h", ""), ("^y(?=[aeiou])|(?<=[^aeiou])j(?=[aeou])(?!$)", "i"), ("y", "i"),
        ("ou|oo", "u"), ("ee|ea|ie|ei|ii", "i"), ("ai|ae", "e"), (r"(.)\1+", r"\1"), ("(?<=...)e$", ""),
    )
]  # fmt: skip


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Lower case, without accents and apostrophes; hyphens and points become blanks."""
    folded = _APOSTROPHES.sub("", words.casefold()).translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", bare).strip()


def given_of(words: str) -> str:
    """A given name without titles; nothing where it only says that there is none ("Baby", "not known")."""
    parts = [part for part in plain(words).split() if part not in TITLES]
    return "" if all(part in NOBODY for part in parts) else " ".join(parts)


def family_of(words: str) -> str:
    """A family name without titles, with its particles."""
    parts = [part for part in plain(words).split() if part not in TITLES]
    return "" if all(part in NOBODY for part in parts) else " ".join(parts)


def telling_parts(family: str) -> list[str]:
    """The parts of a family name without its small words: "van der berg" is Berg, "el amrani" is Amrani."""
    parts = family.split()
    telling = [part for part in parts if part not in PARTICLES]
    return telling or parts


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """How a name sounds, vowels and all, roughly and in any of the languages of our names."""
    heard = word.replace(" ", "")
    for pattern, instead in _SOUNDS:
        heard = pattern.sub(instead, heard)
    return heard


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of how it sounds; a vowel counts only where the name begins with one."""
    heard = sound(word)
    return ("a" if heard[:1] in set("aeiou") else heard[:1]) + re.sub("[aeiou]", "", heard[1:])
