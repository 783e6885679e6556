"""A letter as it goes on paper, and the digest of what was sent."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from pprg import clock
from pprg.documents.letters import LetterOnPaper
from pprg.meetings.letters.facts import House
from pprg.meetings.letters.kinds import subject_of
from pprg.meetings.states import LetterKind, LetterState

if TYPE_CHECKING:
    from pprg.meetings.models import Letter

PRIVATE = "Private and confidential"
"""What stands at the head of a letter to a family: a marking of the office means nothing to them."""


def on_paper(letter: Letter, house: House) -> LetterOnPaper:
    """Dated when it was sent; until then today, and marked as a draft."""
    sent = letter.sent_at
    signs = letter.sent_by.name if letter.sent_by else "[Name of whoever sends it]"
    return LetterOnPaper(
        reference=letter.case.reference,
        to=letter.to,
        dated=sent.astimezone(clock.LONDON).date() if sent else clock.today(),
        subject=subject_of(letter.kind, letter.case.reference),
        words=letter.words,
        signed=f"Yours sincerely,\n\n{signs}\nfor the {house.organisation}",
        house=house.organisation,
        contact=f"{house.telephone} · {house.email}",
        marking=PRIVATE if letter.kind == LetterKind.FAMILY else house.case_marking,
        about="A letter of the group",
        draft=letter.state == LetterState.DRAFT,
    )


def digest_of(letter: Letter) -> str:
    """SHA-256 of the words and of what stands around them."""
    plain = {
        "reference": letter.case.reference,
        "kind": letter.kind,
        "to": letter.to,
        "words": letter.words,
        "sent_at": letter.sent_at.isoformat() if letter.sent_at else "",
        "sent_by": str(letter.sent_by_id),
    }
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
