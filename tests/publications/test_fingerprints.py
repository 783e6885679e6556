"""Every file carries its version, its day and a few letters that tell it from any other."""

import re

import pytest

from pprg.briefings import fingerprints, services
from pprg.briefings.products import PRODUCTS
from pprg.documents import reading
from pprg.publications.queries import content_of
from tests.briefings.builders import rewritten
from tests.briefings.records import changed, imprint, record
from tests.briefings.releasing import a_released_publication, released

SHAPE = re.compile(r"[b-df-hj-np-tv-z]{4}-[b-df-hj-np-tv-z]{4}")
FILES = [(product, suffix) for product in PRODUCTS for suffix in product.formats]
EACH_FILE = pytest.mark.parametrize(("product", "suffix"), FILES, ids=lambda one: getattr(one, "name", one))


@pytest.fixture
def publication(author, chair):
    return a_released_publication(author=author.account, second=chair.account)


def said_in(file):
    return [place.text for place in reading.places(content_of(file), f".{file.suffix}")]


def test_every_released_file_says_which_it_is_in_its_foot_and_in_its_properties(publication):
    release = publication.newest
    day = f"{release.visible_from.day} {release.visible_from:%B %Y}"

    for file in release.proof.files:
        assert SHAPE.fullmatch(file.fingerprint)
        places = said_in(file)
        foot = [one for one in places if "OFFICIAL" in one and file.fingerprint in one]
        assert any("version 1.0" in one and day in one for one in foot), file.file_name
        about = f"version 1.0, {day}, fingerprint {file.fingerprint}"
        assert any(about in one for one in places), file.file_name


def test_no_two_files_of_a_release_share_one(publication):
    marks = [file.fingerprint for file in publication.newest.proof.files]

    assert len(marks) == len(set(marks))


def test_the_same_words_keep_theirs_through_versions_and_changed_ones_do_not(publication, author, chair):
    before = {(file.product, file.suffix): file.fingerprint for file in publication.newest.proof.files}
    rewritten(publication, "supervision", by=author.account, supervision_prompts=["What did you see?"])
    released(publication, author=author.account, second=chair.account)
    now = {(file.product, file.suffix): file.fingerprint for file in publication.newest.proof.files}

    assert now["seven-minute-briefing", "pdf"] == before["seven-minute-briefing", "pdf"]
    assert now["supervision-pack", "pdf"] != before["supervision-pack", "pdf"]
    assert now["everything", "zip"] != before["everything", "zip"]


def test_an_edition_carries_that_of_the_file_whose_words_it_holds(publication):
    for file in publication.newest.proof.files:
        for edition in file.editions:
            words = " ".join(place.text for place in reading.places(content_of(edition), f".{file.suffix}"))
            assert file.fingerprint in words


def test_a_draft_carries_one_too(author, publication):
    made = services.make(publication, "record-of-use", "pdf")

    assert made.fingerprint in " ".join(place.text for place in reading.places(made.content, ".pdf"))


@EACH_FILE
def test_another_word_is_another_fingerprint(product, suffix):
    def mark(read):
        return fingerprints.mark_of(product.composes(read, {}, imprint(read)), product.draws[suffix])

    read = record("sar-marian")
    assert mark(read) == mark(read)
    assert mark(changed("sar-marian", title="Marian: another point")) != mark(read)


@EACH_FILE
def test_it_is_known_with_which_templates_each_file_is_drawn(product, suffix):
    """A new way of drawing says so in `fingerprints.DRAWN_WITH`; else any template marks its files."""
    assert all(path.exists() for path in fingerprints.DRAWN_WITH[product.draws[suffix]]())
