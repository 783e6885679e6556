"""A second person looks at every page, with what was found on it beside it."""

import pytest

from pprg.database import commit, db
from pprg.publications.models import PagePicture
from tests.publications.builders import (
    CLEAN,
    a_deck,
    a_pdf,
    a_proof,
    a_web_page,
    a_word_file,
    made,
)


def a_file(publication, author, content: bytes, suffix: str, **how):
    proof = a_proof(publication, by=author.account, files=[made(content, suffix, **how)])
    commit()
    return proof.files[0]


def address(file) -> str:
    return f"/publications/files/{file.id}"


@pytest.mark.both_databases
def test_each_page_of_a_pdf_is_shown_as_a_picture(chair, publication, author):
    file = a_file(publication, author, a_pdf(CLEAN), "pdf")

    page = chair.reads(address(file))

    (picture,) = page.select(".pprg-sheet img")
    assert picture["alt"] == "Page 1 of 1 of this file, as a picture"
    answer = chair.opens(picture["src"])
    assert answer.content_type == "image/png"
    assert answer.data.startswith(b"\x89PNG")


def test_pictures_are_drawn_once_and_can_be_thrown_away(chair, publication, author):
    file = a_file(publication, author, a_pdf(CLEAN), "pdf")
    chair.opens(address(file))
    chair.opens(address(file))
    assert db.session.query(PagePicture).count() == 1

    db.session.query(PagePicture).delete()
    commit()

    assert chair.opens(f"{address(file)}/pages/1.png").status_code == 200
    assert chair.opens(f"{address(file)}/pages/2.png").status_code == 404


@pytest.mark.needs("soffice")
def test_a_find_in_a_word_file_stands_beside_its_page(chair, publication, author):
    words = f"{CLEAN} " * 120 + "Mrs Pruett was ashamed."
    file = a_file(publication, author, a_word_file(words), "docx")

    assert "The pages are being drawn." in chair.opens(address(file)).text
    page = chair.reads(f"{address(file)}?draw=1")

    with_find = [sheet for sheet in page.select(".pprg-sheet") if sheet.select("mark")]
    assert [sheet.figcaption.get_text() for sheet in with_find] == ["Page 3 of 3"]
    assert with_find[0].mark.get_text() == "Pruett"


@pytest.mark.needs("soffice")
def test_finds_in_notes_stand_beside_their_slide_and_others_at_the_top(chair, publication, author):
    deck = a_deck(notes="Dottie laughed.", alt="Tannery Row in winter")
    file = a_file(publication, author, deck, "pptx", file_name="pruett.pptx")

    page = chair.reads(f"{address(file)}?draw=1")

    at_top, slide = page.select(".pprg-sheet")
    assert [mark.get_text() for mark in at_top.select("mark")] == ["pruett"]
    assert "File name" in at_top.get_text()
    assert {mark.get_text() for mark in slide.select("mark")} == {"Dottie", "Tannery Row"}
    assert "Dottie laughed." in slide.select_one("details").get_text()


def test_without_pictures_the_words_are_shown_place_by_place_and_said_so(chair, publication, author):
    file = a_file(publication, author, a_web_page("Mrs Pruett rang."), "html")

    page = chair.reads(address(file))

    assert "cannot be shown as pictures" in page.text
    assert "Open the file itself as well" in page.text
    assert "Mrs Pruett rang." in page.text
    assert page.select("img") == []


def test_the_file_can_be_taken_and_is_the_one_that_was_made(chair, publication, author):
    content = a_word_file()
    file = a_file(publication, author, content, "docx")

    answer = chair.opens(f"{address(file)}/content")

    assert answer.data == content
    assert "attachment" in answer.headers["Content-Disposition"]
    assert file.digest in chair.reads(address(file)).text


@pytest.mark.needs("soffice")
def test_nobody_has_looked_at_pages_that_were_never_drawn(chair, publication, author):
    file = a_file(publication, author, a_word_file(), "docx")

    answer = chair.posts(f"{address(file)}/looked")

    assert answer.status_code == 409
    assert "open them and look first" in answer.text
    assert file.looked_at is None
    assert "I have looked" not in chair.opens(address(file)).text
