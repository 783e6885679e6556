"""The three records, and small changes of them, as plain words."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pprg.briefings.choosing.picks import Choice, Choices, offered_first, whole
from pprg.briefings.choosing.sources import offered
from pprg.briefings.content import BoxKind, Imprint
from pprg.guidance.codes import REVIEW_TYPE_LABELS
from pprg.publications.record import LearningRecord, read_record

RECORDS = Path(__file__).parents[1] / "records"
NAMES = ("sar-marian", "lcspr-wren", "dhr-rosa")


@cache
def record(name: str) -> LearningRecord:
    return read_record((RECORDS / f"{name}.json").read_bytes())[0]


def changed(name: str, **changes: Any) -> LearningRecord:
    """The same record, saying something else in these fields."""
    return LearningRecord.model_validate(record(name).model_dump(mode="json") | changes)


def imprint(read: LearningRecord, *, draft: bool = False) -> Imprint:
    hub = f"https://learning.example.org/learning/{read.reference}"
    return Imprint(
        organisation="Marlshire Practice Review Group",
        reference=read.reference,
        review_type=REVIEW_TYPE_LABELS[read.review_type],
        title=read.title,
        pseudonym=read.pseudonym,
        published=f"{read.published_on:%B %Y}",
        version="draft 3" if draft else "1.0",
        released_on="" if draft else f"{date(2026, 11, 23):%-d %B %Y}",
        marking="OFFICIAL-SENSITIVE" if draft else "OFFICIAL",
        contact="practice.reviews@example.org, 01632 960100",
        hub_address=hub,
        use_address=f"{hub}/use",
        draft=draft,
    )


def chosen(read: LearningRecord, **boxes: list[str | tuple[str, str]]) -> Choices:
    """A person's choice for some boxes, by address, some with shorter words; the rest is offered."""
    lines = offered(read)
    choices = dict(offered_first(lines))
    for box, wanted in boxes.items():
        sources = {source.address: source for source in lines[BoxKind(box)]}
        pairs = [(one, "") if isinstance(one, str) else one for one in wanted]
        picks = tuple(whole(sources[address], shorter) for address, shorter in pairs)
        choices[BoxKind(box)] = Choice(picks=picks, by_person=True)
    return choices
