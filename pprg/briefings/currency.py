"""Which released files would be made differently today, since when and because of what.

A product is composed again from the released record and choices, with one thing at a time as it is today.
What changes its words, and what does not, is therefore seen and not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from pprg.briefings import fingerprints, imprints, products, queries
from pprg.briefings.choosing.kept import as_chosen, as_kept
from pprg.briefings.choosing.picks import Choice, Choices
from pprg.briefings.compose import headings_for_person
from pprg.briefings.content import BoxKind, Imprint
from pprg.briefings.fingerprints import Mark
from pprg.briefings.house_sentences import BOX_HEADINGS
from pprg.errors import Mistaken
from pprg.publications import noticing
from pprg.publications import queries as publications
from pprg.publications.currency import Because, Cause, Currency, Stale
from pprg.publications.differing import CHOICE, changed_boxes
from pprg.publications.models import MadeFile, Release
from pprg.publications.record import LearningRecord
from pprg.publications.sections import SECTIONS

NOT_WHOLE = (
    "The record is not whole just now, so nobody can say whether its words are still those that readers have."
)
UNKNOWN = "it was made before anybody kept what it was made from"
TOGETHER = "the record and the choices from it changed"


def currency_of(release: Release) -> Currency:
    """What of this release would be made differently today. Reads only, but for when a look was noticed."""
    held = _Held(release)
    stale = [one for one in map(held.stale, held.by_product) if one]
    if packed := _packed(held, stale):
        stale.append(packed)
    return Currency(release=release, stale=tuple(stale), unknown="" if held.now else NOT_WHOLE)


Contents = Mapping[str, str]
"""By the name of each product, a digest of all that it is composed of."""


@dataclass(frozen=True)
class _Held:
    """One release, held against today."""

    release: Release

    @cached_property
    def then(self) -> LearningRecord:
        return publications.record_of(self.release)

    @cached_property
    def now(self) -> LearningRecord | None:
        try:
            return publications.record_of(self.release.publication)
        except Mistaken:
            return None

    @cached_property
    def chosen_then(self) -> Choices:
        return as_chosen(self.release.proof.choices)

    @cached_property
    def chosen_now(self) -> Choices:
        return queries.choices_of(self.release.publication)

    @cached_property
    def by_product(self) -> Mapping[str, list[MadeFile]]:
        found: dict[str, list[MadeFile]] = {name: [] for name in products.NAMES}
        for file in self.release.proof.files:
            if file.product in found:
                found[file.product].append(file)
        return {name: files for name, files in found.items() if files}

    @cached_property
    def same(self) -> Mapping[str, str]:
        """What each product would be composed of today from the released record and choices."""
        return self.contents(self.then, self.chosen_then)

    @cached_property
    def today(self) -> Mapping[str, str]:
        return self.contents(self.now or self.then, self.chosen_now if self.now else self.chosen_then)

    def contents(self, record: LearningRecord, choices: Choices) -> Mapping[str, str]:
        return _contents(record.model_dump_json(), tuple(sorted(choices.items())), self._imprint(record))

    def stale(self, product: str) -> Stale | None:
        files = self.by_product[product]
        if not all(file.content_digest for file in files) or not self.release.proof.choices:
            why: tuple[Because, ...] = (Because(cause=Cause.CHOICE, words=UNKNOWN, since=None),)
            return _stale(product, files, why)
        other = [file for file in files if self._differs(file)]
        return _stale(product, other, tuple(self._because(product, other))) if other else None

    def template_now(self, file: MadeFile) -> str:
        return fingerprints.template_digest(products.product_called(file.product).draws[file.suffix])

    def _differs(self, file: MadeFile) -> bool:
        return file.content_digest != self.today[file.product] or file.template_digest != self.template_now(
            file
        )

    def _because(self, product: str, files: Iterable[MadeFile]) -> Iterator[Because]:
        yield from self._of_words(product)
        yield from self._of_labels(product, files)
        yield from self._of_templates(files)

    def _of_words(self, product: str) -> Iterator[Because]:
        """Each change without which this product would not be what it is today."""
        if self.now is None or self.today[product] == self.same[product]:
            return
        found = [*self._of_record(self.now, product), *self._of_choices(self.now, product)]
        yield from found or [Because(cause=Cause.RECORD, words=TOGETHER, since=self._at(*self._differing))]

    def _of_record(self, now: LearningRecord, product: str) -> Iterator[Because]:
        fields = {name for name in type(now).model_fields if getattr(self.then, name) != getattr(now, name)}
        for section in SECTIONS:
            here = fields.intersection(section.fields)
            without = now.model_copy(update={name: getattr(self.then, name) for name in here})
            if here and self.contents(without, self.chosen_now)[product] != self.today[product]:
                words = f"the words under “{section.title}” changed"
                yield Because(cause=Cause.RECORD, words=words, since=self._at(*here))

    def _of_choices(self, now: LearningRecord, product: str) -> Iterator[Because]:
        changed = changed_boxes(as_kept(self.chosen_now), self.release.proof.choices)
        for box in (one for one in BoxKind if one in changed):
            choices = {kind: choice for kind, choice in self.chosen_now.items() if kind is not box}
            without = choices | ({box: self.chosen_then[box]} if box in self.chosen_then else {})
            if self.contents(now, without)[product] != self.today[product]:
                heading = BOX_HEADINGS.get(box) or headings_for_person(now)[0]
                words = f"something else was chosen for “{heading}”"
                yield Because(cause=Cause.CHOICE, words=words, since=self._at(f"{CHOICE}{box}"))

    @property
    def _differing(self) -> Mapping[str, str]:
        return self.release.publication.differs_since

    def _at(self, *parts: str) -> datetime | None:
        """Since when the first of these parts has differed."""
        moments = (datetime.fromisoformat(at) for part, at in self._differing.items() if part in parts)
        return min(moments, default=None)

    def _of_labels(self, product: str, files: Iterable[MadeFile]) -> Iterator[Because]:
        for file in files:
            if file.content_digest != self.same[product]:
                words = "a label or a setting of the partnership changed"
                since = noticing.first_noticed(f"label {file.content_digest} {self.same[product]}")
                yield Because(cause=Cause.LABEL, words=words, since=since)
                return

    def _of_templates(self, files: Iterable[MadeFile]) -> Iterator[Because]:
        changed = [file for file in files if file.template_digest != self.template_now(file)]
        if changed:
            forms = " and ".join(products.FORMAT_LABELS[file.suffix] for file in changed)
            seen = [
                noticing.first_noticed(f"template {file.template_digest} {self.template_now(file)}")
                for file in changed
            ]
            yield Because(cause=Cause.TEMPLATE, words=f"the template changed ({forms})", since=min(seen))

    def _imprint(self, record: LearningRecord) -> Imprint:
        release = self.release
        return imprints.of_release(record, number=release.proof.number, dated=release.proof.dated)


@lru_cache(maxsize=256)
def _contents(record: str, choices: tuple[tuple[BoxKind, Choice], ...], imprint: Imprint) -> Contents:
    """What every product is composed of, as a digest. Worked out once for the same words."""
    read = LearningRecord.model_validate_json(record)
    return {
        product.name: fingerprints.content_digest(product.composes(read, dict(choices), imprint))
        for product in products.PRODUCTS
    }


def _packed(held: _Held, stale: list[Stale]) -> Stale | None:
    """The zip is out of date with what it holds, or because of its own page."""
    file = next((one for one in held.release.proof.files if one.product == products.EVERYTHING.name), None)
    if file is None:
        return None
    if stale:
        because = {why.words: why for one in stale for why in one.because}
        return _stale(file.product, [file], tuple(because.values()))
    marks = {
        (one.product, one.suffix): Mark(one.content_digest, one.template_digest)
        for files in held.by_product.values()
        for one in files
    }
    now = fingerprints.mark_of_all(marks)
    if (now.content, now.template) == (file.content_digest, file.template_digest):
        return None
    since = noticing.first_noticed(f"zip {file.content_digest} {now.content} {now.template}")
    words = "the page in it that says what each file is for changed"
    return _stale(file.product, [file], (Because(cause=Cause.TEMPLATE, words=words, since=since),))


def _stale(product: str, files: Iterable[MadeFile], because: tuple[Because, ...]) -> Stale:
    label = next(one.label for one in products.LISTED if one.name == product)
    return Stale(product=product, label=label, suffixes=tuple(file.suffix for file in files), because=because)
