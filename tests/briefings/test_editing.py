"""An author at the editor: the seven boxes, lines to tick and order, the preview beside them."""

import pytest
from sqlalchemy import select

from pprg.audit.models import AuditLine
from pprg.briefings import queries
from pprg.briefings.content import BoxKind
from pprg.briefings.products import PRODUCTS
from pprg.database import commit, db
from tests.briefings.builders import a_publication, facts, rewritten
from tests.people import as_it_stands


@pytest.fixture
def author(people):
    return people.author()


@pytest.fixture
def publication(author):
    return a_publication(by=author.account)


@pytest.fixture
def desk(publication):
    return f"/publications/{publication.id}/briefing"


def box(page):
    return page.select_one("form#lines")


def name_of(page, address, field):
    """How the page calls one field of the line with this address."""
    hidden = page.find("input", {"type": "hidden", "value": address})
    return hidden["name"].replace("-address", f"-{field}")


def texts(publication, kind=BoxKind.PERSON):
    commit()
    db.session.expire_all()
    return [line.text for line in queries.desk_of(publication).boxes[kind].lines]


def sends(author, desk, kind, changes=(), **more):
    """Fill in the open box as it stands, with these changes by (address, field), and press Save."""
    page = author.reads(f"{desk}?box={kind}")
    form = box(page)
    answers = {name_of(page, address, field): value for (address, field), value in dict(changes).items()}
    data = as_it_stands(form) | answers | more
    data = {name: value for name, value in data.items() if value is not None}
    return author._browser.post(form["action"], data=data)


def test_the_editor_shows_seven_boxes_with_their_words(author, desk):
    page = author.reads(desk)

    rows = [row.get_text(" ", strip=True) for row in page.select(".pprg-boxes li")]
    assert len(rows) == 7
    assert rows[0].startswith("Who was Marian? 46 of 60–80 words")
    assert all("Not yet chosen" in row for row in rows)
    assert "3 minutes to read" in page.select_one(".pprg-meter").get_text(" ", strip=True)


def test_the_page_is_marked_and_titled_without_a_name(author, desk):
    page = author.reads(desk)

    assert page.title.get_text().startswith("Briefing – MAR-L-2024-03")
    assert page.select_one(".pprg-marking").get_text(strip=True) == "OFFICIAL-SENSITIVE"
    assert "Marian" not in desk


def test_the_preview_says_what_the_briefing_says(author, desk, publication):
    paper = author.reads(desk).select_one(".pprg-paper").get_text(" ", strip=True)

    for line in queries.desk_of(publication).words.boxes[0].lines:
        assert line.text in paper


def test_a_tick_is_kept_and_shown(author, desk, publication):
    answer = sends(author, desk, "person", {("pen_picture/3", "take"): "y"})

    assert answer.status_code == 303
    assert texts(publication) == facts()
    paper = author.reads(answer.location).select_one(".pprg-paper").get_text(" ", strip=True)
    assert facts()[3] in paper


def test_a_tick_taken_away_leaves_the_line_out(author, desk, publication):
    sends(author, desk, "person", {("pen_picture/1", "take"): None})

    assert texts(publication) == [facts()[0], facts()[2]]


def test_a_shorter_line_stands_beside_its_source(author, desk, publication):
    sends(author, desk, "person", {("pen_picture/1", "shorter"): "  She grew\r\nsweet peas. "})

    assert texts(publication)[1] == "She grew sweet peas."
    page = author.reads(f"{desk}?box=person")
    assert page.select_one("textarea#shorter-pen_picture-1").get_text().strip() == "She grew sweet peas."
    assert facts()[1] in box(page).get_text()


def test_a_line_moves_down_by_a_button_and_up_again(author, desk, publication):
    sends(author, desk, "person", move="pen_picture/0 down")
    assert texts(publication) == [facts()[1], facts()[0], facts()[2]]

    sends(author, desk, "person", move="pen_picture/0 up")
    assert texts(publication) == facts()[:3]


def test_a_finding_moves_with_its_lines(author, desk, publication):
    sends(author, desk, "learned", move="findings/F2 up")

    desk_now = queries.desk_of(publication)
    assert [line.lead for line in desk_now.words.boxes[3].lines][:2] == [
        "“I'm managing” was heard as a decision", "Four services closed within five weeks",
    ]  # fmt: skip


def test_the_first_choice_is_taken_box_by_box(author, desk, publication):
    answer = author.presses(f"{desk}?box=why", "Take the first choice as mine")

    assert answer.status_code == 303
    boxes = queries.desk_of(publication).boxes
    assert [kind for kind, chosen in boxes.items() if chosen.by_person] == [BoxKind.WHY]


def test_what_others_saved_meanwhile_is_not_written_over_and_nothing_typed_is_lost(
    author, people, desk, publication
):
    page = author.reads(f"{desk}?box=person")
    mine = as_it_stands(box(page)) | {name_of(page, "pen_picture/0", "shorter"): "Marian cooked."}
    sends(people.coordinator(), desk, "person", {("pen_picture/2", "take"): None})

    answer = author._browser.post(box(page)["action"], data=mine)

    assert answer.status_code == 422
    assert "Somebody else chose for this box" in answer.text
    assert "Marian cooked." in answer.text
    assert texts(publication) == facts()[:2]


def test_a_shorter_line_that_is_a_story_is_refused_beside_it(author, desk, publication):
    answer = sends(author, desk, "person", {("pen_picture/0", "shorter"): "word " * 400})

    assert answer.status_code == 422
    assert "at most 1000 characters" in answer.text
    assert texts(publication) == facts()[:3]


@pytest.mark.parametrize("version", ["", "one", None])
def test_a_page_that_does_not_say_what_it_shows_is_refused_in_words(author, desk, version):
    answer = sends(author, desk, "person", version=version)

    assert answer.status_code == 422


def test_a_line_that_nobody_offered_is_refused_in_words(author, desk):
    page = author.reads(f"{desk}?box=person")
    hidden = page.find("input", {"value": "pen_picture/0"})["name"]

    answer = sends(author, desk, "person", **{hidden: "restricted/people/0"})

    assert answer.status_code == 422
    assert "The record changed while you were choosing" in answer.text


def test_words_are_saved_while_somebody_types(author, desk, publication):
    page = author.reads(f"{desk}?box=person")
    data = as_it_stands(box(page)) | {name_of(page, "pen_picture/0", "shorter"): "Marian cooked."}

    answer = author._browser.post(f"{desk}/person/keep", data=data, headers={"X-Autosave": "1"})

    assert answer.status_code == 204
    assert answer.headers["X-Version"] == "1"
    assert texts(publication)[0] == "Marian cooked."
    again = author._browser.post(f"{desk}/person/keep", data=data, headers={"X-Autosave": "1"})
    assert again.status_code == 409


def test_a_changed_line_shows_was_and_now_and_is_settled_by_a_button(author, desk, publication):
    author.presses(f"{desk}?box=person", "Take the first choice as mine")
    rewritten(
        publication, "person", by=author.account, pen_picture=[facts()[0], "She raised roses.", *facts()[2:]]
    )

    page = author.reads(f"{desk}?box=person")
    shown = page.select_one(".pprg-line__changed").get_text(" ", strip=True)
    assert f"Was: {facts()[1]}" in shown
    assert "Now: She raised roses." in shown

    author.presses(f"{desk}?box=person", "Keep mine")
    assert texts(publication)[1] == facts()[1]


def test_a_line_that_is_gone_is_flagged_and_taken_away(author, desk, publication):
    author.presses(f"{desk}?box=person", "Take the first choice as mine")
    rewritten(publication, "person", by=author.account, pen_picture=facts()[:2])

    page = author.reads(f"{desk}?box=person")
    assert "The record no longer holds this line." in page.get_text(" ", strip=True)

    author.presses(f"{desk}?box=person", "Take it away")
    assert texts(publication) == facts()[:2]


def test_htmx_gets_the_desk_alone(author, desk):
    answer = author.opens(f"{desk}?box=why", headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'id="desk"' in answer.text
    assert "HX-Request" in answer.headers["Vary"]


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_the_slides_can_be_read_beside_the_boxes_too(author, desk, publication, product):
    page = author.reads(f"{desk}?show={product.name}")

    assert page.select_one("#preview-name").get_text(strip=True) == product.label
    assert "Draft" in page.select_one("#preview").get_text()


def test_the_preview_has_a_page_of_its_own(author, desk):
    page = author.reads(f"{desk}/preview?show=short-slides")

    assert page.h1.get_text(strip=True) == "Short slides"
    assert "Four services closed within five weeks" in page.get_text()


def test_what_is_left_out_is_listed(author, desk):
    listed = author.reads(desk).get_text(" ", strip=True)

    assert "What the briefing leaves out" in listed
    assert "Marian fell in her garden" in listed
    assert "Community nurses began to dress her leg ulcers twice a week." in listed


def test_a_record_that_is_not_whole_says_what_is_missing(author, desk, publication):
    publication.words = publication.words | {"why_reviewed": ""}
    commit()

    page = author.reads(desk)

    assert page.h1.get_text(strip=True) == "The record is not whole yet"
    assert "Say why it was reviewed." in page.get_text()


def test_reading_is_written_down_before_anything_is_shown(author, desk, publication):
    author.opens(desk)
    author.opens(f"{desk}/preview")

    verbs = db.session.scalars(select(AuditLine.verb).where(AuditLine.thing_id == publication.id)).all()
    assert verbs.count("read briefing of") == 2


def test_awkward_words_come_back_as_they_were_typed(author, desk, publication):
    awkward = "Smith & Jones, BP <90/60 & falling, {{ 7*7 }}, “quotes”, é, 👩\u200d👧"

    sends(author, desk, "person", {("pen_picture/0", "shorter"): awkward})

    assert texts(publication)[0] == awkward
    assert awkward in author.reads(desk).select_one(".pprg-paper").get_text()
