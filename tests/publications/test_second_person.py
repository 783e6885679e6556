"""Whoever wrote it does not release it, and a changed word takes the release back."""

import threading
import time

import pytest

from pprg.accounts.services import appoint, command_line
from pprg.accounts.states import Role
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.publications import checks, queries, services
from pprg.publications.models import Publication
from pprg.publications.release_list import all_done, items_for
from tests.publications.builders import (
    a_proof,
)


def page_of(proof) -> str:
    return f"/publications/proofs/{proof.id}"


def every_tick(proof) -> dict[str, str]:
    return {item.key: "done" for item in items_for(queries.record_of(proof).review_type)}


def open_things(proof, by) -> list[str]:
    return checks.obstacles(proof, checks.checks_of(proof), by=by.account)


def test_nobody_releases_a_file_that_they_have_not_looked_at(people, chair, proof):
    coordinator = people.coordinator()

    said = open_things(proof, coordinator)

    assert sum("you have not said that you looked at it" in one for one in said) == 4
    with pytest.raises(Refused, match="looked at it"):
        services.release(proof, every_done(proof), by=coordinator.account)


def every_done(proof) -> dict[str, str]:
    return all_done(queries.record_of(proof).review_type)


@pytest.mark.both_databases
def test_a_changed_word_takes_the_release_back_at_once(author, chair, publication, proof):
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: one more word")

    page = chair.reads(page_of(proof))
    assert "The words changed after these files were made." in page.text
    assert page.select("button[value=release]") == []
    answer = chair.posts(f"{page_of(proof)}/list", do="release", **every_tick(proof))
    assert answer.status_code == 422
    assert publication.releases == []


@pytest.mark.both_databases
def test_a_release_waits_for_a_word_that_is_being_changed_at_that_moment(app, author, chair, proof):
    changed = threading.Event()

    def change_a_word():
        with app.app_context():
            publication = db.session.get(Publication, proof.publication_id)
            words = publication.words | {"lived_experience": "Another word."}
            stamp = services.stamp_of(publication, "life")
            services.change_section(publication, "life", words, version=stamp, by=author.account)
            changed.set()
            time.sleep(0.5)
            commit()

    commit()
    other = threading.Thread(target=change_a_word)
    other.start()
    changed.wait(10)
    with pytest.raises(Refused, match="overtaken by a change"):
        services.release(proof, every_done(proof), by=chair.account)
    other.join()


def test_a_finding_changed_in_the_review_takes_it_back_too(people, author, chair, publication, proof):
    """Whoever changes the review's words, by whatever way, the old files do not go out."""
    publication.review.findings[0].heading = "Changed elsewhere"
    commit()

    with pytest.raises(Refused, match="words changed"):
        services.release(proof, every_done(proof), by=chair.account)


def test_who_wrote_last_cannot_be_the_second_person(people, author, publication):
    coordinator = people.coordinator()
    coordinator.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: by the coordinator")
    proof = a_proof(publication, by=author.account)
    commit()

    assert coordinator.posts(f"{page_of(proof)}/list", do="release", **every_tick(proof)).status_code == 403
    with pytest.raises(Refused, match="second person"):
        services.look_at(proof.files[0], by=coordinator.account)


def test_who_asked_cannot_be_the_second_person(people, publication):
    coordinator = people.coordinator()
    proof = a_proof(publication, by=coordinator.account)
    commit()

    assert coordinator.posts(f"{page_of(proof)}/list", do="release", **every_tick(proof)).status_code == 403
    page = coordinator.reads(page_of(proof))
    assert "somebody who did not write it and did not ask for it" in page.text


def test_the_author_cannot_be_the_second_person_even_as_a_coordinator(people, author, publication):
    appoint(author.account, Role.COORDINATOR, by=command_line())
    proof = a_proof(publication, by=people.coordinator().account)
    commit()

    assert author.posts(f"/publications/files/{proof.files[0].id}/looked").status_code == 403
