"""What the check of a proof has found so far, and what still stands in the way of its release. Reads only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pprg import clock
from pprg.accounts.models import Account
from pprg.documents import lettering, reading, zips
from pprg.documents.reading_zip import INDEX
from pprg.encryption import blind_index
from pprg.errors import Mistaken
from pprg.people.queries import Identifier, identifiers_of_case
from pprg.publications import queries
from pprg.publications.disclosure import Hit, Place, Public, hits_in, said_by
from pprg.publications.disclosure.folding import folded
from pprg.publications.models import Judgement, MadeFile, Proof, Publication
from pprg.publications.release_list import left_open
from pprg.publications.rules import had_a_hand_in
from pprg.publications.sameness import unlike
from pprg.publications.sections import place_in_words
from pprg.publications.states import ProofState

FILE_NAME = "File name"
SENTENCE = 4
"""Words from which a text counts as sentences, in which a name has a capital."""


@dataclass(frozen=True)
class Found:
    """One find in one made file, and what the checker says of it."""

    hit: Hit
    page: int | None
    key: str
    """Under which it is judged: a keyed digest, so that the database tells nothing."""
    judgement: Judgement | None

    @property
    def open(self) -> bool:
        """Whether it still stops the release."""
        return self.hit.sure or self.judgement is None


@dataclass(frozen=True)
class FileCheck:
    """One made file: what was found in it, and why it could not be read if it could not."""

    file: MadeFile
    found: tuple[Found, ...]
    trouble: str = ""

    @property
    def alike(self) -> list[list[Found]]:
        """The possible finds, those that read the same together: one reason does for them."""
        groups: dict[tuple[str, str], list[Found]] = {}
        for one in self.found:
            if not one.hit.sure:
                groups.setdefault((one.hit.what, folded(one.hit.found)), []).append(one)
        return list(groups.values())

    @property
    def sure(self) -> int:
        return sum(one.hit.sure for one in self.found)

    @property
    def to_judge(self) -> int:
        return sum(one.open and not one.hit.sure for one in self.found)

    @property
    def judged(self) -> int:
        return sum(not one.open for one in self.found)


def words_in(file: MadeFile) -> tuple[reading.Place, ...]:
    """Every place of the file with words in it, its own name first. Raises CannotRead, in words."""
    return (reading.Place(FILE_NAME, None, file.file_name), *_places(queries.content_of(file), file.suffix))


def check_of(file: MadeFile) -> FileCheck:
    """The finished bytes held against everything by which somebody of the case could be known."""
    try:
        places = words_in(file)
    except reading.CannotRead as trouble:
        return FileCheck(file, (), str(trouble))
    identifiers = tuple(identifiers_of_case(file.proof.case_id))
    hits = _hits(places, identifiers, _public(file.proof))
    judged = {judgement.hit: judgement for judgement in file.proof.judgements}
    return FileCheck(file, tuple(_found(file, hit, places, judged) for hit in hits))


def checks_of(proof: Proof) -> list[FileCheck]:
    return [check_of(file) for file in proof.files]


def found_in_words(publication: Publication, *, beside: Mapping[str, str] | None = None) -> list[Hit]:
    """The same for the words that are being written, so that nothing waits until the files are made.

    `beside` are words that stand for the record's in a product, by the place where they stand.
    """
    words = ((place_in_words(where), text) for where, text in _texts(queries.words_of(publication), ""))
    said = [*words, *(beside or {}).items()]
    places = [Place(where=where, words=text, running=_running(text)) for where, text in said]
    return hits_in(places, identifiers_of_case(publication.case_id), _public_so_far(publication))


def overtaken(proof: Proof) -> bool:
    """Whether the words have changed since the files were made: by number, and by the words themselves."""
    publication = proof.publication
    if proof.state == ProofState.RELEASED:
        return False
    if proof.renews_number is not None:
        return proof.state == ProofState.STALE or publication.newest is not proof.renews
    if proof.state == ProofState.STALE or proof.revision != publication.revision:
        return True
    whole = not queries.mistakes_of(publication)
    return not whole or queries.record_of(publication) != queries.record_of(proof)


def obstacles(proof: Proof, checks: Sequence[FileCheck], *, by: Account) -> list[str]:
    """Everything that stops `by` from releasing this proof now, each in a sentence that says what to do."""
    if proof.state in {ProofState.RELEASED, ProofState.SENT_BACK}:
        return [f"This proof is {proof.state} already."]
    if overtaken(proof):
        if proof.renews_number is not None:
            return ["Another version came meanwhile. Make the files again and compare those."]
        return ["The words changed after these files were made. Make the files again and check those."]
    if had_a_hand_in(by, proof):
        return ["You wrote this or asked for its release: a second person has to release it."]
    if clock.today() > proof.dated:
        said = f"{proof.dated.day} {proof.dated:%B %Y}"
        return [f"The files carry {said} as their day, which is over. Make them again with a new day."]
    return [*_in_files(checks, by), *(_in_list(proof) if proof.renews_number is None else _in_words(proof))]


def on_pages(check: FileCheck) -> list[str]:
    """What stands on the pages and slides of a file, without its hidden corners."""
    return [] if check.trouble else [place.text for place in words_in(check.file) if place.page]


def empty_boxes(check: FileCheck) -> list[str]:
    """Letters that a PDF shows as empty boxes. They can be copied and read aloud, so a person judges them."""
    if check.trouble or check.file.suffix != "pdf":
        return []
    return sorted({letter for words in on_pages(check) for letter in lettering.without_a_shape(words)})


def _in_files(checks: Iterable[FileCheck], by: Account) -> Iterator[str]:
    for check in checks:
        if parts := list(_of_one(check, by)):
            yield f"{check.file.file_name}: {'; '.join(parts)}."


def _of_one(check: FileCheck, by: Account) -> Iterator[str]:
    file = check.file
    if file.suffix == "zip" and not _holds_only_what_is_here(file):
        yield "it holds files that are not among these"
    if check.trouble:
        yield "it could not be read"
    if check.sure:
        yield f"{check.sure} {_finds(check.sure)} that must go, so the words have to change"
    if check.to_judge:
        yield f"{check.to_judge} {_finds(check.to_judge)} to judge"
    if file.faults:
        yield "it has faults that shut readers out"
    if file.proof.renews_number is not None:
        yield from _compared(file, by)
    elif file.looked_at is None or file.looked_by_id != by.id:
        yield "you have not said that you looked at it"


def _holds_only_what_is_here(file: MadeFile) -> bool:
    """Whether every file in a zip, its index aside, is one of those before the second person."""
    here = {one.digest for one in file.proof.files}
    inside = zips.unpacked(queries.content_of(file))
    inside.pop(INDEX, None)
    return {hashlib.sha256(content).hexdigest() for content in inside.values()} <= here


def _compared(file: MadeFile, by: Account) -> Iterator[str]:
    """A file that is the released one, byte for byte, has nothing to be compared with."""
    renewed = file.proof.renews
    if renewed and file.digest in {one.digest for one in renewed.proof.files}:
        return
    if file.looked_at is None or file.looked_by_id != by.id:
        yield "you have not said that you compared its pages"


def _in_words(proof: Proof) -> Iterator[str]:
    """Only a look is one person's to release: the proof is read from the files."""
    for file, found in unlike(proof).items():
        if found.trouble:
            yield f"{file.file_name}: it could not be compared. {found.trouble}"
        if found.lost:
            many = len(found.lost)
            lines = "line of the record is" if many == 1 else "lines of the record are"
            yield f"{file.file_name}: {many} {lines} not in both files. Ask for a release in the usual way."


def _in_list(proof: Proof) -> Iterator[str]:
    missing = left_open(queries.record_of(proof).review_type, proof.ticks)
    if missing:
        things = "thing is" if len(missing) == 1 else "things are"
        yield f"{len(missing)} {things} open on the release list."


def _finds(number: int) -> str:
    return "find" if number == 1 else "finds"


@lru_cache(maxsize=32)
def _hits(
    places: tuple[reading.Place, ...], known: tuple[Identifier, ...], public: Public
) -> tuple[Hit, ...]:
    """Looked for once while neither the file nor the vault changes."""
    return tuple(hits_in([_place(place) for place in places], known, public))


@lru_cache(maxsize=32)
def _places(content: bytes, suffix: str) -> tuple[reading.Place, ...]:
    return tuple(reading.places(content, f".{suffix}"))


def _found(file: MadeFile, hit: Hit, places: Sequence[reading.Place], judged: dict[str, Judgement]) -> Found:
    key = blind_index(f"{file.product}.{file.suffix}|{hit.key}")
    return Found(hit, places[hit.place].page, key, judged.get(key))


def _place(place: reading.Place) -> Place:
    return Place(where=place.where, words=place.text, running=_running(place.text))


def _running(text: str) -> bool:
    return len(text.split()) >= SENTENCE


def _public(proof: Proof) -> Public:
    return said_by(queries.record_of(proof), house=proof.imprint, dated=proof.dated)


def _public_so_far(publication: Publication) -> Public:
    """What is public of a record that may not be whole yet."""
    try:
        return said_by(queries.record_of(publication))
    except Mistaken:
        names = (publication.words["pseudonym"], publication.words["lead_reviewer"])
        return Public(names=tuple(folded(name) for name in names if name))


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _CODES:
                yield from _texts(part, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _texts(part, f"{where}[{place}]")


_CODES = frozenset({"themes", "audience", "review_type", "published_on", "as_of"})
