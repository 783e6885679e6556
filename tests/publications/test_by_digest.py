"""What was ever released is found again by its digest or fingerprint, but not by readers."""

import hashlib

import pytest

from pprg import clock
from pprg.audit.models import AuditLine
from pprg.briefings import services as briefings
from pprg.database import commit, db
from pprg.publications import queries, services
from tests.briefings.builders import a_chosen_publication
from tests.briefings.releasing import a_released_publication

FIND = "/publications/released"


@pytest.fixture
def publication(author, chair):
    made = a_released_publication(author=author.account, second=chair.account)
    commit()
    return made


@pytest.fixture
def file(publication):
    return publication.releases[0].proof.files[0]


@pytest.fixture
def withdrawn(publication, chair):
    services.withdraw(publication.newest, "A street can be guessed.", by=chair.account)
    commit()


@pytest.mark.both_databases
def test_a_coordinator_finds_the_very_bytes_by_the_letters_in_the_foot(people, file):
    found = people.coordinator().reads(f"{FIND}?digest={file.fingerprint}")

    link = found.select_one(f"a[href$='{file.id}']")
    assert link.get_text() == file.file_name
    taken = people.coordinator().opens(link["href"])
    assert hashlib.sha256(taken.data).hexdigest() == file.digest


@pytest.mark.usefixtures("withdrawn")
def test_what_is_withdrawn_is_still_there_for_those_who_must_know(people, file):
    for person in (people.coordinator(), people.auditor()):
        assert "Not for readers" in person.reads(f"{FIND}?digest={file.digest}").get_text()
        assert person.opens(f"{FIND}/{file.id}").status_code == 200
    assert db.session.query(AuditLine).filter_by(verb="took released bytes of").count() == 2


@pytest.mark.usefixtures("withdrawn")
def test_readers_authors_and_agencies_do_not_get_at_it(people, author, file):
    for person in (author, people.referrer(), people.visitor()):
        assert person.opens(f"{FIND}/{file.id}").status_code in {302, 303, 403, 404}
        assert person.opens(f"{FIND}?digest={file.digest}").status_code in {302, 303, 403, 404}


def test_what_was_never_released_is_not_found(people, author, chair):
    publication = a_chosen_publication(by=author.account)
    proof = briefings.ask_for_release(publication, dated=clock.today(), by=author.account)
    commit()

    page = people.coordinator().reads(f"{FIND}?digest={proof.files[0].digest}")
    assert "Nothing was released under that" in page.get_text()
    assert people.coordinator().opens(f"{FIND}/{proof.files[0].id}").status_code == 404


def test_a_few_signs_are_not_enough(people, file):
    page = people.coordinator().reads(f"{FIND}?digest={file.digest[:5]}")

    assert "Give at least eight signs." in page.get_text()
    assert file.file_name not in page.get_text()


@pytest.mark.usefixtures("withdrawn")
def test_from_a_terminal_it_is_written_byte_for_byte(app, file):
    run = app.test_cli_runner()
    content = queries.content_of(file)
    commit()

    answer = run.invoke(args=["briefings", "released", file.digest])

    assert answer.exit_code == 0, answer.output
    assert answer.stdout_bytes == content
    assert run.invoke(args=["briefings", "released", "0" * 64]).exit_code == 1


def test_an_edition_for_one_audience_is_found_too(app, publication):
    edition = next(one for file in publication.newest.proof.files for one in file.editions)
    commit()

    answer = app.test_cli_runner().invoke(args=["briefings", "released", edition.digest])

    assert hashlib.sha256(answer.stdout_bytes).hexdigest() == edition.digest
