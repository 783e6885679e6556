"""What a file was made from, told in two digests and in a few letters that the file itself carries.

The words count without version and day: the same words in the same template have the same fingerprint
whichever version they are released as.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pprg.briefings import everything
from pprg.briefings.drawing import handouts, page, pdf, slides, word
from pprg.briefings.drawing.briefing import TEMPLATES
from pprg.briefings.products import LISTED, Draws

LETTERS = "bcdfghjklmnpqrstvwxz"
"""No vowels, so that it spells nothing; no figures, so that nobody takes it for a number of somebody."""
FACES = tuple(sorted((TEMPLATES / "fonts").glob("*.ttf")))
DRAWN_WITH: Mapping[Draws, Callable[[], tuple[Path, ...]]] = {
    word.briefing: lambda: (word.HOUSE_TEMPLATE,),
    pdf.briefing: lambda: (pdf.TEMPLATE, *FACES),
    page.briefing: lambda: (page.TEMPLATE, TEMPLATES / "seven-minute-briefing.css"),
    handouts.as_word: lambda: (handouts.WORD,),
    handouts.as_pdf: lambda: (handouts.TYPST, *FACES),
    slides.pack: lambda: (slides.HOUSE,),
}
"""The files of ours and of a partnership that each way of drawing opens."""


@dataclass(frozen=True)
class Mark:
    """What one file was made from."""

    content: str
    template: str

    @property
    def fingerprint(self) -> str:
        """Eight letters, some thirty-four bits: enough to tell any two files that people have in hand."""
        left = int.from_bytes(hashlib.sha256(f"{self.content} {self.template}".encode()).digest()[:8])
        letters = ""
        for _ in range(8):
            left, place = divmod(left, len(LETTERS))
            letters += LETTERS[place]
        return f"{letters[:4]}-{letters[4:]}"


def mark_of(words: Any, draws: Draws) -> Mark:
    return Mark(content_digest(words), template_digest(draws))


def mark_of_all(marks: Mapping[tuple[str, str], Mark]) -> Mark:
    """Of the zip that holds these files, by product and format, and of its page that says what is what."""
    said = [[one.name, one.label, one.use] for one in LISTED]
    contents = [[*which, mark.content] for which, mark in sorted(marks.items())]
    templates = [[*which, mark.template] for which, mark in sorted(marks.items())]
    return Mark(_digest([contents, said]), _digest([templates, _of_files((everything.TEMPLATE,))]))


def content_digest(words: Any) -> str:
    """Of everything that a product was composed of, labels and addresses of the house included."""
    bare = replace(words.imprint, version="", released_on="", fingerprint="")
    return _digest(asdict(replace(words, imprint=bare)))


def template_digest(draws: Draws) -> str:
    """Of the files that it is drawn with; of all there are, where nobody has said which."""
    named = DRAWN_WITH.get(draws)
    return _of_files(named() if named else tuple(sorted(TEMPLATES.rglob("*.*"))))


def stamped(words: Any, mark: Mark) -> Any:
    """The same words, carrying their fingerprint."""
    return replace(words, imprint=replace(words.imprint, fingerprint=mark.fingerprint))


def _of_files(paths: tuple[Path, ...]) -> str:
    return _digest([[path.name, _of_file(path, path.stat().st_mtime_ns)] for path in paths])


@lru_cache(maxsize=256)
def _of_file(path: Path, _changed: int) -> str:
    """Read once while it stays as it is."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(said: Any) -> str:
    plain = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(plain.encode()).hexdigest()
