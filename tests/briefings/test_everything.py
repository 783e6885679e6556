"""All files of a review in one zip, with a page that says what each is for."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup

from pprg import clock
from pprg.briefings import services
from pprg.briefings.everything import Packed, everything
from pprg.briefings.products import PRODUCTS, drawn, file_name
from pprg.database import commit
from pprg.documents import checking, zips
from pprg.publications import checks
from pprg.publications.queries import content_of
from tests.briefings.builders import a_chosen_publication
from tests.briefings.records import imprint, record


@pytest.fixture(scope="module")
def files():
    read = record("sar-marian")
    return [
        Packed(
            product=product,
            suffix=suffix,
            file_name=file_name(product, suffix, imprint(read)),
            content=drawn(product, suffix, read, {}, imprint(read)),
        )
        for product in PRODUCTS
        for suffix in product.formats
    ]


@pytest.fixture(scope="module")
def pack(files):
    return everything(files, imprint(record("sar-marian")))


def index_of(pack):
    with ZipFile(BytesIO(pack)) as opened:
        return BeautifulSoup(opened.read("index.html"), "html.parser")


def test_the_files_in_it_are_the_files_byte_for_byte(files, pack):
    with ZipFile(BytesIO(pack)) as opened:
        assert opened.testzip() is None
        for file in files:
            assert opened.read(file.file_name) == file.content


def test_the_index_says_of_each_file_what_it_is_for_and_how_large(files, pack):
    rows = index_of(pack).select("tbody tr")

    assert [row.a["href"] for row in rows] == [file.file_name for file in files]
    for row, file in zip(rows, files, strict=True):
        assert file.product.label in row.th.get_text()
        assert row.select("td")[0].get_text() == file.product.use
        assert row.select("td")[1].get_text() == f"{round(len(file.content) / 1000)} kB"


def test_the_same_files_give_the_same_bytes(files, pack):
    assert everything(files, imprint(record("sar-marian"))) == pack


def test_nothing_in_it_shuts_anybody_out(pack):
    assert checking.faults(pack, ".zip") == []


def test_a_file_that_the_index_does_not_list_is_found(pack):
    parts = zips.unpacked(pack) | {"more.pdf": b"%PDF"}

    assert checking.faults(zips.packed(parts), ".zip") == ["The index does not list more.pdf."]
    assert "no index" in checking.faults(zips.packed({"a.pdf": b"%PDF"}), ".zip")[0]


def test_no_name_of_a_person_is_in_the_names_of_files(pack):
    with ZipFile(BytesIO(pack)) as opened:
        assert not [name for name in opened.namelist() if "arian" in name]


def test_what_is_put_before_the_second_person_holds_only_files_that_are_there_too(people):
    author = people.author()
    publication = a_chosen_publication(by=author.account)

    proof = services.ask_for_release(publication, dated=clock.today(), by=author.account)

    pack = next(file for file in proof.files if file.suffix == "zip")
    inside = zips.unpacked(content_of(pack))
    there = {one.digest for one in proof.files}
    assert {hashlib.sha256(inside[name]).hexdigest() for name in inside if name != "index.html"} < there
    said = checks.obstacles(proof, checks.checks_of(proof), by=people.chair().account)
    assert not [sentence for sentence in said if "not among these" in sentence]

    other = next(file for file in proof.files if file.product == "record-of-use")
    other.digest = "0" * 64
    assert not checks._holds_only_what_is_here(pack)


def test_a_draft_of_everything_is_taken_from_the_editor(people):
    author = people.author()
    publication = a_chosen_publication(by=author.account)

    answer = author.opens(f"/publications/{publication.id}/briefing/drafts/everything.zip")

    assert answer.mimetype == "application/zip"
    assert "Draft" in index_of(answer.data).get_text()


def test_the_second_person_reads_the_index_and_the_names_in_it(people):
    author, chair = people.author(), people.chair()
    publication = a_chosen_publication(by=author.account)
    proof = services.ask_for_release(publication, dated=clock.today(), by=author.account)
    commit()
    pack = next(file for file in proof.files if file.suffix == "zip")

    page = chair.reads(f"/publications/files/{pack.id}").get_text(" ", strip=True)

    assert "A zip has no pages of its own" in page
    assert "MAR-L-2024-03-record-of-use-v1.0.pdf" in page
    assert "Nothing was found in it." in page
    assert "Also for adult social care" in chair.reads(f"/publications/proofs/{proof.id}").get_text(" ")
