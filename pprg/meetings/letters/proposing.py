"""The words to begin with, by kind. Somebody reads and changes them before they go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pprg.meetings.letters import before, bodies, family, outcome
from pprg.meetings.letters.facts import Facts
from pprg.meetings.letters.kinds import agreed
from pprg.meetings.states import LetterKind

_OPEN = re.compile(r"\[[^\[\]\n]{1,200}\]")


def proposed(kind: LetterKind, facts: Facts) -> str:
    """What stands in square brackets is for a person to write."""
    return _WORDS[kind](facts)


def left_open(*texts: str) -> list[str]:
    """What stands in square brackets still, in order."""
    return [found for text in texts for found in _OPEN.findall(text)]


def _family(facts: Facts) -> str:
    if facts.reviewed and facts.reviewed.concluded:
        return family.review_ended(facts)
    decided = outcome.of(facts)
    held = agreed(decided.route, decided.outcome)
    return family.review_agreed(facts) if held else family.no_review(facts)


_WORDS: Mapping[LetterKind, Callable[[Facts], str]] = {
    LetterKind.ACKNOWLEDGEMENT: before.acknowledgement,
    LetterKind.INFORMATION: before.information,
    LetterKind.INVITATION: before.invitation,
    LetterKind.REVIEW_AGREED: outcome.review_agreed,
    LetterKind.NO_REVIEW: outcome.no_review,
    LetterKind.FAMILY: _family,
    LetterKind.PANEL: bodies.panel,
    LetterKind.HOME_OFFICE: bodies.home_office,
    LetterKind.CONCLUSION: outcome.conclusion,
}
