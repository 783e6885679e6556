"""A letter as it goes on paper, its files as they were sent, and the digests of both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pprg import clock
from pprg.documents.letters import LetterOnPaper
from pprg.meetings.letters.facts import House
from pprg.meetings.letters.kinds import subject_of
from pprg.meetings.states import LetterKind, LetterState

if TYPE_CHECKING:
    from pprg.accounts.models import Account
    from pprg.meetings.models import Letter

PRIVATE = "Private and confidential"
"""What stands at the head of a letter to a family: a marking of the office means nothing to them."""


HEAD = ("house", "contact", "marking", "subject", "signed")
"""What stands around the words of a letter and may be different for the next one."""


def on_paper(letter: Letter, house: House) -> LetterOnPaper:
    """As it was sent, under the letterhead of that day; until then dated today, and marked as a draft."""
    head: dict[str, Any] = dict(letter.head_as_sent or {})
    return replace(_today(letter, house), **head)


def head_of(paper: LetterOnPaper) -> dict[str, str]:
    """To be kept with a letter that is sent."""
    return {name: getattr(paper, name) for name in HEAD}


def _today(letter: Letter, house: House) -> LetterOnPaper:
    sent = letter.sent_at
    return LetterOnPaper(
        reference=letter.case.reference,
        to=letter.to,
        dated=_day(sent) if sent else clock.today(),
        subject=subject_of(letter.kind, letter.case.reference),
        words=letter.words,
        signed=_signed(letter.sent_by.name if letter.sent_by else "[Name of whoever sends it]", house),
        house=house.organisation,
        contact=f"{house.telephone} · {house.email}",
        marking=PRIVATE if letter.kind == LetterKind.FAMILY else house.case_marking,
        about="A letter of the group",
        draft=letter.state == LetterState.DRAFT,
    )


def to_be_sent(letter: Letter, house: House, *, at: datetime, by: Account) -> LetterOnPaper:
    """As it will stand once this person has sent it at this moment."""
    return replace(on_paper(letter, house), dated=_day(at), signed=_signed(by.name, house), draft=False)


def kept_file(letter: Letter, suffix: str) -> bytes | None:
    """The very file that was sent. None: not sent yet, or sent before files were kept."""
    return letter.docx_as_sent if suffix == "docx" else letter.pdf_as_sent


def digests_of(files: Mapping[str, bytes | None]) -> dict[str, str]:
    """SHA-256 of each file that there is, by its kind."""
    return {suffix: hashlib.sha256(file).hexdigest() for suffix, file in files.items() if file is not None}


def digest_of(letter: Letter) -> str:
    """SHA-256 of the words and of what stands around them."""
    plain = {
        "reference": letter.case.reference,
        "kind": letter.kind,
        "to": letter.to,
        "words": letter.words,
        "sent_at": letter.sent_at.isoformat() if letter.sent_at else "",
        "sent_by": str(letter.sent_by_id),
        **({"head": letter.head_as_sent} if letter.head_as_sent else {}),
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _day(when: datetime) -> date:
    return when.astimezone(clock.LONDON).date()


def _signed(name: str, house: House) -> str:
    return f"Yours sincerely,\n\n{name}\nfor the {house.organisation}"
