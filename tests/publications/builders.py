"""Learning records and made files. The files are real and small: what matters is which words stand where."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pptx
import typst
from pptx.util import Inches

from pprg import clock
from pprg.accounts.models import Account
from pprg.accounts.services import command_line
from pprg.cases.services import open_case
from pprg.guidance.codes import ReviewType
from pprg.publications import services
from pprg.publications.models import Proof, Publication, Release
from pprg.publications.queries import record_of
from pprg.publications.release_list import all_done
from pprg.publications.services import Made
from pprg.reviews import services as reviews
from pprg.reviews.models import Review

RECORDS = Path(__file__).parent.parent / "records"
NAMES = ("sar-marian", "dhr-rosa", "lcspr-wren")
HOUSE = ("Marlshire Practice Review Group", "practice.reviews@example.org, 01632 960100")
CLEAN = "Marian cooked school dinners. Ring 01632 960114 in Marlshire."


def the_file(name: str = "sar-marian", **changes: Any) -> bytes:
    """The bytes of a record as an author hands it in, with some keys changed."""
    return json.dumps(as_json(name) | changes).encode()


def as_json(name: str = "sar-marian") -> dict[str, Any]:
    return json.loads((RECORDS / f"{name}.json").read_text(encoding="utf-8"))


def a_publication(*, by: Account, record: str = "sar-marian", **changes: Any) -> Publication:
    """A draft of a concluded review, taken in from its file."""
    return services.import_record(the_file(record, **changes), by=by)


def a_concluded_review(review_type: ReviewType, *, author: Account | None = None) -> Review:
    """A review of a new case, without a learning record."""
    by = command_line()
    review = reviews.commission_review(open_case(by=by), review_type, by=by)
    if author is not None:
        reviews.appoint_author(review, author, by=by)
    reviews.conclude_review(review, by=by)
    return review


def a_word_file(words: str = CLEAN, *, title: str = "Learning") -> bytes:
    document = docx.Document()
    document.core_properties.author = "Marlshire Practice Review Group"
    document.core_properties.title = title
    document.add_heading("Learning from Marian", 1)
    document.add_paragraph(words)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def a_deck(words: str = CLEAN, *, notes: str = "Say it slowly.", alt: str = "") -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Learning from Marian"
    slide.placeholders[1].text = words
    slide.notes_slide.notes_text_frame.text = notes
    if alt:
        shape = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))
        shape._element.nvSpPr.cNvPr.set("descr", alt)
    deck.core_properties.author = "Marlshire Practice Review Group"
    deck.core_properties.last_modified_by = "Marlshire Practice Review Group"
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def a_pdf(words: str = CLEAN) -> bytes:
    return typst.compile(
        b'#set document(title: "Learning")\n= Learning\n#sys.inputs.words',
        sys_inputs={"words": words},
        format="pdf",
    )


def a_web_page(words: str = CLEAN) -> bytes:
    return (
        f'<!doctype html><html lang="en-GB"><title>Learning</title><h1>Learning</h1><p>{words}</p>'.encode()
    )


def made(
    content: bytes, suffix: str, *, product: str = "briefing", file_name: str = "", faults: Sequence[str] = ()
) -> Made:
    name = file_name or f"mar-l-2024-03-{product}.{suffix}"
    return Made(product=product, suffix=suffix, file_name=name, content=content, faults=faults)


def clean_files() -> list[Made]:
    return [
        made(a_word_file(), "docx"),
        made(a_pdf(), "pdf"),
        made(a_web_page(), "html"),
        made(a_deck(), "pptx", product="slides"),
    ]


def a_proof(
    publication: Publication, *, by: Account, files: Sequence[Made] | None = None, dated: date | None = None
) -> Proof:
    """Files put before a second person, dated a week ahead."""
    dated = dated or clock.today() + timedelta(days=7)
    return services.ask_for_release(publication, files or clean_files(), dated=dated, by=by, imprint=HOUSE)


def a_checked_proof(publication: Publication, *, by: Account, asked_by: Account, **how: Any) -> Proof:
    """Every file looked at by the second person, nothing else done yet."""
    proof = a_proof(publication, by=asked_by, **how)
    for file in proof.files:
        services.look_at(file, by=by)
    return proof


def a_release(
    publication: Publication, *, by: Account, asked_by: Account, dated: date | None = None
) -> Release:
    """Looked at, ticked and let out by `by`; today unless another day is given."""
    proof = a_checked_proof(publication, by=by, asked_by=asked_by, dated=dated or clock.today())
    return services.release(proof, all_done(record_of(proof).review_type), by=by)
