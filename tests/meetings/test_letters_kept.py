"""What was sent is kept as files, and whoever takes it later gets those very bytes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO
from shutil import copytree

import pytest
from cryptography.fernet import InvalidToken
from pypdf import PdfReader
from sqlalchemy import event, select, text, update

from pprg import clock, database, encryption
from pprg.audit.models import AuditLine
from pprg.database import commit, db
from pprg.documents import letters as drawing
from pprg.meetings.letters.paper import digest_of
from pprg.meetings.models import Letter
from pprg.meetings.services import letters as services
from pprg.meetings.states import LetterEvent, LetterKind, LetterState
from tests.meetings.builders import a_ratified_decision, an_item
from tests.meetings.letters import filled, sent, to_referrer

RENAMED = "Marlshire Learning Partnership"


@pytest.fixture
def coordinator(people):
    return people.coordinator().account


@pytest.fixture
def item(people, coordinator):
    return an_item(
        by=coordinator, referrer=people.referrer().account, members=[people.panel_member().account]
    )


@pytest.fixture
def decided(item, coordinator, people):
    return a_ratified_decision(item, by=coordinator, chair=people.chair().account)


@pytest.fixture
def renamed(app, monkeypatch):
    """The group gets another name and letterhead."""

    def rename():
        monkeypatch.setitem(app.config, "PPRG", replace(app.config["PPRG"], organisation=RENAMED))

    return rename


def takes(reader, letter, suffix):
    answer = reader.opens(f"/meetings/letters/{letter.id}/file.{suffix}")
    assert answer.status_code == 200
    return answer.data


def text_of(page):
    return " ".join(page.main.get_text(" ").split())


@pytest.mark.parametrize("suffix", drawing.DRAWS)
def test_a_later_letterhead_changes_no_letter_that_was_sent(people, decided, coordinator, renamed, suffix):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    draft = filled(services.propose_letter(LetterKind.FAMILY, decision=decided, by=coordinator), coordinator)
    commit()
    cora, rowan = people.coordinator(), people.referrer()
    first, first_draft = takes(cora, letter, suffix), takes(cora, draft, suffix)
    renamed()
    assert takes(cora, letter, suffix) == first
    assert takes(rowan, letter, suffix) == first
    assert takes(cora, draft, suffix) != first_draft, "What is not sent yet follows the house."


def test_the_page_of_a_sent_letter_shows_the_letterhead_under_which_it_went(
    people, decided, coordinator, renamed
):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    was = letter.head_as_sent["house"]
    commit()
    renamed()

    paper = people.coordinator().reads(f"/meetings/letters/{letter.id}").select_one(".pprg-letter").get_text()
    assert was in paper
    assert f"for the {was}" in paper
    assert RENAMED not in paper

    letter.head_as_sent = letter.head_as_sent | {"signed": "Somebody else"}
    commit()
    page = people.coordinator().reads(f"/meetings/letters/{letter.id}").get_text()
    assert "These are not the words that were sent." in page


@pytest.mark.parametrize("suffix", drawing.DRAWS)
def test_words_changed_in_the_database_change_no_file(people, decided, coordinator, suffix):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    first = takes(people.referrer(), letter, suffix)
    db.session.execute(update(Letter).where(Letter.id == letter.id).values(words="Other words.", to="Else"))
    commit()
    assert takes(people.referrer(), letter, suffix) == first
    page = text_of(people.coordinator().reads(f"/meetings/letters/{letter.id}"))
    assert "These are not the words that were sent." in page
    assert "The files below still are the letter that was sent." in page


def test_the_trail_holds_what_was_sent_and_a_changed_file_is_said_to_be_changed(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    url, rowan = f"/meetings/letters/{letter.id}", people.referrer()
    said = db.session.scalars(select(AuditLine.detail).where(AuditLine.verb == "sent")).all()[-1]
    page = rowan.reads(url)
    for suffix in drawing.DRAWS:
        digest = hashlib.sha256(takes(rowan, letter, suffix)).hexdigest()
        assert f"{suffix}={digest}" in said
        assert digest in text_of(page)
    assert f"digest={letter.digest}" in said
    assert "The files are the very ones that were sent." in text_of(page)
    letter.pdf_as_sent = b"%PDF-1.7 another"
    commit()
    assert "These are not the files that were sent." in text_of(rowan.reads(url))


def test_what_was_sent_says_who_sent_it_when_and_is_no_draft(people, decided, coordinator):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    pages = PdfReader(BytesIO(takes(people.referrer(), letter, "pdf"))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Cora Coordinator for the Marlshire Practice Review Group" in said
    assert f"{letter.sent_at:%B %Y}" in said
    assert "DRAFT" not in said
    assert "not sent" not in said


def test_a_letter_sent_before_files_were_kept_is_drawn_from_its_words(people, decided, coordinator, renamed):
    letter = filled(to_referrer(decided, coordinator), coordinator)
    letter.move(LetterEvent.SEND)
    letter.sent_at, letter.sent_by_id = clock.now(), coordinator.id
    db.session.flush()
    letter.digest = digest_of(letter)
    commit()
    rowan, url = people.referrer(), f"/meetings/letters/{letter.id}"
    page = text_of(rowan.reads(url))
    assert "It was sent before files were kept: they are drawn from its words each time." in page
    assert "These are not the files" not in page
    first = takes(rowan, letter, "pdf")
    renamed()
    assert takes(rowan, letter, "pdf") != first


@pytest.mark.parametrize("missing", ["letter.docx", "letter.typ"])
def test_a_letter_whose_files_cannot_be_made_is_not_sent_and_nothing_is_lost(
    people, decided, coordinator, tmp_path, monkeypatch, missing
):
    """A partnership may put its own template in place, and spoil it."""
    copytree(drawing.TEMPLATES, tmp_path / "templates")
    (tmp_path / "templates" / missing).write_bytes(b"#not-a-template(")
    letter = filled(to_referrer(decided, coordinator), coordinator)
    commit()
    words, url = letter.words, f"/meetings/letters/{letter.id}/sending"
    with monkeypatch.context() as spoilt:
        spoilt.setattr(drawing, "TEMPLATES", tmp_path / "templates")
        answer = people.coordinator().presses(url, "Send this letter")
    assert answer.status_code == 409
    assert "Its files could not be made, so it was not sent. Every word of it is kept." in answer.text
    again = db.session.get(Letter, letter.id, populate_existing=True)
    assert (again.state, again.words, again.sent_at, again.digest) == (LetterState.DRAFT, words, None, "")
    assert people.coordinator().presses(url, "Send this letter").status_code == 303
    assert takes(people.referrer(), letter, "pdf").startswith(b"%PDF")


def test_files_lie_sealed_and_open_after_a_change_of_key(app, people, decided, coordinator, monkeypatch):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    first = takes(people.referrer(), letter, "pdf")
    lies = bytes(db.session.scalar(text("SELECT pdf_as_sent FROM letter")))
    assert lies
    assert b"%PDF" not in lies
    assert encryption.unseal(lies) == first
    monkeypatch.setattr(encryption, "_keys", [])
    encryption.use_keys("the next key", *app.config["PPRG"].data_keys)
    assert takes(people.referrer(), letter, "pdf") == first
    encryption.use_keys("the next key")
    with pytest.raises(InvalidToken):
        encryption.unseal(lies)
    db.session.rollback()


def test_no_list_of_letters_fetches_files(people, decided, coordinator, item):
    letter = sent(to_referrer(decided, coordinator), coordinator)
    asked = []

    def listen(conn, cursor, statement, *rest):
        asked.append(statement)

    event.listen(database.db.engine, "before_cursor_execute", listen)
    try:
        for url in (f"of-case/{item.case_id}/letters", f"letters/of-referral/{item.referral_id}"):
            people.coordinator().reads(f"/meetings/{url}")
        assert any("FROM letter" in each for each in asked)
        assert not [each for each in asked if "_as_sent" in each]
        takes(people.referrer(), letter, "pdf")
    finally:
        event.remove(database.db.engine, "before_cursor_execute", listen)
    fetched = [each for each in asked if "_as_sent" in each]
    assert fetched
    assert all("docx_as_sent" not in each for each in fetched), "Only the one that is asked for."
