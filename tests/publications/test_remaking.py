"""The same words in a new look: made again, compared with what readers have, let out by one coordinator."""

import shutil
from dataclasses import replace

import pytest

from pprg.briefings import imprints
from pprg.briefings.drawing import page
from pprg.database import commit
from pprg.errors import Refused
from pprg.publications import queries, sameness, services
from pprg.publications.currency import currency_of
from pprg.publications.states import ProofState, State
from tests.briefings.builders import rewritten
from tests.briefings.releasing import a_released_publication


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def publication(author, chair):
    made = a_released_publication(author=author.account, second=chair.account)
    commit()
    return made


@pytest.fixture
def another_page(monkeypatch, tmp_path):
    """A partnership's own web page in place of ours: `another_page(old, new)`."""

    def change(old: str, new: str) -> None:
        for path in (page.TEMPLATE, page.TEMPLATE.with_suffix(".css")):
            shutil.copy(path, tmp_path)
        template = tmp_path / page.TEMPLATE.name
        text = template.read_text(encoding="utf-8")
        assert old in text
        template.write_text(text.replace(old, new, 1), encoding="utf-8")
        monkeypatch.setattr(page, "TEMPLATE", template)

    return change


@pytest.fixture
def new_look(another_page):
    another_page("<footer>", "<footer >")


def at(publication) -> str:
    return f"/publications/{publication.id}"


def made_again(publication):
    return sorted(
        f"{file.product}.{file.suffix}" for file, _ in sameness.unlike(publication.open_renewal).items()
    )


def compare_all(coordinator, proof):
    for file in sameness.unlike(proof):
        coordinator.opens(f"/publications/files/{file.id}/beside?draw=1")
        coordinator.posts(f"/publications/files/{file.id}/compared")


@pytest.mark.both_databases
def test_a_coordinator_makes_compares_and_releases_a_new_look_alone(publication, coordinator, new_look):
    text = coordinator.reads(at(publication)).get_text(" ", strip=True)
    assert "Readers keep version 1.0 until a new one is released." in text
    assert "the template changed (Word, PDF" not in text
    assert "the template changed (Web page)" in text

    answer = coordinator.presses(at(publication), "Make all again in today’s look")
    proof = publication.open_renewal
    assert answer.location == f"/publications/proofs/{proof.id}"
    assert publication.current.version == "1.0"

    compare_all(coordinator, proof)
    answer = coordinator.presses(f"/publications/proofs/{proof.id}", "Release version 2.0")

    assert answer.status_code == 303, answer.text
    assert (publication.current.version, publication.state) == ("2.0", State.RELEASED)
    assert publication.current.released_by_id == coordinator.account.id
    assert publication.current.proof.record == publication.releases[0].proof.record
    assert currency_of(publication).stale == ()


def test_only_what_looks_otherwise_is_another_file_and_all_else_goes_along_as_it_was(
    publication, coordinator, new_look
):
    proof = services.renew(publication, by=coordinator.account)
    before = {(file.product, file.suffix): file.digest for file in publication.newest.proof.files}

    assert made_again(publication) == [
        "everything.zip",
        "seven-minute-briefing.docx",
        "seven-minute-briefing.html",
        "seven-minute-briefing.pdf",
    ]
    same = [file for file in proof.files if before[file.product, file.suffix] == file.digest]
    assert {file.product for file in same} >= {"short-slides", "supervision-pack", "record-of-use"}


def test_the_words_are_proved_from_both_files(publication, coordinator, new_look):
    proof = services.renew(publication, by=coordinator.account)

    found = {file.suffix: one for file, one in sameness.unlike(proof).items()}
    assert found == dict.fromkeys(("docx", "pdf", "html", "zip"), sameness.Difference())


def test_nothing_goes_out_before_every_new_page_was_compared(publication, coordinator, new_look):
    proof = services.renew(publication, by=coordinator.account)
    commit()

    with pytest.raises(Refused, match="you have not said that you compared its pages"):
        services.release_renewal(proof, by=coordinator.account)
    assert "Release version" not in coordinator.reads(f"/publications/proofs/{proof.id}").get_text()
    assert publication.current.version == "1.0"


def test_a_changed_label_is_listed_word_by_word(publication, coordinator, monkeypatch):
    theirs = replace(imprints._house[0], telephone="01632 960199")
    monkeypatch.setattr(imprints, "_house", [theirs])
    proof = services.renew(publication, ["record-of-use"], by=coordinator.account)
    commit()

    file = next(file for file in proof.files if file.product == "record-of-use" and file.suffix == "pdf")
    found = sameness.unlike(proof)[file]
    assert (set(found.gone), set(found.come), found.lost) == ({"960100"}, {"960199"}, ())
    said = coordinator.reads(f"/publications/files/{file.id}/beside").get_text(" ", strip=True)
    assert "Every line of the record stands in both." in said


def test_a_template_that_leaves_out_words_of_the_record_is_not_one_persons_to_release(
    publication, coordinator, another_page
):
    another_page("{{ line.text }}", "")
    proof = services.renew(publication, by=coordinator.account)
    commit()

    with pytest.raises(Refused, match=r"of the record .* not in both files"):
        services.release_renewal(proof, by=coordinator.account)


def test_the_author_and_the_chair_do_not_release_a_new_look(publication, author, chair, new_look, people):
    proof = services.renew(publication, by=people.coordinator().account)
    commit()

    for person in (author, chair):
        assert person.posts(f"/publications/proofs/{proof.id}/renewal").status_code == 403
        assert person.posts(f"{at(publication)}/renewals").status_code == 403
    assert "Because" in author.reads(at(publication)).get_text()


def test_words_that_change_meanwhile_leave_the_new_look_as_it_is(publication, author, coordinator, new_look):
    proof = services.renew(publication, by=coordinator.account)
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["Another."])
    commit()

    compare_all(coordinator, proof)
    services.release_renewal(proof, by=coordinator.account)

    assert (publication.state, publication.newest.version) == (State.DRAFT, "2.0")
    assert "supervision-pack" in {one.product for one in currency_of(publication).words}
    assert currency_of(publication).looks == ()


def test_made_again_a_second_time_the_first_is_overtaken(publication, coordinator, new_look):
    first = services.renew(publication, by=coordinator.account)
    second = services.renew(publication, by=coordinator.account)

    assert (first.state, second.state) == (ProofState.STALE, ProofState.OPEN)
    assert publication.open_renewal is second


def test_nothing_is_made_again_that_looks_as_it_did(publication, coordinator):
    with pytest.raises(Refused, match="Nothing of it would look different today"):
        services.renew(publication, by=coordinator.account)


def test_readers_keep_what_they_have_until_then(publication, coordinator, new_look):
    services.renew(publication, by=coordinator.account)
    commit()

    (readable,) = queries.releases_readable()
    assert readable.version == "1.0"
    assert "version 1.0" in coordinator.reads(f"/learning/{publication.reference}/briefing").get_text()
