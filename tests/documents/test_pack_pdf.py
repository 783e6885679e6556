"""The pack as a PDF: everybody can read it, each page says whose it is, nothing else tells copies apart."""

import re
import subprocess
from io import BytesIO

import pytest
from pdfua import validate
from pypdf import PdfReader

from pprg.documents.checking_pdf import faults
from pprg.meetings.packs.drawing import as_pdf
from tests.documents.hard_words import AWKWARD, LONG_WORD
from tests.documents.opened import pdf_pages, pdf_text, squeezed
from tests.documents.pack_words import FACTS, a_pack, an_item
from tests.machine import needs

LONG_NAME = "Dr Siân Rhiannon Fitzwilliam-Oyelaran-Wojciechowska"


@pytest.fixture(scope="module")
def pages():
    return pdf_pages(as_pdf(a_pack()))


@pytest.mark.parametrize("reader", ["Pat Panel", LONG_NAME])
def test_the_checkers_of_accessible_pdfs_find_nothing(reader, tmp_path):
    file = tmp_path / "pack.pdf"
    file.write_bytes(as_pdf(a_pack(reader)))

    assert validate(file).findings == ()
    assert list(faults(file.read_bytes())) == []


def test_every_page_says_whose_it_is_of_which_case_and_how_many_there_are(pages):
    for number, page in enumerate(pages, start=1):
        foot = page[page.rindex("For Pat Panel, 3 June 2026 at 09:05") :]
        assert "OFFICIAL-SENSITIVE" in foot
        assert f"Page {number} of {len(pages)}" in foot
        other = {"PPRG-2026-001", "PPRG-2026-002"} - set(re.findall(r"PPRG-2026-\d+", foot))
        assert len(other) == (2 if number == 1 else 1), foot


def test_two_copies_differ_in_their_mark_and_in_nothing_else():
    one, other = pdf_text(as_pdf(a_pack("Pat Panel"))), pdf_text(as_pdf(a_pack("Lou Longer")))

    assert one != other
    assert one.replace("Pat Panel", "…") == other.replace("Lou Longer", "…")


def test_the_mark_across_the_page_is_not_read_aloud_and_the_file_names_no_reader(tmp_path):
    file = tmp_path / "pack.pdf"
    file.write_bytes(as_pdf(a_pack()))
    needs("pdftoppm")

    told = subprocess.run(["pdfinfo", "-struct-text", str(file)], check=True, capture_output=True)
    aloud = told.stdout.decode("utf-8", errors="replace")
    said = PdfReader(BytesIO(file.read_bytes())).metadata

    assert "What is the group being asked?" in aloud
    assert "Pat Panel" not in aloud
    assert said.title == "Pack for the meeting on 8 June 2026"
    assert "Pat" not in " ".join(str(value) for value in said.values())


def test_the_contents_give_the_page_on_which_each_item_stands(pages):
    for reference in ("PPRG-2026-001", "PPRG-2026-002"):
        line = re.search(rf"{reference}\s+Adult, 79\s+(\d+)", pages[0])
        assert line, pages[0]
        assert "What is the group being asked?" in pages[int(line[1]) - 1]
        assert reference in pages[int(line[1]) - 1]


def test_the_contents_lead_to_the_items_and_each_cover_sheet_to_its_parts():
    reader = PdfReader(BytesIO(as_pdf(a_pack())))

    links = [
        [one.get_object() for one in page.get("/Annots", []) if one.get_object()["/Subtype"] == "/Link"]
        for page in reader.pages[:2]
    ]

    assert len(links[0]) == 2
    assert len(links[1]) == 9


def test_bookmarks_are_the_items_and_their_parts():
    outline = PdfReader(BytesIO(as_pdf(a_pack()))).outline

    [pack, under] = outline
    names = [one.title for one in under if not isinstance(one, list)]
    parts = [one.title for one in under[3] if not isinstance(one, list)]

    assert pack.title == "Pack for the meeting on 8 June 2026"
    assert names[:3] == ["Agenda and contents", "Invited", "PPRG-2026-001 · Adult, 79"]
    assert parts == [
        "The referral", "Documents", "What agencies answered", "Chronology", "Family", "Other processes",
        "Earlier local reviews", "Notes of the office", "Decision form: Safeguarding Adults Review",
    ]  # fmt: skip


def test_every_word_of_an_item_is_there(pages):
    there = squeezed("\n".join(pages))

    for words in (FACTS, LONG_WORD, "Late: was due 20 May 2026.", "Not here: Marlford Housing (late).",
                  "This day cannot be put in order", "Visit 20", "A hearing is listed.", "Marian: when every",
                  "The discharge letter is missing.", "You have stepped out of this item."):  # fmt: skip
        assert squeezed(words) in there


def test_awkward_letters_are_shown_as_they_were_typed():
    odd = AWKWARD + " #heading[x] $sum$ *bold* _under_ @label <tag> // not a comment"
    made = as_pdf(a_pack_of(notes=(odd,), asked=(odd,)))

    shown = squeezed(pdf_text(made))
    for words in ("#heading[x]", "$sum$", "*bold*", "_under_", "@label", "<tag>", "//notacomment", "{{7*7}}"):
        assert words in shown


def a_pack_of(**changes):
    whole = a_pack(items=1)
    return type(whole)(**{**vars(whole), "items": (an_item(1, **changes),)})
