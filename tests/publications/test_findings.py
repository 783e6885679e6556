"""Findings have a page each and belong to the review; recommendations rest on them."""

import pytest

from pprg.database import commit


@pytest.fixture
def address(publication):
    commit()
    return f"/publications/{publication.id}/sections/findings"


def refs(publication):
    return [(finding.ref, finding.heading.split()[0]) for finding in publication.review.findings]


def resting(publication):
    return [one.finding_ref for one in publication.review.recommendations]


def test_a_finding_is_changed_in_the_review(author, publication, address):
    answer = author.fills_in(f"{address}/F2", heading="Words were heard as a decision", themes=["voice"])

    assert answer.status_code == 303
    finding = publication.review.findings[1]
    assert (finding.heading, finding.themes) == ("Words were heard as a decision", ["voice"])
    assert publication.revision == 2


def test_a_finding_comes_after_the_others(author, publication, address):
    answer = author.presses(address, "Add a finding")

    assert answer.headers["Location"].endswith("/F6")
    assert [finding.ref for finding in publication.review.findings] == ["F1", "F2", "F3", "F4", "F5", "F6"]
    assert "Needs more" in author.reads(address).text


def test_ten_findings_are_enough(author, publication, address):
    for _ in range(5):
        author.presses(address, "Add a finding")

    answer = author.presses(address, "Add a finding")

    assert answer.status_code == 409
    assert "A record holds at most 10 findings." in answer.text


def test_a_finding_that_something_rests_on_stays(author, publication, address):
    answer = author.presses(address, "Remove finding F1")

    assert answer.status_code == 409
    assert "R1 and R2 rest on this finding" in answer.text
    assert len(publication.review.findings) == 5


@pytest.mark.both_databases
def test_the_others_move_up_and_recommendations_follow_their_findings(author, publication, address):
    assert resting(publication) == ["F1", "F1", "F2", "F3", "F5", "F3"]

    author.presses(address, "Remove finding F4")

    assert refs(publication) == [("F1", "Four"), ("F2", "“I'm"), ("F3", "The"), ("F4", "Everyone")]
    assert resting(publication) == ["F1", "F1", "F2", "F3", "F4", "F3"]


@pytest.mark.both_databases
def test_a_finding_moves_up_and_recommendations_follow(author, publication, address):
    author.presses(address, "Move up finding F3")

    assert refs(publication)[:3] == [("F1", "Four"), ("F2", "The"), ("F3", "“I'm")]
    assert resting(publication) == ["F1", "F1", "F3", "F2", "F5", "F2"]


def test_the_first_finding_is_first(author, address):
    assert author.posts(f"{address}/F1/up").status_code == 409


def test_a_finding_over_its_limit_is_said_beside_it(author, publication, address):
    answer = author.fills_in(f"{address}/F1", what="word " * 121)

    assert answer.status_code == 422
    assert "Use at most 120 words; there are 121." in answer.text


def test_two_writers_of_one_finding_see_both_texts(people, author, publication, address):
    opened = author.reads(f"{address}/F1").select_one("[name=version]")["value"]
    people.coordinator().fills_in(f"{address}/F1", heading="The coordinator’s heading")

    answer = author.posts(
        f"{address}/F1", version=opened, heading="The author’s heading", what="A", why="B", in_practice="C"
    )

    assert answer.status_code == 409
    assert "The coordinator’s heading" in answer.text
    assert "The author’s heading" in answer.text


def test_two_findings_may_be_written_at_once(people, author, publication, address):
    opened = author.reads(f"{address}/F1").select_one("[name=version]")["value"]
    people.coordinator().fills_in(f"{address}/F2", heading="Another heading")

    answer = author.posts(
        f"{address}/F1/keep", version=opened, heading="Mine", what="A", why="B", in_practice="C"
    )

    assert answer.status_code == 204
    assert [finding.heading for finding in publication.review.findings][:2] == ["Mine", "Another heading"]


def test_a_finding_that_is_not_there_is_not_found(author, address):
    assert author.opens(f"{address}/F9").status_code == 404


def test_recommendations_are_changed_in_the_review(author, publication):
    page = f"/publications/{publication.id}/sections/recommendations"

    answer = author.fills_in(
        page, **{"recommendations-5-text": "Ask again.", "recommendations-5-finding": "F4"}
    )

    assert answer.status_code == 303
    last = publication.review.recommendations[-1]
    assert (last.ref, last.words, last.finding_ref, last.national) == ("R6", "Ask again.", "F4", True)


def test_a_recommendation_without_a_finding_is_said_and_kept_on_the_page(author, publication):
    page = f"/publications/{publication.id}/sections/recommendations"

    answer = author.fills_in(
        page, **{"recommendations-0-text": "Typed and not lost.", "recommendations-0-finding": ""}
    )

    assert answer.status_code == 422
    assert "Typed and not lost." in answer.text
    assert publication.review.recommendations[0].words != "Typed and not lost."


def test_recommendations_are_numbered_anew_when_one_goes(author, publication):
    author.presses(f"/publications/{publication.id}/sections/recommendations", "Remove recommendation 1")

    assert [one.ref for one in publication.review.recommendations] == ["R1", "R2", "R3", "R4", "R5"]
    assert publication.review.recommendations[0].words.startswith("Add a “stepping away” alert")
