"""What was sent, as a paper: the words of the form, the reference, the marking and the receipt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pprg import clock
from pprg.config import CHECKOUT
from pprg.documents import pdf
from pprg.documents.properties import Properties
from pprg.referrals import reading
from pprg.referrals.models import Authorisation, Sending
from pprg.referrals.states import LeadsView

TEMPLATE = CHECKOUT / "briefing_templates" / "referral.typ"


@dataclass(frozen=True)
class Answer:
    """One question, and what was said to it: a line of the page each."""

    label: str
    lines: tuple[str, ...]
    entries: tuple[tuple[Answer, ...], ...] = ()
    """Of a list: what was said of each entry."""


@dataclass(frozen=True)
class Section:
    title: str
    answers: tuple[Answer, ...]
    blank: tuple[str, ...]
    """What was asked there and not answered."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A referral as it was sent once. Nothing that was written is shortened."""

    reference: str
    house: str
    marking: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    not_begun: tuple[str, ...]
    """Parts of which nothing was answered then."""
    added: tuple[Answer, ...]
    """What came later, by its moment; its own receipt is its last line."""
    receipt: str
    document: dict[str, Any]


def paper_of(sending: Sending, *, house: str, marking: str) -> Paper:
    """The words of one sending, with the names in them: for its writer and its agency's leads alone."""
    referral = sending.referral
    sent = sending.sent_at.astimezone(clock.LONDON)
    about = Properties(
        title=f"Referral {referral.reference}",
        subject=f"As it was sent on {sent.day} {sent:%B %Y}",
        author=house,
        dated=sent.date(),
    )
    facts = [
        ("From", referral.agency.name),
        ("Sent", _when(sent)),
        ("About", referral.about),
        *_entered(sending),
        *_authorised(sending),
    ]
    sections = [_section(part) for part in reading.parts(sending.answers, on=sent.date())]
    return Paper(
        reference=referral.reference,
        house=house,
        marking=marking,
        facts=tuple(facts),
        sections=tuple(section for section in sections if section.answers),
        not_begun=tuple(section.title for section in sections if not section.answers),
        added=tuple(
            Answer(_when(one.created_at), (*one.words.splitlines(), f"Receipt: {one.receipt}"))
            for one in referral.addenda
        ),
        receipt=sending.receipt,
        document=about.plain,
    )


def as_pdf(paper: Paper) -> bytes:
    return pdf.render(TEMPLATE, asdict(paper))


def _entered(sending: Sending) -> list[tuple[str, str]]:
    referral = sending.referral
    if referral.came_by is None:
        return []
    return [("Entered by", f"{referral.owner.name}, as it came by {referral.came_by}")]


def _authorised(sending: Sending) -> list[tuple[str, str]]:
    """Who authorised these very words."""
    return [
        ("Authorised by" if said.view != LeadsView.SENT_BACK else "Sent back by", _by_whom(said))
        for said in sending.referral.authorisations
        if said.receipt == sending.receipt
    ]


def _by_whom(said: Authorisation) -> str:
    learning = ", for learning only" if said.view == LeadsView.LEARNING_ONLY else ""
    return f"{said.by.name} on {_when(said.created_at)}{learning}"


def _when(moment: datetime) -> str:
    there = moment.astimezone(clock.LONDON)
    return f"{there.day} {there:%B %Y} at {there:%H:%M}"


def _section(part: reading.Part) -> Section:
    told = [one for one in part.said if one.words]
    blank = tuple(one.label for one in part.said if not one.words and not one.follows)
    return Section(part.title, tuple(_answer(one) for one in told), blank)


def _answer(one: reading.Said) -> Answer:
    entries = tuple(tuple(_answer(each) for each in entry) for entry in one.entries)
    return Answer(one.label, () if entries else tuple(one.words.splitlines()), entries)
