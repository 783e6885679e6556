"""What a file in a new look says otherwise than the released one, read from the bytes of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pprg.documents import reading
from pprg.publications import queries
from pprg.publications.editions import OF_ITSELF
from pprg.publications.models import MadeFile, Proof

_STAMP = re.compile(r"D:\d{14}\S*|\d{4}-\d\d-\d\dT[\d:.]+\S*")
"""A moment as the properties of a file write it."""
_SPELT = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
"""A sign as a style sheet spells it: "1\\2e 0" is "1.0"."""
_PAGES = re.compile(r"\bPage \d+ of \d+\b")


@dataclass(frozen=True)
class Difference:
    """The words of one file held against those of another, version, day and fingerprint left aside."""

    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    """Lines of the record, or chosen from it, that only one of the two files holds."""
    trouble: str = ""

    @property
    def none(self) -> bool:
        return not (self.gone or self.come or self.trouble)


def difference(before: MadeFile, now: MadeFile) -> Difference:
    """Read back from both files. A file that cannot be read is no proof of anything."""
    if before.digest == now.digest:
        return Difference()
    try:
        old, new = _read(before), _read(now)
    except reading.CannotRead as trouble:
        return Difference(trouble=str(trouble))
    gone, come = Counter(old.split()) - Counter(new.split()), Counter(new.split()) - Counter(old.split())
    old, new = _squeezed(old), _squeezed(new)
    lines = {*_lines(before.proof.record), *_lines(before.proof.choices)}
    lost = sorted(line for line in lines if (_squeezed(line) in old) != (_squeezed(line) in new))
    return Difference(tuple(gone.elements()), tuple(come.elements()), tuple(lost))


def unlike(proof: Proof) -> dict[MadeFile, Difference]:
    """Each file of a renewal held against the one that it takes the place of, those made anew only."""
    pairs = ((file, released_of(file)) for file in proof.files)
    return {file: difference(old, file) for file, old in pairs if old and old.digest != file.digest}


def released_of(file: MadeFile) -> MadeFile | None:
    """The released file that this one, of a renewal, takes the place of."""
    files = file.proof.renews.proof.files if file.proof.renews else ()
    return next((one for one in files if (one.product, one.suffix) == (file.product, file.suffix)), None)


def _read(file: MadeFile) -> str:
    words = _words(queries.content_of(file), file.suffix)
    for own in _of_the_version(file):
        words = words.replace(own, " ")
    return words


def _of_the_version(file: MadeFile) -> Iterator[str]:
    """What a file says of its version: other names, another number and another day are no other words."""
    proof = file.proof
    yield from (one.file_name for one in proof.files)
    yield from (one.fingerprint for one in proof.files if one.fingerprint)
    released = proof.renews
    if released:  # what is in a zip as it was released keeps its own name, day and fingerprint
        yield from (one.file_name for one in released.proof.files)
        yield from (one.fingerprint for one in released.proof.files if one.fingerprint)
        yield from _dated(released.proof)
    yield from _dated(proof)


def _dated(proof: Proof) -> Iterator[str]:
    yield f"version {proof.number}"
    yield f"{proof.dated.day} {proof.dated:%B %Y}"


@lru_cache(maxsize=16)
def _words(content: bytes, suffix: str) -> str:
    said = "\n".join(place.text for place in reading.places(content, f".{suffix}"))
    if suffix == "html":
        said = _SPELT.sub(lambda sign: chr(int(sign[1], 16) % 0x110000), said)
    for own in (_STAMP, _PAGES):
        said = own.sub(" ", said)
    return "\n".join(word for word in said.split("\n") if not OF_ITSELF.fullmatch(word.strip()))


def _lines(said: Any) -> Iterator[str]:
    """Every line of words, however deep: codes of one word are labels' business."""
    if isinstance(said, str):
        yield from (line.strip() for line in said.split("\n") if " " in line.strip())
    elif isinstance(said, dict):
        for part in said.values():
            yield from _lines(part)
    elif isinstance(said, list):
        for part in said:
            yield from _lines(part)


def _squeezed(text: str) -> str:
    return "".join(text.split())
