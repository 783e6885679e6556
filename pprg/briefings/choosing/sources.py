"""The lines of a learning record that may go into a briefing, each with an address that stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pprg.briefings.content import BoxKind
from pprg.briefings.counting import words_in
from pprg.briefings.house_sentences import STANDING_QUESTIONS
from pprg.briefings.sentences import sentences
from pprg.guidance.codes import AUDIENCE_LABELS, Audience
from pprg.publications.record import LearningRecord


@dataclass(frozen=True, kw_only=True)
class Source:
    """One line, and the box that it is offered for."""

    address: str
    """Where in the record: "pen_picture/0", "findings/F3/in_practice", "why_reviewed/s2" for a sentence."""
    box: BoxKind
    text: str
    lead: str = ""
    """The few words shown in bold before it: a season, a role, an audience, a finding's heading."""
    label: str = ""
    """What an author needs to know of it: "What life was like"."""
    finding: str = ""
    """The finding it belongs to: "F3"."""

    @cached_property
    def digest(self) -> str:
        return digest_of(self.lead, self.text)

    @property
    def words(self) -> str:
        return in_one(self.lead, self.text)

    @cached_property
    def length(self) -> int:
        return words_in(self.lead, self.text)

    @property
    def heads_a_finding(self) -> bool:
        return self.box is BoxKind.LEARNED and self.address.endswith("/heading")


def digest_of(lead: str, text: str) -> str:
    """Tells whether the record still says what it said."""
    return hashlib.sha256(f"{lead}\x1f{text}".encode()).hexdigest()


def in_one(lead: str, text: str) -> str:
    """Lead and text as an author is shown them."""
    return ": ".join(part for part in (lead, text) if part)


Offered = Mapping[BoxKind, tuple[Source, ...]]


def offered(record: LearningRecord) -> Offered:
    """Every line that each box may hold, in the record's order. A box without any is there, and empty."""
    found = [source for source in _all(record) if source.words.strip()]
    return {box: tuple(source for source in found if source.box is box) for box in BoxKind}


def _all(record: LearningRecord) -> Iterator[Source]:
    yield from _person(record)
    yield from _why(record)
    for number, event in enumerate(record.what_happened):
        yield Source(
            address=f"what_happened/{number}", box=BoxKind.HAPPENED, lead=event.when, text=event.event
        )
    yield from _learned(record)
    for number, good in enumerate(record.good_practice):
        yield Source(address=f"good_practice/{number}", box=BoxKind.WORKED, lead=good.role, text=good.what)
    yield from _do_now(record)
    yield from _talk(record)


def _person(record: LearningRecord) -> Iterator[Source]:
    for number, fact in enumerate(record.pen_picture):
        yield Source(address=f"pen_picture/{number}", box=BoxKind.PERSON, text=fact)
    yield from _sentences(
        "lived_experience", record.lived_experience, BoxKind.PERSON, label="What life was like"
    )


def _why(record: LearningRecord) -> Iterator[Source]:
    yield from _sentences("why_reviewed", record.why_reviewed, BoxKind.WHY)
    if record.statistic:
        yield Source(address="statistic", box=BoxKind.WHY, text=record.statistic.text, label="The one number")


def _learned(record: LearningRecord) -> Iterator[Source]:
    for finding in record.findings:
        where, ref = f"findings/{finding.ref}", finding.ref
        yield Source(
            address=f"{where}/heading", box=BoxKind.LEARNED, text="", lead=finding.heading, finding=ref
        )
        yield Source(
            address=f"{where}/in_practice",
            box=BoxKind.LEARNED,
            text=finding.in_practice,
            label="In practice",
            finding=ref,
        )
        yield from _sentences(
            f"{where}/what", finding.what, BoxKind.LEARNED, label="What was seen", finding=ref
        )
        yield from _sentences(
            f"{where}/why", finding.why, BoxKind.LEARNED, label="Why it made sense", finding=ref
        )


def _do_now(record: LearningRecord) -> Iterator[Source]:
    """What everyone should do comes first; a reader looks for their own role after it."""
    actions = sorted(enumerate(record.what_to_do), key=lambda numbered: numbered[1].audience != Audience.ALL)
    for number, action in actions:
        audience = AUDIENCE_LABELS[Audience(action.audience)]
        yield Source(address=f"what_to_do/{number}", box=BoxKind.DO_NOW, lead=audience, text=action.action)


def _talk(record: LearningRecord) -> Iterator[Source]:
    for number, question in enumerate(record.questions):
        yield Source(address=f"questions/{number}", box=BoxKind.TALK, text=question)
    for number, question in enumerate(STANDING_QUESTIONS):
        yield Source(
            address=f"house/questions/{number}",
            box=BoxKind.TALK,
            text=question,
            label="Asked of every review",
        )


def _sentences(
    where: str, text: str, box: BoxKind, *, label: str = "", finding: str = ""
) -> Iterator[Source]:
    for number, sentence in enumerate(sentences(text)):
        yield Source(address=f"{where}/s{number}", box=box, text=sentence, label=label, finding=finding)
