"""Words are kept while they are typed, and two people never write over one another."""

import pytest

from pprg.database import commit
from pprg.publications import queries, services
from pprg.publications.states import ProofState, State
from tests.publications.builders import a_proof


def at(publication, section, *rest) -> str:
    return "/".join([f"/publications/{publication.id}/sections", section, *rest])


def words_of(publication):
    return queries.words_of(publication)


def test_words_are_kept_while_somebody_types(author, publication):
    page = author.reads(at(publication, "life")).select_one("form[data-autosave]")

    answer = author.posts(
        page["data-autosave"],
        version=page.select_one("[name=version]")["value"],
        lived_experience="Half a sen",
    )

    assert answer.status_code == 204
    assert answer.headers["X-Saved-At"]
    assert publication.words["lived_experience"] == "Half a sen"
    again = author.posts(
        page["data-autosave"], version=answer.headers["X-Version"], lived_experience="Half a sentence."
    )
    assert again.status_code == 204


def test_one_sitting_is_one_revision(author, publication):
    address = at(publication, "life", "keep")
    for words in ("One", "One two", "One two three"):
        author.posts(address, version=services.stamp_of(publication, "life"), lived_experience=words)

    assert publication.revision == 2


@pytest.mark.both_databases
def test_the_second_of_two_writers_sees_both_texts(people, author, publication):
    coordinator = people.coordinator()
    address = at(publication, "life")
    opened = author.reads(address).select_one("[name=version]")["value"]
    coordinator.fills_in(address, lived_experience="What the coordinator wrote.")

    answer = author.posts(address, version=opened, lived_experience="What the author wrote.")

    assert answer.status_code == 409
    assert "What the coordinator wrote." in answer.text
    assert "What the author wrote." in answer.text
    assert publication.words["lived_experience"] == "What the coordinator wrote."


def test_after_seeing_both_one_may_save_ones_own(people, author, publication):
    address = at(publication, "life")
    opened = author.reads(address).select_one("[name=version]")["value"]
    people.coordinator().fills_in(address, lived_experience="Theirs.")
    answer = author.posts(address, version=opened, lived_experience="Mine.")
    newer = answer.text.partition('name="version" value="')[2].partition('"')[0]

    author.posts(address, version=newer, lived_experience="Ours.")

    assert publication.words["lived_experience"] == "Ours."


def test_two_people_may_write_in_different_sections(people, author, publication):
    opened = author.reads(at(publication, "life")).select_one("[name=version]")["value"]
    people.coordinator().fills_in(at(publication, "title"), title="Marian: another title")

    answer = author.posts(at(publication, "life"), version=opened, lived_experience="Mine.")

    assert answer.status_code == 303
    assert publication.words["title"] == "Marian: another title"
    assert publication.words["lived_experience"] == "Mine."


def test_typing_over_newer_words_is_stopped(people, author, publication):
    opened = author.reads(at(publication, "life")).select_one("[name=version]")["value"]
    people.coordinator().fills_in(at(publication, "life"), lived_experience="Theirs.")

    answer = author.posts(at(publication, "life", "keep"), version=opened, lived_experience="Mine.")

    assert answer.status_code == 409
    assert publication.words["lived_experience"] == "Theirs."


@pytest.mark.both_databases
def test_a_changed_word_overtakes_what_is_with_the_second_person(author, publication):
    proof = a_proof(publication, by=author.account)
    commit()

    author.fills_in(at(publication, "title"), title="Marian: one more word")

    assert proof.state == ProofState.STALE
    assert publication.state == State.DRAFT
    assert publication.revision == 2


def test_a_word_changed_while_typing_overtakes_it_too(author, publication):
    author.fills_in(at(publication, "life"), lived_experience="First.")
    proof = a_proof(publication, by=author.account)
    commit()

    author.posts(
        at(publication, "life", "keep"),
        version=services.stamp_of(publication, "life"),
        lived_experience="Second.",
    )

    assert proof.state == ProofState.STALE
    assert publication.revision == 3
