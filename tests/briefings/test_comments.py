"""A coordinator says something about a box; the author sees it there; the family's agreement is noted."""

import pytest
from sqlalchemy import select

from pprg.briefings import queries, remarks, services
from pprg.briefings.content import BoxKind
from pprg.clock import today
from pprg.database import commit, db
from pprg.notices.models import Notice
from pprg.publications import family
from tests.briefings.builders import a_chosen_publication
from tests.briefings.test_prompts import says

WORDS = "Does the second event say too much of the address?"


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def coordinator(people):
    return people.coordinator()


@pytest.fixture
def publication(author):
    return a_chosen_publication(by=author.account)


@pytest.fixture
def desk(publication):
    return f"/publications/{publication.id}/briefing"


def test_a_comment_stands_beside_its_box_until_it_is_settled(author, coordinator, desk):
    coordinator.posts(f"{desk}/happened/comments", words=WORDS)

    assert WORDS in says(author, f"{desk}?box=happened")
    assert "Cora Coordinator" in says(author, f"{desk}?box=happened")
    assert WORDS not in says(author, f"{desk}?box=person")
    assert "1 comment" in author.reads(desk).select_one("#all-boxes").get_text(" ", strip=True)

    author.presses(f"{desk}?box=happened", "Settled")

    page = author.reads(f"{desk}?box=happened")
    assert "1 comment" not in page.select_one("#all-boxes").get_text(" ", strip=True)
    assert "Settled by Ari Author" in page.get_text(" ", strip=True)


def test_the_author_hears_that_there_is_something_and_not_what(author, coordinator, desk):
    coordinator.posts(f"{desk}/happened/comments", words=WORDS)

    notice = db.session.scalars(select(Notice).where(Notice.kind == remarks.COMMENTED)).one()
    assert notice.to_id == author.account.id
    assert WORDS not in str(vars(notice))


def test_an_author_does_not_comment_and_an_empty_comment_is_refused_in_words(author, coordinator, desk):
    assert author.posts(f"{desk}/happened/comments", words=WORDS).status_code == 403
    assert "Comment on this box" not in says(author, desk)
    answer = coordinator.posts(f"{desk}/happened/comments", words=" ")
    assert answer.status_code == 422
    assert "Write your comment." in answer.text


def test_a_comment_of_another_briefing_is_not_settled_from_here(author, coordinator, desk):
    other = a_chosen_publication("lcspr-wren", by=author.account)
    commit()
    coordinator.posts(f"/publications/{other.id}/briefing/happened/comments", words=WORDS)
    said = queries.comments_on(other, BoxKind.HAPPENED)[0]

    answer = author.posts(f"{desk}/happened/comments/settled", comment=str(said.id))

    assert answer.status_code == 409
    assert author.posts(f"{desk}/happened/comments/settled", comment="nonsense").status_code == 422


def test_a_comment_is_no_change_of_words_and_goes_into_no_file(author, coordinator, desk, publication):
    before = publication.revision
    coordinator.posts(f"{desk}/happened/comments", words=WORDS)
    db.session.expire_all()

    assert publication.revision == before
    assert WORDS.encode() not in services.make(publication, "seven-minute-briefing", "html").content


def test_the_day_on_which_the_family_agreed_is_noted_and_shown_before_release(author, desk):
    assert "Nobody has noted" in says(author, f"{desk}/release")
    day = today()
    answer = author.posts(
        f"{desk}/person/family",
        **{"agreed-day": str(day.day), "agreed-month": str(day.month), "agreed-year": str(day.year)},
    )

    assert answer.status_code == 303
    for where in (desk, f"{desk}/release"):
        page = says(author, where)
        assert f"Agreed with the family on {day.day} {day:%B %Y}" in page
        assert "noted by Ari Author" in page


def test_a_day_to_come_is_refused_beside_it(author, desk):
    answer = author.posts(
        f"{desk}/person/family", **{"agreed-day": "1", "agreed-month": "1", "agreed-year": "2099"}
    )

    assert answer.status_code == 422
    assert "must be today or in the past" in answer.text


def test_the_second_person_reads_on_which_day_the_family_agreed(author, coordinator, publication):
    proof = services.ask_for_release(publication, dated=today(), by=author.account)
    commit()
    page = f"/publications/proofs/{proof.id}"
    assert "Nobody has noted that they agreed" in says(coordinator, page)

    family.agree_with_family(publication, today(), by=author.account)
    commit()

    assert f"{today().day} {today():%B %Y}, noted by Ari Author" in says(coordinator, page)


def test_days_are_said_as_people_say_them_where_all_words_are_read(author, publication):
    page = says(author, f"/publications/{publication.id}/words")

    assert "8 October 2024" in page
    assert "2024-10-08" not in page
