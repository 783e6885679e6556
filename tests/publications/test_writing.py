"""The author types the record section by section, and nothing that is typed is lost."""

import pytest

from pprg.database import commit
from pprg.guidance.codes import ReviewType
from pprg.publications import queries, services
from pprg.publications.forms.sections import FORMS
from pprg.publications.sections import SECTIONS
from tests.publications.builders import NAMES, a_concluded_review, a_publication


def at(publication, section, *rest) -> str:
    return "/".join([f"/publications/{publication.id}/sections", section, *rest])


def words_of(publication):
    return queries.words_of(publication)


@pytest.mark.parametrize("name", NAMES)
def test_saving_every_section_unchanged_changes_nothing(author, name):
    publication = a_publication(by=author.account, record=name)
    before = words_of(publication), publication.revision

    for section in FORMS:
        answer = author.fills_in(at(publication, section))
        assert answer.status_code == 303, (section, answer.text)
    for finding in publication.review.findings:
        assert author.fills_in(at(publication, "findings", finding.ref)).status_code == 303

    assert (words_of(publication), publication.revision) == before


def test_a_section_is_changed_and_the_next_one_follows(author, publication):
    answer = author.fills_in(at(publication, "title"), title="Marian: four doors closed")

    assert answer.headers["Location"].endswith("/sections/person")
    assert publication.words["title"] == "Marian: four doors closed"
    assert publication.revision == 2
    assert publication.last_changed_by_id == author.account.id


def test_one_can_stop_and_go_back_to_the_list(author, publication):
    answer = author.presses(at(publication, "title"), "Save and go to the list")

    assert answer.headers["Location"].endswith(str(publication.id))


def test_awkward_words_are_kept_exactly_and_shown_as_text(author, publication):
    words = "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, 👩‍👧"

    author.fills_in(at(publication, "life"), lived_experience=words + "\vand on\x07")

    assert publication.words["lived_experience"] == words + " and on"
    assert author.reads(at(publication, "life")).select_one("textarea").text.strip() == words + " and on"


def test_saving_asks_for_nothing_that_is_missing(author, publication):
    no_day = {"published_on-day": "", "published_on-month": "", "published_on-year": ""}

    answer = author.fills_in(at(publication, "title"), title="", one_line="", **no_day)

    assert answer.status_code == 303
    page = author.reads(f"/publications/{publication.id}")
    assert "3 things are still missing or wrong" in page.text
    assert "No title yet" in page.text


def test_what_is_over_a_hard_limit_is_said_beside_it_and_kept(author, publication):
    long = "word " * 401

    answer = author.fills_in(at(publication, "why"), why_reviewed=long)

    assert answer.status_code == 422
    assert "Use at most 400 words; there are 401." in answer.text
    assert answer.text.count("word word") > 100
    assert "Error:" in answer.text
    assert publication.words["why_reviewed"] == long.strip()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ({"day": "31", "month": "2", "year": "2024"}, "must be a real date: February 2024 has 29 days"),
        ({"day": "1", "month": "", "year": "2024"}, "must include a month"),
        ({"day": "1", "month": "1", "year": "24"}, "must have a year of four numbers"),
    ],
)
def test_a_half_typed_day_is_kept_as_it_was_typed(author, publication, day, sentence):
    posted = {f"published_on-{part}": typed for part, typed in day.items()}

    answer = author.fills_in(at(publication, "title"), **posted)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert author.reads(at(publication, "title")).select_one("[name=published_on-day]")["value"] == day["day"]
    assert queries.mistakes_of(publication)[0].where == "published_on"


def test_a_number_of_pages_that_is_none_is_kept_and_said(author, publication):
    answer = author.fills_in(at(publication, "report"), **{"report-pages": "about forty"})

    assert answer.status_code == 422
    assert "Give the number of pages, from 1 to 400." in answer.text
    assert "about forty" in answer.text


def test_a_statistic_may_be_left_out(author, publication):
    empty = dict.fromkeys(["text", "source", "as_of-day", "as_of-month", "as_of-year"], "")

    author.fills_in(at(publication, "why"), **{f"statistic-{name}": value for name, value in empty.items()})

    assert publication.words["statistic"] is None
    assert queries.mistakes_of(publication) == []


def test_rows_are_added_and_removed_without_javascript(author, publication):
    address = at(publication, "happened")

    answer = author.presses(address, "Add another")
    assert answer.headers["Location"].endswith("?more=what_happened#what_happened-8-row")
    more = f"{address}?more=what_happened"
    assert len(author.reads(more).select("fieldset.pprg-row")) == 9

    author.fills_in(more, **{"what_happened-8-when": "Spring 2024", "what_happened-8-event": "The report."})
    assert [event["when"] for event in publication.words["what_happened"]][-1] == "Spring 2024"

    author.presses(address, "Remove event 9")
    assert len(publication.words["what_happened"]) == 8


def test_what_was_typed_in_other_rows_stays_when_a_row_goes(author, publication):
    first, second, *_ = (event["event"] for event in publication.words["what_happened"])

    author.presses(
        at(publication, "happened"), "Remove event 1", **{"what_happened-2-event": "Typed just now."}
    )

    events = [event["event"] for event in publication.words["what_happened"]]
    assert events[0] == second
    assert events[1] == "Typed just now."
    assert first not in events


def test_a_row_moves_up(author, publication):
    before = [event["event"] for event in publication.words["what_happened"]]

    author.presses(at(publication, "happened"), "Move up event 3")

    after = [event["event"] for event in publication.words["what_happened"]]
    assert after[:3] == [before[0], before[2], before[1]]


def test_an_empty_row_is_no_row(author, publication):
    blank = {f"pen_picture-{place}": "" for place in range(4)}

    author.fills_in(at(publication, "person"), **blank)

    assert publication.words["pen_picture"] == []
    assert len(author.reads(at(publication, "person")).select("textarea")) == 1


def test_more_rows_than_the_record_holds_are_said(author, publication):
    rows = {f"pen_picture-{place}": f"Fact {place}" for place in range(9)}

    answer = author.fills_in(at(publication, "person"), **rows)

    assert answer.status_code == 422
    assert "Give at most 8; there are 9." in answer.text
    assert "Fact 8" in answer.text


def test_enter_in_a_box_saves_and_never_removes(author, publication):
    """A browser presses the first button of the form."""
    first = author.reads(at(publication, "happened")).select_one("main form button")

    assert first.get_text(strip=True) == "Save"
    assert not first.get("name")


def test_lines_of_words_are_taken_one_a_line(author, publication):
    author.fills_in(
        at(publication, "themes"), keywords="winter\r\n\r\n  living alone \r\n", themes=["housing"]
    )

    assert publication.words["keywords"] == ["winter", "living alone"]
    assert publication.words["themes"] == ["housing"]


def test_a_record_is_typed_from_nothing_to_whole(people, author):
    review = a_concluded_review(ReviewType.SAR_MANDATORY, author=author.account)
    publication = services.begin_publication(review, "MAR-L-2026-01", by=author.account)
    commit()
    author.fills_in(
        at(publication, "title"), title="Marian: a point", pseudonym="Marian", one_line="One sentence.",
        commissioned_by="Marlshire Safeguarding Adults Board",
        **{"published_on-day": "8", "published_on-month": "October", "published_on-year": "2026"},
    )  # fmt: skip
    author.fills_in(at(publication, "why"), why_reviewed="Because the law says so.")
    author.posts(at(publication, "findings"))
    author.fills_in(
        at(publication, "findings", "F1"), heading="It closed", what="A", why="B", in_practice="C"
    )
    only_one = {"text": "Open it.", "addressed_to": "Marlshire Council", "finding": "F1"}
    author.fills_in(
        at(publication, "recommendations"),
        **{f"recommendations-0-{name}": words for name, words in only_one.items()},
    )

    record = queries.record_of(publication)

    assert record.published_on.isoformat() == "2026-10-08"
    assert record.findings[0].heading == "It closed"
    assert record.recommendations[0].finding == "F1"
    assert "The words are whole" in author.reads(f"/publications/{publication.id}").text


def test_the_list_shows_what_is_there_of_every_section(author, publication):
    page = author.reads(f"/publications/{publication.id}")

    rows = {row.a.get_text(): row.get_text(" ", strip=True) for row in page.select(".pprg-tasks li")}
    assert list(rows) == [section.title for section in SECTIONS]
    assert "4 facts, 60 words" in rows["The person"]
    assert "Done" in rows["Findings"]


def test_a_leak_is_seen_while_the_words_are_written(author, publication):
    author.fills_in(at(publication, "life"), lived_experience="Mrs Pruett was ashamed.")

    page = author.reads(f"/publications/{publication.id}")

    assert page.select_one(".pprg-hits mark").get_text() == "Pruett"
    assert "gives somebody away, in Lived experience" in page.text


def test_the_check_of_the_words_works_while_they_are_not_whole(author, publication):
    author.fills_in(at(publication, "title"), title="", pseudonym="")

    assert author.opens(f"/publications/{publication.id}").status_code == 200
