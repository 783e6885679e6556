"""What the referral says, told as a pack tells it: in parts of its own, nothing twice."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pprg.accounts.models import Account
from pprg.documents.pdf_pages import CannotOpen, opened
from pprg.errors import Refused
from pprg.guidance.elsewhere import ELSEWHERE
from pprg.meetings.packs.chronology import Dated
from pprg.meetings.packs.content import Document, Event, Part, Process, Said
from pprg.papers import services as papers
from pprg.papers.models import Paper
from pprg.papers.queries import paper_by_id
from pprg.papers.states import Kind
from pprg.referrals.models import Referral
from pprg.referrals.queries import added_to, documents_for, elsewhere_of, schemes_of
from pprg.referrals.reading import Part as Read
from pprg.referrals.reading import Said as ReadSaid
from pprg.referrals.states import Step
from pprg.referrals.weighing import SCHEMES
from pprg.web.filters import day, moment

APART = frozenset({Step.DATES, Step.FAMILY, Step.TOLD, Step.PROCESSES})
"""What stands under a heading of its own: the chronology, the family, other processes."""
NO_DAY = "Day not clear"


def parts_of(words: Sequence[Read], reader: Account | None, referral: Referral | None) -> tuple[Part, ...]:
    """The referral as it was sent, and what was added later, but for what stands apart."""
    parts = [_part(part) for part in words if part.step not in APART]
    added = added_to(reader, referral) if referral else []
    later = tuple(Said(moment(one.addendum.created_at), lines(one.words)) for one in added)
    parts += [Part("Added later", later)] if later else []
    return tuple(part for part in parts if part.said)


def family_of(words: Sequence[Read]) -> tuple[Said, ...]:
    """Whether they know of it, what they want, who they are."""
    told = [one for part in words if part.step == Step.HAPPENED for one in part.said if one.key == "told"]
    wants = [one for part in words if part.step == Step.TOLD for one in part.said]
    people = [one for part in words if part.step == Step.FAMILY for one in part.said]
    return tuple(_said(one) for one in (*told, *wants, *people) if one.words)


def processes_of(words: Sequence[Read], referral: Referral | None) -> tuple[Process, ...]:
    """The police, the coroner, enquiries, other reviews, and whom a death is told to, one a row."""
    asked = [one for part in words if part.step == Step.PROCESSES for one in part.said if one.words]
    plain = [Process(name=one.label, stands=one.words) for one in asked if not one.entries]
    listed = [_process(entry) for one in asked for entry in one.entries]
    return (*plain, *listed, *_told_elsewhere(referral))


def themes_of(words: Sequence[Read]) -> frozenset[str]:
    """What somebody sees in it already, by the labels of themes."""
    seen = {Step.THEMES, Step.HARM, Step.KINDS}
    return frozenset(
        line for part in words if part.step in seen for one in part.said for line in one.words.splitlines()
    )


def lines(words: str) -> tuple[str, ...]:
    """As they were written, without the blank ones."""
    return tuple(line for line in words.splitlines() if line.strip())


def lines_of(words: Sequence[Read], step: Step, key: str) -> list[str]:
    said = (one.words for part in words if part.step == step for one in part.said if one.key == key)
    return next(said, "").splitlines()


def events_of(words: Sequence[Read], agency: str) -> list[Dated]:
    """The chronology that came with the referral, its days as they were written."""
    entries = (
        entry for part in words if part.step == Step.DATES for one in part.said for entry in one.entries
    )
    return [_event({one.key: one.words for one in entry}, agency) for entry in entries]


def documents_of(reader: Account | None, referral: Referral | None) -> tuple[Document, ...]:
    """What was handed in, by its number and kind: what its sender called it may name somebody."""
    there = documents_for(reader, referral) if referral else []
    return tuple(
        Document(
            name=f"{document.number}. {str(document.kind).capitalize()}",
            about=", ".join(filter(None, (_length(document.paper), f"sent {day(document.sent_at)}"))),
        )
        for document in there
    )


def _part(part: Read) -> Part:
    return Part(part.title, tuple(_said(one) for one in part.said if one.words))


def _said(one: ReadSaid) -> Said:
    entries = tuple(tuple(_said(each) for each in entry if each.words) for entry in one.entries)
    return Said(one.label, () if entries else lines(one.words), entries)


def _process(entry: Sequence[ReadSaid]) -> Process:
    said = {one.key: one for one in entry}
    known = (f"{one.label}: {one.words}" for one in entry if one.key not in {"which", "stands"})
    return Process(
        name=said["which"].words if "which" in said else "Another process",
        stands=said["stands"].words if "stands" in said else "Not said",
        known=". ".join(known),
    )


def _told_elsewhere(referral: Referral | None) -> Iterator[Process]:
    noted = elsewhere_of(referral) if referral else {}
    for scheme in schemes_of(referral) if referral else []:
        told = noted.get(scheme)
        stands = f"Told {day(told.told_on)}" if told and told.told else "Not told yet"
        yield Process(name=ELSEWHERE[SCHEMES[scheme]].name, stands=stands)


def _event(said: dict[str, str], agency: str) -> Dated:
    on, time, source = said.get("on", ""), said.get("time", ""), said.get("source", "")
    return f"{on} {time}".strip(), Event(
        when=", ".join(filter(None, (on, time))) or NO_DAY,
        what=said.get("what", ""),
        source=f"{source} (told by {agency})" if source and source != agency else agency,
        matters=said.get("matters", ""),
    )


def _length(paper: Paper) -> str:
    if paper.kind == Kind.PDF and (pages := _pages_of(paper.id)):
        return "1 page" if pages == 1 else f"{pages} pages"
    return f"{max(1, round(paper.size / 1000))} kB"


@lru_cache(maxsize=4096)
def _pages_of(paper_id: uuid.UUID) -> int:
    """Nought where it cannot be opened. What a paper holds never changes, so it is counted once."""
    paper = paper_by_id(paper_id)
    try:
        with opened(papers.read(paper) if paper else b"") as document:
            return len(document)
    except (Refused, CannotOpen):
        return 0
