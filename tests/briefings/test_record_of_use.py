"""A team writes on one page what it will change, and finds from there to the hub."""

import pypdfium2
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from pprg.briefings.handouts import house
from tests.briefings.handout_files import (
    SUFFIXES,
    all_of,
    composed,
    in_order,
    made,
    squeezed,
    stands_in_order,
)
from tests.briefings.records import NAMES, imprint, record
from tests.machine import needs

SHEET = "record-of-use"


def test_it_asks_for_roles_and_never_for_names():
    form = composed(SHEET, record("sar-marian")).parts[0]

    assert [line.lead for line in form.lines] == [
        "Date", "Team", "Occasion", "Staff by role", "The one change", "Who", "By when", "Evidence",
        "Six months on",
    ]  # fmt: skip
    assert form.intro.startswith("No names of people")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_say_the_same_words_in_the_same_order(name, suffix):
    read = record(name)
    said = all_of(made(SHEET, suffix, read), suffix)

    assert stands_in_order(in_order(composed(SHEET, read)), said)
    assert all(squeezed(sentence) in said for sentence in house.SEND_LINES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_way_to_the_hub_stands_there_in_words_beside_the_code(suffix):
    read = record("dhr-rosa")
    address = imprint(read).use_address.removeprefix("https://")

    assert squeezed(address) in all_of(made(SHEET, suffix, read), suffix)


@pytest.mark.parametrize("name", NAMES)
def test_one_page_is_one_page(name):
    with pypdfium2.PdfDocument(made(SHEET, "pdf", record(name))) as sheet:
        assert len(sheet) == 1


def test_there_is_room_for_handwriting_in_every_row(tmp_path):
    path = tmp_path / "sheet.docx"
    path.write_bytes(made(SHEET, "docx", record("dhr-rosa")))

    rows = Document(str(path)).tables[0].rows[1:]

    assert len(rows) == len(house.ASKED_OF_TEAM)
    assert all(
        row.height.mm >= 7.9 * tall for row, (_, _, tall) in zip(rows, house.ASKED_OF_TEAM, strict=True)
    )


@pytest.mark.parametrize("product", ["supervision-pack", "facilitator-sheet", SHEET])
def test_word_would_open_it_without_repair(product, tmp_path):
    path = tmp_path / "sheet.docx"
    path.write_bytes(made(product, "docx", record("dhr-rosa")))

    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.parametrize("product", ["facilitator-sheet", SHEET])
def test_it_prints_on_one_sheet_from_word_too(product, tmp_path):
    from tests.documents.opened import printed

    needs("soffice")
    with pypdfium2.PdfDocument(printed(made(product, "docx", record("dhr-rosa")), tmp_path)) as sheet:
        assert len(sheet) == 1
