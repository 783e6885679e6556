"""A learning record is handed in, or begun, on the page of its review."""

from io import BytesIO

import pytest

from pprg.accounts.services import command_line
from pprg.errors import Refused
from pprg.guidance.codes import ReviewType
from pprg.publications import queries, services
from pprg.reviews import services as reviews
from tests.publications.builders import a_publication, the_file


def as_form(**fields) -> dict:
    return {
        name: (BytesIO(value), "record.json") if name == "file" else value for name, value in fields.items()
    }


@pytest.fixture
def review(people):
    """A concluded review without a learning record."""
    by = command_line()
    case = a_publication(by=by, record="lcspr-wren").review.case
    made = reviews.commission_review(case, ReviewType.SAR_MANDATORY, by=by)
    reviews.appoint_author(made, people.author().account, by=by)
    reviews.conclude_review(made, by=by)
    return made


def test_the_author_hands_a_file_in_on_the_page(people, review):
    author = people.author()
    address = f"/publications/of-review/{review.id}/import"

    answer = author.fills_in(address, **as_form(file=the_file()))

    assert answer.status_code == 303
    publication = queries.publication_of(review)
    assert publication.reference == "MAR-L-2024-03"
    assert publication.review_id == review.id
    assert "went into the vault" in author.opens(answer.headers["Location"]).text


def test_the_page_lists_every_mistake_beside_its_field(people, review):
    answer = people.author().fills_in(
        f"/publications/of-review/{review.id}/import", **as_form(file=the_file(title="", one_line=3))
    )

    assert answer.status_code == 422
    assert "The file has 2 mistakes. They are listed below." in answer.text
    assert "Give a title: the pseudonym, then the point." in answer.text
    assert queries.publication_of(review) is None


def test_the_page_says_when_the_record_is_of_another_kind_of_review(people, review):
    answer = people.author().fills_in(
        f"/publications/of-review/{review.id}/import", **as_form(file=the_file("dhr-rosa"))
    )

    assert answer.status_code == 422
    assert "another type of review" in answer.text


def test_the_page_asks_for_a_file(people, review):
    assert "Choose the file." in people.author().fills_in(f"/publications/of-review/{review.id}/import").text


def test_the_page_takes_no_large_file(people, review):
    author, address = people.author(), f"/publications/of-review/{review.id}/import"
    token = author.reads(address).select_one("[name=csrf_token]")["value"]
    body = (
        f'--x\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n'
        '--x\r\nContent-Disposition: form-data; name="file"; filename="record.json"\r\n\r\n'
        f"{' ' * 2_500_000}\r\n--x--\r\n"
    )

    answer = author._browser.post(address, data=body.encode(), content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 422
    assert "larger than 2 MB" in answer.text


def test_a_record_follows_its_review(people, review):
    other = reviews.commission_review(review.case, ReviewType.DHR, by=command_line())

    with pytest.raises(Refused, match="not concluded yet"):
        services.begin_publication(other, "MAR-L-2026-09", by=people.coordinator().account)


def test_a_record_can_be_begun_with_its_reference_alone(people, review):
    author = people.author()

    answer = author.fills_in(f"/publications/of-review/{review.id}/start", reference=" MAR-L-2026-07 ")

    assert answer.status_code == 303
    assert queries.publication_of(review).reference == "MAR-L-2026-07"
    assert "No title yet" in author.opens(answer.headers["Location"]).text


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [("", "Give the public reference."), ("PPRG-2026-001", "case"), ("MAR-L-2025-01", "belongs to another")],
)
def test_a_reference_that_cannot_be_is_said_beside_it(people, review, reference, sentence):
    answer = people.author().fills_in(f"/publications/of-review/{review.id}/start", reference=reference)

    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_review_says_how_its_record_stands(people, review):
    author = people.author()
    address = f"/publications/of-review/{review.id}"
    assert "Hand in the learning record" in author.opens(address).text

    services.import_record(the_file(), by=author.account, review=review)

    piece = author.opens(address, headers={"HX-Request": "true"}).text
    assert "MAR-L-2024-03" in piece
    assert "<html" not in piece
