"""A second person says of everything that was found why it gives nobody away."""

import pytest
from sqlalchemy import select

from pprg.briefings.products import drawn, product_called
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.notices.models import Notice
from pprg.publications import checks, queries, services
from pprg.publications.models import Judgement
from pprg.publications.states import ProofState, State
from tests.briefings.records import changed, imprint
from tests.publications.builders import (
    CLEAN,
    a_pdf,
    a_proof,
    made,
)


def a_file(publication, author, content: bytes, suffix: str, **how):
    proof = a_proof(publication, by=author.account, files=[made(content, suffix, **how)])
    commit()
    return proof.files[0]


def address(file) -> str:
    return f"/publications/files/{file.id}"


def boxes(page) -> list:
    return page.select(".pprg-hits input[type=text]")


def test_what_gives_somebody_away_cannot_be_talked_away(chair, publication, author):
    file = a_file(publication, author, a_pdf("Mrs Pruett rang."), "pdf")
    (find,) = checks.check_of(file).found

    page = chair.reads(address(file))

    assert "Gives somebody away: the words must change" in page.text
    assert boxes(page) == []
    with pytest.raises(Refused, match="words have to change"):
        services.judge(file.proof, find.key, "It is fine.", by=chair.account)


def test_a_possible_find_is_judged_with_a_reason(chair, publication, author):
    file = a_file(publication, author, a_pdf("There was a dot on the map."), "pdf")
    (box,) = boxes(chair.reads(address(file)))

    answer = chair.fills_in(address(file), form="main form[method=post]", **{box["name"]: "A dot is a dot."})

    assert answer.status_code == 303
    (find,) = checks.check_of(file).found
    assert find.judgement.reason == "A dot is a dot."
    assert find.judgement.by_id == chair.account.id
    assert "Judged" in chair.reads(address(file)).text


def test_one_reason_does_for_finds_that_read_the_same(chair, publication, author):
    file = a_file(publication, author, a_pdf("A dot here, a dot there. Ring 01225 444555."), "pdf")
    page = chair.reads(address(file))
    first, second = boxes(page)
    assert "for all 2 that read the same" in page.text

    chair.fills_in(address(file), **{first["name"]: "A dot is a dot."})

    found = checks.check_of(file)
    assert (found.judged, found.to_judge) == (2, 1)
    assert second["name"] == found.found[2].key


def test_an_empty_reason_is_none(chair, publication, author):
    file = a_file(publication, author, a_pdf("There was a dot on the map."), "pdf")

    chair.fills_in(address(file))

    assert checks.check_of(file).to_judge == 1


def test_a_long_reason_is_said_and_kept_on_the_page(chair, publication, author):
    file = a_file(publication, author, a_pdf("There was a dot on the map."), "pdf")
    (box,) = boxes(chair.reads(address(file)))

    answer = chair.fills_in(address(file), **{box["name"]: "because " * 50})

    assert answer.status_code == 422
    assert "Use at most 300 characters for a reason." in answer.text
    assert "because because" in answer.text


def test_reasons_are_sealed_in_the_database(chair, publication, author):
    file = a_file(publication, author, a_pdf("There was a dot on the map."), "pdf")
    (find,) = checks.check_of(file).found
    services.judge(file.proof, find.key, "Not Dorothea.", by=chair.account)
    commit()

    row = db.session.execute(db.text("SELECT * FROM disclosure_judgement")).one()

    assert "Dorothea" not in str(tuple(row))
    assert "dot" not in find.key


def test_looking_is_said_of_each_file(chair, publication, author):
    file = a_file(publication, author, a_pdf(CLEAN), "pdf")

    answer = chair.presses(address(file), "I have looked at every page of this file")

    assert answer.status_code == 303
    assert file.looked_by_id == chair.account.id
    assert "You have looked at it" in chair.reads(address(file)).text


def test_a_file_that_cannot_be_read_is_never_clean(chair, publication, author):
    file = a_file(publication, author, b"PK not a word file", "docx")

    page = chair.reads(address(file))

    assert "could not be read, so nobody can say that it is clean" in page.text
    services.look_at(file, by=chair.account)
    assert any("it could not be read" in said for said in open_in(file.proof, chair))


def open_in(proof, person) -> list[str]:
    return checks.obstacles(proof, checks.checks_of(proof), by=person.account)


def test_faults_that_shut_readers_out_are_shown(chair, publication, author):
    file = a_file(publication, author, a_pdf(CLEAN), "pdf", faults=["The picture on page 1 has no words."])

    assert "The picture on page 1 has no words." in chair.reads(address(file)).text


def test_words_with_a_capital_are_put_before_the_person_who_checks(chair, publication, author):
    file = a_file(publication, author, a_pdf("Then her friend Bartholomew came."), "pdf")

    assert "Bartholomew" in chair.reads(f"/publications/proofs/{file.proof_id}").text


def test_what_the_house_says_of_itself_is_no_leak(chair, publication, author):
    file = a_file(
        publication, author, a_pdf("practice.reviews@example.org, 01632 960100, 30 November 2026"), "pdf"
    )
    file.proof.dated = file.proof.dated.replace(year=2026, month=11, day=30)

    assert checks.check_of(file).found == ()


def test_it_is_sent_back_with_a_comment(chair, publication, author):
    proof = a_proof(publication, by=author.account)
    commit()
    page = f"/publications/proofs/{proof.id}/send-back"
    assert "Say what has to change." in chair.fills_in(page).text

    answer = chair.fills_in(page, comment="Take the village out of box 3.")

    assert answer.status_code == 303
    assert (proof.state, publication.state) == (ProofState.SENT_BACK, State.DRAFT)
    assert "Take the village out of box 3." in author.reads(f"/publications/{publication.id}").text
    again = a_proof(publication, by=author.account)
    assert again.state == ProofState.OPEN


def test_what_was_sent_back_is_no_longer_checked(chair, publication, author):
    proof = a_proof(publication, by=author.account)
    services.send_back(proof, "Change it.", by=chair.account)
    commit()

    answer = chair.posts(f"/publications/files/{proof.files[1].id}/looked")

    assert answer.status_code == 409
    assert "This proof is sent back." in answer.text


def test_every_second_person_hears_of_it_and_the_others_do_not(people, author, publication, chair):
    coordinator, asker = people.coordinator(), people.coordinator("Ola Other")
    people.team_leader()

    a_proof(publication, by=asker.account)
    commit()

    waiting = db.session.scalars(select(Notice).where(Notice.kind == "publication to check"))
    assert {notice.to_id for notice in waiting} == {coordinator.account.id, chair.account.id}


def test_the_record_of_a_proof_is_what_was_put_forward(author, publication):
    proof = a_proof(publication, by=author.account)

    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: later")

    assert queries.record_of(proof).title == "Marian: when every service closed at once"
    assert queries.record_of(publication).title == "Marian: later"
    assert db.session.query(Judgement).count() == 0


def test_letters_without_a_shape_are_named_before_a_pdf_is_released(chair, publication, author):
    read = changed("sar-marian", pen_picture=["At home she was called 中."])
    drawn_pdf = drawn(product_called("seven-minute-briefing"), "pdf", read, {}, imprint(read))
    file = a_file(publication, author, drawn_pdf, "pdf")

    page = chair.reads(address(file))

    assert "shows an empty box where these stand" in page.text
    assert page.select_one("main bdi").text == "中"


def test_of_letters_that_have_a_shape_nothing_is_said(chair, publication, author):
    file = a_file(publication, author, a_pdf(CLEAN), "pdf")

    assert "empty box" not in chair.reads(address(file)).text
