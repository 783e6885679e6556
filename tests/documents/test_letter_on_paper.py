"""Letters as Word and PDF: the words and nothing else, open to everybody, well broken over pages."""

from __future__ import annotations

import subprocess
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pprg.documents.checking import faults
from pprg.documents.letters import DRAWS, LetterOnPaper, Piece, as_docx, as_pdf, pieces_of
from pprg.documents.reading import places

REASON = "The home gave all the care, and nothing that agencies told us shows that others held a part of it. "


def a_letter(words, **changes):
    said = {
        "reference": "PPRG-2026-014",
        "to": "The referrer\nMarlshire Police",
        "dated": date(2026, 11, 23),
        "subject": "PPRG-2026-014: what was decided, and why",
        "words": words,
        "signed": "Yours sincerely,\n\nCora Coordinator\nfor the Marlshire Practice Review Group",
        "house": "Marlshire Practice Review Group",
        "contact": "01632 960100 · practice.reviews@example.org",
        "marking": "OFFICIAL-SENSITIVE",
    }
    return LetterOnPaper(**{**said, **changes})


def outcome(reasons):
    """Five criteria, each with a heading and a reason so many sentences long."""
    weighed = [f"## {n}. Is this asked for?\n\nNot met. {REASON * reasons}" for n in range(1, 6)]
    return "\n\n".join(["Dear colleague,", "Thank you.", *weighed, "You can ask us to look again."])


def said_in(content, suffix):
    return " ".join(place.text for place in places(content, f".{suffix}"))


def test_lines_become_headings_points_and_paragraphs():
    words = "Dear all,\n\n## Why\nBecause.\nAnd so.\n\nThese:\n- one\n- two\n\n\n##\n-\n-not a point"
    assert pieces_of(words) == (
        Piece("text", "Dear all,"),
        Piece("heading", "Why"),
        Piece("text", "Because.\nAnd so."),
        Piece("text", "These:"),
        Piece("point", "one"),
        Piece("point", "two"),
        Piece("text", "##\n-\n-not a point"),
    )


@given(st.lists(st.sampled_from(["## ", "- ", "", " "]) | st.text(max_size=9), max_size=12))
def test_no_word_is_lost_whatever_is_typed(typed):
    said = "".join(typed)
    kept = "".join(piece.words for piece in pieces_of(said))
    assert letters(kept) == letters(said)


def letters(words):
    """Without blanks and without what marks headings and points."""
    return [letter for letter in words if not letter.isspace() and letter not in "#-"]


@pytest.mark.parametrize("suffix", DRAWS)
def test_both_files_say_the_same_words_and_are_open_to_everybody(suffix):
    content = DRAWS[suffix](
        a_letter("Tea & <b>toast</b> {{ 7 * 7 }} #let x\n\n## Why\n\n- one\n- two\n\nThe end.")
    )
    assert faults(content, f".{suffix}") == []
    said = said_in(content, suffix)
    for words in (
        "Tea & <b>toast</b> {{ 7 * 7 }} #let x",
        "Why",
        "one",
        "two",
        "The end.",
        "Cora Coordinator",
    ):
        assert words in said
    assert "DRAFT" not in said


@pytest.mark.parametrize("suffix", DRAWS)
def test_a_draft_says_so_on_every_page(suffix):
    content = DRAWS[suffix](a_letter(outcome(8), draft=True))
    assert "Draft of 23 November 2026, not sent" in said_in(content, suffix)
    if suffix == "pdf":
        pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
        assert len(pages) > 1
        assert all("OFFICIAL-SENSITIVE · DRAFT" in page for page in pages)
    else:
        header = Document(BytesIO(content)).sections[0].header
        assert header.paragraphs[0].text == "OFFICIAL-SENSITIVE · DRAFT"


def test_a_points_list_is_a_list_to_those_who_listen():
    word = Document(BytesIO(as_docx(a_letter("Dear all,\n\n- one\n- two\n\nEnd."))))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles.count("Letter point") == 2
    tags = str(PdfReader(BytesIO(as_pdf(a_letter("Dear all,\n\n- one\n- two\n\nEnd.")))).trailer["/Root"])
    assert "/StructTreeRoot" in tags


@pytest.mark.parametrize("reasons", range(1, 12))
def test_the_signature_is_never_alone_and_a_heading_never_last_in_the_pdf(reasons):
    pages = [page.extract_text() for page in PdfReader(BytesIO(as_pdf(a_letter(outcome(reasons))))).pages]
    assert "You can ask us to look again." in pages[-1]
    assert_headings_stay(pages)


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("reasons", [2, 3, 5, 7, 9])
def test_nor_in_word(reasons, tmp_path):
    (tmp_path / "letter.docx").write_bytes(as_docx(a_letter(outcome(reasons))))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    turn = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "letter.docx",
    ]
    subprocess.run(turn, check=True, capture_output=True, timeout=120)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "letter.pdf").pages]
    assert "You can ask us to look again." in pages[-1]
    assert_headings_stay(pages)


def assert_headings_stay(pages):
    """What stands last above the foot of a page is no heading."""
    for page in pages[:-1]:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        above = [line for line in lines if "Page " not in line and line not in {"PPRG-2026-014"}]
        assert not above[-1].endswith("Is this asked for?"), above[-3:]
