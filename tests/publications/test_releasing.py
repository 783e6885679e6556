"""A second person releases those very bytes, once everything is ticked, judged and looked at."""

import hashlib

import pytest

from pprg.database import commit, db
from pprg.errors import Refused
from pprg.publications import checks, queries, services
from pprg.publications.models import MadeContent
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


def page_of(proof) -> str:
    return f"/publications/proofs/{proof.id}"


def every_tick(proof) -> dict[str, str]:
    return {item.key: "done" for item in items_for(queries.record_of(proof).review_type)}


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
