"""Since when each part of a record, and each choice from it, has differed from what was released."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from pprg.errors import Mistaken
from pprg.publications import queries
from pprg.publications.models import Proof, Publication

CHOICE = "choice/"


def differing(publication: Publication, choices: Mapping[str, Any] | None, now: datetime) -> dict[str, str]:
    """The parts that differ from the newest release, each with the moment from which it has.

    What was put back as it was is no longer among them. `choices` is None where none was made just now.
    """
    newest = publication.newest
    if newest is None:
        return {}
    before = publication.differs_since
    there = {*changed_fields(publication, newest.proof)}
    if choices is None:
        there |= {part for part in before if part.startswith(CHOICE)}
    else:
        there |= {f"{CHOICE}{box}" for box in changed_boxes(choices, newest.proof.choices)}
    return {part: before.get(part) or now.isoformat() for part in sorted(there)}


def changed_fields(publication: Publication, proof: Proof) -> Iterator[str]:
    """The keys under which the record says something else than when these files were made."""
    words = queries.words_of(publication)
    with suppress(Mistaken):  # as they stand, then: what is only spelt otherwise falls out once whole again
        words = queries.record_of(publication).model_dump(mode="json")
    yield from (field for field, said in proof.record.items() if words.get(field) != said)


def changed_boxes(now: Mapping[str, Any], before: Mapping[str, Any]) -> set[str]:
    """The boxes for which something else is chosen."""
    return {box for box in {*now, *before} if now.get(box) != before.get(box)}
