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
from pprg.guidance.codes import Audience
from pprg.publications.record import LearningRecord

Composes = Callable[[LearningRecord, Choices, Imprint], Any]
Draws = Callable[[Any], bytes]


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """What can be handed out, as readers are told of it."""

    name: str
    label: str
    use: str
    """When to reach for it."""


@dataclass(frozen=True, kw_only=True)
class Product(Labelled):
    """One thing to hand out. All its formats are drawn from the same words."""

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
EVERYTHING = Labelled(
    name="everything",
    label="Everything in one",
    use="All of these in a zip, with a page that says what each is for.",
)
ALL_IN_ONE = "zip"
LISTED: tuple[Labelled, ...] = (*PRODUCTS, EVERYTHING)
"""All that readers can take, in the order in which it is shown."""
FORMAT_LABELS = {
    "docx": "Word", "pdf": "PDF", "html": "Web page", "pptx": "PowerPoint", ALL_IN_ONE: "Zip",
}  # fmt: skip


NAMES = tuple(product.name for product in PRODUCTS)


def formats_of(name: str) -> tuple[str, ...]:
    """In which formats a product is made; none for a product that there is not."""
    if name == EVERYTHING.name:
        return (ALL_IN_ONE,)
    return next((product.formats for product in PRODUCTS if product.name == name), ())


def not_there(name: str) -> str:
    return f'There is no product "{name}". There are: {", ".join(one.name for one in LISTED)}.'


def product_called(name: str) -> Product:
    for product in PRODUCTS:
        if product.name == name:
            return product
    raise Refused(not_there(name))


def drawn(product: Product, suffix: str, record: LearningRecord, choices: Choices, imprint: Imprint) -> bytes:
    """The finished file. Same input, same bytes."""
    if suffix not in product.draws:
        raise Refused(not_made(product, suffix))
    return product.draws[suffix](product.composes(record, choices, imprint))


def not_made(product: Product, suffix: str) -> str:
    return f"{product.label} is not made as {suffix}. It is made as: {', '.join(product.formats)}."


def file_name(product: Labelled, suffix: str, imprint: Imprint, *, first_for: Audience | None = None) -> str:
    """By reference and version alone: no pseudonym, nothing that a file system stumbles over."""
    # What a draft's version says after a comma is for its pages.
    version = imprint.version.partition(",")[0].replace(" ", "-") if imprint.draft else f"v{imprint.version}"
    whose = f"-{first_for.replace('_', '-')}" if first_for else ""
    return f"{_plain(imprint.reference)}-{product.name}{whose}-{version}.{suffix}"


def _plain(reference: str) -> str:
    letters = unicodedata.normalize("NFKD", reference).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.]+", "-", letters).strip("-.") or "learning"
