"""The 7-minute briefing as a Word file."""

from __future__ import annotations

from pathlib import Path

from pprg.briefings.content import Briefing
from pprg.briefings.drawing.briefing import TEMPLATES, plain, properties
from pprg.briefings.drawing.fitting import MORE_ABOUT_THE_PERSON, MORE_LEADING, Step, fit
from pprg.documents import codes, word
from pprg.documents.word import Setting

HOUSE_TEMPLATE = TEMPLATES / "seven-minute-briefing.docx"


def briefing(words: Briefing, template: Path | None = None) -> bytes:
    """The finished .docx, from the house's template or from a partnership's own, whose sizes then stand."""
    stood = fit(words)
    said = plain(words, stood)
    return word.render(
        template or HOUSE_TEMPLATE,
        said,
        properties(words),
        pictures={"QR code": codes.png(said["use"]["address"])},
        settings=None if template else _set_in(stood.step),
        new_page_before=stood.new_page_before,
    )


def _set_in(step: Step) -> dict[str, Setting]:
    body = Setting(step.size, step.leading)
    return {
        "Box text": Setting(step.size, step.leading, step.air_mm),
        "Person fact": Setting(step.size + MORE_ABOUT_THE_PERSON, step.leading + MORE_LEADING),
        "Table text": body,
        "Question": body,
    }
