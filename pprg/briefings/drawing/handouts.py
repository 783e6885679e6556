"""A handout as a Word file and as an accessible PDF, both filled from one mapping of plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pprg.briefings.content import Line
from pprg.briefings.drawing.briefing import DRAFT, TEMPLATES, described, dotted, link, one_line, released
from pprg.briefings.drawing.fitting import imprint_line, mm, told_apart_by
from pprg.briefings.drawing.handout_fitting import Step, fit
from pprg.briefings.handouts.content import Handout, Part, PartKind
from pprg.documents import codes, measuring, pdf, word
from pprg.documents.properties import Properties
from pprg.documents.word import Setting

WORD, TYPST = TEMPLATES / "handout.docx", TEMPLATES / "handout.typ"
TWENTIETHS = 56.6929
"""Of a point in a millimetre: how Word counts."""
LARGEST, NARROWEST = 20, mm(160)
"""Points: no word of this width has to be broken anywhere on a handout."""
_ENDS = (".", "?", "!", ":", ";", "…")


def as_word(words: Handout) -> bytes:
    """The finished .docx. Same input, same bytes."""
    step = fit(words)
    said = plain(words, step)
    for part in said["parts"]:
        part["pen"] = round(2 * step.pen_mm * TWENTIETHS)
        for line in part["asked"]:
            line["tall"] = round(line["tall"] * TWENTIETHS)
    body = Setting(step.size, step.leading)
    return word.render(
        WORD,
        said,
        properties(words),
        pictures={"QR code": codes.png(said["use"]["address"])},
        settings={"Box text": body, "Asked": body, "Table text": body, "Question": body},
        new_page_before=words.new_page_before,
    )


def as_pdf(words: Handout) -> bytes:
    """The finished PDF: tagged, PDF/UA-1, the code drawn as lines."""
    said = plain(words, fit(words))
    said["use"]["svg"] = codes.svg(said["use"]["address"])
    return pdf.render(TYPST, said | {"document": properties(words).plain})


def plain(words: Handout, step: Step) -> dict[str, Any]:
    """Everything that a template may ask for."""
    said = words.imprint
    return {
        "step": {"size": step.size, "leading": step.leading, "pen_mm": step.pen_mm},
        "title": one_line(said.title),
        "eyebrow": dotted("Draft" if said.draft else "", said.organisation, words.name),
        "meta": dotted(words.for_whom, said.review_type, said.published),
        "draft": DRAFT if said.draft else "",
        "care": words.care.notice,
        "long_words": any(_wide(word) for text in _texts(words) for word in text.split()),
        "parts": [_part(part, step) for part in words.parts],
        "new_page_before": words.new_page_before,
        "footer": imprint_line(said),
        "support": " · ".join(f"{one.name}, {one.contact}" for one in words.care.support),
        "contact": said.contact,
        "hub": link(said.hub_address),
        "use": link(said.use_address) | {"described": described(said.use_address)},
    }


def properties(words: Handout) -> Properties:
    """What the file says of itself. A draft says so here too."""
    said = words.imprint
    return Properties(
        title=dotted(said.title, words.name) + (" (draft)" if said.draft else ""),
        subject=dotted(words.name, said.review_type, said.reference),
        author=said.organisation,
        keywords=told_apart_by(said),
        dated=released(said),
    )


def _texts(words: Handout) -> Iterator[str]:
    yield from (words.imprint.title, words.care.notice)
    yield from (f"{one.name} {one.contact}" for one in words.care.support)
    for part in words.parts:
        yield from (part.heading, part.intro)
        yield from (text for line in part.lines for text in (line.lead, line.text))


def _wide(word: str) -> bool:
    return measuring.width(word, measuring.Font.BOLD, LARGEST) > NARROWEST


def _part(part: Part, step: Step) -> dict[str, Any]:
    return {
        "kind": part.kind.value,
        "heading": one_line(part.heading),
        "intro": part.intro,
        "lines": [{"lead": _led(line), "text": line.text} for line in part.lines],
        "columns": list(part.columns),
        "rows": [list(row) for row in part.rows],
        "asked": [
            {"lead": line.lead, "text": line.text, "tall": tall * step.pen_mm}
            for line, tall in zip(part.lines, part.tall, strict=False)
        ],
        "writes": part.kind in {PartKind.FORM, PartKind.AGREED},
    }


def _led(line: Line) -> str:
    """The bold words, closed by a full stop where a sentence follows them."""
    lead = line.lead.strip()
    return lead if not lead or not line.text or lead.rstrip("”’\"')").endswith(_ENDS) else f"{lead}."
