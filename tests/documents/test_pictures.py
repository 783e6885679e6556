"""A reviewer looks at the pages of the very file; where that cannot be, it is said why."""

import os
import stat
import threading
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pprg.briefings.drawing.slides import pack
from pprg.documents import pictures
from pprg.documents.pictures import CannotPicture, as_pdf, can_picture, pages
from tests.documents import decks
from tests.documents.standing import opened

WIDE = 320


@pytest.fixture(scope="module")
def deck():
    return pack(decks.short_slides("sar-marian"))


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A stand-in for LibreOffice that does what the test says; the real one never misbehaves on demand."""

    def behaving(script):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(pictures, "_program", lambda: str(path))
        return path

    return behaving


def size(png):
    return Image.open(BytesIO(png)).size


@pytest.mark.needs("soffice")
def test_each_slide_is_a_picture_of_the_width_that_was_asked_for(deck):
    found = pages(deck, ".pptx", wide=WIDE)
    assert [size(page) for page in found] == [(WIDE, WIDE * 9 // 16)] * len(opened(deck).slides)
    colours = Image.open(BytesIO(found[0])).convert("RGB").getcolors(100_000)
    assert len(colours) > 10  # a page with words, not a blank one


@pytest.mark.needs("soffice")
def test_a_pdf_is_drawn_page_by_page_without_libreoffice(deck, monkeypatch):
    pdf = as_pdf(deck, ".pptx")
    monkeypatch.setattr(pictures, "_program", lambda: None)
    assert can_picture(".pdf")
    assert len(pages(pdf, ".PDF", wide=WIDE)) == 4


@pytest.mark.needs("soffice")
def test_two_reviewers_at_once_both_get_their_pictures(deck):
    found = []
    asking = [
        threading.Thread(target=lambda: found.append(len(pages(deck, ".pptx", wide=WIDE)))) for _ in range(2)
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert found == [4, 4]


def test_without_libreoffice_it_is_said_what_would_help(deck, monkeypatch):
    monkeypatch.setattr(pictures, "_program", lambda: None)
    assert not can_picture(".pptx")
    with pytest.raises(CannotPicture, match="LibreOffice is not installed"):
        pages(deck, ".pptx", wide=WIDE)


@pytest.mark.parametrize(
    ("file", "suffix", "sentence"),
    [
        (b"not a pdf", ".pdf", "cannot be opened"),
        (b"not a deck", ".pptx", "damaged or locked"),
        (b"anything", ".exe", "Files that end in .exe"),
        (b"anything", "", "Files that end in nothing"),
    ],
)
def test_what_is_no_such_file_gets_a_sentence_and_no_picture(file, suffix, sentence, program):
    program("exit 0")
    with pytest.raises(CannotPicture, match=sentence):
        pages(file, suffix, wide=WIDE)


def test_a_deck_that_calls_itself_a_letter_is_not_shown(deck, program):
    program("exit 0")
    with pytest.raises(CannotPicture, match="not the kind of file that its name says"):
        pages(deck, ".docx", wide=WIDE)


def test_success_is_believed_only_when_there_is_a_pdf(deck, program):
    """LibreOffice ends with 0 though it made nothing, and leaves other things behind."""
    program("exit 0")
    with pytest.raises(CannotPicture, match="could not open this file"):
        pages(deck, ".pptx", wide=WIDE)
    program("echo nonsense > file.pdf; exit 0")
    with pytest.raises(CannotPicture, match="could not open this file"):
        pages(deck, ".pptx", wide=WIDE)


def test_one_that_hangs_is_stopped_with_all_that_it_started(deck, program, monkeypatch, tmp_path):
    note = tmp_path / "helper"
    program(f"sleep 300 & echo $! > {note}; wait")
    monkeypatch.setattr(pictures, "LIMIT", 1.0)
    with pytest.raises(CannotPicture, match="took longer than a minute"):
        pages(deck, ".pptx", wide=WIDE)
    assert _ends(int(note.read_text()))


def test_who_waits_too_long_for_a_turn_is_told_to_try_again(deck, program, monkeypatch):
    program("exit 0")
    monkeypatch.setattr(pictures, "LIMIT", 0.3)
    with pictures._turn(), pytest.raises(CannotPicture, match="busy with other files"):
        pages(deck, ".pptx", wide=WIDE)


def _ends(process: int) -> bool:
    """Whether a process is gone within a second; a zombie that nobody waits for counts as gone."""
    for _ in range(20):
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text().split()[2] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
