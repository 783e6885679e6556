"""The 7-minute briefing as plain words for a template: names, texts and lists, nothing else.

Word, PDF and web page are all filled from this one mapping, so they say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pprg.briefings.content import Box, BoxKind, Briefing, Imprint, Line
from pprg.briefings.drawing.fitting import STEPS, Fit, imprint_line, told_apart_by
from pprg.documents import measuring
from pprg.documents.lettering import printable
from pprg.documents.properties import Properties

TEMPLATES = Path(__file__).resolve().parents[3] / "briefing_templates"
KIND = "7-minute briefing"
DRAFT = "Draft, not released"
NARROW = 34 * 72 / 25.4
"""Points: a word that is wider does not fit the narrowest column and will have to be broken."""

_ENDS = (".", "?", "!", ":", ";", "…")
_SAFE = "%/:?#[]@!$&'()*+,;=-._~"


def plain(words: Briefing, stood: Fit) -> dict[str, Any]:
    """Everything that a template may ask for. A box that is not there is None."""
    said = words.imprint
    boxes = {box.kind: _box(box) for box in words.boxes}
    typed = [said.title, words.care.notice, *(part for box in words.boxes for part in _parts(box))]
    return {
        "step": {**asdict(stood.step), "new_page_before": stood.new_page_before, "too_tall": stood.too_tall},
        "title": one_line(said.title),
        "eyebrow": dotted("Draft" if said.draft else "", said.organisation, KIND),
        "meta": dotted(said.review_type, said.published, _minutes(words)),
        "draft": DRAFT if said.draft else "",
        "care": words.care.notice,
        "footer": imprint_line(said),
        "support": " · ".join(f"{one.name}, {one.contact}" for one in words.care.support),
        "contact": said.contact,
        "hub": link(said.hub_address),
        "use": link(said.use_address) | {"described": described(said.use_address)},
        "long_words": any(_wide(word) for text in typed for word in text.split()),
        "boxes": list(boxes.values()),
        **{kind.value: boxes.get(kind) for kind in BoxKind},
    }


def properties(words: Briefing) -> Properties:
    """What the file says of itself. A draft says so here too."""
    said = words.imprint
    return Properties(
        title=one_line(said.title) + (" (draft)" if said.draft else ""),
        subject=dotted(KIND, said.review_type, said.reference),
        author=said.organisation,
        keywords=told_apart_by(said),
        dated=released(said),
    )


def released(said: Imprint) -> date | None:
    """The day that a file is dated: its release, else the month of the review, never the day of making it."""
    for words, shape in ((said.released_on, "%d %B %Y"), (said.published, "%B %Y")):
        try:
            return datetime.strptime(words, shape).date()  # noqa: DTZ007 - a day, without a time
        except ValueError:
            continue
    return None


def _box(box: Box) -> dict[str, Any]:
    return {
        "kind": box.kind.value,
        "heading": one_line(box.heading),
        "lines": [{"lead": _led(line, box.kind), "text": line.text} for line in box.lines],
        "text": " ".join(part for line in box.lines for part in (_led(line, box.kind), line.text) if part),
        "statistic": box.statistic and {"text": box.statistic.text, "source": box.statistic.source},
    }


def _wide(word: str) -> bool:
    return measuring.width(word, measuring.Font.BOLD, STEPS[0].size) > NARROW


def _parts(box: Box) -> Iterator[str]:
    yield box.heading
    for line in box.lines:
        yield from (line.lead, line.text)


def _led(line: Line, kind: BoxKind) -> str:
    """The bold words, closed by a full stop where a sentence follows them; in a table they have a column."""
    lead = line.lead.strip()
    bare = not lead or not line.text or kind is BoxKind.DO_NOW
    return lead if bare or lead.rstrip("”’\"')").endswith(_ENDS) else f"{lead}."


def _minutes(words: Briefing) -> str:
    unit = "minute" if words.minutes_to_read == 1 else "minutes"
    return f"{words.minutes_to_read} {unit} to read, {words.minutes_to_talk} to talk"


def dotted(*parts: str) -> str:
    return " · ".join(one_line(part) for part in parts if part.strip())


def one_line(text: str) -> str:
    return printable(text).replace("\n", " ").replace("\t", " ")


def link(address: str) -> dict[str, str]:
    """Where it leads, and the address as a person would type it."""
    address = one_line(address)
    return {
        "address": quote(address, safe=_SAFE),
        "shown": address.removeprefix("https://").removeprefix("http://"),
    }


def described(address: str) -> str:
    return f"QR code. Opens the review and records that you used it: {one_line(address)}"
