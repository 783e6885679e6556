"""The made files: one whole briefing and one whole deck, their words already composed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any
from unittest import mock

import typst

from benchmarks.timing import Row, measured, zipped_again
from pprg.briefings.content import Briefing
from pprg.briefings.drawing import pdf, slides, word
from pprg.documents import pdf as typesetting
from pprg.documents.lettering import cleaned
from pprg.documents.measuring import FACES
from tests.documents import decks, words

RECORD = "sar-marian"


def rows() -> Iterator[Row]:
    briefing, deck = words.briefing(RECORD), decks.team_slides(RECORD)
    yield measured(
        "briefing_docx",
        lambda: word.briefing(briefing),
        zipped_again(word.briefing(briefing)),
        runs=60,
    )
    yield measured("slide_pack_pptx", lambda: slides.pack(deck), zipped_again(slides.pack(deck)), runs=20)
    yield measured("briefing_pdf", _pdf_of_new_words(briefing), _typst_of_new_words(briefing), runs=40)


def _pdf_of_new_words(briefing: Briefing) -> Any:
    """Another version each time: typst remembers what it has laid out before."""
    versions = count(1)
    return lambda: pdf.briefing(_numbered(briefing, f"1.{next(versions)}"))


def _typst_of_new_words(briefing: Briefing) -> Any:
    """The same typesetting of words made ready beforehand, with nothing of ours around it."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FACES)])
    compiler = typst.Compiler(pdf.TEMPLATE, font_paths=faces)
    ready = (_handed_to_typst(_numbered(briefing, f"2.{number}")) for number in range(100))
    waiting = iter(list(ready))
    return lambda: compiler.compile(sys_inputs={"words": next(waiting)}, format="pdf", pdf_standards="ua-1")


def _handed_to_typst(briefing: Briefing) -> str:
    """What our own making of the PDF gives to typst."""
    with mock.patch.object(typesetting, "render") as render:
        pdf.briefing(briefing)
    return json.dumps(cleaned(render.call_args.args[1]), ensure_ascii=False)


def _numbered(briefing: Briefing, version: str) -> Briefing:
    return replace(briefing, imprint=replace(briefing.imprint, version=version))
