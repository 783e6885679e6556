"""Whoever leads the talk holds one page: before, running order, one question, do and do not."""

import pypdfium2
import pytest
from docx import Document

from pprg.briefings.handouts import house
from pprg.briefings.handouts.content import PartKind
from pprg.briefings.house_sentences import STANDING_QUESTIONS
from pprg.briefings.orders import LENGTHS, ORDERS
from tests.briefings.handout_files import SUFFIXES, all_of, composed, in_order, made, stands_in_order
from tests.briefings.records import NAMES, changed, chosen, record

SHEET = "facilitator-sheet"


def part(words, kind):
    return next(one for one in words.parts if one.kind is kind)


def test_the_minutes_of_each_column_add_up_to_its_length():
    rows = part(composed(SHEET, record("dhr-rosa")), PartKind.ORDER).rows

    for column, length in enumerate(LENGTHS, start=1):
        assert sum(int(row[column]) for row in rows if row[column] != house.LEFT_OUT) == length


def test_the_page_and_the_hub_give_the_same_running_orders():
    rows = part(composed(SHEET, record("dhr-rosa")), PartKind.ORDER).rows

    for column, length in enumerate(LENGTHS, start=1):
        on_paper = [(row[0], int(row[column])) for row in rows if row[column] != house.LEFT_OUT]
        assert on_paper == [(step.do, step.minutes) for step in ORDERS[length].steps]


def test_it_asks_what_the_author_chose_to_ask():
    read = record("sar-marian")

    asked = part(composed(SHEET, read, chosen(read, talk=["questions/2", "questions/0"])), PartKind.ASKED)

    assert [line.text for line in asked.lines] == [read.questions[2], read.questions[0]]


def test_a_record_without_questions_asks_the_standing_ones():
    read = changed("sar-marian", questions=[])

    assert [line.text for line in part(composed(SHEET, read), PartKind.ASKED).lines] == list(
        STANDING_QUESTIONS
    )


def test_it_checks_names_and_cares_for_people_before_anything_else():
    first = composed(SHEET, record("lcspr-wren")).parts[0]

    assert [line.lead for line in first.lines] == ["The room.", "Names check.", "Who is here.", "Support."]
    assert first.lines[1].text.startswith("Say Wren only.")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_say_the_same_words_in_the_same_order(name, suffix):
    read = record(name)

    assert stands_in_order(in_order(composed(SHEET, read)), all_of(made(SHEET, suffix, read), suffix))


@pytest.mark.parametrize("name", NAMES)
def test_one_page_is_one_page(name):
    with pypdfium2.PdfDocument(made(SHEET, "pdf", record(name))) as sheet:
        assert len(sheet) == 1


def test_its_tables_have_heads_that_word_repeats(tmp_path):
    path = tmp_path / "sheet.docx"
    path.write_bytes(made(SHEET, "docx", record("sar-marian")))

    tables = Document(str(path)).tables

    assert [[cell.text for cell in table.rows[0].cells] for table in tables] == [
        ["What we do", "7 min", "10 min", "30 min"],
        ["Do", "Do not"],
    ]
    assert all(len(table.rows) == many for table, many in zip(tables, (9, 6), strict=True))
