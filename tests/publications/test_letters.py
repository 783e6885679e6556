"""Mails about what is to go out hold a reference alone, and reach only those who may still know."""

import pytest
from sqlalchemy import select

from pprg.cases import services as cases
from pprg.database import commit, db
from pprg.notices.models import Notice
from pprg.notices.services import send_waiting
from pprg.publications import services
from tests.publications.builders import a_proof, a_publication, a_release


class Letterbox:
    """Stands where mail leaves the building."""

    site = "https://reviews.example.org"
    sender = "no-reply@example.org"

    def __init__(self):
        self.sent = []

    def send(self, mail):
        self.sent.append(mail)


@pytest.fixture
def mails():
    def sent():
        commit()
        box = Letterbox()
        send_waiting(box, commit=commit)
        return [mail for mail in box.sent if "MAR-L" in mail["Subject"]]

    return sent


@pytest.fixture
def publication(people):
    return a_publication(by=people.author().account)


def test_the_second_person_is_asked_and_nothing_is_told(people, publication, mails):
    chair = people.chair()
    proof = a_proof(publication, by=people.author().account)

    (mail,) = mails()

    assert mail["To"] == chair.account.email
    assert mail["Subject"] == "An item needs you – MAR-L-2024-03"
    assert f"https://reviews.example.org/publications/proofs/{proof.id}" in mail.get_content()
    assert "Marian" not in str(mail)


def test_who_asked_hears_that_it_came_back_and_not_why(people, publication, mails):
    author, chair = people.author(), people.chair()
    proof = a_proof(publication, by=author.account)
    mails()
    services.send_back(proof, "Dorothea is named on page 2.", by=chair.account)

    (mail,) = mails()

    assert mail["To"] == author.account.email
    assert "come back with a comment" in mail.get_content()
    assert "Dorothea" not in str(mail)


def test_the_author_hears_of_the_release(people, publication, mails):
    author, chair = people.author(), people.chair()
    a_release(publication, by=chair.account, asked_by=author.account)

    assert [mail["To"] for mail in mails()] == [author.account.email]


def test_whoever_stepped_out_meanwhile_hears_nothing(people, publication, mails):
    chair = people.chair()
    a_proof(publication, by=people.author().account)
    cases.step_out(publication.review.case, chair.account, by=people.author().account)

    assert mails() == []
    dropped = db.session.scalars(select(Notice).where(Notice.kind == "publication to check")).all()
    assert [notice.dropped for notice in dropped] == [True]
