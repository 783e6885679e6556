"""A second person releases those very bytes; readers keep them until the next release or a withdrawal."""

import hashlib
import threading
import time
from datetime import date, timedelta

import pytest
import time_machine

from pprg import clock
from pprg.accounts.services import appoint, command_line
from pprg.accounts.states import Role
from pprg.database import commit, db
from pprg.errors import Refused
from pprg.publications import checks, queries, services
from pprg.publications.models import MadeContent, Publication, Release
from pprg.publications.release_list import all_done, items_for
from pprg.publications.states import ProofState, State
from tests.publications.builders import (
    a_checked_proof,
    a_pdf,
    a_proof,
    a_publication,
    a_release,
    clean_files,
    made,
)


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def chair(people):
    return people.chair()


@pytest.fixture
def publication(author):
    return a_publication(by=author.account)


@pytest.fixture
def proof(publication, author, chair):
    """Looked at from end to end, nothing ticked."""
    checked = a_checked_proof(publication, by=chair.account, asked_by=author.account)
    commit()
    return checked


def page_of(proof) -> str:
    return f"/publications/proofs/{proof.id}"


def every_tick(proof) -> dict[str, str]:
    return {item.key: "done" for item in items_for(queries.record_of(proof).review_type)}


def readable() -> list[tuple[str, int]]:
    return [(release.publication.reference, release.number) for release in queries.releases_readable()]


def open_things(proof, by) -> list[str]:
    return checks.obstacles(proof, checks.checks_of(proof), by=by.account)


@pytest.mark.both_databases
def test_a_second_person_releases_with_the_list_ticked(chair, publication, proof):
    answer = chair.presses(page_of(proof), "Release version 1.0", **every_tick(proof))

    assert answer.status_code == 303, answer.text
    (release,) = publication.releases
    assert (release.number, release.version, release.released_by_id) == (1, "1.0", chair.account.id)
    assert (proof.state, publication.state) == (ProofState.RELEASED, State.RELEASED)
    assert release.ticked == all_done(queries.record_of(proof).review_type)


def test_those_very_bytes_go_out(chair, author, publication):
    files = clean_files()
    release = a_release(publication, by=chair.account, asked_by=author.account)
    commit()

    for file, given in zip(release.proof.files, files, strict=True):
        taken = chair.opens(f"/publications/files/{file.id}/content").data
        assert hashlib.sha256(taken).hexdigest() == file.digest
        assert queries.content_of(file) == taken
        if given.suffix == "html":
            assert taken == given.content


def test_bytes_that_were_changed_afterwards_are_not_handed_out(chair, author, publication):
    release = a_release(publication, by=chair.account, asked_by=author.account)
    file = release.proof.files[0]
    content = db.session.query(MadeContent).filter_by(digest=file.digest).one()
    content.content = content.content + b"!"
    commit()

    with pytest.raises(LookupError, match="not the ones that were checked"):
        queries.content_of(file)
    assert chair.opens(f"/publications/files/{file.id}/content").status_code == 500


def test_nothing_is_released_while_the_list_is_open(chair, proof, publication):
    ticks = every_tick(proof)
    del ticks["family"]

    answer = chair.presses(page_of(proof), "Release version 1.0", **ticks)

    assert answer.status_code == 422
    assert "It cannot be released yet." in answer.text
    assert "1 thing is open on the release list." in answer.text
    assert publication.releases == []


def test_the_list_is_kept_as_far_as_it_is_ticked(chair, proof):
    answer = chair.presses(
        page_of(proof),
        "Keep the list for later",
        family="done",
        courts="not here",
        courts_reason="No inquest.",
    )

    assert answer.status_code == 303
    assert proof.ticks == {"family": "", "courts": "No inquest."}
    page = chair.reads(page_of(proof))
    assert page.select_one("[name=family][value=done]").has_attr("checked")
    assert page.select_one("[name=courts_reason]")["value"] == "No inquest."


def test_what_does_not_apply_needs_a_reason(chair, proof, publication):
    answer = chair.presses(
        page_of(proof), "Release version 1.0", **every_tick(proof) | {"courts": "not here"}
    )

    assert answer.status_code == 422
    assert "Say why it does not apply." in answer.text
    assert publication.releases == []

    chair.presses(
        page_of(proof), "Release version 1.0",
        **every_tick(proof) | {"courts": "not here", "courts_reason": "There was no inquest."},
    )  # fmt: skip
    assert publication.releases[0].ticked["courts"] == "There was no inquest."


@pytest.mark.parametrize(
    ("record", "own"),
    [("sar-marian", set()), ("lcspr-wren", {"national_panel"}), ("dhr-rosa", {"home_office"})],
)
def test_the_list_is_that_of_the_kind_of_review(author, chair, record, own):
    proof = a_proof(a_publication(by=author.account, record=record), by=author.account)
    commit()

    asked = {box["name"] for box in chair.reads(page_of(proof)).select("input[type=radio]")}

    assert asked & {"national_panel", "home_office"} == own


def test_nobody_releases_a_file_that_they_have_not_looked_at(people, chair, proof):
    coordinator = people.coordinator()

    said = open_things(proof, coordinator)

    assert sum("you have not said that you looked at it" in one for one in said) == 4
    with pytest.raises(Refused, match="looked at it"):
        services.release(proof, every_done(proof), by=coordinator.account)


def every_done(proof) -> dict[str, str]:
    return all_done(queries.record_of(proof).review_type)


@pytest.mark.parametrize(
    ("words", "faults", "sentence"),
    [
        ("Mrs Pruett rang.", (), "1 find that must go"),
        ("There was a dot on the map.", (), "1 find to judge"),
        ("Clean.", ("The page has no title.",), "faults that shut readers out"),
    ],
)
def test_finds_and_faults_stop_the_release(author, chair, publication, words, faults, sentence):
    files = [made(a_pdf(words), "pdf", faults=faults)]
    proof = a_checked_proof(publication, by=chair.account, asked_by=author.account, files=files)

    with pytest.raises(Refused, match=sentence):
        services.release(proof, every_done(proof), by=chair.account)


def test_a_judged_find_no_longer_stops_it(author, chair, publication):
    files = [made(a_pdf("There was a dot on the map."), "pdf")]
    proof = a_checked_proof(publication, by=chair.account, asked_by=author.account, files=files)
    (find,) = checks.check_of(proof.files[0]).found
    services.judge(proof, find.key, "A dot is a dot.", by=chair.account)

    assert services.release(proof, every_done(proof), by=chair.account).number == 1


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


def test_nothing_goes_out_after_the_day_that_the_files_carry(author, chair, publication, proof):
    with (
        time_machine.travel(clock.now() + timedelta(days=8)),
        pytest.raises(Refused, match="Make them again"),
    ):
        services.release(proof, every_done(proof), by=chair.account)


def test_the_day_of_release_lies_not_in_the_past(author, publication):
    with pytest.raises(Refused, match="cannot lie in the past"):
        a_proof(publication, by=author.account, dated=clock.today() - timedelta(days=1))


def test_released_before_its_day_it_comes_out_on_its_day(author, chair, publication, proof):
    release = services.release(proof, every_done(proof), by=chair.account)
    commit()
    assert readable() == []
    assert queries.release_readable(None, release.id) is None
    assert "Not out before its day" in chair.reads(f"/publications/{publication.id}").text

    with time_machine.travel(clock.now() + timedelta(days=7)):
        assert readable() == [("MAR-L-2024-03", 1)]
        assert publication.current.id == release.id


def test_the_day_begins_at_midnight_in_england(author, chair, publication):
    with time_machine.travel("2027-06-29 12:00+00:00", tick=False):
        proof = a_checked_proof(
            publication, by=chair.account, asked_by=author.account, dated=date(2027, 7, 1)
        )
        services.release(proof, every_done(proof), by=chair.account)
        commit()
    with time_machine.travel("2027-06-30 22:59+00:00", tick=False):
        assert readable() == []
    with time_machine.travel("2027-06-30 23:01+00:00", tick=False):
        assert readable() == [("MAR-L-2024-03", 1)]


@pytest.mark.both_databases
def test_readers_keep_what_is_released_until_the_next_release(author, chair, publication):
    first = a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")

    assert publication.state == State.DRAFT
    assert readable() == [("MAR-L-2024-03", 1)]
    assert queries.record_of(first).title == "Marian: when every service closed at once"

    second = a_release(publication, by=chair.account, asked_by=author.account)
    commit()
    assert readable() == [("MAR-L-2024-03", 2)]
    assert second.proof.number == "2.0"
    assert queries.record_of(second).title == "Marian: second edition"
    assert queries.release_readable(None, first.id) is None


@pytest.mark.both_databases
def test_withdrawal_works_on_the_next_request(author, chair, publication):
    release = a_release(publication, by=chair.account, asked_by=author.account)
    commit()
    page = f"/publications/releases/{release.id}/withdrawal"
    assert "Say why it is withdrawn." in chair.fills_in(page).text

    answer = chair.fills_in(page, reason="A relative was recognised.")

    assert answer.status_code == 303
    assert readable() == []
    assert publication.current is None
    assert "A relative was recognised." in chair.reads(f"/publications/{publication.id}").text
    assert chair.posts(page, reason="Again.").status_code == 422


def test_an_older_version_does_not_come_back_in_its_place(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")
    second = a_release(publication, by=chair.account, asked_by=author.account)

    services.withdraw(second, "A leak.", by=chair.account)
    commit()

    assert readable() == []
    assert publication.current is None


def test_withdrawn_before_its_day_it_replaces_nothing(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: second edition")
    second = a_release(
        publication, by=chair.account, asked_by=author.account, dated=clock.today() + timedelta(days=3)
    )

    services.withdraw(second, "Not yet.", by=chair.account)
    commit()

    with time_machine.travel(clock.now() + timedelta(days=9)):
        assert readable() == [("MAR-L-2024-03", 1)]
        assert publication.current.number == 1


def test_the_query_and_the_row_agree_on_what_readers_have(author, chair, publication):
    a_release(publication, by=chair.account, asked_by=author.account)
    other = a_publication(by=author.account, record="dhr-rosa")
    services.withdraw(a_release(other, by=chair.account, asked_by=author.account), "x", by=chair.account)
    commit()

    by_row = {release.id for release in db.session.query(Release) if release.readable}
    assert {release.id for release in queries.releases_readable()} == by_row


def test_after_withdrawal_it_can_be_written_and_released_again(author, chair, publication):
    release = a_release(publication, by=chair.account, asked_by=author.account)
    services.withdraw(release, "A leak.", by=chair.account)
    author.fills_in(f"/publications/{publication.id}/sections/title", title="Marian: without it")

    a_release(publication, by=chair.account, asked_by=author.account)
    commit()

    assert readable() == [("MAR-L-2024-03", 2)]


def test_words_that_are_not_whole_cannot_be_put_forward(author, publication):
    author.fills_in(f"/publications/{publication.id}/sections/title", title="")

    with pytest.raises(Refused, match="not whole yet"):
        a_proof(publication, by=author.account)


def test_what_is_with_a_second_person_is_not_put_forward_twice(author, publication):
    a_proof(publication, by=author.account)

    with pytest.raises(Refused, match="cannot ask for release of a publication that is with the checker"):
        a_proof(publication, by=author.account)


def test_bytes_are_kept_once(author, chair, publication):
    same = a_pdf("The same.")
    files = [made(same, "pdf"), made(same, "pdf", product="other")]

    proof = a_proof(publication, by=author.account, files=files)

    assert proof.files[0].digest == proof.files[1].digest
    assert db.session.query(MadeContent).count() == 1


def test_next_number_counts_releases(author, chair, publication):
    assert services.next_number(publication) == "1.0"
    a_release(publication, by=chair.account, asked_by=author.account)
    assert services.next_number(publication) == "2.0"
