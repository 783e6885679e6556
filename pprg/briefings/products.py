"""The list of what can be made from a learning record, and in which formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pprg.briefings import compose
from pprg.briefings.choosing.picks import Choices
from pprg.briefings.content import Imprint
from pprg.briefings.drawing import handouts, page, pdf, slides, word
from pprg.briefings.handouts.facilitating import facilitator_sheet
from pprg.briefings.handouts.supervision import supervision_pack
from pprg.briefings.handouts.use_record import record_of_use
from pprg.briefings.slides import packs
from pprg.errors import Refused
from pprg.publications.record import LearningRecord

Composes = Callable[[LearningRecord, Choices, Imprint], Any]
Draws = Callable[[Any], bytes]


@dataclass(frozen=True, kw_only=True)
class Product:
    """One thing to hand out. All its formats are drawn from the same words."""

    name: str
    label: str
    use: str
    """When to reach for it."""
    composes: Composes
    draws: Mapping[str, Draws]
    """By the suffix of the file, without a dot."""

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(self.draws)


HANDOUT: Mapping[str, Draws] = {"docx": handouts.as_word, "pdf": handouts.as_pdf}

PRODUCTS = (
    Product(
        name="seven-minute-briefing",
        label="7-minute briefing",
        use="Two pages to read, print and talk about.",
        composes=compose.briefing,
        draws={"docx": word.briefing, "pdf": pdf.briefing, "html": page.briefing},
    ),
    Product(
        name="short-slides",
        label="Short slides",
        use="Four slides for a seven-minute slot.",
        composes=packs.short_slides,
        draws={"pptx": slides.pack},
    ),
    Product(
        name="team-meeting-slides",
        label="Team meeting slides",
        use="Half an hour with a team, with notes for whoever presents.",
        composes=packs.team_meeting_slides,
        draws={"pptx": slides.pack},
    ),
    Product(
        name="facilitator-sheet",
        label="Facilitator sheet",
        use="One page for whoever leads the talk, in seven, ten or thirty minutes.",
        composes=facilitator_sheet,
        draws=HANDOUT,
    ),
    Product(
        name="supervision-pack",
        label="Supervision pack",
        use="Two pages for supervision, with questions and room for what you agree.",
        composes=supervision_pack,
        draws=HANDOUT,
    ),
    Product(
        name="record-of-use",
        label="Record of use",
        use="One page to write down what your team will change.",
        composes=record_of_use,
        draws=HANDOUT,
    ),
)
FORMAT_LABELS = {"docx": "Word", "pdf": "PDF", "html": "Web page", "pptx": "PowerPoint"}


NAMES = tuple(product.name for product in PRODUCTS)


def formats_of(name: str) -> tuple[str, ...]:
    """In which formats a product is made; none for a product that there is not."""
    return next((product.formats for product in PRODUCTS if product.name == name), ())


def product_called(name: str) -> Product:
    for product in PRODUCTS:
        if product.name == name:
            return product
    raise Refused(f'There is no product "{name}". There are: {", ".join(NAMES)}.')


def drawn(product: Product, suffix: str, record: LearningRecord, choices: Choices, imprint: Imprint) -> bytes:
    """The finished file. Same input, same bytes."""
    if suffix not in product.draws:
        raise Refused(
            f"{product.label} is not made as {suffix}. It is made as: {', '.join(product.formats)}."
        )
    return product.draws[suffix](product.composes(record, choices, imprint))


def file_name(product: Product, suffix: str, imprint: Imprint) -> str:
    """By reference and version alone: no pseudonym, nothing that a file system stumbles over."""
    # What a draft's version says after a comma is for its pages.
    version = imprint.version.partition(",")[0].replace(" ", "-") if imprint.draft else f"v{imprint.version}"
    return f"{_plain(imprint.reference)}-{product.name}-{version}.{suffix}"


def _plain(reference: str) -> str:
    letters = unicodedata.normalize("NFKD", reference).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", letters).strip("-.") or "learning"
